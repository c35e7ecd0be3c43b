"""The page that shows how far a job is."""

from dataclasses import dataclass
from typing import ClassVar

from web.contexts.basis import Pagina


@dataclass(frozen=True)
class Taakpagina(Pagina):
    """`stand` says how far it is, `fouten` why it failed."""

    sjabloon: ClassVar[str] = "pages/taak.html"
    kop: str
    terug: str
    terug_naam: str
    adres: str
    mislukt: bool
    stand: str
    fouten: tuple[str, ...]
    actief: bool
    stop_gevraagd: bool
    houdt_resultaat: bool
    """Stopping a search keeps the best plan; a check that is stopped has no result."""
