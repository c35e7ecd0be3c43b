"""The five real documents get correct places."""

import pytest

from knowledge.sources import Brondocument, read_source
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared


def read(name: str) -> Brondocument:
    return read_source(next((SHARED / "bronnen").glob(f"{name}*.txt")))


def test_inkoopdocument_has_all_eisen_in_their_chapters() -> None:
    eisen = {p.vindplaats: p for p in read("ijsselland-inkoopdocument").passages if p.soort == "eis"}
    wanted = [f"eis {c}" for c in "ABCDEFGHIJKL"] + [f"eis {n}" for n in range(1, 110)]
    assert sorted(eisen) == sorted(wanted)
    for number, chapter in ((1, "Algemeen geldende"), (67, "Ambulante"), (88, "Wonen"), (105, "Dyslexie")):
        assert chapter in eisen[f"eis {number}"].koppen[0]
    assert eisen["eis 36"].tekst.strip() == "Vervallen"


def test_inkoopdocument_has_the_lost_paragraphs() -> None:
    titles = {p.vindplaats: p.koppen for p in read("ijsselland-inkoopdocument").passages}
    for place, title in (
        ("§7.2", "Convenant"),
        ("§8.4", "Verwijzen"),
        ("§9.5", "voorzieningen"),
        ("§9.7", "tarieven"),
    ):
        assert any(title in kop for kop in titles[place])
    assert {"§4.1.13", "§9.3.4", "§5.5.1.2", "bijlage XII", "bijlage XVI", "hoofdstuk 2"} <= titles.keys()


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("ijmond", {"§2.1", "§4.2.3", "§4.4", "hoofdstuk 3"}),
        ("ijsselland-inkoopstrategie", {"hoofdstuk 4", "hoofdstuk 6", "Inleiding"}),
    ],
)
def test_other_numbered_documents(name: str, places: set[str]) -> None:
    assert places <= {p.vindplaats for p in read(name).passages}


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("noordoost-brabant", "Producten – Beschikbaar budget"),
        ("noordoost-brabant", "Producten – Zware producten"),
        ("dalfsen", "Toelichting – Ambulante Jeugdhulp, wonen en crisis"),
        ("dalfsen", "Financiën"),
    ],
)
def test_documents_without_numbers(name: str, heading: str) -> None:
    assert heading in {p.vindplaats for p in read(name).passages}


@pytest.mark.parametrize(
    "name", ["ijsselland-inkoopd", "ijsselland-inkoops", "ijmond", "dalfsen", "noordoost"]
)
def test_no_page_footer_reaches_a_passage(name: str) -> None:
    text = "\n".join(p.tekst for p in read(name).passages)
    assert "Pagina |" not in text and " van 12\n" not in text
    assert not any(line.startswith(("http", "mailto:")) for line in text.split("\n"))
