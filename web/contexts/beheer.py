"""Pages of the beheerder: who can log in."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout


@dataclass(frozen=True, slots=True)
class Accountregel:
    id: str
    naam: str
    inlognaam: str
    rollen: tuple[str, ...]
    actief: bool


@dataclass(frozen=True, slots=True)
class Organisatieblok:
    """An organisation and its accounts. `eigen`: of the beheerder self."""

    id: str
    naam: str
    eigen: bool
    accounts: tuple[Accountregel, ...]


@dataclass(frozen=True, slots=True)
class Aanvraagregel:
    id: str
    organisatie: str
    naam: str
    gemaakt: datetime


@dataclass(frozen=True)
class Beheerpagina(Pagina):
    """`regio`: may add organisations; `aanvragen`: who asks for an account."""

    sjabloon: ClassVar[str] = "pages/beheer.html"
    blokken: tuple[Organisatieblok, ...]
    aanvragen: tuple[Aanvraagregel, ...]
    regio: bool
    melding: str


@dataclass(frozen=True)
class Gebruikerpagina(Pagina):
    """One account, to add (`id` is "") or to change. `keuzes`: value and name of each rol that it may have.
    `zelf`: it is the beheerder's own; `lokaal`: logs in with a password here."""

    sjabloon: ClassVar[str] = "pages/gebruiker.html"
    id: str
    organisatie_id: str
    organisatie: str
    naam: str
    inlognaam: str
    keuzes: tuple[tuple[str, str], ...]
    gekozen: tuple[str, ...]
    actief: bool
    zelf: bool
    lokaal: bool
    laatst: datetime | None
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True)
class Organisatiepagina(Pagina):
    """An organisation to add (`id` is ""), or to give another name."""

    sjabloon: ClassVar[str] = "pages/organisatie.html"
    id: str
    naam: str
    fouten: tuple[Veldfout, ...]


@dataclass(frozen=True)
class Eenmaligpagina(Pagina):
    """A one-time password, shown once."""

    sjabloon: ClassVar[str] = "pages/eenmalig.html"
    naam: str
    inlognaam: str
    wachtwoord: str
    dagen: int
