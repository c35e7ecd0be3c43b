"""One document model that every reader (PDF, DOCX, XLSX, txt) fills, with the place of each piece of text.

Coordinates are PDF points (1/72 inch) from the top left corner of the page. `pagina` counts from 1 and is
None where the format has no pages (DOCX, XLSX, txt).
"""

# Annotations must stay real types here: the child process turns documents into JSON and back by them.

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
    INHOUD = "inhoud"
    """A line of a table of contents: it names a heading, it is no statement of its own."""
    VERBORGEN = "verborgen"


@dataclass(frozen=True, slots=True)
class Kader:
    """A rectangle on a page, in points from the top left."""

    links: float
    boven: float
    rechts: float
    onder: float


@dataclass(frozen=True, slots=True)
class Vervolg:
    """Where a block goes on: from character `begin` of its text it stands on this page, in this box."""

    begin: int
    pagina: int
    kader: Kader


@dataclass(frozen=True, slots=True)
class Blok:
    """A stretch of text that belongs together: paragraph, heading, list item, table row, form field.

    `tekst` has hyphenation at line ends undone and single spaces; for a table row it is the cells that
    hold something, joined with " | ", for a form field "label: waarde". A check box reads "☒" or "☐".
    """

    tekst: str
    soort: Soort = Soort.ALINEA
    pagina: int | None = None
    kader: Kader | None = None
    niveau: int = 0
    """Depth of a heading (1 is the highest); 0 for everything else."""
    cellen: tuple[str, ...] = ()
    """Cell texts of a table row, one a column ("" for an empty or merged-away cell); for XLSX the cached
    values as a Dutch reader sees them, from column A on."""
    tabel: str = ""
    """Which table a row is of (all rows of one table share it); for XLSX the sheet's name."""
    plaats: str = ""
    """A finer place where there is one: cell reference "B4", form field name, footnote mark."""
    nummer: str = ""
    """Automatic list or heading number ("12.", "Eis 12", "a)") that the text itself does not hold."""
    waarden: tuple[float | str | None, ...] = ()
    """XLSX only: the raw value of each cell of `cellen` (numbers as stored, so 2,5% is 0.025; dates as ISO
    text; None for an empty cell), for those who calculate with it."""
    vervolg: tuple[Vervolg, ...] = ()
    """The further parts of a paragraph that runs on in the next column or on the next page; `pagina` and
    `kader` are those of its first part."""

    bij: str = ""
    """Only for a footnote or endnote: the sentence that bears its mark, where one place alone does."""
    zekerheid: float | None = None
    """Only for text recognised on a picture: how sure the program is of its letters, from 0 to 1."""

    def plek(self, positie: int) -> tuple[int | None, Kader | None]:
        """Page and box of the character at `positie` in `tekst`."""
        plek: tuple[int | None, Kader | None] = (self.pagina, self.kader)
        for deel in self.vervolg:
            if deel.begin <= positie:
                plek = (deel.pagina, deel.kader)
        return plek


@dataclass(frozen=True, slots=True)
class Leesprobleem:
    """Something that kept (part of) a file from being read, or that a reader should know of.

    `soort`: onleesbaar, versleuteld, leeg, te_groot, beschadigd, niet_gelezen, verborgen_tekst, bijlage;
    scan for text that was recognised on a picture well enough to use.
    """

    soort: str
    uitleg: str
    pagina: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read. `blokken` stand in reading order."""

    bestand: str
    formaat: str
    """pdf, docx, xlsx, odt, eml, txt or the kind of picture ("png"); for a file that is not read its name's
    ending ("rtf"), or ""."""
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
