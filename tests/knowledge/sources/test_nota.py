"""A nota van inlichtingen is split by question, with the places of the tender document it is about."""

from pathlib import Path

import docx
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from knowledge.errors import InvoerFout
from knowledge.sources import Brondocument, Bronnen, Passage, import_file, read_source
from knowledge.sources.importer import Opgave
from knowledge.sources.places import changed_places, places_in, places_in_column

ROWS = [
    ("Nr.", "Paragraaf / eis", "Pagina", "Vraag", "Antwoord"),
    ("1", "§4.3.1", "22", "Mag een kleine aanbieder ook op twee percelen inschrijven?", "Ja, dat mag."),
    (
        "2",
        "eis 12",
        "40",
        "Is de termijn voor klachten niet te kort voor een vakantieperiode?",
        "Dat klopt. Eis 12 wordt gewijzigd: de termijn wordt acht weken. Ook eis 15 wordt aangepast.",
    ),
    ("3", "Bijlage XII", "70", "Telt een orthopedagoog mee als gedragswetenschapper?", "Ja."),
    ("4", "", "", "Wanneer volgt de uitslag, gezien wat er in paragraaf 3.3 staat?", "In augustus."),
]
OVER = {
    "vraag 1": ("§4.3.1",),
    "vraag 2": ("eis 12", "eis 15"),
    "vraag 3": ("bijlage XII",),
    "vraag 4": ("§3.3",),
}
TITLE = "Nota van inlichtingen 2"
INTRO = "Deze nota hoort bij het inkoopdocument jeugdhulp van de regio Twente en gaat erboven."


def as_docx(folder: Path) -> Path:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(INTRO)
    table = document.add_table(0, 5)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(folder / "nota.docx"))
    return folder / "nota.docx"


def as_pdf(folder: Path) -> Path:
    style = getSampleStyleSheet()["BodyText"]
    rows = [[Paragraph(text, style) for text in row] for row in ROWS]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    table = Table(rows, colWidths=[30, 70, 45, 160, 160], style=grid)
    title = Paragraph(TITLE, getSampleStyleSheet()["Heading1"])
    SimpleDocTemplate(str(folder / "nota.pdf"), pagesize=A4).build([title, Paragraph(INTRO, style), table])
    return folder / "nota.pdf"


def as_text(folder: Path) -> Path:
    lines = [TITLE, "", INTRO, ""]
    for number, place, _, question, answer in ROWS[1:]:
        lines += [f"Vraag {number}", f"Verwijzing: {place}"] if place else [f"Vraag {number}"]
        half = question.rfind(" ", 0, 50)
        lines += [question[:half], question[half + 1 :], f"Antwoord: {answer}", ""]
    (folder / "nota.txt").write_text("\n".join(lines), encoding="utf-8")
    return folder / "nota.txt"


