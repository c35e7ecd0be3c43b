"""The page of one jeugdige in a plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout
from web.services.kindbeeld import Kindbeeld


@dataclass(frozen=True, slots=True)
class Stapregel:
    tijd: datetime
    gebruiker: str
    stand: str
    groep_id: str
    reden: str


@dataclass(frozen=True, slots=True)
class Groepkeuze:
    """A place that can be put on the shortlist; `uitleg`: which one it is."""

    groep_id: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Afwijkvraag:
    """Asked of who accepts a place that differs from what comes first."""

    soort: str
    naam: str
    tekst: str
    redenen: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Jeugdigepagina(Pagina):
    """`stand`: where the shortlist is; `groep`: the place it is about; `volgende`: (key, name) of steps.

    `zoekt`: how far the search for other places is, "" when none runs.
    """

    sjabloon: ClassVar[str] = "pages/jeugdige.html"
    ronde_id: str
    ronde: str
    adres: str
    beeld: Kindbeeld
    stand: str
    groep: str
    volgende: tuple[tuple[str, str], ...]
    keuzes: tuple[Groepkeuze, ...]
    redenen: tuple[tuple[str, str], ...]
    afwijkingen: tuple[Afwijkvraag, ...]
    aanvaard: bool
    """Everybody said yes: a letter can be written."""
    stappen: tuple[Stapregel, ...]
    gegeven: Mapping[str, str]
    """What was sent and is not kept, by field."""
    zoekt: str
    zoekfout: str
    fouten: tuple[Veldfout, ...]
    melding: str
