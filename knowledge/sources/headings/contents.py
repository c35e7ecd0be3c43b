"""The table of contents: taken out of the text, and used to give headings their number back."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.sources.headings.model import Koppen, with_number
from knowledge.sources.lines import Tekstregel


@dataclass(frozen=True, slots=True)
class Inhoudsregel:
    """One line of a table of contents that names a numbered chapter or paragraph."""

    nummer: str
    titel: str


_TITLE = re.compile(r"^(?:inhoudsopgave|inhoud|inhoudstafel)$", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\s*[.…·_]){4,}\s*\d{0,4}$|\s…\s*\d{1,4}$")
_PAGE = re.compile(r"\s+\d{1,3}$")
_NUMBER = re.compile(r"^(?:hoofdstuk\s+)?(\d{1,2}(?:\.\d{1,2})*)\.?[:\s]\s*(\S.*)$", re.IGNORECASE)
_NEARBY = 400
"""Lines in which a table of contents ends after its title."""
_LEAST = 4
"""Lines that end in a page number, in a row, that make a table of contents without leaders."""


def take_out(lines: Sequence[Tekstregel]) -> tuple[list[Tekstregel], list[Inhoudsregel]]:
    """The lines without the table of contents, and what it says."""
    inside = {p for p, line in enumerate(lines) if line.inhoud or _LEADERS.search(line.tekst)}
    for start, line in enumerate(lines[:_NEARBY]):
        if _TITLE.match(line.tekst):
            inside |= _below_title(lines, start, inside)
    # A title that runs over two lines has its page number on the second.
    inside |= {p for p in range(1, len(lines)) if p - 1 in inside and p + 1 in inside}
    entries: list[Inhoudsregel] = []
    unfinished = ""
    for position in sorted(inside):
        text = lines[position].tekst
        if _TITLE.match(text):
            continue
        if not _NUMBER.match(text):
            text = f"{unfinished} {text}".strip()
        leaders = _LEADERS.search(text)
        bare = text[: leaders.start()] if leaders else _PAGE.sub("", text)
        unfinished = text if bare == text and not lines[position].inhoud else ""
        if not unfinished and (match := _NUMBER.match(bare.strip())):
            entries.append(Inhoudsregel(match[1], match[2]))
    return [line for p, line in enumerate(lines) if p not in inside], entries


def _below_title(lines: Sequence[Tekstregel], start: int, marked: set[int]) -> set[int]:
    """Positions of a table of contents that opens with this title: rows that end in a page number."""
    rows: list[int] = []
    last_page, missed = 0, 0
    for position in range(start + 1, min(len(lines), start + _NEARBY)):
        match = _PAGE.search(lines[position].tekst)
        if position in marked:
            missed = 0
        elif match and int(match[0]) >= last_page and len(lines[position].tekst) < 160:
            last_page, missed = int(match[0]), 0
            rows.append(position)
        else:
            missed += 1
            if missed > 1:
                break
    has_marked = any(start < p < start + 4 for p in marked)
    return {start, *rows} if len(rows) >= _LEAST or has_marked else set()


def anchors(lines: Sequence[Tekstregel], inhoud: Sequence[Inhoudsregel]) -> Koppen:
    """The headings that the table of contents names, by position, with its numbers.

    Titles come back in the order of the table; where a title stands in several places, the row of places
    that fits most headings (and those the document marks as such) counts.
    """
    at: defaultdict[str, list[int]] = defaultdict(list)
    for position, line in enumerate(lines):
        if not line.rij and len(line.tekst) <= 200:
            at[_key(_without_number(line.tekst)[1])].append(position)
            if position + 1 < len(lines) and not line.heel:
                both = f"{line.tekst} {lines[position + 1].tekst}"
                at[_key(_without_number(both)[1])].append(position)
    pairs: list[tuple[int, int, float]] = []
    for entry, row in enumerate(inhoud):
        for position in at.get(_key(row.titel), ()):
            weight = _weight(lines[position], row)
            if weight:
                pairs.append((position, entry, weight))
    koppen: Koppen = {}
    for position, entry in _best_chain(sorted(pairs)):
        row = inhoud[entry]
        whole = _key(_without_number(lines[position].tekst)[1]) == _key(row.titel)
        koppen[position] = with_number(row.nummer, row.titel, 1 if whole else 2)
    return koppen


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _without_number(text: str) -> tuple[str, str]:
    match = _NUMBER.match(text)
    return (match[1], match[2]) if match else ("", text)


def _weight(line: Tekstregel, row: Inhoudsregel) -> float:
    """How sure this line is that heading; 0 when it carries another number."""
    number = line.nummer.rstrip(".") or _without_number(line.tekst)[0]
    if number and number != row.nummer:
        return 0.0
    return 1.0 + 2.0 * bool(number) + 1.5 * bool(line.kopniveau) + 0.5 * (line.inspringend or line.na_wit)


def _best_chain(pairs: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The heaviest row of pairs (position, entry, weight) in which both positions and entries go up.

    `pairs` are sorted by position. A tree of prefix maxima over the entries keeps this quick for long tables.
    """
    size = max((entry for _, entry, _ in pairs), default=-1) + 2
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before: list[int] = []
    best = (0.0, -1)
    waiting: list[tuple[int, tuple[float, int]]] = []
    last_position = -1
    for index, (position, entry, weight) in enumerate(pairs):
        if position != last_position:
            # Pairs of one position do not follow each other, so they come into the tree together.
            for place, value in waiting:
                _raise(tree, place, value)
            waiting, last_position = [], position
        total, previous = _highest(tree, entry)
        before.append(previous)
        value = (total + weight, index)
        waiting.append((entry + 1, value))
        best = max(best, value)
    chain: list[tuple[int, int]] = []
    index = best[1]
    while index >= 0:
        chain.append((pairs[index][0], pairs[index][1]))
        index = before[index]
    return chain[::-1]


def _raise(tree: list[tuple[float, int]], place: int, value: tuple[float, int]) -> None:
    while place < len(tree):
        tree[place] = max(tree[place], value)
        place += place & -place


def _highest(tree: Sequence[tuple[float, int]], place: int) -> tuple[float, int]:
    found = (0.0, -1)
    while place > 0:
        found = max(found, tree[place])
        place -= place & -place
    return found
