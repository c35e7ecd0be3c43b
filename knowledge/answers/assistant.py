"""The assistant: a question in, an answer with citations out, or a refusal."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers.answer import Antwoord
from knowledge.answers.comparison import vragen_per_zijde
from knowledge.answers.compose import beste_tekst, naast_elkaar, weigering
from knowledge.answers.confidence import DREMPEL, onbekende_woorden, zekerheid
from knowledge.answers.gesprek import lees_vervolg
from knowledge.answers.kennisbank import Kennisbank
from knowledge.answers.kinds import MATE
from knowledge.answers.kort import splits
from knowledge.answers.question import Vraag, lees_vraag
from knowledge.answers.ranking import Plaats, rangschik
from knowledge.answers.routing import Route, Zijde
from knowledge.answers.subjects import Onderwerpen
from knowledge.answers.tables import Feit, zoek_feit
from knowledge.catalogue.models import Tender
from knowledge.errors import InvoerFout
from knowledge.retrieval.index import Zoekwoord
from knowledge.sources.store import Bronnen
from knowledge.text.normalise import fold
from knowledge.text.tokens import stem, stems

CITATEN = 3
LONGEST_TALK = 10
"""Earlier questions that a follow-up may lean on."""


class Assistant:
    """Answers questions about a tender and the imported documents.

    The index is built once, and anew when the imported documents have changed.
    """

    def __init__(self, tender: Tender, bronnen: Bronnen) -> None:
        self.tender = tender
        self._bronnen = bronnen
        self._onderwerpen = Onderwerpen(tender)
        self._stempel: object = None
        self._load()

    def _load(self) -> None:
        stamp = self._bronnen.stempel()
        if stamp != self._stempel:
            self._kennis = Kennisbank(self.tender, self._bronnen.alle(), self._bronnen.folder)
            self._stempel = stamp

    @property
    def bronnen(self) -> tuple[str, ...]:
        """The names of all sources that can be asked."""
        return self._kennis.wegwijzer.bronnen

    def ask(self, vraag: str, bron: str | None = None, gesprek: Sequence[str | Antwoord] = ()) -> Antwoord:
        """Answer a question in Dutch from all sources, or only from `bron`.

        `gesprek`: earlier questions, or what was answered to them, the oldest first; a follow-up ("en voor
        perceel 4?") is read with their subject. InvoerFout when the question is empty or far too long, or
        there is no such bron.
        """
        self._load()
        text = " ".join(vraag.split())
        if not text:
            raise InvoerFout("Stel een vraag: er staat niets in.")
        if len(text) > 2000:
            raise InvoerFout("De vraag is te lang: gebruik hoogstens 2000 tekens.")
        if bron is not None and bron not in self.bronnen:
            raise InvoerFout(f"Er is geen bron met de naam {bron}. Bekend zijn: {', '.join(self.bronnen)}.")
        earlier = [(e if isinstance(e, str) else e.gelezen_als or e.vraag) for e in gesprek][-LONGEST_TALK:]
        in_full = lees_vervolg(text, earlier, self._onderwerpen, self._kennis.wegwijzer.namen_in)
        text = in_full or text
        sides = self._kennis.wegwijzer.zijden(text) if bron is None else ()
        if sides:
            answer = self._compare(text, sides)
        else:
            answer = self._answer(text, self._kennis.wegwijzer.wijs(text, bron))
        return replace(answer, vraag=vraag, gelezen_als=in_full)

    def _compare(self, text: str, sides: Sequence[Zijde]) -> Antwoord:
        """Each side asked by itself, the answers side by side."""
        asked = vragen_per_zijde(text, sides)
        answers = [self._answer(question, side.route) for question, side in zip(asked, sides, strict=True)]
        return naast_elkaar(text, sides, answers)

    def _answer(self, text: str, route: Route) -> Antwoord:
        """The answer to a question that stands by itself."""
        question = lees_vraag(text)
        if route.bronnen.get(self.tender.bron) == 0.0 and len(route.genoemd) < 2:
            fact = zoek_feit(question, self.tender)
        else:
            fact = None
        words = self._kennis.index.zoekwoorden(_without_codes(question), route.bronnen, route.namen)
        places = rangschik(self._kennis.index, question, words, route)
        if fact:
            return self._from_table(text, fact, words, places, route)
        return self._from_places(text, question, words, places, route)

    def _from_table(
        self, vraag: str, fact: Feit, words: Sequence[Zoekwoord], places: Sequence[Plaats], route: Route
    ) -> Antwoord:
        key = (self.tender.bron, fact.vindplaats)
        first = self._kennis.citaat_van_tabel(*key, fact.antwoord)
        others = [p for p in places if (p.bron, p.vindplaats) != key][: CITATEN - 1]
        cited = (first, *(self._kennis.citaat(p, words, fact.antwoord) for p in others))
        searched = tuple(sorted(route.bronnen))
        return Antwoord(vraag, True, fact.antwoord, cited, kort=fact.antwoord, gezocht_in=searched)

    def _from_places(
        self,
        vraag: str,
        question: Vraag,
        words: Sequence[Zoekwoord],
        places: Sequence[Plaats],
        route: Route,
    ) -> Antwoord:
        top = places[:CITATEN]
        searched = tuple(sorted(route.bronnen))
        if not top or zekerheid(question, words, top[0], route.namen) < DREMPEL:
            nearest = tuple(self._kennis.citaat(p, words, "") for p in top)
            unknown = onbekende_woorden(words, top[0], route.namen) if top else []
            text = weigering(searched, unknown, nearest)
            return Antwoord(vraag, False, text, nearest, kort=text.split(". ")[0] + ".", gezocht_in=searched)
        short, rest = splits(question, words, beste_tekst(question, words, top[0]))
        text = " ".join(part for part in (short, rest, self._parts(question, top[0])) if part)
        cited = tuple(self._kennis.citaat(p, words, text) for p in top)
        return Antwoord(vraag, True, text, cited, kort=short, gezocht_in=searched)

    def _parts(self, question: Vraag, place: Plaats) -> str:
        """The headings below a place, where they are what is asked: "Uit welke fasen bestaat ..."."""
        if not question.kern:
            return ""
        below = self._kennis.koppen_onder(place.bron, place.vindplaats)
        named = [title for title in below if stem(question.kern) in stems(title)]
        return f"Het gaat om: {'; '.join(named)}." if len(named) > 1 else ""


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
