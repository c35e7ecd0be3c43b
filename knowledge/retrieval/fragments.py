"""What is searched: fragments of imported documents and entries of a tender's catalogue, in one shape."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.sources.passages import Brondocument


@dataclass(frozen=True, slots=True)
class Fragment:
    """One findable text with its place."""

    bron: str
    vindplaats: str
    titel: str
    """Subject or headings: weighs more than the text."""
    tekst: str
    """What an answer may show."""
    soort: str
    """"eis", "definitie" or "tekst" for a passage; for the catalogue the kind of entry: "regel", "tarief"..."""
    zoektekst: str = ""
    """Further words under which people look for it."""
    catalogus: bool = False

    @property
    def plaats(self) -> tuple[str, str]:
        """Where it stands: fragments of one place belong together."""
        return self.bron, self.vindplaats


def of_document(document: Brondocument) -> Iterable[Fragment]:
    """The fragments of an imported document."""
    for passage in document.passages:
        # A heading of its own chapter says less than the heading just above the text.
        yield Fragment(
            document.bron, passage.vindplaats, " – ".join(passage.koppen), passage.tekst, passage.soort
        )
