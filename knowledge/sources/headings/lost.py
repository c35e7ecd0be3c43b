"""Headings whose number was lost: told by the gap they leave between others, or by their marked level."""

import re
from collections.abc import Iterator, Sequence

from knowledge.sources.headings.model import EISEN_TITLE, TABLE_HEAD, Kop, Koppen, with_number
from knowledge.sources.lines import Tekstregel, ends_sentence, is_item


def by_gap(lines: Sequence[Tekstregel], koppen: Koppen) -> Koppen:
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
                is_eisen = bool(EISEN_TITLE.search(lines[position].tekst))
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
            found[position] = with_number(f"{chapter}.{level + offset}", lines[position].tekst)
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
    if EISEN_TITLE.search(text) and len(text) <= 50 and text[0].isupper():
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


_REFERENCE = re.compile(r"(?:\bparagra(?:af|fen)|§|\bpar\.)\s*(\d{1,2}(?:\.\d{1,2})+)", re.IGNORECASE)


def by_level(lines: Sequence[Tekstregel], koppen: Koppen) -> Koppen:
    """Headings that the document marks as such, without number, in chapters where all numbers of a level
    were lost.

    Only where the document does number its headings this deep: others there have a number, or its text
    points to them ("zie paragraaf 4.3").
    """
    found: Koppen = {}
    depths = {len(kop.pad) for kop in koppen.values() if kop.pad}
    named = {reference for line in lines for reference in _REFERENCE.findall(line.tekst)}
    for start, end in _chapters(lines, koppen):
        base = lines[start].kopniveau - 1
        here = {len(koppen[p].pad) for p in range(start, end) if p in koppen}
        lost = set()
        if 2 not in here and (depths & {2, 3, 4} or _points_to(named, 2)):
            lost.add(2)
        if 3 not in here and 3 not in depths and _points_to(named, 3) and (2 in here or 2 in lost):
            lost.add(3)
        counters = [int(koppen[start].nummer)]
        for position in range(start + 1, end):
            if position in koppen:
                counters = list(koppen[position].pad) or counters
                continue
            depth = lines[position].kopniveau - base if lines[position].kopniveau else 0
            if depth in lost and len(counters) >= depth - 1:
                counters = [
                    *counters[: depth - 1],
                    (counters[depth - 1] if len(counters) >= depth else 0) + 1,
                ]
                found[position] = with_number(".".join(map(str, counters)), lines[position].tekst)
    return found


def _chapters(lines: Sequence[Tekstregel], koppen: Koppen) -> Iterator[tuple[int, int]]:
    """Start and end of each chapter whose own heading the document marks."""
    borders = sorted(p for p, kop in koppen.items() if kop.soort != "paragraaf")
    for start, end in zip(borders, [*borders, len(lines)][1:], strict=True):
        if koppen[start].soort == "hoofdstuk" and lines[start].kopniveau:
            yield start, end


def _points_to(named: set[str], depth: int) -> bool:
    return sum(reference.count(".") + 1 >= depth for reference in named) > 1
