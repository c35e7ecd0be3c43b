"""From the pieces and tables of all pages to the blocks of the document."""

import re
from dataclasses import dataclass, field, replace

from knowledge.documents.joining import Words, join_lines, join_two
from knowledge.documents.model import Blok, Soort, Vervolg
from knowledge.documents.pdf.drawing import Box
from knowledge.documents.pdf.headings import Headings
from knowledge.documents.pdf.letters import Word
from knowledge.documents.pdf.lines import Line, kader, lines_of, segments_of
from knowledge.documents.pdf.paragraphs import INHOUDSREGEL, NUMMER, OPSOMTEKEN, VINKJE, Piece
from knowledge.documents.pdf.tables import Table

_NOOT = re.compile(r"^(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s*|(\d{1,3})[.)]?\s+|(\*{1,3}|†)\s*)(?=\S)")
_ONAF = re.compile(r"[^.:;!?…\"”)]$")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(slots=True)
class FilledTable:
    """A table with the words that stand in each of its cells."""

    tabel: Table
    cellen: list[list[list[Word]]]


@dataclass(slots=True)
class PageContent:
    """What stands on a page, apart and in order."""

    nummer: int
    hoogte: float
    kop: list[Line] = field(default_factory=list)
    voet: list[Line] = field(default_factory=list)
    inhoud: list[Piece | FilledTable | Blok] = field(default_factory=list)
    """Text, tables and form fields (these are blocks already)."""
    gedraaid: list[Word] = field(default_factory=list)
    verborgen: list[Line] = field(default_factory=list)
    regio_begin: set[int] = field(default_factory=set)
    """Indexes in `inhoud` at which a column or band begins."""


def blocks_of(pages: list[PageContent]) -> dict[int, list[Blok]]:
    """Blocks by page number, each page's in reading order."""
    headings = Headings(p for page in pages for p in page.inhoud if isinstance(p, Piece))
    words = Words(_mid_line_text(pages))
    tables = _TableNames()
    result: dict[int, list[Blok]] = {}
    opened: _Open | None = None
    for page in pages:
        blocks = [_line_block(line, Soort.KOPREGEL, page.nummer) for line in page.kop]
        notes = _footnote_start(page, headings)
        for index, part in enumerate(page.inhoud):
            if isinstance(part, Blok):
                blocks.append(part)
                opened = None
                continue
            if isinstance(part, FilledTable):
                blocks += _table_blocks(part, page, tables, words)
                opened = None
                continue
            if part.kolommen:
                blocks.append(_row_block(part, page, tables, index))
                opened = None
                continue
            block = _piece_block(part, page.nummer, headings, words, note=index >= notes)
            if opened and index in page.regio_begin and _goes_on(opened, block, part):
                joined = _join(opened.blok, block, words)
                where = result.get(opened.pagina, blocks) if opened.pagina != page.nummer else blocks
                where[opened.index] = joined
                opened = replace(opened, blok=joined)
                continue
            blocks.append(block)
            if block.soort in {Soort.ALINEA, Soort.LIJST}:
                opened = _Open(block, page.nummer, len(blocks) - 1, part.maat)
            elif block.soort is not Soort.VOETNOOT:
                opened = None
        if page.gedraaid:
            blocks.append(_turned_block(page))
        blocks += [_line_block(line, Soort.VOETREGEL, page.nummer) for line in page.voet]
        blocks += [_line_block(line, Soort.VERBORGEN, page.nummer) for line in page.verborgen]
        result[page.nummer] = blocks
    return result


@dataclass(slots=True)
class _Open:
    """The last paragraph, which may go on in the next column or on the next page."""

    blok: Blok
    pagina: int
    index: int
    maat: float


def _goes_on(opened: _Open, block: Blok, piece: Piece) -> bool:
    """The text before is not finished and this one begins as its rest."""
    return (
        block.soort is Soort.ALINEA
        and block.tekst[:1].islower()
        and bool(_ONAF.search(opened.blok.tekst))
        and abs(piece.maat - opened.maat) < 0.6
    )


def _join(first: Blok, second: Blok, words: Words) -> Blok:
    assert second.pagina is not None and second.kader is not None
    text = join_two(first.tekst, second.tekst, words)
    begin = len(text) - len(second.tekst)
    return replace(first, tekst=text, vervolg=(*first.vervolg, Vervolg(begin, second.pagina, second.kader)))


