"""Pages of the rekentools."""

from dataclasses import dataclass
from typing import ClassVar

from knowledge.calculators.uitkomst import Stap
from web.contexts.basis import Pagina, Veldfout
from web.services.rekenformulier import Formulierveld


@dataclass(frozen=True, slots=True)
class Toolregel:
    adres: str
    naam: str
    uitleg: str
    vindplaatsen: str


@dataclass(frozen=True)
class Rekentoolspagina(Pagina):
    sjabloon: ClassVar[str] = "pages/rekentools.html"
    tools: tuple[Toolregel, ...]


@dataclass(frozen=True, slots=True)
class Plaatslink:
    """`adres` is "" where the place has no page."""

    naam: str
    adres: str


@dataclass(frozen=True, slots=True)
class Stapregel:
    stap: Stap
    plaats: Plaatslink


@dataclass(frozen=True, slots=True)
class Rekenuitkomst:
    """A result as the page shows it. `download`: the address of the workbook."""

    antwoord: str
    stappen: tuple[Stapregel, ...]
    opmerkingen: tuple[str, ...]
    plaatsen: tuple[Plaatslink, ...]
    download: str


@dataclass(frozen=True)
class Rekentoolpagina(Pagina):
    """`voorbeeld`: the address of the page with the example filled in."""

    sjabloon: ClassVar[str] = "pages/rekentool.html"
    sleutel: str
    naam: str
    uitleg: str
    plaatsen: tuple[Plaatslink, ...]
    velden: tuple[Formulierveld, ...]
    uitkomst: Rekenuitkomst | None
    fouten: tuple[Veldfout, ...]
    voorbeeld: str
    bestandsfouten: tuple[Veldfout, ...]
