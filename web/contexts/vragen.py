"""The page on which an assessor puts questions to a bidder together."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from compliance.rapport import Bewijs
from web.contexts.basis import Pagina, Veldfout


@dataclass(frozen=True, slots=True)
class Vraagregel:
    """`lees`: address of the point it is about, "" for a document."""

    id: str
    soort: str
    onderwerp: str
    tekst: str
    aanleiding: str
    bewijs: tuple[Bewijs, ...]
    lees: str
    door: str
    tijd: datetime


@dataclass(frozen=True, slots=True)
class Voorstelvraag:
    """A question that may be put on the list. `gevraagd`: it went along in a letter before."""

    sleutel: str
    soort: str
    onderwerp: str
    aanleiding: str
    gevraagd: bool


@dataclass(frozen=True, slots=True)
class Briefregel:
    adres: str
    tijd: datetime
    door: str
    uiterlijk: date
    vragen: tuple[tuple[str, str], ...]
    """What about, and the question."""


@dataclass(frozen=True)
class Vragenpagina(Pagina):
    """`uiterlijk`: the day in the form, dd-mm-jjjj."""

    sjabloon: ClassVar[str] = "pages/vragen.html"
    adres: str
    naam: str
    op_lijst: tuple[Vraagregel, ...]
    voorstellen: tuple[Voorstelvraag, ...]
    brieven: tuple[Briefregel, ...]
    uiterlijk: str
    werkdagen: int
    fouten: tuple[Veldfout, ...]
    melding: str
