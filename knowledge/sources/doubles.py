"""Recognises a document that was imported before under another name, whatever its format."""

import re
from collections import Counter
from collections.abc import Iterable

from knowledge.sources.passages import Brondocument

SAME = 0.93
"""Share of its words that another document has too, from which the two count as one: the rest is what the
formats make of line ends, numbers and rows. Two versions of one text can be as near."""
_WORDS = 20
"""Documents shorter than this are too short to tell."""


def dubbel(document: Brondocument, others: Iterable[Brondocument]) -> str | None:
    """The name of another document with the same content; None when there is none."""
    words = _words(document)
    total = words.total()
    if total < _WORDS:
        return None
    for other in others:
        if other.bron == document.bron:
            continue
        theirs = _words(other)
        if (words & theirs).total() >= SAME * max(total, theirs.total()):
            return other.bron
    return None


def _words(document: Brondocument) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", " ".join(p.tekst for p in document.passages).casefold()))
