"""The guides in the application."""

from dataclasses import dataclass
from typing import ClassVar

from web.contexts.basis import Pagina
from web.services.handleiding import Gids


@dataclass(frozen=True, slots=True)
class Gidslink:
    """`eigen`: for a rol of who reads this."""

    naam: str
    tekst: str
    adres: str
    eigen: bool


@dataclass(frozen=True)
class Hulppagina(Pagina):
    sjabloon: ClassVar[str] = "pages/hulp.html"
    gidsen: tuple[Gidslink, ...]


@dataclass(frozen=True)
class Gidspagina(Pagina):
    sjabloon: ClassVar[str] = "pages/gids.html"
    gids: Gids
