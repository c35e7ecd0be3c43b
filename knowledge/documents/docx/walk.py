"""From the normalised body to blocks in reading order."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.documents.docx.numbering import Numbers
from knowledge.documents.docx.runs import Reader, Text
from knowledge.documents.docx.styles import Styles, whole
from knowledge.documents.model import Blok, Soort
from knowledge.documents.openxml import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_MAX_KOP = 100
"""A bold paragraph longer than this is no heading."""
_MAX_DIEPTE = 40
"""Nested tables deeper than this are a trick, not a document."""


class Walker:
    """Walks one document; keeps the counters of lists and tables."""

    def __init__(self, styles: Styles, numbers: Numbers) -> None:
        self._styles = styles
        self._numbers = numbers
        self.reader = Reader(styles)
        self._tables = 0
        self._heading = 0
        self.images = 0

    def blocks(self, container: "Element", shaded: bool = False, depth: int = 0) -> "Iterator[Blok]":
        """Blocks of a body, cell, text box, header or note, in order."""
        for child in container:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, shaded, depth)
            elif child.tag == f"{W}tbl" and depth < _MAX_DIEPTE:
                yield from self._table(child, depth)
            elif depth < _MAX_DIEPTE and child.find(f".//{W}p") is not None:
                # A wrapper that we do not know, of a later Word or of another program.
                yield from self.blocks(child, shaded, depth)

    def _paragraph(self, paragraph: "Element", shaded: bool, depth: int) -> "Iterator[Blok]":
        text = self.reader.read(paragraph, shaded)
        self.images += text.images
        if text.shown or not (text.hidden or text.boxes):
            block = self._block(paragraph, text, in_table=depth > 0)
            if block.tekst:
                yield block
        if text.hidden:
            yield Blok(text.hidden, Soort.VERBORGEN)
        for box in text.boxes:
            # A box on a coloured ground may have white letters; its fill is not looked up.
            for inner in self.blocks(box, shaded=True, depth=depth + 1):
                yield replace(inner, soort=Soort.TEKSTVAK) if inner.soort is Soort.ALINEA else inner

    def _block(self, paragraph: "Element", text: Text, in_table: bool) -> Blok:
        properties = paragraph.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        key = style.get(f"{W}val") if style is not None else None
        at = self._styles.numbering(key, properties)
        # An empty paragraph in a list takes a number too, so every one is counted.
        number = self._numbers.next(at) if at else ""
        if self._styles.is_contents(key):
            return Blok(text.shown, Soort.INHOUD)
        if level := self._styles.heading_level(key, properties):
            self._heading = level
            return Blok(text.shown, Soort.KOP, niveau=level, nummer=number)
        if at or self._styles.is_list(key):
            return Blok(text.shown, Soort.LIJST, nummer=number)
        if text.bold and not in_table and _looks_like_heading(text.shown):
            return Blok(text.shown, Soort.KOP, niveau=min(self._heading + 1, 9))
        return Blok(text.shown)

    def _table(self, table: "Element", depth: int) -> "Iterator[Blok]":
        rows = list(table.iterchildren(f"{W}tr"))
        if max((len(row.findall(f"{W}tc")) for row in rows), default=0) <= 1:
            # One column is a frame around text, not a table: its paragraphs stay paragraphs.
            for row in rows:
                for cell in row.iterchildren(f"{W}tc"):
                    yield from self.blocks(cell, shaded=True, depth=depth + 1)
            return
        self._tables += 1
        name = str(self._tables)
        for row in rows:
            yield from self._row(row, name, depth)

    def _row(self, row: "Element", table: str, depth: int) -> "Iterator[Blok]":
        cells: list[str] = []
        after: list[Blok] = []
        for cell in row.iterchildren(f"{W}tc"):
            properties = cell.find(f"{W}tcPr")
            merge = properties.find(f"{W}vMerge") if properties is not None else None
            span = properties.find(f"{W}gridSpan") if properties is not None else None
            parts: list[str] = []
            # Table styles shade cells without saying so in the cell: white letters there are design.
            for block in self.blocks(cell, shaded=True, depth=depth + 1):
                if block.soort in {Soort.TABELRIJ, Soort.VERBORGEN, Soort.TEKSTVAK}:
                    after.append(block)
                else:
                    parts.append(f"{block.nummer} {block.tekst}".strip())
            continued = merge is not None and merge.get(f"{W}val") != "restart"
            if continued and parts:
                # Word shows only the first of cells merged downwards.
                after.append(Blok(" ".join(parts), Soort.VERBORGEN))
            cells.append("" if continued else " ".join(parts))
            # A cell over several columns stands once; the other columns stay empty.
            wide = whole(span.get(f"{W}val"), 1) if span is not None else 1
            cells += [""] * (min(wide, 63) - 1)
        if any(cells):
            yield Blok(
                " | ".join(filter(None, cells)), Soort.TABELRIJ, cellen=tuple(cells), tabel=table
            )  # fmt: skip
        yield from after


def _looks_like_heading(text: str) -> bool:
    return len(text) <= _MAX_KOP and text[-1] not in ".,;:" and bool(re.search(r"[^\W\d_]{2}", text))
