"""What is known of a bid before it is judged: its documents, what each is, and what it bids for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from knowledge.documents import Blok, Document


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

    def blokken(self) -> Iterator[tuple[Document, Blok]]:
        """Every block of every document, in reading order."""
        for document in self.documenten:
            for blok in document.blokken:
                yield document, blok
