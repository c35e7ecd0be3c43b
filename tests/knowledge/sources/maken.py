"""PDF and DOCX versions of a document that is there as text, in the styles in which people write them.

The content is taken from the text as the importer reads it, so that a test compares how the same document
fares in another format.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import docx
from docx.document import Document as Docx
from docx.oxml import parse_xml
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from knowledge.sources.eisen import find_eisen
from knowledge.sources.headings import find_headings
from knowledge.sources.lines import Tekstregel, join_lines, lines_of_text
from tests.knowledge.documents.makers import NAMESPACES

Stijl = Literal["getypt", "automatisch", "deels", "verloren"]
"""Heading numbers typed in the heading, set by the word processor, lost at the second level of the later
chapters, or lost everywhere below the first level."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """One piece: a heading (niveau 1-4), a row of a table, or a paragraph (niveau 0)."""

    tekst: str
    niveau: int = 0
    nummer: str = ""
    cellen: tuple[str, ...] = ()
    bijlage: bool = False


def stukken(path: Path) -> list[Stuk]:
    """The headings, rows of eisen and paragraphs of a text file."""
    lines = lines_of_text(path.read_text(encoding="utf-8"))
    return list(_stukken(lines))


def _stukken(lines: Sequence[Tekstregel]) -> Iterator[Stuk]:
    koppen = find_headings(lines)
    eisen = find_eisen(lines, koppen)
    starts = sorted({*koppen, *eisen, 0})
    for begin, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        kop, start = koppen.get(begin), begin
        if kop and begin not in eisen:
            annex = kop.soort in ("bijlage", "deel")
            title = f"{kop.soort.capitalize()} {kop.nummer} - {kop.titel}" if annex else kop.titel
            if kop.soort == "kop":
                title = lines[start].tekst
            level = len(kop.pad) or (1 if annex else 4)
            yield Stuk(title, level, kop.nummer if kop.pad else "", bijlage=annex)
            start += kop.regels
        units = join_lines(lines[start:end])
        if begin in eisen:
            identity = eisen[begin]
            rest = "\n".join(units).removeprefix(identity).lstrip(".) \n")
            yield Stuk(rest, cellen=(identity, rest))
        else:
            yield from (Stuk(unit) for unit in units)


def maak_docx(path: Path, content: Sequence[Stuk], stijl: Stijl, inhoudsopgave: bool = False) -> Path:
    """A Word document with real heading styles; rows of eisen in a table of two columns."""
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "Document jeugdhulp versie 1.0 Pagina | 4"
    if stijl == "automatisch":
        _heading_numbers(document)
    if inhoudsopgave and contents_rows(content):
        document.add_paragraph("Inhoudsopgave")
        document.styles.add_style("toc 1", 1)
        for row in contents_rows(content):
            document.add_paragraph(row.replace(" ..... ", "\t"), style="toc 1")
    table = None
    for stuk in content:
        if stuk.cellen:
            table = table or document.add_table(0, 2)
            cells = table.add_row().cells
            for cell, text in zip(cells, stuk.cellen, strict=True):
                first, *rest = text.split("\n")
                cell.paragraphs[0].text = first
                for other in rest:
                    cell.add_paragraph(other)
            continue
        table = None
        if stuk.niveau:
            heading = document.add_heading(_heading_text(stuk, stijl), stuk.niveau)
            if stijl == "automatisch" and not stuk.nummer:
                heading._p.get_or_add_pPr().append(
                    parse_xml(f'<w:numPr {NAMESPACES}><w:numId w:val="0"/></w:numPr>')
                )
        else:
            document.add_paragraph(stuk.tekst)
    document.save(str(path))
    return path


def _heading_text(stuk: Stuk, stijl: Stijl) -> str:
    lost = stuk.niveau == 2 and stuk.nummer and int(stuk.nummer.split(".")[0]) >= 7
    typed = stijl != "automatisch" and (
        stijl == "getypt" or stuk.niveau == 1 or (stijl == "deels" and not lost)
    )
    return f"{stuk.nummer} {stuk.tekst}".strip() if typed else stuk.tekst


def _heading_numbers(document: Docx) -> None:
    """Multilevel numbering tied to the heading styles, as Word's own list gallery does it."""
    shown = ["%1", "%1.%2", "%1.%2.%3", "%1.%2.%3.%4"]
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{i + 1}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, text in enumerate(shown)
    )
    part = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {NAMESPACES} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
    )
    part.insert(0, abstract)
    part.append(parse_xml(f'<w:num {NAMESPACES} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level in range(4):
        style = document.styles[f"Heading {level + 1}"].element
        style.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {NAMESPACES}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )


def contents_rows(content: Sequence[Stuk]) -> list[str]:
    """A table of contents with the numbers of every heading that has one."""
    rows = [s for s in content if s.niveau and (s.nummer or s.bijlage)]
    return [f"{s.nummer} {s.tekst}".strip() + f" ..... {3 + i // 2}" for i, s in enumerate(rows)]


_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12.5, spaceAfter=6)
_CELL = ParagraphStyle("cell", parent=_BODY, spaceAfter=2)


def maak_pdf(path: Path, content: Sequence[Stuk], stijl: Stijl, inhoudsopgave: bool = False) -> Path:
    """A paged document with a running footer; a heading number stands apart from its title by a tab."""
    flow: list[object] = []
    if inhoudsopgave and contents_rows(content):
        flow.append(Paragraph("Inhoudsopgave", _heading_style(1)))
        flow += [
            Paragraph(_safe(row.replace(" ..... ", " " + "." * 40 + " ")), _CELL)
            for row in contents_rows(content)
        ]
        flow.append(PageBreak())
    rows: list[list[object]] = []
    for stuk in [*content, None]:
        if stuk is not None and stuk.cellen:
            rows.append(
                [
                    Paragraph(_safe(stuk.cellen[0]), _CELL),
                    [Paragraph(_safe(t), _CELL) for t in stuk.cellen[1].split("\n")],
                ]
            )
            continue
        if rows:
            ruled = [] if stijl == "automatisch" else [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
            flow.append(
                Table(
                    rows,
                    colWidths=[40, 410],
                    splitInRow=1,
                    style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *ruled],
                )
            )
            rows = []
        if stuk is None:
            break
        if stuk.niveau:
            text = _safe(_heading_text(stuk, "getypt" if stijl == "automatisch" else stijl))
            if stijl == "automatisch" and stuk.nummer:
                text = f"{stuk.nummer}{'&nbsp;' * 8}{_safe(stuk.tekst)}"
            flow.append(Paragraph(text, _heading_style(stuk.niveau)))
        else:
            flow.append(Paragraph(_safe(stuk.tekst), _BODY))
    SimpleDocTemplate(str(path), pagesize=A4, invariant=1).build(
        flow, onFirstPage=_footer, onLaterPages=_footer
    )
    return path


def _heading_style(level: int) -> ParagraphStyle:
    size = {1: 16, 2: 13, 3: 11.5}.get(level, 10)
    return ParagraphStyle(
        f"kop {level}",
        fontName="Helvetica-Bold",
        fontSize=size,
        leading=1.25 * size,
        spaceBefore=8,
        spaceAfter=4,
        keepWithNext=1,
    )


def _safe(text: str) -> str:
    latin = text.encode("cp1252", "replace").decode("cp1252")
    return latin.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _footer(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, 40, f"Document jeugdhulp regio versie 1.0 d.d. 28 oktober Pagina | {document.page}")
