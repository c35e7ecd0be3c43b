"""All that can be searched: the tender's catalogue and the imported documents, with their index."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from knowledge.answers.amendments import Wijzigingen
from knowledge.answers.answer import Citaat
from knowledge.answers.compose import beste_passage
from knowledge.answers.coverage import samen
from knowledge.answers.ranking import Plaats
from knowledge.answers.routing import Wegwijzer
from knowledge.catalogue.models import Tender
from knowledge.retrieval import Fragment, Index, of_document
from knowledge.retrieval.catalogue import of_tender
from knowledge.retrieval.index import Zoekwoord
from knowledge.retrieval.meaning import search_by_meaning
from knowledge.sources.passages import Brondocument


class Kennisbank:
    """Built once for a set of imported documents; never changes. `folder`: where vectors for search by
    meaning are kept; without one there is none."""

    def __init__(
        self, tender: Tender, documenten: Iterable[Brondocument], folder: Path | None = None
    ) -> None:
        fragments: list[Fragment] = of_tender(tender)
        self._at_place: dict[tuple[str, str], list[Fragment]] = defaultdict(list)
        self._number: dict[Fragment, int] = {}
        self.wijzigingen = Wijzigingen()
        for document in documenten:
            own = list(of_document(document))
            self.wijzigingen.lees(document, own)
            fragments += own
            for number, fragment in enumerate(own):
                self._at_place[fragment.plaats].append(fragment)
                self._number.setdefault(fragment, number)
        dense = search_by_meaning(fragments, folder) if folder else None
        for fragment in fragments:
            samen(fragment.vragen)
        self.index = Index(fragments, _synonyms(tender), dense)
        self.wegwijzer = Wegwijzer(tender, fragments, self.wijzigingen.nota_van)

    def bij(self, bron: str, vindplaats: str) -> Sequence[Fragment]:
        """The passages of an imported document at one place."""
        return self._at_place.get((bron, vindplaats), ())

    def koppen_onder(self, bron: str, vindplaats: str) -> list[str]:
        """Titles of the paragraphs below a place, in the order of the document."""
        below = {
            fragments[0].titel.split(" – ")[-1]: None
            for (other, place), fragments in self._at_place.items()
            if other == bron and place.startswith(f"{vindplaats}.")
        }
        return list(below)

    def citaat(self, plaats: Plaats, woorden: Sequence[Zoekwoord], antwoord: str) -> Citaat:
        """The citation of a place for an answer."""
        passage = beste_passage(plaats, self.bij(plaats.bron, plaats.vindplaats), woorden, antwoord)
        return self._cite(plaats.bron, plaats.vindplaats, passage, max(0.0, min(1.0, plaats.score)))

    def citaat_van_tabel(self, bron: str, vindplaats: str, antwoord: str) -> Citaat:
        """The citation of a table's row: the passage that holds most of the answer's figures and words."""
        passages = self.bij(bron, vindplaats)
        if not passages:
            return Citaat(bron, vindplaats, antwoord, 1.0)
        parts = set(re.findall(r"\d+(?:[.,]\d+)*|\w{4,}", antwoord.lower()))
        best = max(passages, key=lambda f: sum(part in f.tekst.lower() for part in parts))
        return self._cite(bron, vindplaats, best, 1.0)

    def citaat_van_passage(self, passage: Fragment, score: float) -> Citaat:
        """The citation of one passage of an imported document."""
        return self._cite(*passage.plaats, passage, score)

    def _cite(self, bron: str, vindplaats: str, passage: Fragment, score: float) -> Citaat:
        titles = tuple(passage.titel.split(" – "))
        return Citaat(bron, vindplaats, passage.tekst, score, titles, self._number.get(passage))


def _synonyms(tender: Tender) -> Iterable[Sequence[str]]:
    yield from tender.synoniemen
    for eis in tender.eisen:
        yield from eis.synoniemen
    for voorziening in tender.voorzieningen:
        yield (voorziening.naam, *voorziening.synoniemen)
    for vorm in tender.vormen:
        yield (vorm.naam, *vorm.synoniemen)
    for definitie in tender.definities:
        yield (definitie.term, *definitie.synoniemen)
