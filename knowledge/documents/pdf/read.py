"""Reading a PDF: page by page the words, then the document's blocks, forms and problems."""

import re
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from knowledge.documents.model import Blok, Document, Leesprobleem, Soort
from knowledge.documents.notes import tie_notes
from knowledge.documents.ocr import Scanner
from knowledge.documents.pdf.annotations import read_annotations
from knowledge.documents.pdf.blocks import FilledTable, PageContent, blocks_of
from knowledge.documents.pdf.columns import Item, in_reading_order
from knowledge.documents.pdf.drawing import Drawing, read_drawing
from knowledge.documents.pdf.forms import PlacedFields, place_fields
from knowledge.documents.pdf.hidden import is_hidden
from knowledge.documents.pdf.letters import PageText, Word, read_words
from knowledge.documents.pdf.lines import Segment, lines_of, segments_of
from knowledge.documents.pdf.page import Plane
from knowledge.documents.pdf.paragraphs import pieces_of
from knowledge.documents.pdf.running import running_segments
from knowledge.documents.pdf.scan import read_scan
from knowledge.documents.pdf.tables import Table, find_tables
from knowledge.documents.read import problem_document

MAX_PAGINAS = 2000

_EIGENSCHAPPEN = {
    "Title": "titel",
    "Author": "auteur",
    "Subject": "onderwerp",
    "Creator": "programma",
    "CreationDate": "gemaakt",
    "ModDate": "gewijzigd",
}
_WEINIG_LETTERS = 12
"""A page with fewer letters and a picture is a scan."""


