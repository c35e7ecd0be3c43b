"""The page of keys for other programs."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout


@dataclass(frozen=True, slots=True)
class Sleutelregel:
    """`bereik`: in words."""

    id: str
    naam: str
    van: str
    bereik: tuple[str, ...]
    verloopt: datetime
    gebruikt: datetime | None
    voorbij: bool


@dataclass(frozen=True, slots=True)
class Bereikkeuze:
    naam: str
    uitleg: str
    gekozen: bool


@dataclass(frozen=True)
class Sleutelspagina(Pagina):
    """`geheim`: the key that was just made, shown this once; "" otherwise."""

    sjabloon: ClassVar[str] = "pages/sleutels.html"
    sleutels: tuple[Sleutelregel, ...]
    keuzes: tuple[Bereikkeuze, ...]
    naam: str
    dagen: str
    geheim: str
    fouten: tuple[Veldfout, ...]
    melding: str
