"""What a nota van inlichtingen changes: it outranks the document at the places it is about, and of several
nota's the last one holds."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.retrieval.fragments import Fragment
from knowledge.sources.passages import Brondocument

Plek = tuple[str, str]
"""A bron and a vindplaats in it."""


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A passage of a nota about a place of the document it amends. `volgnummer`: which nota."""

    fragment: Fragment
    volgnummer: int

    @property
    def antwoord(self) -> str:
        return alleen_antwoord(self.fragment.tekst)


def alleen_antwoord(tekst: str) -> str:
    """What a passage of a nota lays down: of a question with its answer only the answer."""
    return tekst.rpartition("\nAntwoord: ")[2]


class Wijzigingen:
    """All amendments, by the place they change."""

    def __init__(self) -> None:
        self._of_place: dict[Plek, list[Wijziging]] = defaultdict(list)
        self._changes: dict[Plek, set[Plek]] = defaultdict(set)
        self.nota_van: dict[str, str] = {}
        """Per nota the bron that it changes."""

    def lees(self, document: Brondocument, fragmenten: Iterable[Fragment]) -> None:
        """Take in one document with its fragments, one a passage."""
        if not document.wijzigt:
            return
        self.nota_van[document.bron] = document.wijzigt
        for passage, fragment in zip(document.passages, fragmenten, strict=True):
            for place in passage.over:
                changed = (document.wijzigt, place)
                self._of_place[changed].append(Wijziging(fragment, document.volgnummer))
                self._changes[fragment.plaats].add(changed)

    def van(self, plek: Plek) -> list[Wijziging]:
        """The amendments of a place, the last nota first; of a passage of a nota those of later nota's on the
        same places."""
        places = self._changes.get(plek) or {plek}
        found = {w.fragment.plaats: w for place in places for w in self._of_place.get(place, ())}
        own = found.pop(plek, None)
        later = [w for w in found.values() if own is None or w.volgnummer > own.volgnummer]
        return sorted(later, key=lambda w: (-w.volgnummer, w.fragment.plaats))
