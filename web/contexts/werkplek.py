"""Pages of a bidder's workplace."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.aanbesteding import Aanbestedingsregel, Klok, Opnieuw
from web.contexts.basis import Pagina, Veldfout
from web.contexts.lijsten import Lijstregel
from web.contexts.zelfcheck import Rekenlink
from web.services.bewijs import Ontvangstbewijs
from web.services.lijst import Lijst
from web.services.perceelkeuze import Gevolg, Perceelregel


@dataclass(frozen=True)
class Werkplekkenpagina(Pagina):
    """`aanbestedingen`: where one can bid, or could; `concepten`: drafts for no tender in particular."""

    sjabloon: ClassVar[str] = "pages/werkplekken.html"
    aanbestedingen: tuple[Aanbestedingsregel, ...]
    concepten: tuple[Lijstregel, ...]


@dataclass(frozen=True, slots=True)
class Stap:
    """`stand`: "klaar", "nu" or "straks"."""

    naam: str
    uitleg: str
    adres: str
    stand: str


@dataclass(frozen=True, slots=True)
class Controle:
    """The latest check of a draft. `toestand`: "klaar", "bezig" or "mislukt"; `open`: number of open points;
    `eerst`: of those that come first."""

    adres: str
    gemaakt: datetime
    toestand: str
    open: int
    eerst: int
    bestanden: int


@dataclass(frozen=True)
class Werkplekpagina(Pagina):
    """`percelen`: names of the chosen ones; `geldend`: the receipt of what was handed in."""

    sjabloon: ClassVar[str] = "pages/werkplek.html"
    id: str
    naam: str
    regio: str
    fase: str
    klok: Klok
    stappen: tuple[Stap, ...]
    percelen: tuple[str, ...]
    vormen: tuple[str, ...]
    checklist: Lijst
    controle: Controle | None
    eerder: tuple[Lijstregel, ...]
    rekenlinks: tuple[Rekenlink, ...]
    geldend: Ontvangstbewijs | None
    opnieuw: Opnieuw | None
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True)
class Perceelkeuzepagina(Pagina):
    """`vormen` and `gevallen`: key, name and whether chosen; `vormen` is empty without the perceel that asks
    them. `bewaard`: the choice on the page is the one that is kept."""

    sjabloon: ClassVar[str] = "pages/perceelkeuze.html"
    id: str
    naam: str
    percelen: tuple[Perceelregel, ...]
    vormen: tuple[tuple[str, str, bool], ...]
    gevallen: tuple[tuple[str, str, bool], ...]
    gevolg: Gevolg | None
    bewaard: bool
    fouten: tuple[Veldfout, ...]
