"""Pages of Plaatsing."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout
from web.contexts.lijsten import Lijstregel
from web.services.planbeeld import Planbeeld


@dataclass(frozen=True)
class Plaatsingsoverzicht(Pagina):
    """The form for a new ronde, with faults in what was sent, and the earlier ones."""

    sjabloon: ClassVar[str] = "pages/plaatsing.html"
    rondes: tuple[Lijstregel, ...]
    fouten: tuple[Veldfout, ...]
    naam: str
    seconden: str
    melding: str


@dataclass(frozen=True)
class Planpagina(Pagina):
    sjabloon: ClassVar[str] = "pages/plan.html"
    id: str
    naam: str
    demo: bool
    gemaakt: datetime
    beeld: Planbeeld
    overtredingen: tuple[str, ...]
