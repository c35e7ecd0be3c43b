"""What an imported document is made of: passages with their place."""

from dataclasses import dataclass
from typing import Literal

Passagesoort = Literal["eis", "definitie", "tekst"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document that is found and cited as one."""

    vindplaats: str
    """"eis 12", "§9.7.2", "hoofdstuk 2", "bijlage XII", or the heading in a document without numbers."""
    tekst: str
    """Cleaned text; paragraphs, list items and table rows each on a line of their own."""
    koppen: tuple[str, ...] = ()
    """Titles of the headings above it, the highest first."""
    soort: Passagesoort = "tekst"
    pagina: int | None = None


@dataclass(frozen=True, slots=True)
class Brondocument:
    """One imported document."""

    bron: str
    """The name it is cited by."""
    bestand: str
    titel: str
    passages: tuple[Passage, ...]
