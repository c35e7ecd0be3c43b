"""Finds chapters, paragraphs, bijlagen and parts by their number, and tells them from rows and list items.

A line "1 Plan van aanpak Normaliseren 50%" looks like a heading and is a table row; "2 Definitielijst" is a
heading. What tells them apart is whether the numbers of the whole document fit: chapters count on from each
other, and the paragraphs of chapter 8 lie between chapters 8 and 9.
"""

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from knowledge.sources.headings.model import Kop, Koppen, title_of
from knowledge.sources.lines import Tekstregel

_NUMBERED = re.compile(r"^([1-9]\d?(?:\.[1-9]\d?)+)\.?\s+(\S.{1,120})$")
_ALONE = re.compile(r"^[1-9]\d?(?:\.[1-9]\d?)+$")
_CHAPTER = re.compile(r"^(?:hoofdstuk\s+)?(\d{1,2})\.?[:\s]\s*([A-ZÀ-Ý(][^|]{2,80})$", re.IGNORECASE)
_ANNEX = re.compile(r"^bijlage\s+([IVXLC]+|\d{1,2})\s*(?:[-–—:.]\s*|$)(.*)$", re.IGNORECASE)
_PART = re.compile(r"^deel\s+([IVX]+|\d)\b\s*[-–—:.]?\s*(.{0,60})$", re.IGNORECASE)

_LONGEST = 200
"""Characters of the title of a bijlage that stands on a line of its own."""
_NAMED = 8.0
"""What it counts that the table of contents names a chapter."""


def paragraphs(lines: Sequence[Tekstregel]) -> Koppen:
    """All lines that could be the heading of a numbered paragraph."""
    found: Koppen = {}
    for position, line in enumerate(lines):
        text = f"{line.nummer.rstrip('.')} {line.tekst}" if line.nummer and line.kopniveau else line.tekst
        taken = 1
        if _ALONE.match(text) and not line.rij and position + 1 < len(lines):
            # Extraction often puts a number that stands apart on a line of its own.
            text, taken = f"{text} {lines[position + 1].tekst}", 2
        match = _NUMBERED.match(text)
        if not match or line.rij:
            continue
        title = match.group(2)
        starts_well = title[0].isupper() or title[0] in "(‘'\"" or line.kopniveau
        prose = title.endswith((",", ";")) or len(re.findall(r"[.!?]\s+[A-Z]", title)) > 0
        if starts_well and not prose and not re.match(r"[\d.,]+\s", title):
            found[position] = Kop("paragraaf", match.group(1), title_of(title), taken)
    return found


def chapters(lines: Sequence[Tekstregel], paragraphs: Koppen, known: Koppen) -> Koppen:
    """The best chain of chapters 1, 2, 3 ...: consistent with the paragraphs, not rows of a list.

    `known`: chapters that the table of contents names.
    """
    candidates: list[tuple[int, int, str]] = []
    for position, line in enumerate(lines):
        text = (
            f"{line.nummer.rstrip('.')} {line.tekst}" if line.nummer and line.kopniveau == 1 else line.tekst
        )
        match = _CHAPTER.match(text)
        if position in known:
            candidates.append((position, int(known[position].nummer), known[position].titel))
        elif (
            match and not line.rij and position not in paragraphs and not match.group(2).endswith((",", ";"))
        ):
            candidates.append((position, int(match.group(1)), match.group(2)))
    places = _Places(paragraphs)
    best: dict[int, tuple[float, int | None]] = {}
    ending: dict[int, int] = {}
    for index, (_, number, _) in enumerate(candidates):
        own = _chapter_quality(lines, candidates, index, places)
        own += _NAMED * (candidates[index][0] in known)
        previous: tuple[float, int | None] = (0.0 if number == 1 else -4.0, None)
        earlier = ending.get(number - 1)
        if earlier is not None and best[earlier][0] > previous[0]:
            previous = (best[earlier][0], earlier)
        best[index] = (own + previous[0], previous[1])
        if number not in ending or best[index][0] > best[ending[number]][0]:
            ending[number] = index
    if not best:
        return {}
    last: int | None = max(best, key=lambda i: best[i][0])
    if last is None or best[last][0] <= 3.0:
        return {}
    chain: Koppen = {}
    while last is not None:
        position, number, title = candidates[last]
        chain[position] = Kop("hoofdstuk", str(number), title_of(title))
        last = best[last][1]
    return chain if len(chain) > 1 else {}