def read_pdf(path: Path, name: str) -> Document:
    """Read a PDF; `formaat` is "pdf". A locked or damaged file gives a document with the reason."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as fout:
        if fout.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            uitleg = f"{name}: deze PDF is beveiligd met een wachtwoord. Lever hem zonder wachtwoord."
            return problem_document(name, "versleuteld", uitleg)
        uitleg = f"{name}: deze PDF is beschadigd of niet volledig. Lever hem opnieuw aan."
        return problem_document(name, "beschadigd", uitleg)
    try:
        return _read(document, path, name)
    finally:
        document.close()


def _read(document: Any, path: Path, name: str) -> Document:
    problems: list[Leesprobleem] = []
    if len(document) > MAX_PAGINAS:
        uitleg = f"{name}: deze PDF heeft {len(document)} pagina's; we lezen de eerste {MAX_PAGINAS}."
        problems.append(Leesprobleem("te_groot", uitleg))
    sheets = []
    for index in range(min(len(document), MAX_PAGINAS)):
        try:
            sheets.append(_Sheet(document, index))
        except pdfium.PdfiumError:
            uitleg = f"{name}: pagina {index + 1} is beschadigd en niet gelezen."
            problems.append(Leesprobleem("beschadigd", uitleg, index + 1))
    annotations = read_annotations(document, path, {s.nummer: s.plane for s in sheets})
    if annotations.beschadigd:
        uitleg = f"{name}: de formuliervelden en notities in deze PDF zijn beschadigd en niet gelezen."
        problems.append(Leesprobleem("beschadigd", uitleg))
    for sheet in sheets:
        sheet.formulier = place_fields(annotations.velden.get(sheet.nummer, []), sheet.labels, sheet.nummer)
    blocks = blocks_of(_contents(sheets))
    everything: list[Blok] = []
    scanner = Scanner()
    for sheet in sheets:
        own = blocks[sheet.nummer] + annotations.opmerkingen.get(sheet.nummer, [])
        if sheet.has_picture and _readable(own) < _WEINIG_LETTERS:
            recognised, problem = read_scan(document, sheet.nummer, scanner, name)
            own += recognised
            problems.append(problem)
        else:
            problems += _page_problems(sheet, own, name)
        everything += own
    everything += annotations.zonder_pagina
    problems += _document_problems(document, everything, sheets, name)
    return Document(
        name,
        "pdf",
        tuple(tie_notes(everything)),
        len(document),
        tuple((round(s.plane.breedte, 1), round(s.plane.hoogte, 1)) for s in sheets),
        _properties(document),
        tuple(problems),
    )


class _Sheet:
    """One page taken apart: its words by what becomes of them, its tables, its drawing."""

    def __init__(self, document: Any, index: int) -> None:
        self.nummer = index + 1
        page = document[index]
        textpage = page.get_textpage()
        try:
            self.plane = Plane.of(page)
            self.text: PageText = read_words(textpage, self.plane)
            self.drawing: Drawing = read_drawing(page, self.plane)
        finally:
            textpage.close()
            page.close()
        hidden = [is_hidden(w, self.drawing, self.plane) for w in self.text.woorden]
        self.verborgen = [w for w, h in zip(self.text.woorden, hidden, strict=True) if h]
        shown = [w for w, h in zip(self.text.woorden, hidden, strict=True) if not h]
        self.gedraaid = [w for w in shown if w.gedraaid]
        upright = [w for w in shown if not w.gedraaid]
        self.tabellen: list[FilledTable] = []
        for table in find_tables(self.drawing):
            inside = [w for w in upright if _within(w, table)]
            if len({id(w) for w in inside}) and (filled := _fill(table, inside)):
                self.tabellen.append(filled)
                taken = {id(w) for w in inside}
                upright = [w for w in upright if id(w) not in taken]
        self.woorden = upright
        self.segmenten: list[Segment] = segments_of(upright)
        in_tables = [w for f in self.tabellen for row in f.cellen for cell in row for w in cell]
        self.labels: list[Segment] = self.segmenten + segments_of(in_tables)
        self.formulier = PlacedFields()

    @property
    def has_picture(self) -> bool:
        return any(area.kleur is None for area in self.drawing.vlakken)


def _within(word: Word, table: Table) -> bool:
    x, y = (word.x0 + word.x1) / 2, word.basis - 0.3 * word.maat
    left, top, right, bottom = table.box
    return left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1


def _fill(table: Table, words: list[Word]) -> FilledTable | None:
    """Words put in their cells; None when the words stand in one column only: then it is a frame."""
    cells: list[list[list[Word]]] = [[[] for _ in row] for row in table.rijen]
    columns: set[int] = set()
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.basis - 0.3 * word.maat
        for r, row in enumerate(table.rijen):
            for c, box in enumerate(row):
                if box and box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1:
                    cells[r][c].append(word)
                    columns.add(c)
                    break
            else:
                continue
            break
        else:
            # A word in the table's box but in none of its cells: the rulings are no complete grid.
            return None
    return FilledTable(table, cells) if len(columns) > 1 else None


def _contents(sheets: list[_Sheet]) -> list[PageContent]:
    heights = [s.plane.hoogte for s in sheets]
    heads, feet = running_segments([s.segmenten for s in sheets], heights)
    contents = []
    for sheet, head, foot in zip(sheets, heads, feet, strict=True):
        content = PageContent(sheet.nummer, sheet.plane.hoogte)
        content.kop, content.voet = lines_of(head), lines_of(foot)
        content.gedraaid = sheet.gedraaid
        content.verborgen = lines_of(segments_of(sheet.verborgen))
        apart = {id(s) for s in head + foot} | sheet.formulier.labels
        items: list[Item] = [s for s in sheet.segmenten if id(s) not in apart]
        filled = {id(f.tabel): f for f in sheet.tabellen}
        items += [f.tabel for f in sheet.tabellen]
        items += sheet.formulier.velden
        for region in in_reading_order(items, sheet.plane.breedte):
            content.regio_begin.add(len(content.inhoud))
            _add_region(content, region, filled)
        contents.append(content)
    return contents


def _add_region(content: PageContent, region: list[Item], filled: dict[int, FilledTable]) -> None:
    """Lines between tables and fields become pieces; those stand where they are on the page."""
    solid = sorted((i for i in region if not isinstance(i, Segment)), key=lambda i: (i.box[1], i.box[0]))
    segments = sorted((i for i in region if isinstance(i, Segment)), key=lambda s: s.basis)
    for item in solid:
        above = [s for s in segments if s.basis < item.box[3]]
        segments = segments[len(above) :]
        content.inhoud += pieces_of(lines_of(above))
        content.inhoud.append(filled[id(item)] if isinstance(item, Table) else item.blok)
    content.inhoud += pieces_of(lines_of(segments))


def _readable(blocks: list[Blok]) -> int:
    """Letters meant for the reader."""
    return sum(len(b.tekst) for b in blocks if b.soort is not Soort.VERBORGEN)


def _page_problems(sheet: _Sheet, blocks: list[Blok], name: str) -> list[Leesprobleem]:
    number, problems = sheet.nummer, []
    if not _readable(blocks):
        problems.append(Leesprobleem("leeg", f"{name}: op pagina {number} staat geen tekst.", number))
    elif sheet.text.onleesbaar > 0.3 * sheet.text.letters:
        uitleg = f"{name}: de letters op pagina {number} zijn niet goed te lezen. Kijk de pagina zelf na."
        problems.append(Leesprobleem("onleesbaar", uitleg, number))
    if any(b.soort is Soort.VERBORGEN for b in blocks):
        uitleg = f"{name}: op pagina {number} staat tekst die voor een lezer onzichtbaar is."
        problems.append(Leesprobleem("verborgen_tekst", uitleg, number))
    return problems


def _document_problems(
    document: Any, blocks: list[Blok], sheets: list[_Sheet], name: str
) -> list[Leesprobleem]:
    problems = []
    if not any(b.soort is not Soort.VERBORGEN for b in blocks):
        problems.append(Leesprobleem("leeg", f"{name}: in deze PDF staat geen tekst die we kunnen lezen."))
    count = raw.FPDFDoc_GetAttachmentCount(document.raw)
    if count > 0:
        uitleg = f"{name}: in deze PDF zitten {count} bijlagen. Die hebben we niet gelezen."
        problems.append(Leesprobleem("bijlage", uitleg))
    form = document.get_formtype()
    waiting = any(re.search(r"please wait|even geduld", b.tekst, re.IGNORECASE) for b in blocks[:5])
    if form in {raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND} and waiting:
        uitleg = f"{name}: dit is een formulier dat alleen Adobe Reader toont. Sla het op als gewone PDF."
        problems.append(Leesprobleem("niet_gelezen", uitleg))
    return problems


def _properties(document: Any) -> dict[str, str]:
    """Title, maker and dates; dates as ISO text. Placeholders that programs fill in are left out."""
    found = {}
    for key, value in document.get_metadata_dict().items():
        value = " ".join(value.split())
        if key in _EIGENSCHAPPEN and value and value.strip("()").lower() not in {"unspecified", "anonymous"}:
            found[_EIGENSCHAPPEN[key]] = _iso(value) if key.endswith("Date") else value
    return found


def _iso(moment: str) -> str:
    """D:20220714104200+02'00' as 2022-07-14T10:42:00; other forms as they are."""
    match = re.match(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?", moment)
    if not match:
        return moment
    year, month, day, hour, minute, second = (group or "" for group in match.groups())
    date = "-".join(filter(None, (year, month, day)))
    return f"{date}T{hour}:{minute}:{second or '00'}" if day and hour and minute else date
