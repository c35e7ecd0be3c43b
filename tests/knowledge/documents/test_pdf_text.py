"""PDF text in the order a reader reads it: paragraphs, headings, lists, tables, columns, notes, headers."""

from pathlib import Path
from typing import Any

import pypdf
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from knowledge.documents import Blok, Document, Soort, page_image, read_document, read_documents
from knowledge.errors import InvoerFout
from tests.knowledge.documents.makers import lines_at, make_pdf

LANG = "De hulp begint binnen zes weken nadat de jeugdige is aangemeld en de verwijzer akkoord is. " * 6


def of_kind(document: Document, soort: Soort) -> list[str]:
    return [b.tekst for b in document.blokken if b.soort is soort]


def story(path: Path, *parts: Any) -> Document:
    SimpleDocTemplate(str(path), pagesize=A4, invariant=1).build(list(parts))
    return read_document(path)


def test_lines_become_paragraphs_with_page_and_box(tmp_path: Path) -> None:
    normal = getSampleStyleSheet()["Normal"]
    document = story(
        tmp_path / "a.pdf", Paragraph(LANG, normal), Spacer(1, 12), Paragraph("Tweede alinea.", normal)
    )
    first, second = document.blokken
    assert first.tekst == LANG.strip()
    assert second.tekst == "Tweede alinea."
    assert first.pagina == second.pagina == 1
    assert first.kader is not None
    assert second.kader is not None
    assert 70 < first.kader.links < 90
    assert first.kader.onder < second.kader.boven
    assert document.paginamaten == ((pytest.approx(595.3, abs=0.1), pytest.approx(841.9, abs=0.1)),)


def test_headings_have_levels_by_look_and_number(tmp_path: Path) -> None:
    style = getSampleStyleSheet()
    document = story(
        tmp_path / "a.pdf",
        Paragraph("1 Inleiding", style["Heading1"]), Paragraph(LANG, style["Normal"]),
        Paragraph("1.1 Doel", style["Heading2"]), Paragraph(LANG, style["Normal"]),
        Paragraph("Zonder nummer", style["Heading2"]), Paragraph(LANG, style["Normal"]),
    )  # fmt: skip
    heads = [(b.tekst, b.niveau) for b in document.blokken if b.soort is Soort.KOP]
    assert heads == [("1 Inleiding", 1), ("1.1 Doel", 2), ("Zonder nummer", 2)]


def test_list_items_stand_apart(tmp_path: Path) -> None:
    def draw(c: Canvas) -> None:
        y = lines_at(c, 72, 750, ["Wij doen dit:"])
        lines_at(
            c,
            72,
            y,
            ["• eerste punt dat over", "  twee regels loopt", "• tweede punt", "1. genummerd", "2. ook"],
        )

    document = read_document(make_pdf(tmp_path / "a.pdf", draw))
    assert of_kind(document, Soort.LIJST) == [
        "eerste punt dat over twee regels loopt", "tweede punt", "1. genummerd", "2. ook"
    ]  # fmt: skip


def test_a_ruled_table_gives_a_row_a_block_with_merged_cells_once(tmp_path: Path) -> None:
    data = [["Fase", "Weken", "Opmerking"], ["Over twee kolommen", "", "ja"], ["A", "26", ""]]
    table = Table(data)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, 1), (1, 1))]))
    document = story(tmp_path / "a.pdf", Paragraph("Voor de tabel.", getSampleStyleSheet()["Normal"]), table)
    rows = [b for b in document.blokken if b.soort is Soort.TABELRIJ]
    assert [b.cellen for b in rows] == [
        ("Fase", "Weken", "Opmerking"), ("Over twee kolommen", "", "ja"), ("A", "26", "")
    ]  # fmt: skip
    assert rows[1].tekst == "Over twee kolommen | ja"
    assert {b.tabel for b in rows} == {"1"}
    assert document.blokken[0].tekst == "Voor de tabel."


def test_a_table_goes_on_over_the_page(tmp_path: Path) -> None:
    table = Table([[f"rij {i}", str(i)] for i in range(60)])
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    rows = [b for b in story(tmp_path / "a.pdf", table).blokken if b.soort is Soort.TABELRIJ]
    assert len(rows) == 60
    assert {b.pagina for b in rows} == {1, 2}
    assert {b.tabel for b in rows} == {"1"}


