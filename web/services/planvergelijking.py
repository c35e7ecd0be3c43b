"""Two plans side by side as a page shows them: totals, points by criterion, and who goes elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from matcher import Plaatsing, Plan, Probleem
from matcher.kosten import kosten_jeugdige, kosten_niet_geplaatst, kosten_per_criterium
from web.services.datum import dag_kort, dag_van_week
from web.services.planbeeld import CRITERIUMNAMEN, URGENTIES


@dataclass(frozen=True, slots=True)
class Kant:
    """One of the two plans."""

    naam: str
    geplaatst: int
    zonder: int
    punten: int


@dataclass(frozen=True, slots=True)
class Verschilregel:
    """What differs for one jeugdige. `eerst`, `dan`: its places in each plan, in words; `punten`: more (below
    0: less) in the second plan, without what a pair costs together; None where it is in one plan only."""

    jeugdige: str
    urgentie: str
    soort: str
    eerst: tuple[str, ...]
    dan: tuple[str, ...]
    punten: int | None


@dataclass(frozen=True, slots=True)
class Vergelijkbeeld:
    """`criteria`: name, points in the first, in the second; only where there are any. `zelfde`: both plans
    are for the same jeugdigen and groepen, so that points can be compared."""

    een: Kant
    ander: Kant
    criteria: tuple[tuple[str, int, int], ...]
    regels: tuple[Verschilregel, ...]
    gelijk: int
    zelfde: bool


@dataclass(frozen=True, slots=True)
class Zijde:
    """A plan with the problem that prices it."""

    naam: str
    probleem: Probleem
    plan: Plan


SOORTEN = ("verliest zijn plek", "krijgt een plek", "andere plek", "andere periode", "in één plan")


def vergelijkbeeld(een: Zijde, ander: Zijde) -> Vergelijkbeeld:
    """Each side priced by its own problem, promises left out; places compared by day, not by week number."""
    punten = [kosten_per_criterium(z.probleem, z.plan.per_jeugdige) for z in (een, ander)]
    namen = dict.fromkeys((*punten[0], *punten[1]))
    regels, gelijk = _regels(een, ander)
    return Vergelijkbeeld(
        een=_kant(een, punten[0].values()),
        ander=_kant(ander, punten[1].values()),
        criteria=tuple(
            (CRITERIUMNAMEN.get(c, c), punten[0].get(c, 0), punten[1].get(c, 0))
            for c in namen
            if punten[0].get(c) or punten[1].get(c)
        ),
        regels=regels,
        gelijk=gelijk,
        zelfde=een.probleem.jeugdigen == ander.probleem.jeugdigen
        and een.probleem.peildatum == ander.probleem.peildatum,
    )


def _kant(zijde: Zijde, punten: Iterable[int]) -> Kant:
    plan = zijde.plan
    return Kant(zijde.naam, len(plan.per_jeugdige), len(plan.niet_geplaatst), sum(punten))


def _regels(een: Zijde, ander: Zijde) -> tuple[tuple[Verschilregel, ...], int]:
    rij_een, rij_ander = een.plan.per_jeugdige, ander.plan.per_jeugdige
    regels: list[tuple[tuple[int, int, str], Verschilregel]] = []
    gelijk = 0
    for jeugdige_id in sorted(een.probleem.jeugdigen.keys() | ander.probleem.jeugdigen.keys()):
        a, b = rij_een.get(jeugdige_id, ()), rij_ander.get(jeugdige_id, ())
        soort = _soort(een, ander, jeugdige_id, a, b)
        if not soort:
            gelijk += 1
            continue
        urgentie = next(
            z.probleem.jeugdigen[jeugdige_id].urgentie
            for z in (ander, een)
            if jeugdige_id in z.probleem.jeugdigen
        )
        regel = Verschilregel(
            jeugdige_id,
            URGENTIES[urgentie],
            soort,
            _in_woorden(een, jeugdige_id, a),
            _in_woorden(ander, jeugdige_id, b),
            _meer((een, a), (ander, b), jeugdige_id),
        )
        regels.append(((SOORTEN.index(soort), urgentie, jeugdige_id), regel))
    return tuple(regel for _, regel in sorted(regels, key=lambda paar: paar[0])), gelijk


def _soort(een: Zijde, ander: Zijde, jeugdige_id: str, a: Sequence[Plaatsing], b: Sequence[Plaatsing]) -> str:
    """ "" when both plans give the same."""
    if jeugdige_id not in een.probleem.jeugdigen or jeugdige_id not in ander.probleem.jeugdigen:
        return "in één plan"
    if not a and not b:
        return ""
    if not b:
        return "verliest zijn plek"
    if not a:
        return "krijgt een plek"
    if [p.groep_id for p in a] != [p.groep_id for p in b]:
        return "andere plek"
    return "" if _perioden(een, jeugdige_id, a) == _perioden(ander, jeugdige_id, b) else "andere periode"


def _perioden(
    zijde: Zijde, jeugdige_id: str, rij: Sequence[Plaatsing]
) -> list[tuple[date | None, date | None]]:
    """First and last day of each stay; None where it only follows from the dates of the plan."""
    probleem = zijde.probleem
    bewoner = probleem.jeugdigen[jeugdige_id].bewoner
    return [
        (
            None if p.week_van == 0 and bewoner else dag_van_week(probleem.peildatum, p.week_van),
            None if p.week_tot == probleem.horizon else dag_van_week(probleem.peildatum, p.week_tot),
        )
        for p in rij
    ]


def _in_woorden(zijde: Zijde, jeugdige_id: str, rij: Sequence[Plaatsing]) -> tuple[str, ...]:
    if jeugdige_id not in zijde.probleem.jeugdigen:
        return ("staat niet in dit plan",)
    if not rij:
        return ("geen plek",)
    peildatum = zijde.probleem.peildatum
    verblijven: list[tuple[str, int, int]] = []
    for p in rij:
        # Phases after each other in one groep are one stay to whoever lives there.
        if verblijven and verblijven[-1][0] == p.groep_id and verblijven[-1][2] == p.week_van:
            verblijven[-1] = (p.groep_id, verblijven[-1][1], p.week_tot)
        else:
            verblijven.append((p.groep_id, p.week_van, p.week_tot))
    return tuple(
        f"{groep}, {zijde.probleem.groepen[groep].locatie}: "
        f"{dag_kort(dag_van_week(peildatum, van))} tot {dag_kort(dag_van_week(peildatum, tot))}"
        for groep, van, tot in verblijven
    )


def _meer(
    een: tuple[Zijde, Sequence[Plaatsing]], ander: tuple[Zijde, Sequence[Plaatsing]], jeugdige_id: str
) -> int | None:
    punten = []
    for zijde, rij in (een, ander):
        jeugdige = zijde.probleem.jeugdigen.get(jeugdige_id)
        if jeugdige is None:
            return None
        punten.append(
            sum(kosten_jeugdige(zijde.probleem, jeugdige, rij).values())
            if rij
            else kosten_niet_geplaatst(zijde.probleem, jeugdige)
        )
    return punten[1] - punten[0]
