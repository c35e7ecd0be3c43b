"""Pages of Beoordeling and Zelfcheck."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from compliance.verslag.beeld import Beeld, Thema
from web.contexts.basis import Pagina, Veldfout
from web.contexts.lezen import Besluitregel
from web.contexts.lijsten import Lijstregel
from web.services.eerst import Besluittelling, Eerst
from web.services.passages import Blad, Passage


@dataclass(frozen=True)
class Inschrijvingsoverzicht(Pagina):
    """The upload form and what was uploaded before. `doel`: "beoordeling" or "zelfcheck"."""

    sjabloon: ClassVar[str] = "pages/inschrijvingen.html"
    doel: str
    inschrijvingen: tuple[Lijstregel, ...]
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True, slots=True)
class Bestandsregel:
    naam: str
    grootte: int


@dataclass(frozen=True, slots=True)
class Versies:
    """`eerdere` and `latere`: id and name of the bid that this one came in place of, and that came in its
    place; None where there is none."""

    eerdere: tuple[str, str] | None
    latere: tuple[str, str] | None


@dataclass(frozen=True)
class Rapportpagina(Pagina):
    """`naam`: whose bid it is; `status`: the filter, "" for all."""

    sjabloon: ClassVar[str] = "pages/rapport.html"
    adres: str
    naam: str
    demo: bool
    gemaakt: datetime
    beeld: Beeld
    bestanden: tuple[Bestandsregel, ...]
    themas: tuple[Thema, ...]
    status: str
    bevindingnummers: dict[int, int]
    """From the identity of a finding (`id()`) to its number in the report."""
    besluiten: dict[str, Besluitregel]
    """By eis the decision of an assessor that counts."""
    bevindingbesluiten: dict[int, Besluitregel]
    """By number of a finding the decision that counts."""
    eerst: tuple[Eerst, ...]
    tellingen: tuple[Besluittelling, ...]
    gelezen: tuple[int, int]
    """How many points have a decision, and how many there are."""
    vragen: tuple[int, int]
    """How many questions are on the list, and how many letters were made."""
    versies: Versies
    melding: str


@dataclass(frozen=True)
class Passagepagina(Pagina):
    """A passage, and where it stands."""

    sjabloon: ClassVar[str] = "pages/passage.html"
    doel: str
    adres: str
    naam: str
    passage: Passage
    vorige: str
    volgende: str
    nummer: int
    aantal: int
    blad: Blad
