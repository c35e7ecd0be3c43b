"""Reads which places of a document a text names: "paragraaf 4.3.1 en eis 12" gives §4.3.1 and eis 12."""

import re

from knowledge.text.codes import find_codes
from knowledge.text.sentences import sentences

_PARAGRAPH = re.compile(
    r"(?:§+|\bparagra(?:af|fen)|\bpar\.|\bhoofdstuk|\bh\.?(?=\s?\d+\.\d))\s*((?:\d{1,2}(?:\.\d{1,2})+(?:\s*(?:,|en|of|&|/)\s*)?)+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d.,])\d{1,2}(?:\.\d{1,2})+(?!\d|,\d)")
_BARE = re.compile(r"(?<![\w.,])(?:\d{1,3}|[A-Z])(?![\w,]|\.\d)")
_ROMAN = re.compile(r"(?<!\w)(?:[IVXLC]+|\d{1,2})(?!\w)")
_CHANGES = re.compile(
    r"\b(?:gewijzigd|wijzigt|wijzigen|aangepast|aanpassen|vervalt|vervallen|komt te luiden|vervangen"
    r"|toegevoegd|luidt voortaan|wordt gelezen|moet zijn|gecorrigeerd|hersteld)\b",
    re.IGNORECASE,
)
_SHOWN = {"eis": "eis {}", "bijlage": "bijlage {}", "hoofdstuk": "hoofdstuk {}"}


def places_in(text: str) -> tuple[str, ...]:
    """All places that a text names, in the notation of `Passage.vindplaats`, in the order of the text's kind:
    paragraphs, then the others by number. An article is none: it may be of a law."""
    paragraphs = [f"§{n}" for group in _PARAGRAPH.findall(text) for n in _NUMBER.findall(group)]
    others = sorted(
        (code.soort, len(code.waarde), code.waarde) for code in find_codes(text) if code.soort in _SHOWN
    )
    return tuple(
        dict.fromkeys([*paragraphs, *(_SHOWN[soort].format(waarde.upper()) for soort, _, waarde in others)])
    )


def places_in_column(head: str, text: str) -> tuple[str, ...]:
    """The places in a cell below this head: "12" below "Eis" is eis 12, below "Pagina" nothing."""
    column = head.casefold()
    if re.search(r"pagina|\bblz|datum|bladzijde", column):
        return ()
    found = places_in(text)
    if found:
        return found
    if re.search(r"\beis", column):
        return tuple(f"eis {n}" for n in _BARE.findall(text))
    if numbers := _NUMBER.findall(text):
        return tuple(f"§{n}" for n in numbers)
    if re.search(r"bijlage", column):
        return tuple(f"bijlage {n}" for n in _ROMAN.findall(text))
    if re.search(r"hoofdstuk|paragraaf", column):
        return tuple(f"hoofdstuk {n}" for n in _BARE.findall(text) if n.isdigit())
    return ()


def changed_places(text: str) -> tuple[str, ...]:
    """The places that a text says to change: "Eis 12 komt te luiden: ..."."""
    named = (place for s in sentences(text) if _CHANGES.search(s) for place in places_in(s))
    return tuple(dict.fromkeys(named))
