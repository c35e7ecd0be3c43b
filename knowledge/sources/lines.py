"""A document as lines of text, without the rubble of its pages (footers, page numbers, loose links).

Text that was extracted from a PDF keeps one sign of its layout that matters here: a line that opens a page,
or whose automatic number was lost, starts with a space.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from knowledge.documents.model import Blok, Document, Soort
from knowledge.text.normalise import single_spaces


@dataclass(frozen=True, slots=True)
class Tekstregel:
    """One line, with single spaces. `heel`: it is a whole paragraph or table row by itself."""

    tekst: str
    pagina: int | None = None
    inspringend: bool = False
    """Started with a space: it opens a page, or lost its automatic number."""
    na_wit: bool = False
    """An empty line stands before it."""
    heel: bool = False
    kopniveau: int = 0
    """Depth that the document itself gives this heading; 0 when it does not say."""
    nummer: str = ""
    """Automatic number that the text does not hold."""
    rij: bool = False
    """A row of a table of more than one column."""
    inhoud: bool = False
    """A line of the table of contents."""
    cellen: tuple[str, ...] = ()
    """The cells of a row."""
    noot: str = ""
    """The mark of the footnote that this line is."""
    noten: tuple[str, ...] = ()
    """Footnotes that this line points to."""


_FOOTER = re.compile(r"^(?:.{0,120}\s)?pagina\s*[|:]?\s*\d+(?:\s*(?:van|/)\s*\d+)?$", re.IGNORECASE)
_RUNNING_TITLE = re.compile(r"^(?P<titel>\D.{10,110}?)\s{4,}\d{1,3}$")
_PAGE_NUMBER = re.compile(r"^(?:-\s*)?\d{1,3}(?:\s*-)?$")
_LINK = re.compile(r"^(?:https?://|mailto:|www\.)\S+$", re.IGNORECASE)
_END = re.compile(r"^[<\[(]\s*einde[^>\])]{0,30}[>\])]$", re.IGNORECASE)
"""A mark of the end of the document."""
_BAR = re.compile(r"\s+\|\s+")
_GLYPHS = re.compile(r"[\ue000-\uf8ff]|(?<=\s)[§](?=\s)")
_KEEP = (Soort.INHOUD, Soort.KOP, Soort.ALINEA, Soort.LIJST, Soort.TABELRIJ, Soort.TEKSTVAK, Soort.VOETNOOT)


def lines_of_text(text: str) -> list[Tekstregel]:
    """Lines of a plain text file. A form feed opens a new page."""
    lines: list[Tekstregel] = []
    white, page = False, 1
    has_pages = "\f" in text
    for raw in re.split(r"\r\n|\r|\n", text):
        opens_page = "\f" in raw
        page += raw.count("\f")
        line = _GLYPHS.sub("•", raw.replace("\f", " "))
        stripped = _BAR.sub(" – ", single_spaces(line))
        if not stripped:
            white = True
        elif not _is_rubble(line.strip()):
            lines.append(
                Tekstregel(
                    stripped,
                    pagina=page if has_pages else None,
                    inspringend=line[0] in " \u00a0" or opens_page,
                    na_wit=white,
                )
            )
            white = False
    return _marked_lists(_without_page_numbers(lines))


def _is_rubble(line: str) -> bool:
    return any(pattern.match(line) for pattern in (_FOOTER, _LINK, _RUNNING_TITLE, _END))


def _without_page_numbers(lines: list[Tekstregel]) -> list[Tekstregel]:
    """Drop a lone number that closes a page. Elsewhere a lone number is a first cell: "43" of eis 43."""
    return [
        line
        for line, following in zip(lines, [*lines, None][1:], strict=True)
        if not (_PAGE_NUMBER.match(line.tekst) and (following is None or following.inspringend))
    ]


def _marked_lists(lines: list[Tekstregel]) -> list[Tekstregel]:
    """Give the items of a list whose signs were lost their sign back: three or more short lines in a row
    that all start with a space."""
    marked = list(lines)
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _may_be_item(lines[end]):
            end += 1
        if end - start >= 3:
            for position in range(start, end):
                marked[position] = replace(lines[position], tekst=f"• {lines[position].tekst}")
        start = max(end, start + 1)
    return marked


def _may_be_item(line: Tekstregel) -> bool:
    return line.inspringend and len(line.tekst) < 70 and not re.match(r"[\d•]", line.tekst)


def lines_of_document(document: Document) -> list[Tekstregel]:
    """Lines of a document as read: each block is one whole line."""
    return list(_block_lines(document))


def _block_lines(document: Document) -> Iterator[Tekstregel]:
    for block in document.blokken:
        text = _text_of(block)
        if block.soort not in _KEEP or not text or _is_rubble(text):
            continue
        yield Tekstregel(
            text,
            pagina=block.pagina,
            na_wit=True,
            heel=True,
            kopniveau=block.niveau if block.soort is Soort.KOP else 0,
            nummer=block.nummer,
            rij=block.soort is Soort.TABELRIJ and not _is_heading_row(block),
            inhoud=block.soort is Soort.INHOUD,
            cellen=tuple(map(single_spaces, block.cellen)),
            noot=block.plaats if block.soort is Soort.VOETNOOT else "",
        )


def _text_of(block: Blok) -> str:
    text = single_spaces(_GLYPHS.sub("•", block.tekst))
    if block.soort is Soort.TABELRIJ and block.cellen:
        return " ".join(c for c in map(single_spaces, block.cellen) if c)
    if not _is_rubble(text):
        text = _BAR.sub(" – ", text)
    if block.soort is Soort.LIJST and text and not is_item(text):
        return f"{block.nummer or '•'} {text}"
    return text


def _is_heading_row(block: Blok) -> bool:
    """A heading whose number stands so far from it that the two were read as cells."""
    cells = [c for c in block.cellen if c.strip()]
    return (
        len(cells) == 2
        and bool(re.fullmatch(r"\d{1,2}(?:\.\d{1,2})+\.?", cells[0].strip()))
        and len(cells[1]) <= 100
        and not _ENDS.search(cells[1])
    )


_DATE_START = re.compile(
    r"^(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?\d{1,2} (?:januari|februari|maart|april|mei|juni"
    r"|juli|augustus|september|oktober|november|december)\b",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r"(?:,|\b(?:op|van|tot|per|en|t/m|met|voor|uiterlijk|is|datum|de|vanaf|sinds|na))$")
_ROW_START = re.compile(r"^(?:TG\s?)?\d{1,3}\s+\D")
_ROW_END = re.compile(r"\b(?:\d{2,4}|uur|ja|nee|n\.v\.t)$|[€%]$")
_ROW_NUMBER = re.compile(r"^\d{1,3}$")
_LOOSE = re.compile(r"^[^\w\n]*\d[\d.,]*[^\w\n]*$")
_CODED = re.compile(r"^([A-Z][a-z]{2,}) (?:[A-Z]|\d[\d,.]*|[IVX]+)\b")
"""A row that names what it is of: "Intensiteit F 2,4 tot 2,9"."""
_BULLET = re.compile(r"^(?:[•●➢▪◦\-*–]|o(?=\s[a-z]))\s+")
_ITEM = re.compile(r"^(?:\(?(?:[a-z]|\d{1,4}|[ivx]{1,5}|\d[a-z])[.)])\s+", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;]['\")\]’”]*\d?$")


def is_item(text: str) -> bool:
    """Does the line open an item of a list."""
    return bool(_BULLET.match(text) or _ITEM.match(text))


def ends_sentence(text: str) -> bool:
    return bool(_ENDS.search(text))


def join_lines(
    lines: Iterable[Tekstregel], words: frozenset[str] = frozenset(), flowing: bool = False
) -> list[str]:
    """Paragraphs, list items and table rows of a stretch of lines, one text each, bullets as "• ".

    `words`: the words of the whole document in lower case, to decide whether a hyphen at a line's end
    belongs. `flowing`: the lines are known to be one text, whatever their length.
    """
    rows = list(lines)
    units: list[str] = []
    notes: list[str] = []
    for position, line in enumerate(rows):
        text = _BULLET.sub("• ", line.tekst)
        if units and (flowing or (not line.heel and _continues(rows, position))):
            units[-1] = _glue(units[-1], text, words)
        else:
            _add_notes(units, notes)
            units.append(text)
        notes += line.noten
    _add_notes(units, notes)
    return _without_loose_numbers(units)


def _add_notes(units: list[str], notes: list[str]) -> None:
    """Put the footnotes of the last unit behind it."""
    if notes:
        units[-1] += "".join(f" (Noot: {note})" for note in notes)
        notes.clear()


def _without_loose_numbers(units: list[str]) -> list[str]:
    """A cell that stands by itself goes with its row: "2" with what follows, "> 1" or "100%" with what came
    before."""
    whole: list[str] = []
    number = ""
    for unit in units:
        if _ROW_NUMBER.match(unit):
            number = unit
        elif whole and not number and _LOOSE.match(unit):
            whole[-1] = f"{whole[-1]} {unit}"
        else:
            whole.append(f"{number} {unit}".strip())
            number = ""
    return whole


def _continues(rows: list[Tekstregel], position: int) -> bool:
    """Does this line go on with the sentence of the line before it."""
    before, line = rows[position - 1], rows[position]
    if _CUT_WORD.search(before.tekst) and line.tekst[:1].islower():
        return True
    if same_kind(before.tekst, line.tekst):
        return False
    if is_item(line.tekst) and not line.tekst[:1].islower():
        return False
    if _BULLET.match(line.tekst):
        return False
    first = line.tekst.split(" ", 1)[0]
    if _DATE_START.match(line.tekst) and not _LEADS_ON.search(before.tekst):
        return False
    if line.tekst[:1].islower() and not _ENDS.search(before.tekst):
        return not _ITEM.match(line.tekst)
    if _ITEM.match(line.tekst) and ends_sentence(before.tekst):
        return False
    if line.tekst[:1].isupper() and _ROW_END.search(before.tekst):
        return False
    if _ROW_START.match(line.tekst) and _ROW_START.match(before.tekst):
        return False
    width = max(len(r.tekst) for r in rows[max(0, position - 5) : position + 6])
    full = width >= 50 and len(before.tekst) + 1 + len(first) > width
    return full or (before.tekst[-1] in ",-" and not line.na_wit)


_CUT_WORD = re.compile(r"[a-zà-ÿ]{2}-$")


def same_kind(before: str, text: str) -> bool:
    """Are both lines rows of one table, by the word and code they open with?"""
    one, other = _CODED.match(before), _CODED.match(text)
    return bool(one and other and one[1] == other[1])


_URL_END = re.compile(r"(?:https?://|www\.)\S*[-/_=&?]$", re.IGNORECASE)


_TAIL = 300


def _glue(before: str, after: str, words: frozenset[str]) -> str:
    # What was put together so far may be long: only its end matters.
    end = before[-_TAIL:]
    if _URL_END.search(end):
        return before + after
    if not re.search(r"\w-$", end) or not after[:1].islower():
        return f"{before} {after}"
    left = re.split(r"[\s(/]", end)[-1][:-1].lower()
    right = re.split(r"[\s,.;:)/]", after, maxsplit=1)[0].lower()
    if right in ("en", "of", "dan"):
        return f"{before} {after}"
    if left + right in words or f"{left}-{right}" not in words:
        return before[:-1] + after
    return before + after
