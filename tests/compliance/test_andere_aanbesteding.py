"""A second, invented tender: the checker judges by the catalogue it is given, not by one it knows."""

from pathlib import Path

import pytest

from compliance.controle import judge_documents
from compliance.rapport import Rapport
from knowledge.catalogue.load import load_folder
from knowledge.documents import Blok, Document, Soort

MAP = Path(__file__).parent / "andere_aanbesteding"


def _tekst(bestand: str, *regels: str) -> Document:
    blokken = tuple(
        Blok(regel.removeprefix("# "), Soort.KOP if regel.startswith("# ") else Soort.ALINEA, 1, niveau=1)
        for regel in regels
    )
    return Document(bestand, "pdf", blokken, paginas=1)


def _rij(*cellen: str) -> Blok:
    return Blok(" | ".join(cellen), Soort.TABELRIJ, cellen=cellen, tabel="1")


@pytest.fixture(scope="module")
def rapport() -> Rapport:
    tender = load_folder(MAP)
    vorm = Document(
        "invulsjabloon.docx",
        "docx",
        (
            Blok("Invulsjabloon", Soort.KOP, niveau=1),
            _rij("Vraag", "Antwoord"),
            _rij("Statutaire naam", "Stichting De Duinpan"),
            _rij("Perceel", "Inschrijving"),
            _rij("1 Schuldhulp", "ja"),
            _rij("2 Dagbesteding", "ja"),
            Blok("Wij gaan zonder voorbehoud akkoord met het bestek en met alle eisen en voorwaarden."),
        ),
    )
    plan = _tekst(
        "werkwijze.pdf",
        "# Aanmelding",
        "Na de aanmelding volgt binnen twee weken een eerste gesprek met de bewoner.",
        "Samen met de bewoner maken we een budgetplan.",
        "# Schuldeisers",
        "Alle schuldeisers worden binnen zes weken aangeschreven.",
        "# Nazorg",
        "Na afloop van de hulp krijgt de bewoner een jaar lang nazorg.",
        "# Kosten",
        "Per maand vragen wij van de bewoner een eigen bijdrage van € 10.",
        "# De dagbesteding",
        "De dagbesteding is vijf dagen per week open.",
        "Een warme maaltijd hoort er elke dag bij.",
        "Het vervoer van deelnemers moeten zij zelf regelen.",
        "# Klachten",
        "Een klacht wordt binnen veertien dagen behandeld.",
        "# Verslag",
        "Het jaarverslag sturen wij uiterlijk 1 juli naar de gemeente.",
    )
    return judge_documents([vorm, plan], tender=tender)


def test_report_is_of_that_tender(rapport: Rapport) -> None:
    assert rapport.tender == "zandhoven-2025"
    assert rapport.peildatum == "2024-10-01"
    assert rapport.percelen == (1, 2)
    assert rapport.inschrijver == "Stichting De Duinpan"
    assert len(rapport.eisen) == 15


def test_eisen_by_their_own_norms(rapport: Rapport) -> None:
    status = {oordeel.id: oordeel.status for oordeel in rapport.eisen}
    assert {id for id, s in status.items() if s == "strijdig"} == {"S3", "S4", "D3", "A3"}
    assert {"S1", "S2", "S5", "D1", "D2", "A1"} <= {id for id, s in status.items() if s == "aangetoond"}
    assert {id for id, s in status.items() if s == "verklaard"} == {"A2", "A4", "A6", "D4"}
    assert status["A5"] == "nvt"


def test_nothing_of_the_other_tender(rapport: Rapport) -> None:
    assert "IJsselland" not in rapport.model_dump_json()
    assert not rapport.stukken  # this tender asks for none in its catalogue
