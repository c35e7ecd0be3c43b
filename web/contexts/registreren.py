"""Pages of asking for an account, and of deciding about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout


@dataclass(frozen=True)
class Registreerpagina(Pagina):
    """`regios`: id and name of whom one can ask; `regio`: the chosen one."""

    sjabloon: ClassVar[str] = "pages/registreren.html"
    regios: tuple[tuple[str, str], ...]
    regio: str
    organisatie: str
    kvk: str
    naam: str
    email: str
    kortst: int
    fouten: tuple[Veldfout, ...]


@dataclass(frozen=True)
class Aanvraagstandpagina(Pagina):
    """How a request stands, for who asked. `stand`: "wacht", "bevestigd" or "afgewezen"."""

    sjabloon: ClassVar[str] = "pages/aanvraagstand.html"
    stand: str
    organisatie: str
    email: str
    gemaakt: datetime
    reden: str


@dataclass(frozen=True)
class Aanvraagpagina(Pagina):
    """A request, for the beheerder. `bezwaar`: why it can't be confirmed, "" when it can."""

    sjabloon: ClassVar[str] = "pages/aanvraag.html"
    id: str
    organisatie: str
    kvk: str
    naam: str
    email: str
    gemaakt: datetime
    bezwaar: str
    fouten: tuple[Veldfout, ...]
