"""Small real files for the tests: PDF by reportlab, DOCX by python-docx with raw XML put in."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def make_pdf(path: Path, *pages: Callable[[Canvas], Any], size: tuple[float, float] = A4) -> Path:
    """A PDF with one page for each drawing function."""
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def lines_at(
    canvas: Canvas, x: float, y: float, lines: list[str], size: float = 10, font: str = "Helvetica"
) -> float:
    """Lines of text from y (points from the bottom) downwards; gives the y below the last."""
    canvas.setFont(font, size)
    for line in lines:
        canvas.drawString(x, y, line)
        y -= 1.25 * size
    return y


def make_docx(path: Path, *body: str, numbering: str = "") -> Path:
    """A DOCX whose body is the given pieces of WordprocessingML (w:p, w:tbl, w:sdt ...)."""
    document = docx.Document()
    end = document.element.body.sectPr
    for xml in body:
        # A wrapper carries the namespaces; what it holds is moved into the body.
        wrapper = parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>")
        for element in list(wrapper):
            end.addprevious(element)
    if numbering:
        part = document.part.numbering_part.element
        wrapper = parse_xml(f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>")
        for old in list(part):
            part.remove(old)
        for element in list(wrapper):
            part.append(element)
    document.save(str(path))
    return path


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    runs = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def rewrite_zip(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """Every part of a zip put through `change(name, content)`."""
    with zipfile.ZipFile(path) as source:
        parts = [(name, change(name, source.read(name))) for name in source.namelist()]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts:
            target.writestr(name, content)
    path.write_bytes(buffer.getvalue())
    return path
