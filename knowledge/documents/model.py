"""One document model that every reader (PDF, DOCX, XLSX, txt) fills, with the place of each piece of text.

Coordinates are PDF points (1/72 inch) from the top left corner of the page. `pagina` counts from 1 and is
None where the format has no pages (DOCX, XLSX, txt).
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Soort(StrEnum):
    """What a block is. Only `VERBORGEN` is not meant for the reader's eye."""

    KOP = "kop"
    ALINEA = "alinea"
    LIJST = "lijst"
    TABELRIJ = "tabelrij"
    KOPREGEL = "kopregel"
    VOETREGEL = "voetregel"
    VOETNOOT = "voetnoot"
    FORMULIERVELD = "formulierveld"
    OPMERKING = "opmerking"
    TEKSTVAK = "tekstvak"
    VERBORGEN = "verborgen"


@dataclass(frozen=True, slots=True)
class Kader:
    """A rectangle on a page, in points from the top left."""

    links: float
    boven: float
    rechts: float
    onder: float


@dataclass(frozen=True, slots=True)
class Blok:
    """A stretch of text that belongs together: paragraph, heading, list item, table row, form field.

    `tekst` has hyphenation at line ends undone and single spaces; for a table row it is the cells joined
    with " | ", for a form field "naam: waarde".
    """

    tekst: str
    soort: Soort = Soort.ALINEA
    pagina: int | None = None
    kader: Kader | None = None
    niveau: int = 0
    """Depth of a heading (1 is the highest); 0 for everything else."""
    cellen: tuple[str, ...] = ()
    """Cell texts of a table row; for XLSX the cached values as shown."""
    tabel: str = ""
    """Which table a row is of (all rows of one table share it); for XLSX the sheet's name."""
    plaats: str = ""
    """A finer place where there is one: cell reference "B4", form field name, footnote mark."""
    nummer: str = ""
    """Automatic list or heading number ("12.", "Eis 12", "a)") that the text itself does not hold."""


@dataclass(frozen=True, slots=True)
class Leesprobleem:
    """Something that kept (part of) a file from being read, or that a reader should know of.

    `soort`: onleesbaar, versleuteld, leeg, te_groot, beschadigd, niet_gelezen, verborgen_tekst, bijlage.
    """

    soort: str
    uitleg: str
    pagina: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read. `blokken` stand in reading order."""

    bestand: str
    formaat: str
    """pdf, docx, xlsx, txt."""
    blokken: tuple[Blok, ...] = ()
    paginas: int | None = None
    paginamaten: tuple[tuple[float, float], ...] = ()
    """Width and height in points of each page."""
    eigenschappen: dict[str, str] = field(default_factory=dict)
    problemen: tuple[Leesprobleem, ...] = ()

    @property
    def tekst(self) -> str:
        """All text meant for the reader, one block a line."""
        return "\n".join(b.tekst for b in self.blokken if b.soort is not Soort.VERBORGEN)
