"""The start page and the pages of errors."""

from dataclasses import dataclass
from typing import ClassVar

from web.contexts.basis import Pagina
from web.contexts.lijsten import Lijstregel
from web.services.gesprek import Gesprek
from web.services.rondleiding import Stapregel


@dataclass(frozen=True, slots=True)
class Kaart:
    """A starting point: where it leads, for whom it is, and what one does there."""

    naam: str
    adres: str
    voor: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Wachtregel:
    """Something that waits: `aantal` of `wat`, where it leads, what is good to know (`meer`)."""

    aantal: str
    wat: str
    adres: str
    meer: str = ""
    dringend: bool = False


@dataclass(frozen=True)
class Startpagina(Pagina):
    """The starting points (for who is logged in: those of the own rollen), what waits, the steps of the tour
    (none when it was put away), the question box and the latest results."""

    sjabloon: ClassVar[str] = "pages/start.html"
    kaarten: tuple[Kaart, ...]
    rondleiding: tuple[Stapregel, ...]
    wacht: tuple[Wachtregel, ...]
    recent: tuple[Lijstregel, ...]
    gesprek: Gesprek


@dataclass(frozen=True)
class Foutpagina(Pagina):
    """What went wrong and what to do. `nummer`: of the request, to find it in the log of the server; "" where
    it is of no use."""

    sjabloon: ClassVar[str] = "pages/fout.html"
    kop: str
    uitleg: str
    nummer: str = ""