def test_columns_without_rulings_become_rows(tmp_path: Path) -> None:
    def draw(c: Canvas) -> None:
        for i, (label, value) in enumerate(
            [("KvK-nummer", "00123456"), ("Rechtsvorm", "Stichting"), ("Zetel", "Ommen")]
        ):
            lines_at(c, 72, 700 - 15 * i, [label])
            lines_at(c, 250, 700 - 15 * i, [value])

    rows = read_document(make_pdf(tmp_path / "a.pdf", draw)).blokken
    assert [b.cellen for b in rows] == [
        ("KvK-nummer", "00123456"),
        ("Rechtsvorm", "Stichting"),
        ("Zetel", "Ommen"),
    ]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"linkerkolom regel {i} met lopende tekst" for i in range(12)]
    right = [f"rechterkolom regel {i} met lopende tekst" for i in range(12)]

    def draw(c: Canvas) -> None:
        lines_at(c, 60, 780, ["Een titel over de volle breedte van de pagina, boven beide kolommen"], size=11)
        # Written line by line, as some programs do: the order in the file is not the reading order.
        for i in range(12):
            lines_at(c, 60, 740 - 14 * i, [left[i]])
            lines_at(c, 320, 739 - 14 * i, [right[i]])

    text = read_document(make_pdf(tmp_path / "a.pdf", draw)).tekst.replace("\n", " ")
    assert text.index("Een titel") < text.index(left[0]) < text.index(left[11]) < text.index(right[0])


def test_a_paragraph_goes_on_on_the_next_page(tmp_path: Path) -> None:
    def one(c: Canvas) -> None:
        lines_at(c, 72, 120, ["Wij sturen het verslag uiterlijk binnen"])

    def two(c: Canvas) -> None:
        lines_at(c, 72, 780, ["tien werkdagen aan de verwijzer.", "", "Een nieuwe alinea."])

    document = read_document(make_pdf(tmp_path / "a.pdf", one, two))
    block = document.blokken[0]
    assert block.tekst == "Wij sturen het verslag uiterlijk binnen tien werkdagen aan de verwijzer."
    assert block.plek(0)[0] == 1
    assert block.plek(block.tekst.index("tien"))[0] == 2


def test_headers_footers_and_page_numbers_are_set_apart(tmp_path: Path) -> None:
    def page(number: int) -> Any:
        def draw(c: Canvas) -> None:
            lines_at(c, 72, 810, ["Stichting Voorbeeld - Kwaliteitsplan"], size=8)
            lines_at(c, 72, 700, [f"De inhoud van bladzijde {number} is hier te lezen."])
            lines_at(c, 72, 30, ["versie 3"], size=8)
            lines_at(c, 500, 30, [str(number)], size=8)

        return draw

    document = read_document(make_pdf(tmp_path / "a.pdf", page(1), page(2), page(3)))
    assert of_kind(document, Soort.KOPREGEL) == ["Stichting Voorbeeld - Kwaliteitsplan"] * 3
    assert of_kind(document, Soort.VOETREGEL) == ["versie 3 1", "versie 3 2", "versie 3 3"]
    assert len(of_kind(document, Soort.ALINEA)) == 3


def test_footnotes_and_their_marks(tmp_path: Path) -> None:
    def draw(c: Canvas) -> None:
        lines_at(
            c,
            72,
            700,
            ["Gewone tekst van deze pagina, met genoeg letters om de norm te zijn.", "Nog een regel tekst."],
        )
        c.setFont("Helvetica", 10)
        c.drawString(72, 660, "Wij zijn gecertificeerd volgens ISO 9001:2015.")
        width = c.stringWidth("Wij zijn gecertificeerd volgens ISO 9001:2015.", "Helvetica", 10)
        c.setFont("Helvetica", 6)
        c.drawString(72 + width, 664, "1")
        lines_at(c, 72, 90, ["1. Het certificaat is bijgevoegd."], size=7)

    document = read_document(make_pdf(tmp_path / "a.pdf", draw))
    notes = [b for b in document.blokken if b.soort is Soort.VOETNOOT]
    assert [(b.tekst, b.plaats) for b in notes] == [("Het certificaat is bijgevoegd.", "1")]
    assert "ISO 9001:2015.¹" in document.tekst


def test_letter_spacing_does_not_break_words_and_ticks_stay(tmp_path: Path) -> None:
    def draw(c: Canvas) -> None:
        text = c.beginText(72, 700)
        text.setFont("Helvetica", 12)
        text.setCharSpace(5)
        text.textOut("Ruim gezet")
        text.setCharSpace(0)
        c.drawText(text)
        lines_at(c, 72, 600, ["✔"], font="ZapfDingbats")
        lines_at(c, 90, 600, ["Akkoord met de voorwaarden"])

    blocks = read_document(make_pdf(tmp_path / "a.pdf", draw)).blokken
    assert [b.tekst for b in blocks] == ["Ruim gezet", "✔ Akkoord met de voorwaarden"]


