"""Finds the headings of a document and their numbers, by the logic of the sequence.

A line "1 Plan van aanpak Normaliseren 50%" looks like a heading and is a table row; "2 Definitielijst" is a
heading. What tells them apart is whether the numbers of the whole document fit: chapters count on from each
other, and the paragraphs of chapter 8 lie between chapters 8 and 9. The same logic gives back the numbers
that were lost in extraction: between 8.2.3 and 8.3.1 exactly one heading of the second level must stand.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.sources.lines import Tekstregel, ends_sentence, is_item


@dataclass(frozen=True, slots=True)
class Kop:
    """`nummer`: "8.5.3", "XII" for a bijlage, "" for a heading without number. `regels`: lines it takes."""

    soort: str
    """hoofdstuk, paragraaf, bijlage, deel, kop."""
    nummer: str
    titel: str
    regels: int = 1

    @property
    def pad(self) -> tuple[int, ...]:
        """The number as a row of integers; empty for what is not a chapter or paragraph."""
        return tuple(map(int, self.nummer.split("."))) if self.soort in ("hoofdstuk", "paragraaf") else ()


Koppen = dict[int, Kop]

_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2})+)\.?\s+(\S.{1,120})$")
_CHAPTER = re.compile(r"^(?:hoofdstuk\s+)?(\d{1,2})\.?[:\s]\s*([A-ZÀ-Ý(][^|]{2,80})$", re.IGNORECASE)
_ANNEX = re.compile(r"^bijlage\s+([IVXLC]+|\d{1,2})\s*(?:[-–—:.]\s*|$)(.*)$", re.IGNORECASE)
_PART = re.compile(r"^deel\s+([IVX]+|\d)\b\s*[-–—:.]?\s*(.{0,60})$", re.IGNORECASE)
_EISEN_TITLE = re.compile(r"\beisen\b.*\(\s*\d+\s*(?:t/m|tot en met|-)\s*\d+\s*\)$", re.IGNORECASE)
TABLE_HEAD = re.compile(r"^(?:nr|nummer)\.?\s+\S", re.IGNORECASE)


def find_headings(lines: Sequence[Tekstregel]) -> Koppen:
    """Headings by the position of their first line."""
    numbered = _paragraphs(lines)
    chapters = _chapters(lines, numbered)
    koppen = {**_annexes(lines), **_parts(lines), **_fitting(numbered, chapters), **chapters}
    koppen |= _lost_numbers(lines, koppen)
    return koppen | _unnumbered(lines, koppen)


def _title(text: str) -> str:
    return text.strip(" .:-–")


# --- headings with a number ----------------------------------------------------------------------------


def _paragraphs(lines: Sequence[Tekstregel]) -> Koppen:
    """All lines that could be the heading of a numbered paragraph."""
    found: Koppen = {}
    for position, line in enumerate(lines):
        text = f"{line.nummer.rstrip('.')} {line.tekst}" if line.nummer and line.kopniveau else line.tekst
        match = _NUMBERED.match(text)
        if not match:
            continue
        title = match.group(2)
        starts_well = title[0].isupper() or title[0] in "(‘'\"" or line.kopniveau
        prose = title.endswith((",", ";")) or len(re.findall(r"[.!?]\s+[A-Z]", title)) > 0
        if starts_well and not prose and not re.match(r"[\d.,]+\s", title):
            found[position] = Kop("paragraaf", match.group(1), _title(title))
    return found


def _chapters(lines: Sequence[Tekstregel], paragraphs: Koppen) -> Koppen:
    """The best chain of chapters 1, 2, 3 ...: consistent with the paragraphs, not rows of a list."""
    candidates: list[tuple[int, int, str]] = []
    for position, line in enumerate(lines):
        text = (
            f"{line.nummer.rstrip('.')} {line.tekst}" if line.nummer and line.kopniveau == 1 else line.tekst
        )
        match = _CHAPTER.match(text)
        if match and position not in paragraphs and not match.group(2).endswith((",", ";")):
            candidates.append((position, int(match.group(1)), match.group(2)))
    best: dict[int, tuple[float, int | None]] = {}
    for index, (_, number, _) in enumerate(candidates):
        own = _chapter_quality(lines, candidates, index, paragraphs)
        previous: tuple[float, int | None] = (0.0 if number == 1 else -4.0, None)
        for earlier in range(index):
            if candidates[earlier][1] == number - 1 and best[earlier][0] > previous[0]:
                previous = (best[earlier][0], earlier)
        best[index] = (own + previous[0], previous[1])
    if not best:
        return {}
    last: int | None = max(best, key=lambda i: best[i][0])
    if last is None or best[last][0] <= 3.0:
        return {}
    chain: Koppen = {}
    while last is not None:
        position, number, title = candidates[last]
        chain[position] = Kop("hoofdstuk", str(number), _title(title))
        last = best[last][1]
    return chain if len(chain) > 1 else {}


def _chapter_quality(
    lines: Sequence[Tekstregel], candidates: Sequence[tuple[int, int, str]], index: int, paragraphs: Koppen
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
    if near and not (line.inspringend and all(_prose_between(lines, position, other) for other in near)):
        quality -= 3
    # Its first paragraph comes after it, and no paragraph of this or a later chapter before it.
    own = [p for p, k in paragraphs.items() if k.pad[0] == number and k.pad[1] == 1]
    if any(0 < p - position <= 40 for p in own):
        quality += 3
    if any(p < position for p in own):
        quality -= 4
    if any(p > position and k.pad[0] < number for p, k in paragraphs.items()):
        quality -= 4
    return quality


def _prose_between(lines: Sequence[Tekstregel], one: int, other: int) -> bool:
    first, last = sorted((one, other))
    return any(len(line.tekst) >= 60 for line in lines[first + 1 : last])


def _fitting(paragraphs: Koppen, chapters: Koppen) -> Koppen:
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


def _annexes(lines: Sequence[Tekstregel]) -> Koppen:
    found: Koppen = {}
    times = Counter(line.tekst for line in lines)
    for position, line in enumerate(lines):
        match = _ANNEX.match(line.tekst)
        if not match or (line.tekst[0].islower()) or len(line.tekst) > 130:
            continue
        title = match.group(2)
        if not title and not (line.kopniveau or line.inspringend):
            continue
        taken = 1
        following = lines[position + 1].tekst if position + 1 < len(lines) else ""
        if len(line.tekst) > 80 and not line.heel and times[following] == 1 and len(following) < 80:
            title, taken = f"{title} {following}", 2
        found[position] = Kop("bijlage", match.group(1).upper(), _title(title), taken)
    return found


def _parts(lines: Sequence[Tekstregel]) -> Koppen:
    return {
        position: Kop("deel", match.group(1).upper(), _title(match.group(2)))
        for position, line in enumerate(lines)
        if (match := _PART.match(line.tekst))
        and line.tekst[0].isupper()
        and (line.inspringend or line.kopniveau)
    }


# --- headings whose number was lost ----------------------------------------------------------------------


def _lost_numbers(lines: Sequence[Tekstregel], koppen: Koppen) -> Koppen:
    """Headings of the second level without number, in chapters that number their paragraphs."""
    found: Koppen = {}
    order = sorted(koppen)
    in_eisen = False
    for index, start in enumerate(order):
        kop = koppen[start]
        end = order[index + 1] if index + 1 < len(order) else len(lines)
        if kop.soort not in ("hoofdstuk", "paragraaf"):
            in_eisen = False
            continue
        following = koppen[order[index + 1]] if index + 1 < len(order) else None
        chapter = kop.pad[0]
        level = kop.pad[1] if len(kop.pad) > 1 else 0
        room = _room(kop, following)
        if room == 0:
            continue
        chosen: list[int] = []
        in_eisen = False
        for position in range(start + 1, end):
            if _may_be_lost(lines, position):
                is_eisen = bool(_EISEN_TITLE.search(lines[position].tekst))
                if in_eisen and not is_eisen:
                    continue
                if not is_eisen and _opens_table(lines, position):
                    in_eisen = in_eisen or _is_row(lines[position + 1].tekst)
                    continue
                in_eisen = is_eisen
                chosen.append(position)
        if room is not None:
            chosen = chosen[:room] if len(chosen) <= room else [*chosen[: room - 1], chosen[-1]]
        elif not _numbers_its_paragraphs(koppen, chapter):
            continue
        for offset, position in enumerate(chosen, 1):
            found[position] = Kop("paragraaf", f"{chapter}.{level + offset}", _title(lines[position].tekst))
    return found


def _room(kop: Kop, following: Kop | None) -> int | None:
    """How many headings of the second level are missing between two; None: it may be any number."""
    level = kop.pad[1] if len(kop.pad) > 1 else 0
    if (
        following is None
        or not following.pad
        or following.pad[0] != kop.pad[0]
        or following.soort != "paragraaf"
    ):
        return None
    if len(following.pad) == 2:
        return max(0, following.pad[1] - level - 1)
    return max(0, following.pad[1] - level)


def _numbers_its_paragraphs(koppen: Koppen, chapter: int) -> bool:
    return any(k.soort == "paragraaf" and k.pad[0] == chapter for k in koppen.values())


def _may_be_lost(lines: Sequence[Tekstregel], position: int) -> bool:
    line = lines[position]
    text = line.tekst
    if _EISEN_TITLE.search(text) and len(text) <= 50 and text[0].isupper():
        return True
    if not (line.inspringend or line.kopniveau == 2):
        return False
    return (
        2 < len(text) <= 70
        and text[0].isupper()
        and not is_item(text)
        and text[-1] not in ".,;:?!"
        and not re.search(r"\d{4}|€|%|\b(?:is|zijn|wordt|worden|dient|moet|kan|een)\b", text)
        and position + 1 < len(lines)
        and (ends_sentence(lines[position - 1].tekst) or line.na_wit or len(lines[position - 1].tekst) < 70)
    )


def _opens_table(lines: Sequence[Tekstregel], position: int) -> bool:
    """The line heads a table or a group of its rows: the next line is a row, or has short cells."""
    following = lines[position + 1].tekst
    return _is_row(following) or bool(TABLE_HEAD.match(following))


def _is_row(text: str) -> bool:
    return bool(re.match(r"^(?:\d{1,3}|[A-Z])\s+[A-ZÀ-Ý]", text))


# A line with a finite verb, or a name with its explanation, is a sentence and no heading.
_SENTENCE = re.compile(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|dient|dienen|moet|moeten|kan|kunnen|geldt|gelden|gaat|geeft|stellen"
    r"|bestaan|bestaat|omvat|erkent|hanteert|kent|komt|vindt)\b|^(?!\w+ \w+:)[^:]+: \S",
)

# --- headings without numbers ----------------------------------------------------------------------------


def _unnumbered(lines: Sequence[Tekstregel], koppen: Koppen) -> Koppen:
    """Short lines that stand by themselves over a paragraph."""
    found: Koppen = {}
    for position, line in enumerate(lines):
        if position in koppen or any(p + koppen[p].regels > position for p in (position - 1,) if p in koppen):
            continue
        if line.kopniveau or _looks_like_heading(lines, position, koppen):
            found[position] = Kop("kop", "", _title(line.tekst))
    return _without_rows(lines, found, koppen)


def _looks_like_heading(lines: Sequence[Tekstregel], position: int, koppen: Koppen) -> bool:
    line = lines[position]
    text = line.tekst
    if line.heel and not line.kopniveau and not (line.na_wit and len(text) <= 60):
        return False
    words = text.split()
    if not (3 <= len(text) <= 90 and len(words) <= 10 and text[0].isupper()) or is_item(text):
        return False
    if text[-1] in ",;!" or (text[-1] in ".:" and len(words) > 4) or re.search(r"[|€%@]|\.\.\.", text):
        return False
    if _SENTENCE.search(text) and text[-1] != "?":
        return False
    numbers = re.findall(r"\d+", text)
    if len(numbers) > 1 and not all(len(n) == 4 for n in numbers):
        return False
    if position and len(re.findall(r"\d+", lines[position - 1].tekst)) > 1 and position - 1 not in koppen:
        row_before = lines[position - 1].tekst[-1].isdigit()
        if row_before:
            return False
    if position + 1 >= len(lines):
        return False
    width = max(len(r.tekst) for r in lines[max(0, position - 8) : position + 9])
    if len(text) > 0.8 * width:
        return False
    before_done = (
        position == 0 or position - 1 in koppen or line.inspringend or _closes(lines, position - 1, width)
    )
    following = lines[position + 1].tekst
    opens = following[0].isupper() or is_item(following) or following[0] in "‘'\"“•-(*"
    return before_done and opens


def _closes(lines: Sequence[Tekstregel], position: int, width: int) -> bool:
    """Is the paragraph over after this line."""
    text = lines[position].tekst
    return ends_sentence(text) or len(text) < 0.7 * width


def _without_rows(lines: Sequence[Tekstregel], found: Koppen, koppen: Koppen) -> Koppen:
    """Leave out runs of short lines (columns, lists without signs) and what no paragraph follows."""
    kept: Koppen = {}
    for position, kop in found.items():
        after = position + 1
        headings = 0
        while after in found or after in koppen:
            headings += 1
            after += 1
        if after >= len(lines) or headings > 2:
            continue
        following = lines[after].tekst
        prose = len(following) >= 45 or is_item(following) or following.endswith((".", ":"))
        if prose and not _in_run(found, position):
            kept[position] = kop
    return kept


def _in_run(found: Koppen, position: int) -> bool:
    run = 1
    for step in (-1, 1):
        other = position + step
        while other in found:
            run += 1
            other += step
    return run > 3
