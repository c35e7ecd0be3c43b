"""What a tender takes from its catalogue, and what it sets itself: percelen, planning and weights."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from knowledge.calculators.score.criteria import criteria_van
from knowledge.calculators.termijnen.dagen import is_werkdag
from knowledge.catalogue import Tender, load_tender
from knowledge.catalogue.models import Criterium, Mijlpaal, Perceel
from web.models import Aanbesteding

SLUITING = "sluiting"
"""The Mijlpaal that a tender keeps as its closing."""
HELE_WEGING = Decimal(100)


def tender_van(aanbesteding: Aanbesteding) -> Tender:
    """The catalogue with the weights of this tender: what calculators work with."""
    tender = load_tender(aanbesteding.catalogus)
    if not aanbesteding.wegingen:
        return tender
    criteria = tuple(
        c.model_copy(update={"weging": Decimal(aanbesteding.wegingen.get(c.id, str(c.weging)))})
        for c in tender.criteria
    )
    return tender.model_copy(update={"criteria": criteria})


def percelen_van(aanbesteding: Aanbesteding, tender: Tender) -> tuple[Perceel, ...]:
    """Those that are tendered, by number."""
    return tuple(p for p in tender.percelen if not aanbesteding.percelen or p.nummer in aanbesteding.percelen)


def criteria_bij(tender: Tender, perceel: int) -> tuple[Criterium, ...]:
    """The criteria of a perceel that get a score of their own; none where no plan is asked (§6.1)."""
    if not any(perceel in c.percelen for c in tender.criteria):
        return ()
    return tuple(criteria_van(tender, perceel))


def voorstel_dagen(tender: Tender, sluiting: date) -> dict[str, date]:
    """By id of a Mijlpaal a day that lies as far from this closing as it did in the catalogue.

    No day of the weekend or a holiday: then the first day after it. What began on the first of a month
    (a contract) begins on the first of a month again.
    """
    shift = sluiting - tender.sluiting
    return {m.id: _proposed(m, shift) for m in tender.planning if m.id != SLUITING}


def _proposed(mijlpaal: Mijlpaal, shift: timedelta) -> date:
    dag = mijlpaal.datum + shift
    if mijlpaal.datum.day == 1:
        return dag if dag.day == 1 else (dag.replace(day=1) + timedelta(days=32)).replace(day=1)
    while not is_werkdag(dag):
        dag += timedelta(days=1)
    return dag


def dag_van(aanbesteding: Aanbesteding, mijlpaal: str) -> date | None:
    """The day of a Mijlpaal in this tender, as far as it was set."""
    dag = aanbesteding.mijlpalen.get(mijlpaal)
    return date.fromisoformat(dag) if dag else None


def bezwaar_tot(aanbesteding: Aanbesteding, perceel: int) -> date | None:
    """The last day to go to court over an award, by the planning; a perceel may have its own (§3.3)."""
    return dag_van(aanbesteding, f"bezwaar_perceel_{perceel}") or dag_van(aanbesteding, "bezwaar")


@dataclass(frozen=True, slots=True)
class Weeggroep:
    """Criteria that share one whole: their weights add up to 100."""

    naam: str
    criteria: tuple[Criterium, ...]


def weeggroepen(tender: Tender, percelen: Iterable[int]) -> tuple[Weeggroep, ...]:
    """The groups in which there is something to weigh, for these percelen."""
    namen = {c.id: c.naam for c in tender.criteria}
    groepen: dict[tuple[tuple[int, ...], str], list[Criterium]] = {}
    gezocht = set(percelen)
    for c in tender.criteria:
        if gezocht & set(c.percelen):
            groepen.setdefault((c.percelen, c.onderdeel_van), []).append(c)
    return tuple(
        Weeggroep(
            (f"Perceel {', '.join(map(str, nummers))}" + (f": {namen[boven]}" if boven else "")),
            tuple(criteria),
        )
        for (nummers, boven), criteria in groepen.items()
        if len(criteria) > 1
    )


def verkeerde_groepen(groepen: Iterable[Weeggroep], wegingen: Mapping[str, Decimal]) -> tuple[Weeggroep, ...]:
    """Those whose weights do not make a whole."""
    return tuple(g for g in groepen if sum(wegingen[c.id] for c in g.criteria) != HELE_WEGING)
