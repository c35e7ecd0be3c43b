"""Ties footnotes to the sentence that points to them, so that they neither stand in another's text nor get
lost."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.sources.lines import Tekstregel, ends_sentence

REACH = 120
"""Lines between a mark and its note, where the note stands in the text."""

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile(r"(?<=\S)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}")
_GLUED = re.compile(r"(?<=[a-zà-ÿ)]{3})[1-9]\d?(?![\w]|[.,]\d|-\w|/)")
"""A mark that extraction left as a plain digit: "onderwijs1 en", "Jeugdwet3.", "straffen)2."."""
_NOTE = re.compile(r"^(?P<mark>[1-9]\d?)\s?(?P<text>[A-ZÀ-Ý(].{7,})$")


def tie(lines: Sequence[Tekstregel]) -> list[Tekstregel]:
    """The lines without the notes; the line with a note's mark carries the note (`Tekstregel.noten`) and
    loses the mark. A note whose mark is nowhere stays where it is."""
    result = list(lines)
    marks = [_marks(line.tekst) for line in lines]
    gone: set[int] = set()
    used: set[tuple[int, str]] = set()
    for position, line in enumerate(lines):
        if position in gone:
            continue
        found = _note(lines, position)
        if found is None:
            continue
        mark, text, length = found
        reach = len(lines) if line.noot else REACH
        at = _marked(result, marks, position, mark, reach, used, line.pagina if line.noot else None)
        if at is None:
            continue
        used.add((at, mark))
        marked = result[at]
        result[at] = replace(marked, tekst=_without_mark(marked.tekst, mark), noten=(*marked.noten, text))
        gone.update(range(position, position + length))
    return [line for position, line in enumerate(result) if position not in gone]


def _note(lines: Sequence[Tekstregel], position: int) -> tuple[str, str, int] | None:
    """Mark, text and number of lines of the note that opens here."""
    line = lines[position]
    if line.noot:
        return line.noot, line.tekst, 1
    match = _NOTE.match(line.tekst)
    if not match or line.rij or line.kopniveau:
        return None
    end = position + 1
    while not line.heel and end < len(lines) and _runs_on(lines[end - 1], lines[end]):
        end += 1
    text = " ".join([match["text"], *(other.tekst for other in lines[position + 1 : end])])
    return match["mark"], text, end - position


def _runs_on(before: Tekstregel, line: Tekstregel) -> bool:
    """Does a note go on: not over a page, and over white only in the middle of a sentence?"""
    if line.inspringend or _NOTE.match(line.tekst):
        return False
    return not line.na_wit or (line.tekst[0].islower() and not ends_sentence(before.tekst))


def _marked(
    lines: Sequence[Tekstregel],
    marks: Sequence[set[str]],
    before: int,
    mark: str,
    reach: int,
    used: set[tuple[int, str]],
    page: int | None,
) -> int | None:
    """The nearest line before a note that holds its mark; on the note's own page where pages are known."""
    for at in range(before - 1, max(-1, before - reach - 1), -1):
        line = lines[at]
        if page is not None and line.pagina is not None and line.pagina < page - 1:
            break
        if (at, mark) not in used and mark in marks[at]:
            return at
    return None


def _marks(text: str) -> set[str]:
    raised = {m.group().translate(_SUPERSCRIPT) for m in _RAISED.finditer(text)}
    return raised | {m.group() for m in _GLUED.finditer(text)}


def _without_mark(text: str, mark: str) -> str:
    for pattern in (_RAISED, _GLUED):
        for match in pattern.finditer(text):
            if match.group().translate(_SUPERSCRIPT) == mark:
                return text[: match.start()] + text[match.end() :]
    return text
