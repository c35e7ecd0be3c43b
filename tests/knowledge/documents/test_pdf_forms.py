"""Form fields: their values are not in the page text, so they are read from the file."""

from pathlib import Path

import pypdf
from pypdf.generic import NameObject
from reportlab.pdfgen.canvas import Canvas

from knowledge.documents import Soort, read_document
from tests.knowledge.documents.makers import lines_at, make_pdf


def fields(path: Path) -> list[str]:
    return [b.tekst for b in read_document(path).blokken if b.soort is Soort.FORMULIERVELD]


def form(c: Canvas) -> None:
    lines_at(c, 72, 770, ["Formulier"], size=16)
    lines_at(c, 72, 705, ["Naam:"])
    c.acroForm.textfield(name="veld1", x=200, y=700, width=200, height=18, value="Stichting De Linde")
    lines_at(c, 72, 665, ["Is er sprake van fraude?"])
    c.acroForm.checkbox(name="v2_ja", x=300, y=662, size=12, checked=False)
    lines_at(c, 318, 665, ["Ja"])
    c.acroForm.checkbox(name="v2_nee", x=360, y=662, size=12, checked=True)
    lines_at(c, 378, 665, ["Nee"])
    c.acroForm.checkbox(name="akkoord", x=72, y=622, size=12, checked=True)
    lines_at(c, 92, 625, ["Wij gaan akkoord met alle voorwaarden."])
    lines_at(c, 72, 585, ["Einde van het formulier."])


def test_fields_stand_in_reading_order_with_their_labels(tmp_path: Path) -> None:
    document = read_document(make_pdf(tmp_path / "a.pdf", form))
    assert [b.tekst for b in document.blokken] == [
        "Formulier",
        "Naam: Stichting De Linde",
        "Is er sprake van fraude? ☐ Ja ☒ Nee",
        "☒ Wij gaan akkoord met alle voorwaarden.",
        "Einde van het formulier.",
    ]
    name = document.blokken[1]
    assert (name.plaats, name.pagina) == ("veld1", 1)
    assert name.kader is not None
    assert 195 < name.kader.links < 205


def test_widgets_that_the_form_does_not_list(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", form)
    writer = pypdf.PdfWriter(path)
    del writer.root_object["/AcroForm"]
    writer.write(path)
    assert fields(path)[0] == "Naam: Stichting De Linde"
    assert len(fields(path)) == 3


def test_fields_that_are_on_no_page(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", form)
    writer = pypdf.PdfWriter(path)
    del writer.pages[0][NameObject("/Annots")]
    writer.write(path)
    assert fields(path) == ["veld1: Stichting De Linde"]


def test_damaged_fields_do_not_cost_the_text(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", form)
    path.write_bytes(path.read_bytes().replace(b"/FT /Tx", b"/FT    "))
    document = read_document(path)
    assert "Einde van het formulier." in document.tekst
    assert [x.soort for x in document.problemen] == ["beschadigd"]


def test_notes_on_the_page(tmp_path: Path) -> None:
    def draw(c: Canvas) -> None:
        lines_at(c, 72, 700, ["Tekst."])
        c.textAnnotation("Nog nakijken door de controller.", (100, 600, 120, 620))

    blocks = read_document(make_pdf(tmp_path / "a.pdf", draw)).blokken
    assert [(b.soort, b.tekst) for b in blocks if b.soort is not Soort.ALINEA] == [
        (Soort.OPMERKING, "Nog nakijken door de controller.")
    ]
