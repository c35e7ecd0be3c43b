"""Pages of Plaatsing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout
from web.contexts.lijsten import Lijstregel
from web.services.planbeeld import Groeprij, KindRegel, Planbeeld
from web.services.planlijst import Blad


@dataclass(frozen=True)
class Plaatsingsoverzicht(Pagina):
    """The form for a new ronde, with faults in what was sent, and the earlier ones.

    `klaar`: (id, name) of rondes with a plan, to lay two side by side.
    """

    sjabloon: ClassVar[str] = "pages/plaatsing.html"
    rondes: tuple[Lijstregel, ...]
    klaar: tuple[tuple[str, str], ...]
    fouten: tuple[Veldfout, ...]
    naam: str
    seconden: str
    melding: str


@dataclass(frozen=True, slots=True)
class Plankop:
    """The top of each page of a plan. `basis`: the published ronde whose places this one keeps for `belofte`
    points each, or ""."""

    id: str
    naam: str
    demo: bool
    gemaakt: datetime
    gepubliceerd: datetime | None
    basis: str
    belofte: int


@dataclass(frozen=True)
class Planpagina(Pagina):
    """The list of a plan. `filters`: key, name and number of rows; `adres`: with a place for the page.

    `standen`: where the shortlist stands, by jeugdige.
    """

    sjabloon: ClassVar[str] = "pages/plan.html"
    kop: Plankop
    standen: Mapping[str, str]
    beeld: Planbeeld
    blad: Blad[KindRegel]
    filters: tuple[tuple[str, str, int], ...]
    filter: str
    zoek: str
    adres: str
    overtredingen: tuple[str, ...]
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True)
class Tijdlijnpagina(Pagina):
    """Who lives where and when. `blad`: groepen on this page."""

    sjabloon: ClassVar[str] = "pages/tijdlijn.html"
    kop: Plankop
    beeld: Planbeeld
    blad: Blad[Groeprij]
    zoek: str
    adres: str


@dataclass(frozen=True)
class Kaartpagina(Pagina):
    sjabloon: ClassVar[str] = "pages/kaart.html"
    kop: Plankop
    beeld: Planbeeld
