"""Pages of Plaatsing."""

from collections.abc import Mapping
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
    """`basis`: the published ronde whose places this one keeps for `belofte` points each, or "".

    `standen`: where the shortlist stands, by jeugdige.
    """

    sjabloon: ClassVar[str] = "pages/plan.html"
    id: str
    naam: str
    demo: bool
    gemaakt: datetime
    gepubliceerd: datetime | None
    basis: str
    belofte: int
    standen: Mapping[str, str]
    beeld: Planbeeld
    overtredingen: tuple[str, ...]
    fouten: tuple[Veldfout, ...]
    melding: str
