"""Small bids for the tests: a few headings and paragraphs in one document."""

from collections.abc import Iterable
from datetime import date

from compliance.eisen import judge_eisen
from compliance.inschrijving import Inschrijving
from compliance.rapport import Bevinding, EisOordeel
from knowledge.catalogue import load_tender
from knowledge.documents import Blok, Document, Soort

AKKOORD = "Inschrijver gaat zonder voorbehoud akkoord met alle eisen en voorwaarden van de aanbesteding."


def document(naam: str, *delen: str | Blok) -> Document:
    """A PDF of one page; a text that starts with "# " is a heading."""
    blokken = [
        deel
        if isinstance(deel, Blok)
        else Blok(deel.removeprefix("# "), Soort.KOP if deel.startswith("# ") else Soort.ALINEA, 1, niveau=1)
        for deel in delen
    ]
    return Document(naam, "pdf", tuple(blokken), paginas=1)


def oordelen(
    *documenten: Document,
    percelen: Iterable[int] = range(1, 8),
    vormen: Iterable[str] = (),
    akkoord: bool = True,
) -> tuple[dict[str, EisOordeel], tuple[Bevinding, ...]]:
    """Judge these documents, with a blanket declaration beside them unless told otherwise."""
    stukken = [*documenten, *([document("bijlage.pdf", AKKOORD)] if akkoord else [])]
    bid = Inschrijving(
        "Voorbeeld", date(2022, 7, 18), tuple(stukken), frozenset(percelen), frozenset(vormen)
    )  # fmt: skip
    eisen, bevindingen = judge_eisen(bid, load_tender())
    return {oordeel.id: oordeel for oordeel in eisen}, bevindingen
