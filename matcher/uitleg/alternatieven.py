"""The best other places of a child, each priced by solving the whole plan again with that choice pinned."""

from dataclasses import dataclass

from matcher.domein import Probleem, Vastlegging
from matcher.plan import Plan
from matcher.uitleg.oplosser import Oplosser, met_keuze, zonder_jeugdige
from matcher.uitleg.paden import laagste_punten
from matcher.uitleg.vergelijk import Verschuiving, verschuivingen


@dataclass(frozen=True)
class Alternatief:
    """Another groep for one phase. `meerkosten`: points that the whole plan costs more (less than 0: the
    plan was not the best). `bewezen`: the new plan is proven to be the best with this choice, so that
    `meerkosten` is exact when the plan itself was. `verschuift`: what changes for other children."""

    groep_id: str
    meerkosten: int
    bewezen: bool
    verschuift: tuple[Verschuiving, ...]
    plan: Plan


@dataclass(frozen=True)
class Alternatieven:
    """The cheapest first. `zeker`: no groep that is left out could be cheaper than these.

    `onmogelijk`: groepen that the rules allow, but that no plan uses: it would cost more than leaving the
    child without a place, or than a start so late that the phase is dropped.
    """

    keuzes: tuple[Alternatief, ...]
    zeker: bool
    onmogelijk: tuple[str, ...] = ()


def alternatieven(
    probleem: Probleem,
    plan: Plan,
    jeugdige_id: str,
    fase: int,
    los_op: Oplosser,
    aantal: int = 3,
    hoogstens: int = 12,
) -> Alternatieven:
    """The `aantal` best other groepen for a phase (from 1) of a placed child, by at most `hoogstens` solves.

    Candidates come in the order of a lower bound: the plan without this child, plus what the child itself
    costs at least in that groep. Solving stops when no other candidate can beat the ones found.
    """
    jeugdige = probleem.jeugdigen[jeugdige_id]
    huidig = next(p.groep_id for p in plan.per_jeugdige[jeugdige_id] if p.fase == fase)
    eigen = laagste_punten(probleem, jeugdige, fase)
    anderen = sorted((punten, groep_id) for groep_id, punten in eigen.items() if groep_id != huidig)
    rest = los_op(zonder_jeugdige(probleem, jeugdige_id), _zonder(plan, jeugdige_id))
    basis = rest.ondergrens if rest is not None and rest.ondergrens is not None else 0
    gevonden: list[Alternatief] = []
    onmogelijk: list[str] = []
    zeker = True
    for gedaan, (punten, groep_id) in enumerate(anderen):
        if len(gevonden) >= aantal:
            grens = sorted(g.meerkosten for g in gevonden)[aantal - 1] + (plan.kosten or 0)
            if basis + punten >= grens:
                break
        if gedaan == hoogstens:
            zeker = False
            break
        keuze = Vastlegging(jeugdige_id, fase, groep_id, vast=True)
        nieuw = los_op(met_keuze(probleem, [keuze]), plan)
        if nieuw is None:
            zeker = False
        elif nieuw.kosten is None or not _gebruikt(nieuw, keuze):
            onmogelijk.append(groep_id)
        else:
            verschuift = tuple(v for v in verschuivingen(plan, nieuw) if v.jeugdige_id != jeugdige_id)
            meer = nieuw.kosten - (plan.kosten or 0)
            gevonden.append(Alternatief(groep_id, meer, nieuw.status == "OPTIMAL", verschuift, nieuw))
    gevonden.sort(key=lambda g: (g.meerkosten, g.groep_id))
    zeker = zeker and all(g.bewezen for g in gevonden)
    return Alternatieven(tuple(gevonden[:aantal]), zeker, tuple(onmogelijk))


def _gebruikt(plan: Plan, keuze: Vastlegging) -> bool:
    """Is the choice lived? A plan may also leave the child without a place, or start so late that the phase
    is dropped."""
    return any(
        (p.jeugdige_id, p.fase, p.groep_id) == (keuze.jeugdige_id, keuze.fase, keuze.groep_id)
        for p in plan.plaatsingen
    )


def _zonder(plan: Plan, jeugdige_id: str) -> Plan:
    """The plan with one child taken out, as a place to start from."""
    return Plan(
        status="FEASIBLE",
        kosten=None,
        ondergrens=None,
        seconden=0.0,
        plaatsingen=tuple(p for p in plan.plaatsingen if p.jeugdige_id != jeugdige_id),
        niet_geplaatst=tuple(n for n in plan.niet_geplaatst if n.jeugdige_id != jeugdige_id),
    )
