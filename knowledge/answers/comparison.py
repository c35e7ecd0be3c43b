"""Takes a comparison apart: what is asked of each side."""

import re
from collections.abc import Sequence

from knowledge.answers.routing import Zijde
from knowledge.text.tokens import content_words, says_little

_ASKS_DIFFERENCE = re.compile(
    r"^(?:wat (?:is|zijn) (?:de|het) )?(?:verschil\w*|overeenkomst\w*|vergelijking)\b"
    r"(?: (?:in|qua|van|bij|wat betreft|op het gebied van))?\s*",
    re.I,
)
_COMPARE_WORDS = re.compile(
    r"\b(?:verschil\w*|vergelijk\w*|tussen|tegenover|net als|net zoals|met dat van|met die van|dezelfde soort"
    r"|dezelfde|hetzelfde|zowel|allebei|samen|beide)\b",
    re.I,
)
_PREPOSITIONS = r"(?:\b(?:in|van|voor|bij|volgens|uit|tussen|met|als|dan|en|door)\s+)?(?:\b(?:de|het)\s+)?"
_DOCUMENT = (
    r"(?:\b(?:en|met|in|volgens|uit)\s+)?(?:\b(?:de|het)\s+)?"
    r"\b[\w-]*(?:strategie|document|opdracht|brief|nota|plan|visie|leidraad|bestek)\s+"
)
"""What stands before the name of a region: "de strategie van IJmond"."""
_LONGER = re.compile(r"\b(?:langer|korter)(?: of (?:langer|korter))?\b", re.I)
_MORE = re.compile(
    r"\b(?:hoger|lager|strenger|soepeler|ruimer|duurder|goedkoper|groter|kleiner|eerder|later)"
    r"(?: of (?:hoger|lager|strenger|soepeler|ruimer|duurder|goedkoper|groter|kleiner|eerder|later))?\b",
    re.I,
)
"""How two sides compare; what each says of itself does not tell."""
_EXTREME = re.compile(r"\b(?:maximale|minimale|totale|gemiddelde)\s+(?=\w)", re.I)
"""What one side calls a maximum, the other may just call its duration or price."""
_CLAUSE = re.compile(
    r"[,;]?\s+(?:en|maar|of)\s+(?=(?:hoe|hoeveel|wat|wanneer|wie|waar|waarom|welke?|doet|geldt|is|mag|moet|kan)\b)",
    re.I,
)


def vragen_per_zijde(vraag: str, zijden: Sequence[Zijde]) -> list[str]:
    """The question as asked of each side, without what names the sides."""
    clauses = _CLAUSE.split(vraag)
    if len(clauses) == len(zijden) == 2:
        own = [i for side in zijden if (i := _clause_of(side, vraag, clauses)) is not None]
        if sorted(own) == [0, 1]:
            asked = [_bare(clauses[i], vraag, zijden) for i in own]
            if all(_telling(text) for text in asked):
                return asked
    bare = [text for clause in clauses if _telling(text := _bare(clause, vraag, zijden))]
    whole = ", en ".join(text.rstrip("?") for text in bare) + "?" if bare else _bare(vraag, vraag, zijden)
    return [whole for _ in zijden]


def _clause_of(side: Zijde, vraag: str, clauses: Sequence[str]) -> int | None:
    """The only clause in which a side is named."""
    found = {
        i for i, text in enumerate(clauses) if any(vraag[m.begin : m.eind] in text for m in side.noemingen)
    }
    return found.pop() if len(found) == 1 else None


def _telling(text: str) -> bool:
    return any(not says_little(w) for w in content_words(text))


def _bare(text: str, vraag: str, zijden: Sequence[Zijde]) -> str:
    """A clause without the names of the sides and the words of comparing."""
    for mention in (m for side in zijden for m in (*side.noemingen, *side.regio)):
        name = re.escape(vraag[mention.begin : mention.eind])
        text = re.sub(
            rf"(?:{_DOCUMENT}(?=van\b|in\b|uit\b|voor\b))?{_PREPOSITIONS}(?:\bregio('s)?\s+)?\(?\b{name}\b\)?-?",
            " ",
            text,
            flags=re.I,
        )
    text = _MORE.sub(" ", _LONGER.sub("duur", _EXTREME.sub("", text)))
    asked = _ASKS_DIFFERENCE.match(text.strip())
    if asked:
        text = f"wat is de {text.strip()[asked.end() :]}"
    text = re.sub(r"\s+", " ", _COMPARE_WORDS.sub(" ", text)).strip(" ,;?.")
    return (
        re.sub(
            r"(?:[\s,]*\b(?:en|of|als|dan|met|net|ook|dat|die|de|het|hoe|hoeveel|doet|is|geldt))+$", "", text
        )
        + "?"
    )
