"""Every heading of the real documents is found with its number: as text, and as PDF and DOCX made from it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from knowledge.sources.headings import find_headings
from knowledge.sources.headings.contents import take_out
from knowledge.sources.importer import read_lines
from knowledge.sources.split import split
from tests.knowledge.sources.maken import Stijl, maak_docx, maak_pdf, stukken
from tests.knowledge.sources.plaatsen import BIJLAGEN, EISEN, ZONDER_NUMMER, nummers
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared

NUMBERED = ("ijsselland-inkoopdocument", "ijmond", "ijsselland-inkoopstrategie")
INKOOP = "ijsselland-inkoopdocument"


def text_file(name: str) -> Path:
    return next((SHARED / "bronnen").glob(f"{name}*.txt"))


def mistakes(path: Path, name: str, besides: Sequence[str] = ()) -> tuple[list[str], list[str]]:
    """Headings, bijlagen and eisen that are expected and were not found, and numbers that are no heading."""
    lines = read_lines(path)
    koppen = find_headings(*take_out(lines))
    found = {kop.nummer for kop in koppen.values() if kop.pad}
    lost = [n for n in nummers(name) if n not in found and n not in besides]
    titles = {kop.titel for kop in koppen.values()}
    lost += [t for t in ZONDER_NUMMER.get(name, ()) if t not in titles]
    if name == INKOOP:
        annexes = {kop.nummer for kop in koppen.values() if kop.soort == "bijlage"}
        lost += [f"bijlage {n}" for n in BIJLAGEN if n not in annexes]
        eisen = {p.vindplaats for p in split(lines) if p.soort == "eis"}
        lost += [f"eis {n}" for n in EISEN if f"eis {n}" not in eisen]
    return lost, sorted(found - set(nummers(name)))


@pytest.mark.parametrize("name", sorted({*NUMBERED, *ZONDER_NUMMER}))
def test_text(name: str) -> None:
    assert mistakes(text_file(name), name) == ([], [])


@pytest.mark.parametrize("name", sorted({*NUMBERED, *ZONDER_NUMMER}))
@pytest.mark.parametrize("stijl", ["getypt", "deels"])
def test_docx_with_typed_numbers(name: str, stijl: Stijl, tmp_path: Path) -> None:
    file = maak_docx(tmp_path / "bron.docx", stukken(text_file(name)), stijl)
    assert mistakes(file, name) == ([], [])


@pytest.mark.parametrize("name", sorted({*NUMBERED, *ZONDER_NUMMER}))
def test_docx_with_automatic_numbers(name: str, tmp_path: Path) -> None:
    """The document gives two paragraphs the number 3.4; Word counts on, so 3.4.1 becomes 3.5.1 there."""
    file = maak_docx(tmp_path / "bron.docx", stukken(text_file(name)), "automatisch")
    assert mistakes(file, name, besides=("3.4.1", "3.4.2"))[0] == []


@pytest.mark.parametrize("name", NUMBERED)
def test_docx_whose_numbers_stand_in_the_table_of_contents_only(name: str, tmp_path: Path) -> None:
    file = maak_docx(tmp_path / "bron.docx", stukken(text_file(name)), "verloren", inhoudsopgave=True)
    assert mistakes(file, name) == ([], [])


def test_docx_without_numbers_or_table_of_contents(tmp_path: Path) -> None:
    """Counted by their marked level; not what lies four deep or behind the number that is given twice."""
    file = maak_docx(tmp_path / "bron.docx", stukken(text_file(INKOOP)), "verloren")
    besides = [n for n in nummers(INKOOP) if n.count(".") == 3 or n.startswith("3.4.")]
    assert mistakes(file, INKOOP, besides)[0] == []


@pytest.mark.parametrize("name", sorted({*NUMBERED, *ZONDER_NUMMER} - {INKOOP}))
@pytest.mark.parametrize(("stijl", "inhoud"), [("getypt", False), ("automatisch", False), ("verloren", True)])
def test_pdf(name: str, stijl: Stijl, inhoud: bool, tmp_path: Path) -> None:
    file = maak_pdf(tmp_path / "bron.pdf", stukken(text_file(name)), stijl, inhoud)
    assert mistakes(file, name) == ([], [])


@pytest.mark.slow
@pytest.mark.parametrize(("stijl", "inhoud"), [("getypt", False), ("automatisch", False), ("verloren", True)])
def test_pdf_of_the_inkoopdocument(stijl: Stijl, inhoud: bool, tmp_path: Path) -> None:
    file = maak_pdf(tmp_path / "bron.pdf", stukken(text_file(INKOOP)), stijl, inhoud)
    assert mistakes(file, INKOOP) == ([], [])


def test_text_whose_numbers_stand_in_the_table_of_contents_only(tmp_path: Path) -> None:
    text = """Inhoudsopgave
1 Inleiding ................................ 3
1.1 Aanleiding en doel van deze
inkoop ..................................... 3
1.2 Leeswijzer ............................. 4
2 De hulp .................................. 5
2.1 Wonen .................................. 5
2.1.1 Leeswijzer ........................... 6
 1 Inleiding
In dit stuk staat hoe de streek hulp inkoopt en wat zij daarbij van aanbieders vraagt.
Aanleiding en doel van deze
inkoop
De huidige contracten lopen af en daarom zijn er nieuwe nodig, voor de duur van vier jaren.
Leeswijzer
Eerst komt de hulp aan de orde en daarna staat er hoe de betaling in zijn werk gaat.
 2 De hulp
Hulp is er in vele vormen, van een gesprek aan de keukentafel tot een plek om te wonen.
Wonen
Wie niet thuis kan wonen krijgt een plek die zo veel mogelijk op een gewoon thuis lijkt.
Leeswijzer
Hieronder staat welke plekken er zijn, en wat er op die plekken van de begeleiding wordt gevraagd.
"""
    file = tmp_path / "bron.txt"
    file.write_text(text, encoding="utf-8")
    places = [p.vindplaats for p in split(read_lines(file))]
    assert places == ["hoofdstuk 1", "§1.1", "§1.2", "hoofdstuk 2", "§2.1", "§2.1.1"]


def test_a_number_on_a_line_of_its_own_belongs_to_the_title_below_it(tmp_path: Path) -> None:
    text = " 1 Inleiding\nEen eerste stuk tekst dat uitlegt waar het over gaat.\n1.1\nDoel\nHet is helder.\n"
    text += " 2 Hulp\nEen tweede stuk tekst dat uitlegt waar het over gaat.\n2.1\nVormen\nEr zijn er twee.\n"
    file = tmp_path / "bron.txt"
    file.write_text(text, encoding="utf-8")
    assert [p.vindplaats for p in split(read_lines(file))] == ["hoofdstuk 1", "§1.1", "hoofdstuk 2", "§2.1"]
