"""Region, year and kind are read from the name and the text, and can be told at import."""

import pytest

from knowledge.sources import read_source
from knowledge.sources.kenmerken import Kenmerken, lees_kenmerken
from tests.shared import SHARED, needs_shared


@needs_shared
@pytest.mark.parametrize(
    ("name", "regio", "jaar", "soort"),
    [
        ("ijsselland-inkoopdocument", "IJsselland", 2023, "inkoopdocument"),
        ("ijsselland-inkoopstrategie", "IJsselland", 2021, "strategie"),
        ("ijmond", "IJmond en Zuid-Kennemerland", 2021, "strategie"),
        ("noordoost-brabant", "Noordoost-Brabant", 2021, "inkoopopdracht"),
        ("dalfsen", "IJsselland", 2021, "raadsbrief"),
    ],
)
def test_the_five_documents(name: str, regio: str, jaar: int, soort: str) -> None:
    document = read_source(next((SHARED / "bronnen").glob(f"{name}*.txt")))
    assert (document.regio, document.jaar, document.soort) == (regio, jaar, soort)


@needs_shared
@pytest.mark.parametrize(
    ("name", "regio", "soort"),
    [
        ("ijsselland-inkoopdocument", "IJsselland", "inkoopdocument"),
        ("ijsselland-inkoopstrategie", "IJsselland", "strategie"),
        ("ijmond", "IJmond en Zuid-Kennemerland", "strategie"),
        ("noordoost-brabant", "Noordoost-Brabant", "overig"),
        ("dalfsen", "IJsselland", "raadsbrief"),
    ],
)
def test_the_text_tells_where_the_name_does_not(name: str, regio: str, soort: str) -> None:
    file = next((SHARED / "bronnen").glob(f"{name}*.txt"))
    found = lees_kenmerken("scan0001.pdf", file.read_text(encoding="utf-8").split("\n"))
    assert (found.regio, found.soort) == (regio, soort)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        (
            "Aanbestedingsleidraad_Twente_2030.docx",
            ["Leidraad", "Regio Twente koopt in.", "De overeenkomst start 1 januari 2031."],
            Kenmerken("Twente", 2030, "inkoopdocument"),
        ),
        (
            "nvi-2.pdf",
            ["Tweede ronde", "Vragen over de inkoop van regio Zeeland", "datum 3 maart 2030", "Zeeland"],
            Kenmerken("Zeeland", 2030, "nota van inlichtingen", 2),
        ),
        (
            "stuk.txt",
            ["Nota van inlichtingen deel III", "In de regio Noordenveld", "De regio Noordenveld kiest."],
            Kenmerken("Noordenveld", None, "nota van inlichtingen", 3),
        ),
        ("lijst.txt", ["Een lijst", "zonder plaats of jaar"], Kenmerken("", None, "overig")),
        (
            "verordening jeugd.txt",
            ["Verordening jeugdhulp", "Deze verordening treedt in werking op 1 januari 2029."],
            Kenmerken("", 2029, "verordening"),
        ),
    ],
)
def test_other_documents(name: str, text: list[str], found: Kenmerken) -> None:
    assert lees_kenmerken(name, text) == found


def test_a_document_without_text_has_none() -> None:
    assert lees_kenmerken("leeg.txt", []) == Kenmerken("", None, "overig")
