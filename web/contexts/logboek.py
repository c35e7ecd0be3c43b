"""The page of the log."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.basis import Pagina


@dataclass(frozen=True, slots=True)
class Logboekregel:
    """`record`: the id of what it is about; `van`: the network address."""

    nummer: int
    tijd: datetime
    gebruiker: str
    handeling: str
    soort: str
    record: str
    deel: str
    van: str
    geweigerd: bool


@dataclass(frozen=True)
class Logboekpagina(Pagina):
    """`vorige`, `volgende`: addresses of the pages beside this one, or ""."""

    sjabloon: ClassVar[str] = "pages/logboek.html"
    regels: tuple[Logboekregel, ...]
    zoek: str
    aantal: int
    vorige: str
    volgende: str
    uitvoer: str
