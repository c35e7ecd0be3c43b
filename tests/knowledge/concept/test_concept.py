"""From an imported inkoopdocument comes a draft catalogue with every eis in its place."""

import csv
from pathlib import Path

import docx
import pytest
import yaml
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from knowledge.catalogue.load import load_folder, load_tender
from knowledge.catalogue.models import Eis
from knowledge.cli import main
from knowledge.concept import conceptcatalogus
from knowledge.sources import Brondocument, Bronnen, read_source
from tests.knowledge.sources.maken import maak_docx, maak_pdf, stukken
from tests.knowledge.sources.plaatsen import EISEN
from tests.shared import SHARED, needs_shared


def inkoopdocument() -> Path:
    return next((SHARED / "bronnen").glob("ijsselland-inkoopdocument*.txt"))


def shares(document: Brondocument) -> tuple[int, float, float]:
    """How many eisen have the right paragraph, and the shares with the right percelen and vormen."""
    tender = load_tender()
    eisen = {eis.id: eis for eis in conceptcatalogus(document).eisen}
    assert sorted(eisen) == sorted(EISEN)
    with (SHARED / "contract" / "eisen_bereik.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    right = {"paragraaf": 0, "percelen": 0, "vormen": 0}
    for row in rows:
        eis = eisen[row["eis"]]
        wanted = range(1, 10) if row["percelen"] == "alle" else map(int, row["percelen"].split(","))
        right["paragraaf"] += eis.paragraaf == tender.eis(eis.id).paragraaf
        right["percelen"] += eis.percelen == tuple(wanted)
        right["vormen"] += set(eis.vormen) == set(filter(None, row["vorm"].split(",")))
    return right["paragraaf"], right["percelen"] / len(rows), right["vormen"] / len(rows)


@needs_shared
def test_all_eisen_of_the_inkoopdocument_with_paragraph_and_percelen() -> None:
    paragraphs, percelen, vormen = shares(read_source(inkoopdocument()))
    assert paragraphs == 121 and percelen >= 0.99 and vormen >= 0.98


@needs_shared
def test_the_same_from_word(tmp_path: Path) -> None:
    paragraphs, percelen, _ = shares(
        read_source(maak_docx(tmp_path / "i.docx", stukken(inkoopdocument()), "deels"))
    )
    assert paragraphs == 121 and percelen >= 0.99


@needs_shared
@pytest.mark.slow
def test_the_same_from_pdf(tmp_path: Path) -> None:
    paragraphs, percelen, _ = shares(
        read_source(maak_pdf(tmp_path / "i.pdf", stukken(inkoopdocument()), "automatisch"))
    )
    assert paragraphs == 121 and percelen >= 0.99


@needs_shared
@pytest.mark.parametrize("name", ["dalfsen", "ijmond", "noordoost", "ijsselland-inkoopstrategie"])
def test_documents_without_numbered_eisen_give_none(name: str) -> None:
    document = read_source(next((SHARED / "bronnen").glob(f"{name}*.txt")))
    assert conceptcatalogus(document).eisen == ()


# A small tender of another region, with eisen numbered in the way that a test wants.

CHAPTERS = [
    (
        "1 Inleiding",
        [
            "De regio Duinstreek koopt hulp in, verdeeld over perceel 1 (thuis) en perceel 2 (wonen).",
            "Perceel 1 is er voor hulp thuis en perceel 2 voor kinderen die niet thuis kunnen wonen.",
            "De sluitingsdatum voor inschrijven is maandag 3 maart 2031 om 12:00 uur.",
        ],
    ),
    ("2 Algemene eisen", []),
    ("3 Eisen wonen (perceel 2)", ["Deze eisen komen boven op de algemene eisen van hoofdstuk 2."]),
]
ASKED = [
    "De aanbieder heeft een klachtenregeling en wijst ieder kind bij de start op het bestaan ervan.",
    "De aanbieder meldt een calamiteit binnen een werkdag aan de inspectie en aan de gemeente.",
    "De gemeente betaalt een factuur binnen dertig dagen, mits zij aan bijlage II voldoet.",
    "De aanbieder zorgt voor een vast gezicht voor ieder kind dat in een groep of gezin woont.",
    "Vervallen",
    "Voor gezinshuizen geldt dat er nooit meer dan zes kinderen tegelijk in huis wonen.",
]
STYLES = {
    "E1": ["E1", "E2", "E3", "E4", "E5", "E6"],
    "Eis 1.2": ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"],
    "K-03": ["K-01", "K-02", "K-03", "K-04", "K-05", "K-06"],
}


def shown(style: str) -> list[str]:
    return [f"Eis {i}" if style == "Eis 1.2" else i for i in STYLES[style]]


def parts(style: str) -> list[tuple[str, list[str], list[tuple[str, str]]]]:
    rows = list(zip(shown(style), ASKED, strict=True))
    per_chapter = ([], rows[:3], rows[3:])
    return [(*chapter, own) for chapter, own in zip(CHAPTERS, per_chapter, strict=True)]


def as_text(folder: Path, style: str) -> Path:
    lines: list[str] = []
    for title, paragraphs, rows in parts(style):
        lines += [f" {title}", *paragraphs]
        for identity, text in rows:
            half = text.rfind(" ", 0, 75) if len(text) > 75 else len(text)
            lines += [f"{identity} {text[:half]}", *filter(None, [text[half:].strip()])]
    (folder / "leidraad duinstreek 2031.txt").write_text("\n".join(lines), encoding="utf-8")
    return folder / "leidraad duinstreek 2031.txt"


def as_docx(folder: Path, style: str) -> Path:
    document = docx.Document()
    for title, paragraphs, rows in parts(style):
        document.add_heading(title, 1)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        table = document.add_table(0, 2)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    document.save(str(folder / "leidraad.docx"))
    return folder / "leidraad.docx"


def as_pdf(folder: Path, style: str) -> Path:
    sheet = getSampleStyleSheet()
    flow: list[object] = []
    for title, paragraphs, rows in parts(style):
        flow.append(Paragraph(title, sheet["Heading1"]))
        flow += [Paragraph(paragraph, sheet["BodyText"]) for paragraph in paragraphs]
        if rows:
            cells = [[Paragraph(text, sheet["BodyText"]) for text in row] for row in rows]
            grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
            flow.append(Table(cells, colWidths=[60, 380], style=grid))
    SimpleDocTemplate(str(folder / "leidraad.pdf")).build(flow)
    return folder / "leidraad.pdf"


@pytest.mark.parametrize("make", [as_text, as_docx, as_pdf])
@pytest.mark.parametrize("style", list(STYLES))
def test_another_tender_with_other_numbers(make, style: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    eisen = conceptcatalogus(read_source(make(tmp_path, style))).eisen
    assert [eis.id for eis in eisen] == STYLES[style]
    assert [eis.samenvatting for eis in eisen] == ASKED
    assert [eis.vindplaats for eis in eisen] == [f"eis {identity}" for identity in STYLES[style]]
    assert [eis.paragraaf for eis in eisen] == ["hoofdstuk 2"] * 3 + ["hoofdstuk 3"] * 3
    assert [eis.percelen for eis in eisen] == [(1, 2)] * 3 + [(2,)] * 3
    assert [eis.adressaat for eis in eisen] == ["ON", "ON", "OG", "ON", "VERVALLEN", "ON"]
    assert eisen[5].vormen == ("gezinshuis",) and eisen[2].verwijst_naar == ("bijlage II",)


@pytest.fixture
def imported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    monkeypatch.setenv("THUISPLEK_DATA", str(tmp_path / "data"))
    main(["import", str(as_text(tmp_path, "E1")), "--bron", "duin", "--regio", "Duinstreek"])
    return "duin"


def test_the_folder_loads_as_a_tender(
    imported: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eisen", "--uit-bron", imported, "--out", str(tmp_path / "concept")]) == 0
    said = capsys.readouterr().out
    assert "6 eisen uit duin" in said and "gemeenten" in said
    tender = load_folder(tmp_path / "concept")
    assert (tender.sleutel, tender.regio, tender.jaar) == ("duinstreek-2031", "Duinstreek", 2031)
    assert tender.sluiting.isoformat() == "2031-03-03"
    assert tender.eis("E6").vormen == ("gezinshuis",)
    assert "Concept" in (tmp_path / "concept" / "tender.yaml").read_text(encoding="utf-8")
    assert main(["eisen", "--uit-bron", imported, "--out", str(tmp_path / "concept")]) == 2


def test_one_file_holds_the_eisen(imported: str, tmp_path: Path) -> None:
    file = tmp_path / "eisen.yaml"
    assert main(["eisen", "--uit-bron", imported, "--out", str(file)]) == 0
    rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert [Eis.model_validate(row).id for row in rows] == STYLES["E1"]


@pytest.mark.parametrize(
    "options", [["--uit-bron", "duin"], ["--out", "x"], ["--uit-bron", "onbekend", "--out", "x"]]
)
def test_bad_use_is_refused(imported: str, options: list[str]) -> None:
    assert main(["eisen", *options]) == 2


def test_a_source_without_eisen_is_told(
    imported: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "brief.txt").write_text("Een brief zonder een enkele genummerde regel.", encoding="utf-8")
    main(["import", str(tmp_path / "brief.txt")])
    assert main(["eisen", "--uit-bron", "brief", "--out", str(tmp_path / "uit.yaml")]) == 2
    assert "geen genummerde eisen" in capsys.readouterr().err
    assert not (tmp_path / "uit.yaml").exists() and "brief" in Bronnen.standaard().namen()
