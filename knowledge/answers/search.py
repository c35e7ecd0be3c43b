"""Looks for the places that may answer one question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answers.evidence import met_cijfer_voorop
from knowledge.answers.kennisbank import Kennisbank
from knowledge.answers.kinds import MATE
from knowledge.answers.question import Vraag, lees_vraag
from knowledge.answers.ranking import Plaats, rangschik
from knowledge.answers.routing import Route
from knowledge.retrieval.index import Zoekwoord
from knowledge.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Gezocht:
    """What was asked, where was searched and what was found, the best place first."""

    vraag: Vraag
    route: Route
    woorden: Sequence[Zoekwoord]
    plaatsen: Sequence[Plaats]

    @property
    def bronnen(self) -> tuple[str, ...]:
        return tuple(sorted(self.route.bronnen))


def zoek(kennis: Kennisbank, vraag: str, route: Route) -> Gezocht:
    """Search the documents of a route for a question that stands by itself."""
    question = lees_vraag(vraag)
    words = kennis.index.zoekwoorden(_without_codes(question), route.bronnen, route.namen)
    places = rangschik(kennis.index, question, words, route)
    return Gezocht(question, route, words, met_cijfer_voorop(question, words, places, route.namen))


def _without_codes(question: Vraag) -> str:
    """The question without the numbers and letters of its codes, which are matched apart, and without the
    measure it asks for ("hoe snel"), which is judged by its kind."""
    left_out = {c.waarde for c in question.codes}
    text = re.sub(r"\btg(?=\d)", "tariefgroep ", fold(question.tekst))
    text = re.sub(rf"\bhoe (?:{MATE})\b", "", text)
    return " ".join(
        part
        for word in text.split()
        for part in re.split(r"(?<=\w)-(?=\w)", word)
        if re.sub(r"^\W+|\W+$", "", part) not in left_out
    )
