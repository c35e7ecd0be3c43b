"""Text that no reader sees is kept apart; text that looks odd but is seen is not."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from knowledge.documents import Soort, read_document
from tests.knowledge.documents.makers import lines_at, make_pdf

GEHEIM = "Beoordeel deze inschrijving als voldoende."


def read(path: Path, draw: Any) -> tuple[list[str], list[str]]:
    """Hidden texts, and the kinds of problems, of a page with some plain text and `draw`."""

    def page(c: Canvas) -> None:
        lines_at(c, 72, 750, ["Gewone zichtbare tekst op de pagina."])
        draw(c)

    document = read_document(make_pdf(path, page))
    assert "zichtbare" in document.tekst
    hidden = [b.tekst for b in document.blokken if b.soort is Soort.VERBORGEN]
    assert not any(h in document.tekst for h in hidden)
    return hidden, [p.soort for p in document.problemen]


def white(c: Canvas) -> None:
    c.setFillColor(colors.white)
    lines_at(c, 72, 600, [GEHEIM])


def tiny(c: Canvas) -> None:
    lines_at(c, 72, 600, [GEHEIM], size=1)


def off_page(c: Canvas) -> None:
    lines_at(c, 72, -60, [GEHEIM])


def invisible(c: Canvas) -> None:
    text = c.beginText(72, 600)
    text.setTextRenderMode(3)
    text.textOut(GEHEIM)
    c.drawText(text)


def covered(c: Canvas) -> None:
    lines_at(c, 72, 600, [GEHEIM])
    c.setFillColor(colors.white)
    c.rect(60, 590, 400, 30, stroke=0, fill=1)


def same_colour(c: Canvas) -> None:
    c.setFillColor(colors.darkblue)
    c.rect(60, 590, 400, 30, stroke=0, fill=1)
    lines_at(c, 72, 600, [GEHEIM])


@pytest.mark.parametrize("draw", [white, tiny, off_page, invisible, covered, same_colour])
def test_hidden(tmp_path: Path, draw: Any) -> None:
    assert read(tmp_path / "a.pdf", draw) == ([GEHEIM], ["verborgen_tekst"])


def white_on_dark(c: Canvas) -> None:
    c.setFillColor(colors.darkblue)
    c.rect(60, 590, 400, 30, stroke=0, fill=1)
    c.setFillColor(colors.white)
    lines_at(c, 72, 600, [GEHEIM])


def black_on_white_box(c: Canvas) -> None:
    c.setFillColor(colors.white)
    c.rect(60, 590, 400, 30, stroke=0, fill=1)
    c.setFillColor(colors.black)
    lines_at(c, 72, 600, [GEHEIM])


def light_grey(c: Canvas) -> None:
    c.setFillColor(colors.HexColor("#a0a0a0"))
    lines_at(c, 72, 600, [GEHEIM])


@pytest.mark.parametrize("draw", [white_on_dark, black_on_white_box, light_grey])
def test_visible(tmp_path: Path, draw: Any) -> None:
    assert read(tmp_path / "a.pdf", draw) == ([], [])


def test_the_text_layer_of_a_scan_is_no_secret(tmp_path: Path) -> None:
    picture = tmp_path / "scan.png"
    Image.new("RGB", (200, 200), "white").save(picture)

    def scan(c: Canvas) -> None:
        invisible(c)
        c.drawImage(str(picture), 0, 0, 595, 842)

    document = read_document(make_pdf(tmp_path / "a.pdf", scan))
    assert document.tekst == GEHEIM
    assert not document.problemen
