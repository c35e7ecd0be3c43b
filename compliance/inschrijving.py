"""What is known of a bid before it is judged: its documents, what each is, and what it bids for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from knowledge.documents import Blok, Document


@dataclass(frozen=True, slots=True)
class Deel:
    """A stuk as it stands in the bid: a whole file, or the part of a file that holds it.

    `sleutel` is a key of the report's stukken, `referentie` for any reference, or a kind of document that is
    no stuk of its own (kwaliteitsplan, aanbiedingsbrief, jaarrekening, ...). `document` holds only the blocks
    of this part.
    """

    sleutel: str
    document: Document

    @property
    def bestand(self) -> str:
        return self.document.bestand


@dataclass(frozen=True, slots=True)
class Inschrijving:
    """One bid. `documenten` in order of file name; `stuk_van` maps a file name to the keys of the stukken
    it holds (a form may hold several), so that the judges know an annual account from a plan."""

    inschrijver: str
    peildatum: date
    documenten: tuple[Document, ...]
    percelen: frozenset[int] = frozenset()
    vormen: frozenset[str] = frozenset()
    """Kinds of wonen and verblijf as the report names them; a gezinshuis is also `wonen`."""
    intensiteiten: frozenset[str] = frozenset()
    stuk_van: dict[str, tuple[str, ...]] = field(default_factory=dict)
    delen: tuple[Deel, ...] = ()

    def blokken(self) -> Iterator[tuple[Document, Blok]]:
        """Every block of every document, in reading order."""
        for document in self.documenten:
            for blok in document.blokken:
                yield document, blok

    def delen_van(self, *sleutels: str) -> tuple[Deel, ...]:
        """The parts recognised as one of these, in order of file name."""
        return tuple(deel for deel in self.delen if deel.sleutel in sleutels)
