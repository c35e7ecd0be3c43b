"""The letter that puts questions to a bidder, within what §4.1.4 allows, as a Word document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docx.document import Document

from compliance.verslag import woordstukken as woord
from compliance.vragen import VINDPLAATS
from knowledge.calculators.termijnen.dagen import dag_in_woorden, duur_in_woorden, werkdagen_tussen

WERKDAGEN = 5
"""Within so many working days the bidder answers (§4.1.4)."""


@dataclass(frozen=True, slots=True)
class Briefvraag:
    """`plekken`: where it stands in the bid, "plan.pdf, pagina 3"."""

    onderwerp: str
    tekst: str
    plekken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """`verduidelijkingen`: what is to be explained; `aanvullingen`: documents to send."""

    regio: str
    inschrijver: str
    aanbesteding: str
    dag: date
    uiterlijk: date
    ondertekenaar: str
    aanvullingen: tuple[Briefvraag, ...]
    verduidelijkingen: tuple[Briefvraag, ...]


def vragenbrief(brief: Brief) -> bytes:
    """The letter as DOCX. The questions are numbered through, documents to send first."""
    onderwerp = f"Vragen over uw inschrijving voor {brief.aanbesteding}"
    document = woord.nieuw(onderwerp, f"Vragen aan {brief.inschrijver}", brief.regio)
    woord.kop(document, "Vragen over uw inschrijving", 0)
    woord.briefhoofd(document, brief.regio, brief.inschrijver, onderwerp, brief.dag)
    woord.alinea(document, "Geachte inschrijver,")
    woord.alinea(
        document,
        f"Wij lezen uw inschrijving voor {brief.aanbesteding}. Over een paar punten hebben wij een vraag. "
        "In deze brief staan de vragen, en wat u met uw antwoord wel en niet kunt doen.",
    )
    woord.kop(document, "Wat u kunt doen")
    woord.lijst(
        document,
        (
            "U legt uit wat u bedoelt, of wijst aan waar het in uw inschrijving staat.",
            "U stuurt een stuk na waar wij om vragen.",
            "U herstelt een vergissing die voor iedereen duidelijk is.",
        ),
    )
    woord.alinea(
        document,
        "Uw aanbod blijft zoals het is. U verandert er niets aan en voegt er niets nieuws aan toe. Dit "
        f"staat in het inkoopdocument, {VINDPLAATS}. Wat wij niet vragen, laat u zoals het is.",
    )
    woord.kop(document, "Wanneer en hoe u antwoordt")
    dagen = werkdagen_tussen(brief.dag, brief.uiterlijk)
    woord.alinea(
        document,
        "Wij krijgen uw antwoord graag zo snel als u kunt, en uiterlijk op "
        f"{dag_in_woorden(brief.uiterlijk)}. Dat is binnen {duur_in_woorden(dagen, 'werkdag')}. "
        "Komt uw antwoord later, dan is uw inschrijving ongeldig.",
    )
    woord.alinea(
        document,
        "Stuur uw antwoord met een bericht op het platform waar u uw inschrijving deed. Gebruik geen e-mail "
        "en geen post. Zet bij elk antwoord het nummer van de vraag.",
    )
    _vragen(document, "Stukken die wij graag krijgen", brief.aanvullingen, 1)
    _vragen(document, "Vragen om uitleg", brief.verduidelijkingen, len(brief.aanvullingen) + 1)
    woord.alinea(document, "Met vriendelijke groet,", ruimte_na=36)
    woord.alinea(document, f"{brief.ondertekenaar}\nnamens {brief.regio}")
    return woord.als_bytes(document)


def _vragen(document: Document, kop: str, vragen: Sequence[Briefvraag], eerste: int) -> None:
    if not vragen:
        return
    woord.kop(document, kop)
    rijen = [
        (nummer, v.onderwerp, v.tekst, "\n".join(v.plekken) or "–") for nummer, v in enumerate(vragen, eerste)
    ]
    woord.tabel(
        document, ("Nr.", "Waarover", "Onze vraag", "Waar in uw inschrijving"), rijen, (1.2, 3.8, 6.8, 4.8)
    )