def _piece_block(piece: Piece, page: int, headings: Headings, words: Words, note: bool) -> Blok:
    text = join_lines([line.tekst for line in piece.regels], words)
    place = piece.kader
    if INHOUDSREGEL.search(text):
        return Blok(re.sub(r"(?:\s*[.…·_]){4,}\s*", " … ", text), Soort.INHOUD, page, place)
    if note:
        mark = _NOOT.match(text)
        name = (mark[1] or mark[2] or mark[3]).translate(_SUPERSCRIPT) if mark else ""
        return Blok(text[mark.end() :] if mark else text, Soort.VOETNOOT, page, place, plaats=name)
    if level := headings.level(piece):
        return Blok(text, Soort.KOP, page, place, niveau=level)
    if OPSOMTEKEN.match(text):
        return Blok(OPSOMTEKEN.sub("", text), Soort.LIJST, page, place)
    if NUMMER.match(text) or VINKJE.match(text):
        return Blok(text, Soort.LIJST, page, place)
    return Blok(text, Soort.ALINEA, page, place)


def _line_block(line: Line, soort: Soort, page: int) -> Blok:
    return Blok(join_lines([line.tekst]), soort, page, kader([line.box]))


def _turned_block(page: PageContent) -> Blok:
    """Text that does not run from left to right: a watermark, a label along a table."""
    words = page.gedraaid
    boxes: list[Box] = [(w.x0, w.boven, w.x1, w.onder) for w in words]
    return Blok(" ".join(w.tekst for w in words), Soort.TEKSTVAK, page.nummer, kader(boxes))


def _footnote_start(page: PageContent, headings: Headings) -> int:
    """Index in `inhoud` from which the footnotes of the page run to its end."""
    start = len(page.inhoud)
    for index in range(len(page.inhoud) - 1, -1, -1):
        part = page.inhoud[index]
        if not isinstance(part, Piece) or part.kolommen or part.maat > 0.9 * headings.body:
            break
        if part.regels[0].box[1] < 0.5 * page.hoogte:
            break
        if _NOOT.match(part.regels[0].tekst):
            start = index
    return start


class _TableNames:
    """Gives each table a name; one that goes on at the top of the next page keeps the name."""

    def __init__(self) -> None:
        self._count = 0
        self._last: tuple[int, list[float]] | None = None
        self._row: tuple[int, int] | None = None

    def ruled(self, table: Table, page: PageContent) -> str:
        first = next((p for p in page.inhoud), None)
        at_top = isinstance(first, FilledTable) and first.tabel is table
        same = (
            at_top
            and self._last is not None
            and self._last[0] == page.nummer - 1
            and len(self._last[1]) == len(table.kolommen)
            and all(abs(a - b) < 3 for a, b in zip(self._last[1], table.kolommen, strict=True))
        )
        if not same:
            self._count += 1
        last = page.inhoud[-1]
        ends_page = isinstance(last, FilledTable) and last.tabel is table
        self._last = (page.nummer, table.kolommen) if ends_page else None
        return str(self._count)

    def unruled(self, page: int, index: int) -> str:
        if self._row != (page, index - 1):
            self._count += 1
        self._row = (page, index)
        return str(self._count)


def _row_block(piece: Piece, page: PageContent, tables: _TableNames, index: int) -> Blok:
    cells = tuple(join_lines([cell]) for cell in piece.kolommen)
    return Blok(
        " | ".join(cells), Soort.TABELRIJ, page.nummer, piece.kader, cellen=cells,
        tabel=tables.unruled(page.nummer, index),
    )  # fmt: skip


def _table_blocks(filled: FilledTable, page: PageContent, tables: _TableNames, words: Words) -> list[Blok]:
    name = tables.ruled(filled.tabel, page)
    blocks = []
    for boxes, cells in zip(filled.tabel.rijen, filled.cellen, strict=True):
        texts = tuple(_cell_text(cell, words) for cell in cells)
        if any(texts):
            place = kader([box for box in boxes if box is not None])
            text = " | ".join(filter(None, texts))
            blocks.append(Blok(text, Soort.TABELRIJ, page.nummer, place, cellen=texts, tabel=name))
    return blocks


def _cell_text(cell: list[Word], words: Words) -> str:
    return join_lines([line.tekst for line in lines_of(segments_of(cell))], words)


def _mid_line_text(pages: list[PageContent]) -> list[str]:
    """Lines without their last word, which may be a split one, and without their first, its rest."""
    return [
        " ".join(line.tekst.split()[1:-1])
        for page in pages
        for part in page.inhoud
        if isinstance(part, Piece)
        for line in part.regels
    ]
