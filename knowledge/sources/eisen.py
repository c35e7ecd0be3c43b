"""Finds the numbered eisen of an inkoopdocument: tables whose rows open with 1, 2, 3 ..., with A, B, C ... or
with a label ("K-03")."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from knowledge.sources.headings import TABLE_HEAD, Kop, Koppen
from knowledge.sources.labels import find_labelled
from knowledge.sources.lines import Tekstregel, ends_sentence

_ROW = re.compile(r"^(?P<id>\d{1,3}|[A-Z])(?P<dot>[.)]?)(?:\s+(?P<rest>\S.*))?$")
_LEAST_LETTERS = 4
_LEAST_NUMBERS = 3


def find_eisen(lines: Sequence[Tekstregel], koppen: Koppen) -> dict[int, str]:
    """Position of the first line of each eis, with its id ("12", "B")."""
    borders = sorted(p for p, kop in koppen.items() if kop.soort != "kop" or _speaks_of_eisen(kop))
    found = _in_stretches(lines, koppen, borders, titled=True)
    if not any(eis.isdigit() for eis in found.values()):
        found |= _in_stretches(lines, koppen, borders, titled=False)
    labelled = find_labelled(lines, _under_eisen(koppen))
    # A document numbers its eisen in one way: rows of the other kind are of a list or table.
    return labelled if len(labelled) > len(found) else found


def _under_eisen(koppen: Koppen) -> Callable[[int], bool]:
    """Tells of a position whether a heading above it, the nearest or one that holds it, speaks of eisen."""
    positions = sorted(koppen)
    said: list[bool] = []
    holding: list[Kop] = []
    for position in positions:
        kop = koppen[position]
        if kop.pad:
            holding = [k for k in holding if k.pad == kop.pad[: len(k.pad)] and k.pad != kop.pad] + [kop]
        said.append(_speaks_of_eisen(kop) or any(map(_speaks_of_eisen, holding)))

    def under(position: int) -> bool:
        index = bisect_left(positions, position)
        return index > 0 and said[index - 1]

    return under


def _speaks_of_eisen(kop: Kop) -> bool:
    return bool(re.search(r"\beis(?:en)?\b", kop.titel.lower()))


def _in_stretches(
    lines: Sequence[Tekstregel], koppen: Koppen, borders: Sequence[int], titled: bool
) -> dict[int, str]:
    """Chains of rows between two headings. `titled`: the heading must speak of eisen; else the rows must
    stand under a head "Nr. ..." and be long enough to be eisen rather than names."""
    found: dict[int, str] = {}
    number = 0
    for border, end in zip(borders, [*borders, len(lines)][1:], strict=True):
        start = border + koppen[border].regels
        if _speaks_of_eisen(koppen[border]) if titled else _has_head(lines, start):
            rows = _chain(lines, start, end, number)
            if rows and (titled or (len(rows) >= _LEAST_NUMBERS and end - start > 2 * len(rows))):
                found |= rows
                number += len(rows)
                continue
        if titled and not any(eis.isalpha() for eis in found.values()):
            letters = _letters(lines, start, end)
            if len(letters) >= _LEAST_LETTERS:
                found |= letters
    return found


def _has_head(lines: Sequence[Tekstregel], start: int) -> bool:
    return any(TABLE_HEAD.match(line.tekst) for line in lines[start : start + 12])


def _chain(lines: Sequence[Tekstregel], start: int, end: int, last: int) -> dict[int, str]:
    rows: dict[int, str] = {}
    dotted: bool | None = None
    for position in range(start, end):
        match = _ROW.match(lines[position].tekst)
        if not match or match["id"] != str(last + 1 + len(rows)):
            continue
        has_dot = bool(match["dot"])
        rest = match["rest"] or (lines[position + 1].tekst if position + 1 < end else "")
        if (dotted is None or has_dot == dotted) and rest and (rest[0].isupper() or not rest[0].isalnum()):
            rows[position] = match["id"]
            dotted = has_dot
    return rows


def _letters(lines: Sequence[Tekstregel], start: int, end: int) -> dict[int, str]:
    rows: dict[int, str] = {}
    for position in range(start, end):
        match = _ROW.match(lines[position].tekst)
        wanted = chr(ord("A") + len(rows))
        if match and match["id"] == wanted and not match["dot"] and (match["rest"] or "")[:1].isupper():
            rows[position] = wanted
    return rows


def group_title(lines: Sequence[Tekstregel], position: int, eisen: dict[int, str]) -> str | None:
    """The title of the group of rows that this line opens in a table of eisen, if it does."""
    text = lines[position].tekst
    if TABLE_HEAD.match(text) and len(text) < 70:
        return text.split(" ", 1)[1]
    stands_apart = position == 0 or ends_sentence(lines[position - 1].tekst) or lines[position].inspringend
    if (
        position + 1 in eisen
        and stands_apart
        and len(text) < 70
        and text[0].isupper()
        and not ends_sentence(text)
        and position not in eisen
    ):
        return text
    return None
