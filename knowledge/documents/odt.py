"""ODT: the text of an OpenDocument file (LibreOffice Writer), from its content.xml."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.documents.model import Blok, Document, Leesprobleem, Soort
from knowledge.documents.notes import tie_notes
from knowledge.documents.openxml import Package
from knowledge.documents.read import problem_document

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_GAPS = {f"{_T}s", f"{_T}tab", f"{_T}line-break"}
_APART = {f"{_T}note", f"{_OFFICE}annotation", f"{_DRAW}frame", f"{_DRAW}custom-shape"}
"""What stands within a paragraph but is no part of its sentence."""
_SKIP = {f"{_T}tracked-changes", f"{_T}sequence-decls", f"{_OFFICE}forms", f"{_T}note-citation"}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MAX_HERHALING = 64
"""A cell repeated to fill a row, as far as it matters."""


def read_odt(path: Path, name: str) -> Document:
    """Read a text document; `formaat` is "odt". Raises LeesFout when it is damaged or fails the zip guard."""
    with Package(path, name) as package:
        if "content.xml" not in package:
            return problem_document(name, "beschadigd", f"{name}: in dit bestand ontbreekt de tekst.")
        body = package.xml("content.xml").find(f"{_OFFICE}body/{_OFFICE}text")
    reader = _Reader()
    blocks = [] if body is None else tie_notes([*reader.blocks(body), *reader.notes])
    problems = () if blocks else (Leesprobleem("leeg", f"{name}: in dit bestand staat geen tekst."),)
    return Document(name, "odt", tuple(blocks), problemen=problems)


class _Reader:
    def __init__(self) -> None:
        self.notes: list[Blok] = []
        self._tables = 0

    def blocks(self, container: "Element", soort: Soort = Soort.ALINEA) -> Iterator[Blok]:
        """Blocks of a body, section, list or cell in order."""
        for child in container:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIP:
                continue
            if tag == f"{_T}h":
                level = int(child.get(f"{_T}outline-level") or 1)
                yield from self._paragraph(child, Soort.KOP, min(max(level, 1), 9))
            elif tag == f"{_T}p":
                yield from self._paragraph(child, soort)
            elif tag == f"{_T}list":
                yield from self.blocks(child, Soort.LIJST)
            elif tag == f"{_TABLE}table":
                yield from self._table(child)
            else:
                inside = Soort.INHOUD if tag == f"{_T}index-body" else soort
                yield from self.blocks(child, Soort.TEKSTVAK if tag.startswith(_DRAW) else inside)

    def _paragraph(self, paragraph: "Element", soort: Soort, level: int = 0) -> Iterator[Blok]:
        boxes: list[Element] = []
        text = " ".join(self._text(paragraph, boxes).split())
        if text:
            yield Blok(text, soort, niveau=level)
        for box in boxes:
            yield from self.blocks(box, Soort.TEKSTVAK)

    def _text(self, element: "Element", boxes: "list[Element]") -> str:
        parts = [element.text or ""]
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _SKIP:
                if child.tag in _GAPS:
                    parts.append(" ")
                elif child.tag in _APART:
                    parts.append(self._apart(child, boxes))
                else:
                    parts.append(self._text(child, boxes))
            parts.append(child.tail or "")
        return "".join(parts)

    def _apart(self, element: "Element", boxes: "list[Element]") -> str:
        """Set a note, comment or text box apart; gives the mark that stays in the sentence."""
        if element.tag not in {f"{_T}note", f"{_OFFICE}annotation"}:
            boxes.append(element)
            return " "
        note = element.tag == f"{_T}note"
        mark = (element.findtext(f"{_T}note-citation") or "").strip() if note else ""
        text = " ".join(b.tekst for b in self.blocks(element))
        if text:
            self.notes.append(Blok(text, Soort.VOETNOOT if note else Soort.OPMERKING, plaats=mark))
        return mark.translate(_SUPERSCRIPT)

    def _table(self, table: "Element") -> Iterator[Blok]:
        self._tables += 1
        name = str(self._tables)
        for row in table.iter(f"{_TABLE}table-row"):
            if next(row.iterancestors(f"{_TABLE}table")) is not table:
                continue
            cells: list[str] = []
            after: list[Blok] = []
            for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                inner = list(self.blocks(cell))
                after += [b for b in inner if b.soort is Soort.TABELRIJ]
                text = " ".join(b.tekst for b in inner if b.soort is not Soort.TABELRIJ)
                repeated = re.sub(r"\D", "", cell.get(f"{_TABLE}number-columns-repeated") or "1")
                cells += [text] * min(int(repeated or 1), _MAX_HERHALING)
            if any(cells):
                yield Blok(" | ".join(filter(None, cells)), Soort.TABELRIJ, cellen=tuple(cells), tabel=name)
            yield from after
