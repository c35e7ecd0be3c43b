"""The page of one's own account."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout


@dataclass(frozen=True, slots=True)
class Sessieregel:
    """A log-in that lasts. `deze`: the one of this browser."""

    kenmerk: str
    apparaat: str
    adres: str
    begonnen: datetime
    gezien: datetime
    deze: bool


@dataclass(frozen=True)
class Accountpagina(Pagina):
    """`lokaal`: has a password here; `stap`: has a second step; `codes`: recovery codes that are left."""

    sjabloon: ClassVar[str] = "pages/account.html"
    inlognaam: str
    naam: str
    organisatie: str
    rollen: tuple[str, ...]
    lokaal: bool
    stap: bool
    codes: int
    kortst: int
    sessies: tuple[Sessieregel, ...]
    fouten: tuple[Veldfout, ...]
    melding: str