def test_lines_of_a_table_of_contents_are_known_as_such(tmp_path: Path) -> None:
    lines = ["1 Inleiding ................ 3", "2 Klachten . . . . . . . . . . 14"]
    document = read_document(make_pdf(tmp_path / "a.pdf", lambda c: lines_at(c, 72, 700, lines)))
    assert of_kind(document, Soort.INHOUD) == ["1 Inleiding … 3", "2 Klachten … 14"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_and_cropped_pages_have_their_boxes_where_the_reader_sees_them(
    tmp_path: Path, turn: int
) -> None:
    path = make_pdf(tmp_path / "a.pdf", lambda c: lines_at(c, 200, 500, ["Tekst op zijn plaats."]))
    writer = pypdf.PdfWriter(path)
    page = writer.pages[0]
    page.cropbox = pypdf.generic.RectangleObject((100, 200, 500, 700))
    page.rotate(turn)
    writer.write(path)
    block = read_document(path).blokken[0]
    assert block.kader is not None
    width, height = read_document(path).paginamaten[0]
    assert (width, height) == ((400, 500) if turn in {0, 180} else (500, 400))
    x, y = (block.kader.links + block.kader.rechts) / 2, (block.kader.boven + block.kader.onder) / 2
    shown = {0: (148, 198), 90: (302, 148), 180: (252, 302), 270: (198, 252)}[turn]
    assert (x, y) == (pytest.approx(shown[0], abs=4), pytest.approx(shown[1], abs=4))


def test_landscape_and_inherited_page_size(tmp_path: Path) -> None:
    path = make_pdf(
        tmp_path / "a.pdf", lambda c: lines_at(c, 700, 300, ["Rechts op de pagina."]), size=landscape(A4)
    )
    writer = pypdf.PdfWriter(path)
    tree = writer.root_object["/Pages"].get_object()
    tree[pypdf.generic.NameObject("/MediaBox")] = writer.pages[0].pop("/MediaBox")  # type: ignore[index]
    writer.write(path)
    document = read_document(path)
    assert document.tekst == "Rechts op de pagina."
    assert not document.problemen


def test_metadata_and_picture(tmp_path: Path) -> None:
    def draw(c: Canvas) -> None:
        c.setTitle("Kwaliteitsplan")
        lines_at(c, 72, 700, ["Tekst."])

    path = make_pdf(tmp_path / "a.pdf", draw)
    assert read_document(path).eigenschappen["titel"] == "Kwaliteitsplan"
    assert page_image(path, 1, 0.5).startswith(b"\x89PNG")
    with pytest.raises(InvoerFout, match="pagina 2 bestaat niet"):
        page_image(path, 2)


def test_a_page_without_text_is_said_to_be_so(tmp_path: Path) -> None:
    from PIL import Image

    picture = tmp_path / "scan.png"
    Image.new("RGB", (200, 200), "grey").save(picture)
    document = read_document(
        make_pdf(
            tmp_path / "a.pdf",
            lambda c: lines_at(c, 72, 700, ["Een pagina met gewone tekst."]),
            lambda c: c.drawImage(str(picture), 0, 0, 595, 842),
            lambda c: c.line(10, 10, 20, 20),
        )
    )
    assert [(p.soort, p.pagina) for p in document.problemen] == [("onleesbaar", 2), ("leeg", 3)]


def test_an_attachment_is_reported(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", lambda c: lines_at(c, 72, 700, ["Tekst."]))
    writer = pypdf.PdfWriter(path)
    writer.add_attachment("plan.docx", b"inhoud")
    writer.write(path)
    assert [p.soort for p in read_document(path).problemen] == ["bijlage"]


def test_blok_plek_without_continuation() -> None:
    assert Blok("tekst", pagina=4).plek(3) == (4, None)


def test_a_sign_beyond_the_first_65536_is_one_sign(tmp_path: Path) -> None:
    """pdfium gives it in two halves, which no text may hold."""
    plain = make_pdf(tmp_path / "a.pdf", lambda c: lines_at(c, 72, 700, ["De letter A staat hier."]))
    writer = pypdf.PdfWriter(clone_from=plain)
    meaning = pypdf.generic.StreamObject()
    meaning.set_data(
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfchar <41> <D835DC00> endbfchar endcmap end"
    )
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        font.get_object()[pypdf.generic.NameObject("/ToUnicode")] = writer._add_object(meaning)
    writer.write(tmp_path / "b.pdf")
    (document,) = read_documents([tmp_path / "b.pdf"])
    assert "letter \U0001d400 staat" in document.tekst
