"""The tender's own planning (§3.3): what is due on or after a day, and what is past."""

from collections.abc import Iterable

from pydantic import Field

from knowledge.calculators.rekentool import Invoer, Rekentool
from knowledge.calculators.termijnen.dagen import dag_in_woorden
from knowledge.calculators.termijnen.einddag import Dag, afstand
from knowledge.calculators.uitkomst import Stap, Uitkomst
from knowledge.catalogue import Tender
from knowledge.catalogue.models import Mijlpaal


class PlanningInvoer(Invoer):
    datum: Dag = Field(title="Datum", description="de dag waarop u kijkt, meestal vandaag (dd-mm-jjjj)")


def toon_planning(tender: Tender, invoer: PlanningInvoer) -> Uitkomst:
    """The moments of the planning from this day on, the first one in the answer.

    `waarden`: komend and voorbij (ids in order of their day), eerstvolgende (date or None).
    """
    mijlpalen = sorted(tender.planning, key=lambda m: m.datum)
    komend = [m for m in mijlpalen if m.datum >= invoer.datum]
    voorbij = [m for m in mijlpalen if m.datum < invoer.datum]
    return Uitkomst(
        rekentool="planning",
        antwoord=_antwoord(invoer, komend, voorbij),
        invoer=invoer.model_dump(),
        waarden={
            "komend": [m.id for m in komend],
            "voorbij": [m.id for m in voorbij],
            "eerstvolgende": komend[0].datum if komend else None,
        },
        stappen=tuple(
            Stap(m.naam, _moment(m), afstand(invoer.datum, m.datum), m.vindplaats) for m in komend or voorbij
        ),
        vindplaatsen=tuple(dict.fromkeys(m.vindplaats for m in mijlpalen)),
        opmerkingen=tuple(_opmerkingen(komend)),
    )


def _antwoord(invoer: PlanningInvoer, komend: list[Mijlpaal], voorbij: list[Mijlpaal]) -> str:
    if not komend:
        if not voorbij:
            return "Deze tender heeft geen planning."
        laatste = voorbij[-1]
        return f"De hele planning is voorbij. Het laatste moment was: {laatste.naam}, {_moment(laatste)}."
    eerste = [m for m in komend if m.datum == komend[0].datum]
    namen = "; ".join(f"{m.naam} ({m.vindplaats})" for m in eerste)
    return f"Eerstvolgend is {_moment(eerste[0])}, {afstand(invoer.datum, eerste[0].datum)}: {namen}."


def _moment(mijlpaal: Mijlpaal) -> str:
    tijd = f", {mijlpaal.tijd} uur" if mijlpaal.tijd else ""
    return f"{dag_in_woorden(mijlpaal.datum)}{tijd}"


def _opmerkingen(komend: list[Mijlpaal]) -> Iterable[str]:
    for mijlpaal in komend:
        if mijlpaal.toelichting:
            yield f"{mijlpaal.naam}: {mijlpaal.toelichting}"
    yield "De opdrachtgever mag de planning tussentijds aanpassen."


PLANNING = Rekentool(
    sleutel="planning",
    naam="Planning van de aanbesteding",
    uitleg="Wat is er vanaf een dag nog te doen volgens de planning: vragen stellen, inschrijven, bezwaar.",
    vindplaatsen=("§3.3", "§4.1.9"),
    invoer=PlanningInvoer,
    reken=toon_planning,
    voorbeeld={"datum": "01-07-2022"},
)