class _Places:
    """Where the candidate paragraphs of each chapter lie."""

    def __init__(self, paragraphs: Koppen) -> None:
        self._firsts: defaultdict[int, list[int]] = defaultdict(list)
        last: defaultdict[int, int] = defaultdict(lambda: -1)
        for position, kop in sorted(paragraphs.items()):
            if kop.pad[1] == 1:
                self._firsts[kop.pad[0]].append(position)
            last[kop.pad[0]] = position
        self._last_below = [-1]
        for number in range(100):
            self._last_below.append(max(self._last_below[-1], last[number]))

    def first_of(self, chapter: int) -> float:
        """The first place of a paragraph x.1 of this chapter; infinite when there is none."""
        return self._firsts[chapter][0] if self._firsts[chapter] else math.inf

    def first_after(self, chapter: int, position: int) -> float:
        """The same, after a position."""
        firsts = self._firsts[chapter]
        index = bisect_right(firsts, position)
        return firsts[index] if index < len(firsts) else math.inf

    def last_below(self, chapter: int) -> int:
        """The last place of a paragraph of an earlier chapter; -1 when there is none."""
        return self._last_below[chapter]


def _chapter_quality(
    lines: Sequence[Tekstregel], candidates: Sequence[tuple[int, int, str]], index: int, places: "_Places"
) -> float:
    position, number, title = candidates[index]
    line = lines[position]
    quality = 0.5
    if line.kopniveau:
        quality += 4
    if line.inspringend:
        quality += 2
    if re.search(r"[:;.]\s|\d|%|[.;]$", title):
        quality -= 1.5
    # A list or table: the next or previous number stands a few lines away. A line that opens a page and has
    # prose below it is a heading all the same.
    near = [
        candidates[other][0]
        for other in range(max(0, index - 3), min(len(candidates), index + 4))
        if abs(candidates[other][1] - number) == 1 and abs(candidates[other][0] - position) <= 5
    ]
    if (
        near
        and not line.kopniveau
        and not (line.inspringend and all(_prose_between(lines, position, other) for other in near))
    ):
        quality -= 3
    # Its first paragraph comes after it, and no paragraph of this or a later chapter before it.
    if places.first_after(number, position) <= position + 40:
        quality += 3
    if places.first_of(number) < position:
        quality -= 4
    if places.last_below(number) > position:
        quality -= 4
    return quality


def _prose_between(lines: Sequence[Tekstregel], one: int, other: int) -> bool:
    first, last = sorted((one, other))
    return any(len(line.tekst) >= 60 for line in lines[first + 1 : last])


def fitting(paragraphs: Koppen, chapters: Koppen) -> Koppen:
    """The paragraphs that lie in their own chapter and go on from the one before them."""
    starts = sorted((position, int(kop.nummer)) for position, kop in chapters.items())
    kept: Koppen = {}
    last: tuple[int, ...] = ()
    for position, kop in sorted(paragraphs.items()):
        chapter = max(((p, n) for p, n in starts if p < position), default=None)
        if chapters and (chapter is None or chapter[1] != kop.pad[0]):
            continue
        if last and last[0] == kop.pad[0] and kop.pad < last:
            continue
        kept[position] = kop
        last = kop.pad
    return kept


def annexes(lines: Sequence[Tekstregel]) -> Koppen:
    found: Koppen = {}
    times = Counter(line.tekst for line in lines)
    for position, line in enumerate(lines):
        match = _ANNEX.match(line.tekst)
        if not match or line.tekst[0].islower() or len(line.tekst) > (_LONGEST if line.heel else 130):
            continue
        title = match.group(2)
        if not title and not (line.kopniveau or line.inspringend):
            continue
        taken = 1
        following = lines[position + 1].tekst if position + 1 < len(lines) else ""
        if len(line.tekst) > 80 and not line.heel and times[following] == 1 and len(following) < 80:
            title, taken = f"{title} {following}", 2
        found[position] = Kop("bijlage", match.group(1).upper(), title_of(title), taken)
    return found


def parts(lines: Sequence[Tekstregel]) -> Koppen:
    return {
        position: Kop("deel", match.group(1).upper(), title_of(match.group(2)))
        for position, line in enumerate(lines)
        if (match := _PART.match(line.tekst))
        and line.tekst[0].isupper()
        and (line.inspringend or line.kopniveau)
    }
