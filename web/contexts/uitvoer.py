"""Pages of what a coordinator takes out of a plan."""

from dataclasses import dataclass
from typing import ClassVar

from web.contexts.basis import Pagina
from web.contexts.plaatsing import Plankop
from web.services.escalatie import Escalatie


@dataclass(frozen=True)
class Uitvoerpagina(Pagina):
    """`brieven`: (address, jeugdige, groep, step) of places that everybody said yes to."""

    sjabloon: ClassVar[str] = "pages/uitvoer.html"
    kop: Plankop
    brieven: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True)
class Escalatiepagina(Pagina):
    """`hulp`: each thing that would help, and its price in words; None while it was not worked out."""

    sjabloon: ClassVar[str] = "pages/escalatie.html"
    ronde_id: str
    ronde: str
    adres: str
    escalatie: Escalatie
    hulp: tuple[tuple[str, str], ...] | None
