"""The page of a draft that was checked."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout
from web.services.zelfcheck import Takenlijst, Vooruitgang


@dataclass(frozen=True, slots=True)
class Conceptbestand:
    nummer: int
    naam: str
    grootte: int


@dataclass(frozen=True, slots=True)
class Rekenbron:
    """Where a value was read. `pagina` is None where the format has no pages."""

    wat: str
    bestand: str
    pagina: int | None


@dataclass(frozen=True, slots=True)
class Rekenlink:
    """A rekentool filled in from the draft; `uitkomst`: what it says, "" when something is still needed."""

    naam: str
    titel: str
    adres: str
    uitkomst: str
    bronnen: tuple[Rekenbron, ...]


@dataclass(frozen=True)
class Zelfcheckpagina(Pagina):
    """`werkplek`: address of the workplace, "" for a draft outside one; `verschil`: of chosen and recognised
    percelen, a sentence; `vooruitgang`: None for a first check."""

    sjabloon: ClassVar[str] = "pages/zelfcheck.html"
    adres: str
    naam: str
    demo: bool
    gemaakt: datetime
    peildatum: date
    taken: Takenlijst
    bestanden: tuple[Conceptbestand, ...]
    werkplek: str
    aanbesteding: str
    verschil: str
    vooruitgang: Vooruitgang | None
    rekenlinks: tuple[Rekenlink, ...]
    fouten: tuple[Veldfout, ...]
