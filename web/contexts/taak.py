"""The page and the part of a page that show how far a job is."""

from dataclasses import dataclass
from typing import ClassVar

from web.contexts.basis import Pagina


@dataclass(frozen=True)
class Taakpagina(Pagina):
    """`status` is a JobStatus; `fouten` says why it failed; `kan_stoppen` offers the stop button."""

    sjabloon: ClassVar[str] = "pages/taak.html"
    kop: str
    terug: str
    terug_naam: str
    adres: str
    status: str
    bericht: str
    fouten: tuple[str, ...]
    actief: bool
    stop_gevraagd: bool
    houdt_resultaat: bool
    """Stopping a search keeps the best plan; a check that is stopped has no result."""


@dataclass(frozen=True)
class Taakstand(Pagina):
    """The part that htmx asks for again and again."""

    sjabloon: ClassVar[str] = "pages/taakstand.html"
    status: str
    bericht: str
