"""The assistant: a question in, an answer with citations out, or a refusal."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers.answer import Antwoord
from knowledge.answers.calculators import rekenhulpen
from knowledge.answers.comparison import vragen_per_zijde
from knowledge.answers.compose import naast_elkaar
from knowledge.answers.confidence import bestaat_niet
from knowledge.answers.gesprek import lees_vervolg
from knowledge.answers.kennisbank import Kennisbank
from knowledge.answers.reply import uit_plaatsen, uit_tabel, weiger
from knowledge.answers.routing import Route, Zijde
from knowledge.answers.search import Gezocht, zoek
from knowledge.answers.shorthand import voluit
from knowledge.answers.subjects import Onderwerpen
from knowledge.answers.tables import zoek_feit
from knowledge.answers.writer import schrijver
from knowledge.catalogue.models import Tender
from knowledge.errors import InvoerFout
from knowledge.sources.store import Bronnen

_THIS_EIS = re.compile(r"\b(?:deze|die|dezelfde) eis\b", re.I)
_EIS = re.compile(r"\beis (?:\d{1,3}|[A-L])\b", re.I)

LONGEST_TALK = 10
"""Earlier questions that a follow-up may lean on."""


class Assistant:
    """Answers questions about a tender and the imported documents.

    The index is built once, and anew when the imported documents have changed. Where the environment names
    a text generator it words the answers that come from passages, held to those passages; InvoerFout when it
    is named wrongly.
    """

    def __init__(self, tender: Tender, bronnen: Bronnen) -> None:
        self.tender = tender
        self._bronnen = bronnen
        self._onderwerpen = Onderwerpen(tender)
        self._schrijver = schrijver()
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
        text = voluit(" ".join(vraag.split()))
        if not text:
            raise InvoerFout("Stel een vraag: er staat niets in.")
        if len(text) > 2000:
            raise InvoerFout("De vraag is te lang: gebruik hoogstens 2000 tekens.")
        if bron is not None and bron not in self.bronnen:
            raise InvoerFout(f"Er is geen bron met de naam {bron}. Bekend zijn: {', '.join(self.bronnen)}.")
        earlier = [(e if isinstance(e, str) else e.gelezen_als or e.vraag) for e in gesprek][-LONGEST_TALK:]
        pointed = self._met_eis(text, bron, gesprek)
        in_full = pointed or lees_vervolg(
            text, [voluit(e) for e in earlier], self._onderwerpen, self._kennis.wegwijzer.namen_in
        )
        text = in_full or text
        sides = self._kennis.wegwijzer.zijden(text) if bron is None else ()
        if sides:
            answer = self._compare(text, sides)
        else:
            answer = self._answer(text, self._kennis.wegwijzer.wijs(text, bron))
        return replace(answer, vraag=vraag, gelezen_als=in_full)

    def _met_eis(self, text: str, bron: str | None, gesprek: Sequence[str | Antwoord]) -> str:
        """A question about "deze eis" with the eis that the last answer leans on; "" where there is none."""
        if not gesprek or not _THIS_EIS.search(text) or _EIS.search(text):
            return ""
        last = gesprek[-1]
        if isinstance(last, str) and (named := _EIS.search(last)):
            return _THIS_EIS.sub(named.group(), text)
        answer = self.ask(last, bron, gesprek[:-1]) if isinstance(last, str) else last
        place = answer.citaten[0].vindplaats if answer.beantwoord and answer.citaten else ""
        return _THIS_EIS.sub(place, text) if _EIS.fullmatch(place) else ""

    def zoek(self, vraag: str) -> Gezocht:
        """What is found for a question that stands by itself, before it is judged to be an answer."""
        self._load()
        text = voluit(vraag)
        return zoek(self._kennis, text, self._kennis.wegwijzer.wijs(text))

    def _compare(self, text: str, sides: Sequence[Zijde]) -> Antwoord:
        """Each side asked by itself, the answers side by side."""
        asked = vragen_per_zijde(text, sides)
        answers = [self._answer(question, side.route) for question, side in zip(asked, sides, strict=True)]
        return naast_elkaar(text, sides, answers)

    def _answer(self, text: str, route: Route) -> Antwoord:
        """The answer to a question that stands by itself."""
        found = zoek(self._kennis, text, route)
        answer = self._judged(found)
        if not answer.beantwoord or answer.citaten[0].bron != self.tender.bron:
            return answer
        tools = rekenhulpen(found.vraag, self.tender, answer.citaten[0].vindplaats)
        return replace(answer, rekentools=tools)

    def _judged(self, found: Gezocht) -> Antwoord:
        route = found.route
        if route.bronnen.get(self.tender.bron) == 0.0 and len(route.genoemd) < 2:
            if reason := bestaat_niet(found.vraag, self.tender):
                return weiger(self._kennis, found, reden=reason)
            if fact := zoek_feit(found.vraag, self.tender):
                return uit_tabel(self._kennis, found, fact, self.tender.bron)
        return self._worded(uit_plaatsen(self._kennis, found))

    def _worded(self, answer: Antwoord) -> Antwoord:
        """The answer in the words of the generator, where there is one and its words hold up."""
        if self._schrijver is None or not answer.beantwoord:
            return answer
        text = self._schrijver.schrijf(answer.vraag, answer.citaten)
        return replace(answer, antwoord=text, kort=text) if text else answer