@pytest.mark.parametrize("make", [as_docx, as_pdf, as_text])
def test_every_question_is_a_passage_with_its_places(make, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    document = read_source(make(tmp_path))
    questions = {p.vindplaats: p for p in document.passages if p.soort == "vraag"}
    assert {place: p.over for place, p in questions.items()} == OVER
    assert questions["vraag 2"].tekst == (
        "Vraag: Is de termijn voor klachten niet te kort voor een vakantieperiode?\n"
        "Antwoord: Dat klopt. Eis 12 wordt gewijzigd: de termijn wordt acht weken. "
        "Ook eis 15 wordt aangepast."
    )
    assert (document.soort, document.volgnummer, document.regio) == ("nota van inlichtingen", 2, "Twente")
    assert any(INTRO in p.tekst for p in document.passages if p.soort != "vraag")


def test_questions_below_each_other_in_other_words(tmp_path: Path) -> None:
    text = """Beantwoording
1. Vraag (eis 7): hoe lang bewaart de aanbieder het dossier?
Antwoord opdrachtgever: Twintig jaar.
Dat volgt uit de wet.
2) Vraag hoofdstuk 5: tellen ook referenties uit een andere streek?
Antwoord: Ja, zie bijlage I.

Wijzigingen
Paragraaf 6.1 vervalt. In paragraaf 6.2 staat een voorbeeld.
"""
    file = tmp_path / "antwoorden.txt"
    file.write_text(text, encoding="utf-8")
    document = read_source(file)
    questions = {p.vindplaats: p for p in document.passages if p.soort == "vraag"}
    assert document.soort == "nota van inlichtingen"
    assert questions["vraag 1"].over == ("eis 7",) and "volgt uit de wet" in questions["vraag 1"].tekst
    assert questions["vraag 2"].over == ("hoofdstuk 5",)
    (rest,) = (p for p in document.passages if "vervalt" in p.tekst)
    assert rest.over == ("§6.1",)


def test_a_row_that_a_page_broke_is_one_question(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(0, 4)
    for row in (
        ("Volgnr", "Onderdeel", "Vraag van inschrijver", "Antwoord opdrachtgever"),
        ("1", "eis 3", "Geldt dit ook voor wie later", "Ja, ook voor wie later"),
        ("", "", "instroomt?", "instroomt."),
        ("2", "eis 4", "En voor onderaannemers?", "Nee."),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(tmp_path / "lijst.docx"))
    questions = [p for p in read_source(tmp_path / "lijst.docx").passages if p.soort == "vraag"]
    assert [p.vindplaats for p in questions] == ["vraag 1", "vraag 2"]
    assert "later instroomt?" in questions[0].tekst.replace("\n", " ")


def test_an_inkoopdocument_that_names_questions_is_no_nota(tmp_path: Path) -> None:
    text = "1 Procedure\nVragen stelt u voor 1 mei.\nVraag 1 van het formulier slaat u over.\n2 Hulp\nHulp.\n"
    (tmp_path / "stuk.txt").write_text(text, encoding="utf-8")
    assert read_source(tmp_path / "stuk.txt").soort != "nota van inlichtingen"


def tender(store: Bronnen, name: str = "inkoopdocument-twente-2031", regio: str = "Twente") -> None:
    passages = (Passage("eis 12", "De termijn is zes weken.", soort="eis"),)
    store.bewaar(Brondocument(name, "i.txt", "Inkoop", passages, regio, 2031, "inkoopdocument"))


def test_a_nota_amends_the_one_inkoopdocument_of_its_region(tmp_path: Path) -> None:
    store = Bronnen(tmp_path / "b")
    tender(store)
    tender(store, "inkoopdocument-zeeland-2031", "Zeeland")
    document = import_file(as_docx(tmp_path), "nota", store)
    assert (document.wijzigt, document.jaar) == ("inkoopdocument-twente-2031", 2031)
    assert store.haal("nota") == document


def test_between_two_documents_it_does_not_choose_but_can_be_told(tmp_path: Path) -> None:
    store = Bronnen(tmp_path / "b")
    tender(store)
    tender(store, "inkoopdocument-twente-2032")
    assert import_file(as_docx(tmp_path), "nota", store).wijzigt == ""
    told = Opgave(wijzigt="inkoopdocument-twente-2032")
    assert import_file(as_docx(tmp_path), "nota", store, told).wijzigt == "inkoopdocument-twente-2032"


def test_a_document_cannot_amend_itself(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match="zichzelf"):
        import_file(as_docx(tmp_path), "nota", Bronnen(tmp_path / "b"), Opgave(wijzigt="nota"))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Zie paragraaf 4.3.1 en § 5.2.", ("§4.3.1", "§5.2")),
        ("de paragrafen 4.1, 4.2 en 4.3", ("§4.1", "§4.2", "§4.3")),
        ("Eisen 12 t/m 14 en eis C", ("eis C", "eis 12", "eis 13", "eis 14")),
        ("bijlage xii en hoofdstuk 2", ("bijlage XII", "hoofdstuk 2")),
        ("artikel 2.3 van de Jeugdwet", ()),
        ("de termijn is 4.5 uur", ()),
    ],
)
def test_places_that_a_text_names(text: str, places: tuple[str, ...]) -> None:
    assert set(places_in(text)) == set(places)


@pytest.mark.parametrize(
    ("head", "cell", "places"),
    [
        ("Eis", "12", ("eis 12",)),
        ("Eisnr.", "12 en 13", ("eis 12", "eis 13")),
        ("Paragraaf", "4.3.1", ("§4.3.1",)),
        ("Hoofdstuk", "5", ("hoofdstuk 5",)),
        ("Bijlage", "XII", ("bijlage XII",)),
        ("Pagina", "12", ()),
        ("Document", "Inkoopdocument, eis 12", ("eis 12",)),
        ("Onderwerp", "Tarieven 2023", ()),
    ],
)
def test_places_in_a_column(head: str, cell: str, places: tuple[str, ...]) -> None:
    assert places_in_column(head, cell) == places


def test_only_what_is_said_to_change_counts_as_changed() -> None:
    text = (
        "Zoals eis 11 zegt, blijft dat zo. Eis 12 komt te luiden: binnen acht weken. Paragraaf 4.2 vervalt."
    )
    assert changed_places(text) == ("eis 12", "§4.2")
