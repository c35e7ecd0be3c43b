"""The assistant: a question in, an answer with citations out, or a refusal."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from knowledge.answers.answer import Antwoord, Citaat
from knowledge.answers.compose import beste_tekst, citaat, weigering
from knowledge.answers.confidence import DREMPEL, onbekende_woorden, zekerheid
from knowledge.answers.kinds import MATE
from knowledge.answers.question import Vraag, lees_vraag
from knowledge.answers.ranking import Plaats, rangschik
from knowledge.answers.routing import Route, Wegwijzer
from knowledge.answers.tables import Feit, zoek_feit
from knowledge.catalogue.models import Tender
from knowledge.errors import InvoerFout
from knowledge.retrieval import Fragment, Index, of_document
from knowledge.retrieval.catalogue import of_tender
from knowledge.retrieval.index import Zoekwoord
from knowledge.sources.store import Bronnen
from knowledge.text.normalise import fold
from knowledge.text.tokens import stem, stems

CITATEN = 3


class Assistant:
    """Answers questions about a tender and the imported documents.

    The index is built once, and anew when the imported documents have changed.
    """

    def __init__(self, tender: Tender, bronnen: Bronnen) -> None:
        self.tender = tender
        self._bronnen = bronnen
        self._stempel: object = None
        self._load()

    def _load(self) -> None:
        stamp = self._bronnen.stempel()
        if stamp == self._stempel:
            return
        fragments: list[Fragment] = of_tender(self.tender)
        self._at_place: dict[tuple[str, str], list[Fragment]] = defaultdict(list)
        for document in self._bronnen.alle():
            for fragment in of_document(document):
                fragments.append(fragment)
                self._at_place[fragment.plaats].append(fragment)
        self._index = Index(fragments, self._synoniemen())
        self._wegwijzer = Wegwijzer(self.tender, fragments)
        self._stempel = stamp

    def _synoniemen(self) -> Iterable[Sequence[str]]:
        yield from self.tender.synoniemen
        for eis in self.tender.eisen:
            yield from eis.synoniemen
        for voorziening in self.tender.voorzieningen:
            yield (voorziening.naam, *voorziening.synoniemen)
        for vorm in self.tender.vormen:
            yield (vorm.naam, *vorm.synoniemen)
        for definitie in self.tender.definities:
            yield (definitie.term, *definitie.synoniemen)

    @property
    def bronnen(self) -> tuple[str, ...]:
        """The names of all sources that can be asked."""
        return self._wegwijzer.bronnen

    def ask(self, vraag: str, bron: str | None = None) -> Antwoord:
        """Answer a question in Dutch from all sources, or only from `bron`.

        InvoerFout when the question is empty or far too long, or there is no such bron.
        """
        self._load()
        text = " ".join(vraag.split())
        if not text:
            raise InvoerFout("Stel een vraag: er staat niets in.")
        if len(text) > 2000:
            raise InvoerFout("De vraag is te lang: gebruik hoogstens 2000 tekens.")
        if bron is not None and bron not in self.bronnen:
            raise InvoerFout(f"Er is geen bron met de naam {bron}. Bekend zijn: {', '.join(self.bronnen)}.")
        route = self._wegwijzer.wijs(text, bron)
        question = lees_vraag(text)
        if (self.tender.bron in route.bronnen and not route.genoemd) or bron == self.tender.bron:
            fact = zoek_feit(question, self.tender)
        else:
            fact = None
        words = self._index.zoekwoorden(_without_codes(question), route.bronnen, route.namen)
        places = rangschik(self._index, question, words, route)
        if fact:
            return self._from_table(vraag, fact, words, places)
        return self._from_places(vraag, question, words, places, route)

    def _from_table(
        self, vraag: str, fact: Feit, words: Sequence[Zoekwoord], places: Sequence[Plaats]
    ) -> Antwoord:
        key = (self.tender.bron, fact.vindplaats)
        passages = self._at_place.get(key, [])
        shown = _passage_with(passages, fact.antwoord) if passages else fact.antwoord
        first = Citaat(*key, shown, 1.0)
        others = [p for p in places if (p.bron, p.vindplaats) != key][: CITATEN - 1]
        return Antwoord(
            vraag, True, fact.antwoord, (first, *(self._citaat(p, words, fact.antwoord) for p in others))
        )

    def _from_places(
        self,
        vraag: str,
        question: Vraag,
        words: Sequence[Zoekwoord],
        places: Sequence[Plaats],
        route: Route,
    ) -> Antwoord:
        top = places[:CITATEN]
        if not top or zekerheid(question, words, top[0], route.namen) < DREMPEL:
            nearest = tuple(self._citaat(p, words, "") for p in top)
            unknown = onbekende_woorden(words, top[0], route.namen) if top else []
            return Antwoord(vraag, False, weigering(sorted(route.bronnen), unknown, nearest), nearest)
        text = " ".join(
            part for part in (beste_tekst(question, words, top[0]), self._parts(question, top[0])) if part
        )
        return Antwoord(vraag, True, text, tuple(self._citaat(p, words, text) for p in top))

    def _parts(self, question: Vraag, place: Plaats) -> str:
        """The headings below a place, where they are what is asked: "Uit welke fasen bestaat ..."."""
        if not question.kern:
            return ""
        below = {
            fragments[0].titel.split(" – ")[-1]: None
            for (bron, vindplaats), fragments in self._at_place.items()
            if bron == place.bron and vindplaats.startswith(f"{place.vindplaats}.")
        }
        named = [title for title in below if stem(question.kern) in stems(title)]
        return f"Het gaat om: {'; '.join(named)}." if len(named) > 1 else ""

    def _citaat(self, place: Plaats, words: Sequence[Zoekwoord], answer: str) -> Citaat:
        return citaat(place, self._at_place.get((place.bron, place.vindplaats), []), words, answer)


def _passage_with(passages: Sequence[Fragment], answer: str) -> str:
    """The passage that holds most of the answer's figures and words."""
    parts = set(re.findall(r"\d+(?:[.,]\d+)*|\w{4,}", answer.lower()))
    return max(passages, key=lambda f: sum(part in f.tekst.lower() for part in parts)).tekst


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
