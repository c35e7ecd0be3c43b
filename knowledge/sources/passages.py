"""What an imported document is made of: passages with their place."""

from dataclasses import dataclass
from typing import Literal

Passagesoort = Literal["eis", "definitie", "vraag", "tekst"]
"""vraag: one question with its answer, of a nota van inlichtingen."""

Bronsoort = Literal[
    "inkoopdocument", "nota van inlichtingen", "strategie", "inkoopopdracht", "raadsbrief", "verordening",
    "overeenkomst", "bijlage", "overig",
]  # fmt: skip
"""What kind of document it is. Rules of an inkoopdocument hold; a strategie or raadsbrief tells of plans."""


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
    over: tuple[str, ...] = ()
    """Places of the amended document (`Brondocument.wijzigt`) that this answers or changes: ("eis 12",
    "§4.3.1"). Only in a nota van inlichtingen; empty where the question names no place."""
    paragraaf: str = ""
    """Of an eis the chapter or paragraph it stands in: "§7.3", "hoofdstuk 4"; empty for other passages."""


@dataclass(frozen=True, slots=True)
class Brondocument:
    """One imported document."""

    bron: str
    """The name it is cited by."""
    bestand: str
    titel: str
    passages: tuple[Passage, ...]
    regio: str = ""
    """The region it is about, as people call it ("IJsselland"); empty when it does not say."""
    jaar: int | None = None
    """The year from which it holds, else in which it was written."""
    soort: Bronsoort = "overig"
    wijzigt: str = ""
    """Name of the bron that this one answers or changes (a nota van inlichtingen), which it outranks at the
    places of `Passage.over`; of several such documents the one with the highest `volgnummer` holds."""
    volgnummer: int = 0
    """Which nota it is (the 2 of "Nota van inlichtingen 2"); 0 for other documents."""
