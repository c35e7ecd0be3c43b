"""For which percelen and vormen an eis holds, as far as its document says so."""

import re
from collections.abc import Iterable, Sequence

from knowledge.sources.passages import Brondocument, Passage
from knowledge.text.codes import find_codes

_ONLY = re.compile(r"\bvan toepassing\b|\bgeld(?:t|en)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\bniet van toepassing\b|\bgeld(?:t|en) niet\b|\buitgezonderd\b|\bmet uitzondering van\b", re.I
)
_OPENS_WITH = re.compile(
    r"^(?:(?:uitsluitend|alleen|aanvullend|specifiek)\s+)?(?:geldt\s+)?(?:voor|op|binnen)\s+(?:de\s+)?percee?le?n?\b",
    re.IGNORECASE,
)
_FORMS: tuple[tuple[str, str], ...] = (
    ("pleegzorg", r"pleegzorg"),
    ("gezinshuis", r"gezinshui"),
    ("zorgboerderij", r"zorgboerderij"),
    ("driemilieu", r"drie-?\s?milieu"),
    ("jeugdzorgplus", r"jeugdzorg\s?plus|gesloten jeugdhulp"),
    ("behandelgroep", r"behandelgroep"),
    ("fasehuis", r"fasehui"),
    ("kdv", r"\bkdv\b|kortdurend verblijf|logeer"),
    ("wonen", r"woonvorm|\bwonen\b"),
)
_FOR_FORMS = re.compile(
    r"^(?:aanvullend\s+|specifiek\s+)?(?:geld(?:t|en)\s+)?"
    r"(?:(?:aanvullend\s+)?voor|bij(?: het leveren van)?|voor de levering van)\s+"
    r"(?P<named>[^.:;]{3,80}?)(?=\s+(?:de eis|geldt|gelden|is|zijn|dient|moet)\b|[.:;]|$)",
    re.IGNORECASE,
)


def all_percelen(document: Brondocument) -> tuple[int, ...]:
    """The numbers of the percelen of a tender, as its headings and texts name them."""
    named: set[int] = set()
    for passage in document.passages:
        named |= _numbers("\n".join((*passage.koppen, passage.tekst)))
    # Percelen are counted from 1; a number beyond a gap is of something else.
    found: list[int] = []
    while len(found) + 1 in named:
        found.append(len(found) + 1)
    return tuple(found)


def percelen_of(eis: Passage, document: Brondocument, percelen: Sequence[int]) -> Sequence[int]:
    """The percelen that an eis is for, from the nearest place that says so: its own opening words, the text
    above the eisen of its paragraph, or the headings above it. All of them where nothing says otherwise."""
    if _OPENS_WITH.match(eis.tekst):
        opening = re.split(r"[.:;]", eis.tekst, maxsplit=1)[0]
        if own := _known(_numbers(opening), percelen):
            return own
    above = [p for p in document.passages if p.vindplaats == eis.paragraaf and p.soort == "tekst"]
    included, excluded = _said_above(above)
    if included := set(_known(included, percelen)):
        return _known(included - excluded, percelen)
    left = [number for number in percelen if number not in excluded]
    for title in reversed(eis.koppen):
        if titled := _known(_numbers(title), percelen):
            return [number for number in titled if number in left] or titled
    return left


def vormen_of(text: str) -> tuple[str, ...]:
    """The kinds of wonen or verblijf that an eis opens with, when it opens with a restriction to them."""
    match = _FOR_FORMS.match(text)
    if not match:
        return ()
    named = match["named"].lower()
    found = [key for key, pattern in _FORMS if re.search(pattern, named)]
    # "Wonen" beside "verblijf" is the whole perceel, not a kind of it.
    whole = "wonen" in found and "verblijf" in named.replace("kortdurend verblijf", "")
    return () if whole else tuple(found)


def _said_above(passages: Iterable[Passage]) -> tuple[set[int], set[int]]:
    """Percelen that a text says its eisen are for, and those it says they are not for; a list below such a
    sentence counts with it."""
    included: set[int] = set()
    excluded: set[int] = set()
    target: set[int] | None = None
    for line in (line for p in passages for line in (*p.koppen[-1:], *p.tekst.split("\n"))):
        says_not = _NOT.search(line)
        if line.startswith("• "):
            if target is not None:
                target |= _numbers(line)
        elif says_not or (_ONLY.search(line) and re.search(r"\beis(?:en)?\b", line, re.IGNORECASE)):
            target = excluded if says_not else included
            # Only the sentence that says so: the numbers of another sentence are about something else.
            where = (says_not or _ONLY.search(line)).start()  # type: ignore[union-attr]
            target |= _numbers(line[where:])
        else:
            target = None
    return included, excluded


def _numbers(text: str) -> set[int]:
    return {
        int(code.waarde) for code in find_codes(text) if code.soort == "perceel" and code.waarde.isdigit()
    }


def _known(numbers: Iterable[int], percelen: Sequence[int]) -> list[int]:
    return sorted(n for n in set(numbers) if n in percelen)
