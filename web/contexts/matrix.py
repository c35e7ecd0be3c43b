"""The matrix of eisen and bids, and the check of many bids at once."""

from dataclasses import dataclass
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout
from web.services.matrix import Keuze, Uitsnede


@dataclass(frozen=True, slots=True)
class Bladadressen:
    """Of the pages before and after this one, over the eisen and over the bids; "" where there is none."""

    vorige: str
    volgende: str
    vorige_boden: str
    volgende_boden: str


@dataclass(frozen=True)
class Matrixpagina(Pagina):
    """`adres`: of this page without a choice; `uitvoer`: the workbook of what is chosen. `percelen`,
    `onderdelen`, `boden`: what can be chosen, as value and name."""

    sjabloon: ClassVar[str] = "pages/matrix.html"
    adres: str
    terug: tuple[str, str]
    nakijken: str
    kop: str
    keuze: Keuze
    uitsnede: Uitsnede
    bladen: Bladadressen
    uitvoer: str
    statussen: tuple[tuple[str, str], ...]
    kort: dict[str, str]
    percelen: tuple[tuple[int, str], ...]
    onderdelen: tuple[tuple[str, str], ...]
    boden: tuple[tuple[str, str], ...]
    niet_klaar: int
    andere_eisen: int
    vervangen: int


@dataclass(frozen=True, slots=True)
class Reeksregel:
    """`toestand`: "wacht", "bezig", "klaar", "mislukt" or "gestopt"."""

    adres: str
    naam: str
    toestand: str
    tekst: str


@dataclass(frozen=True)
class Reekspagina(Pagina):
    """The check of many bids. `te_doen`: bids that a press of the button has checked; `matrix`: its address;
    `uploaden`: whether zips can be added here."""

    sjabloon: ClassVar[str] = "pages/reeks.html"
    adres: str
    terug: tuple[str, str]
    kop: str
    klaar: int
    aantal: int
    actief: bool
    stand: str
    te_doen: int
    regels: tuple[Reeksregel, ...]
    matrix: str
    uploaden: bool
    fouten: tuple[Veldfout, ...]
    melding: str
