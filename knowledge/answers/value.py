"""How well one sentence of a text answers a question."""

from collections.abc import Sequence

from knowledge.answers.kinds import Vraagsoort, past_bij
from knowledge.answers.lists import opens_list
from knowledge.answers.question import Vraag
from knowledge.retrieval.index import Zoekwoord, aandeel, gedekt

KIND, LIST = 0.25, 0.25


def waarde(
    vraag: Vraag, woorden: Sequence[Zoekwoord], zinnen: Sequence[str], nummer: int, titel: str
) -> float:
    """The share of the question that sentence `nummer` holds, more when it holds the kind of thing asked."""
    text = zinnen[nummer]
    value = aandeel(woorden, gedekt(woorden, text, titel)) + KIND * past_bij(vraag.soort, text)
    if vraag.soort is Vraagsoort.LIJST and opens_list(zinnen, nummer):
        value += LIST
    return value
