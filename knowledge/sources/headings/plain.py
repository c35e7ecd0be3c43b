"""Headings without a number: short lines that stand by themselves over a paragraph."""

import re
from collections.abc import Sequence

from knowledge.sources.headings.model import Kop, Koppen, title_of
from knowledge.sources.lines import Tekstregel, ends_sentence, is_item, same_kind

# A line with a finite verb, or a name with its explanation, is a sentence and no heading.
_SENTENCE = re.compile(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|dient|dienen|moet|moeten|kan|kunnen|geldt|gelden|gaat|geeft|stellen"
    r"|bestaan|bestaat|omvat|erkent|hanteert|kent|komt|vindt)\b|^(?!\w+ \w+:)[^:]+: \S",
)

# Amounts, addresses and rows of yes and no are no titles, nor is a line that breaks off.
_NO_TITLE = re.compile(
    r"[|€%@]|\.\.\.|\w\.(?:nl|eu|org|com|be)\b|\b(?:ja|nee)\b.*\b(?:ja|nee)\b"
    r"|\b(?:de|het|een|en|of|van|voor|met|op|in|tot|bij|om|die|dat|aan|te)$",
    re.IGNORECASE,
)
_ROW_NUMBER = re.compile(r"^\d{1,3}$")
_NOTHING = re.compile(r"^(?:geen|nee|ja|vervallen|n\.?v\.?t\.?|niet van toepassing)\.?$", re.IGNORECASE)
"""What stands below a heading under which there is nothing to say."""


def unnumbered(lines: Sequence[Tekstregel], koppen: Koppen) -> Koppen:
    """Short lines that stand by themselves over a paragraph."""
    found: Koppen = {}
    for position, line in enumerate(lines):
        if position in koppen or any(p + koppen[p].regels > position for p in (position - 1,) if p in koppen):
            continue
        if line.kopniveau or _looks_like_heading(lines, position, koppen):
            found[position] = Kop("kop", "", title_of(line.tekst))
    return _without_rows(lines, found, koppen)


def _looks_like_heading(lines: Sequence[Tekstregel], position: int, koppen: Koppen) -> bool:
    line = lines[position]
    text = line.tekst
    if line.heel and not line.kopniveau and not (line.na_wit and len(text) <= 60):
        return False
    words = text.split()
    if not (3 <= len(text) <= 90 and len(words) <= 10 and text[0].isupper()) or is_item(text):
        return False
    if (
        text[-1] in ",;!"
        or (text[-1] in ".:" and len(words) > 4)
        or _NO_TITLE.search(text)
        or _NOTHING.match(text)
    ):
        return False
    if _SENTENCE.search(text) and text[-1] != "?":
        return False
    numbers = re.findall(r"\d+", text)
    if len(numbers) > 1 and not all(len(n) == 4 for n in numbers):
        return False
    if position and (
        _ROW_NUMBER.match(lines[position - 1].tekst) or same_kind(lines[position - 1].tekst, text)
    ):
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
        prose = prose or bool(_NOTHING.match(following))
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
