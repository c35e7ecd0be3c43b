"""How well one sentence of a text answers a question."""

import re
from collections.abc import Sequence

from knowledge.answers.kinds import CIJFERS, Vraagsoort, past_bij
from knowledge.answers.lists import opens_list
from knowledge.answers.question import Vraag
from knowledge.retrieval.index import Zoekwoord, aandeel, gedekt
from knowledge.text.normalise import fold

KIND, FIGURE, LIST, NUMBER = 0.25, 0.45, 0.25, 0.2

_ASKS_MANY = re.compile(r"\bwelke \w+(?:s|en)\b")
_ASKS_BOUND = re.compile(
    r"\b(?:normen|norm|hoogste|laagste|minim\w+|maxim\w+|minste|grens|drempel\w*|ondergrens|bovengrens)\b"
)


def waarde(
    vraag: Vraag, woorden: Sequence[Zoekwoord], zinnen: Sequence[str], nummer: int, titel: str
) -> float:
    """The share of the question that sentence `nummer` holds, more when it holds the kind of thing asked."""
    text = zinnen[nummer]
    weight = FIGURE if vraag.soort in CIJFERS or vraag.soort is Vraagsoort.WAAROM else KIND
    value = aandeel(woorden, gedekt(woorden, text, titel)) + weight * past_bij(vraag.soort, text)
    if _ASKS_BOUND.search(fold(vraag.tekst)) and re.search(r"\d", text):
        value += NUMBER
    if vraag.soort is Vraagsoort.WIE and _ASKS_MANY.search(fold(vraag.tekst)):
        value += KIND * past_bij(Vraagsoort.LIJST, text)
    if vraag.soort is Vraagsoort.LIJST and opens_list(zinnen, nummer):
        value += LIST
    return value
