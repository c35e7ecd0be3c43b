"""For a child without a place: the smallest changes that would give it one, each with its price.

Each change makes another problem that is solved anew; only a change with which the child does get a place is
offered. Nothing is changed by itself: people decide (eis 94 and paragraph 7.1.5 leave that to them).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.geo.afstand import km_in_woorden
from matcher.domein import Groep, Jeugdige, Probleem
from matcher.kosten import URGENTIEFACTOR
from matcher.plan import Plan
from matcher.regels import KRING_OM_REGIO_KM, LANGSTE_WACHT, afstand_tot, bezwaren
from matcher.uitleg.oplosser import Oplosser, met_jeugdige
from matcher.uitleg.vergelijk import Verschuiving, verschuivingen

KRINGEN_KM = (22.0, 30.0)
"""Wider circles around the region that are tried before any distance."""
LATER_WEKEN = (4, 8, 13, 26)
"""How much later than now allowed the start may come."""
VERDER_KM = (5.0, 10.0, 20.0)
"""How much is added to the largest distance home to groep."""
EERDER_WEKEN = (4, 8, 13, 26)
"""How much earlier a resident would leave."""
_GROEPEN = 3
"""Groepen for which an extra bed or an earlier departure is tried."""


@dataclass(frozen=True)
class Versoepeling:
    """A change that gives the child a place.

    `soort`: marge, kring, buiten_regio, later, afstand, kenmerk, bed or vertrek. `meerkosten`: points of the
    new plan less those of the old (as a rule below 0: a child without a place costs most), longer waiting
    counted from the start that was asked. `verschuift`: what changes for other children.
    """

    soort: str
    tekst: str
    meerkosten: int
    bewezen: bool
    groepen: tuple[str, ...]
    verschuift: tuple[Verschuiving, ...]
    probleem: Probleem
    plan: Plan


@dataclass(frozen=True, slots=True)
class _Poging:
    tekst: str
    probleem: Probleem
    extra: int = 0
    """Points that the new problem does not count."""


def versoepelingen(
    probleem: Probleem, plan: Plan, jeugdige_id: str, los_op: Oplosser
) -> tuple[Versoepeling, ...]:
    """Of each kind the smallest change that places the child, cheapest first."""
    jeugdige = probleem.jeugdigen[jeugdige_id]
    gevonden = []
    for soort, pogingen in _LADDERS.items():
        for poging in pogingen(probleem, jeugdige, plan):
            nieuw = los_op(poging.probleem, plan)
            if nieuw is None or nieuw.kosten is None or jeugdige_id not in nieuw.per_jeugdige:
                continue
            gevonden.append(
                Versoepeling(
                    soort=soort,
                    tekst=poging.tekst,
                    meerkosten=nieuw.kosten + poging.extra - (plan.kosten or 0),
                    bewezen=nieuw.status == "OPTIMAL",
                    groepen=tuple(p.groep_id for p in nieuw.per_jeugdige[jeugdige_id]),
                    verschuift=tuple(v for v in verschuivingen(plan, nieuw) if v.jeugdige_id != jeugdige_id),
                    probleem=poging.probleem,
                    plan=nieuw,
                )
            )
            break
    return tuple(sorted(gevonden, key=lambda v: (v.meerkosten, v.soort)))


def _marge(probleem: Probleem, jeugdige: Jeugdige, plan: Plan) -> Iterator[_Poging]:
    for extra in (1, 2):
        if jeugdige.intensiteit_marge + extra <= 2:
            ruimer = replace(jeugdige, intensiteit_marge=jeugdige.intensiteit_marge + extra)
            tekst = (
                f"een intensiteit die {ruimer.intensiteit_marge} {_stap(ruimer.intensiteit_marge)} afwijkt"
            )
            yield _Poging(f"Sta {tekst} toe.", met_jeugdige(probleem, ruimer))


def _stap(aantal: int) -> str:
    return "stap" if aantal == 1 else "stappen"


def _kring(probleem: Probleem, jeugdige: Jeugdige, plan: Plan) -> Iterator[_Poging]:
    if jeugdige.buiten_regio:
        return
    for km in KRINGEN_KM:
        nieuw = {g.id for g in probleem.groepen.values() if KRING_OM_REGIO_KM < g.regio_km <= km}
        te_ver = {g.id for g in probleem.groepen.values() if g.regio_km > km}
        if nieuw:
            ruimer = replace(jeugdige, buiten_regio=True, uitgesloten=jeugdige.uitgesloten | te_ver)
            yield _Poging(
                f"Zoek tot {km_in_woorden(km)} buiten de regio (nu {km_in_woorden(KRING_OM_REGIO_KM)}).",
                met_jeugdige(probleem, ruimer),
            )


def _buiten(probleem: Probleem, jeugdige: Jeugdige, plan: Plan) -> Iterator[_Poging]:
    verste = max(KRINGEN_KM)
    if not jeugdige.buiten_regio and any(g.regio_km > verste for g in probleem.groepen.values()):
        ruimer = replace(jeugdige, buiten_regio=True)
        yield _Poging("Sta een plek ver buiten de regio toe.", met_jeugdige(probleem, ruimer))


def _later(probleem: Probleem, jeugdige: Jeugdige, plan: Plan) -> Iterator[_Poging]:
    for weken in LATER_WEKEN:
        start = jeugdige.start + weken
        if start >= probleem.horizon:
            return
        extra = probleem.gewichten["wachten"] * URGENTIEFACTOR[jeugdige.urgentie] * weken
        yield _Poging(
            f"Laat de jeugdige tot {LANGSTE_WACHT + weken} weken wachten (nu hoogstens {LANGSTE_WACHT}).",
            met_jeugdige(probleem, replace(jeugdige, start=start)),
            extra,
        )


def _afstand(probleem: Probleem, jeugdige: Jeugdige, plan: Plan) -> Iterator[_Poging]:
    if jeugdige.max_afstand_km is None:
        return
    for km in VERDER_KM:
        ruimer = replace(jeugdige, max_afstand_km=jeugdige.max_afstand_km + km)
        yield _Poging(
            f"Zoek tot {km_in_woorden(jeugdige.max_afstand_km + km)} van huis "
            f"(nu {km_in_woorden(jeugdige.max_afstand_km)}).",
            met_jeugdige(probleem, ruimer),
        )


def _kenmerk(probleem: Probleem, jeugdige: Jeugdige, plan: Plan) -> Iterator[_Poging]:
    for kenmerk in sorted(jeugdige.vereist):
        ruimer = replace(jeugdige, vereist=jeugdige.vereist - {kenmerk})
        yield _Poging(f"Vraag niet om het kenmerk {kenmerk}.", met_jeugdige(probleem, ruimer))


def _bed(probleem: Probleem, jeugdige: Jeugdige, plan: Plan) -> Iterator[_Poging]:
    for groep in _dichtbij(probleem, jeugdige):
        groter = replace(
            groep,
            capaciteit=groep.capaciteit + 1,
            roosteruren=None if groep.roosteruren is None else groep.roosteruren + _UREN_VAN_EEN_BED,
        )
        yield _Poging(
            f"Maak een bed erbij in {groep.id} ({groep.locatie}), met de begeleiding die daarbij hoort.",
            replace(probleem, groepen={**probleem.groepen, groep.id: groter}),
        )


_UREN_VAN_EEN_BED = 40_00
"""Hundredths of an hour a week: more than the heaviest intensity asks (§9.7)."""


def _vertrek(probleem: Probleem, jeugdige: Jeugdige, plan: Plan) -> Iterator[_Poging]:
    """A resident whose end is known would leave some weeks earlier."""
    per_jeugdige = plan.per_jeugdige
    for weken in EERDER_WEKEN:
        for groep in _dichtbij(probleem, jeugdige):
            for bewoner in probleem.bewoners.get(groep.id, ()):
                rij = per_jeugdige.get(bewoner.id, ())
                if not rij or rij[-1].groep_id != groep.id or rij[-1].week_tot - weken <= rij[-1].week_van:
                    continue
                einde = rij[-1].week_tot - weken
                duur = einde - rij[-1].week_van
                fasen = (
                    *bewoner.fasen[: rij[-1].fase - 1],
                    replace(bewoner.fasen[rij[-1].fase - 1], weken=duur),
                )
                yield _Poging(
                    f"{bewoner.id} vertrekt {weken} weken eerder uit {groep.id} (in week {einde}).",
                    met_jeugdige(probleem, replace(bewoner, fasen=fasen)),
                )


def _dichtbij(probleem: Probleem, jeugdige: Jeugdige) -> Sequence[Groep]:
    """The groepen nearest to home in which the child could live if there were room."""
    kan = [
        groep
        for groep in probleem.groepen.values()
        if any(
            not bezwaren(probleem, jeugdige, fase, groep, False) for fase in range(1, len(jeugdige.fasen) + 1)
        )
    ]
    return sorted(kan, key=lambda g: (afstand_tot(jeugdige, g), g.id))[:_GROEPEN]


_LADDERS: dict[str, Callable[[Probleem, Jeugdige, Plan], Iterator[_Poging]]] = {
    "marge": _marge,
    "kring": _kring,
    "buiten_regio": _buiten,
    "later": _later,
    "afstand": _afstand,
    "kenmerk": _kenmerk,
    "bed": _bed,
    "vertrek": _vertrek,
}
"""For each kind of change the steps from small to large."""
