"""Pages of the doors."""

from dataclasses import dataclass
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout
from web.services.demo import Voorbeeldlogin


@dataclass(frozen=True)
class Inlogpagina(Pagina):
    """`naar`: the page to go to afterwards; `organisatie`: who has a log-in of its own, "" for nobody;
    `registreren`: one can ask for an account; `voorbeelden`: log-ins of the demo, on a trial server only."""

    sjabloon: ClassVar[str] = "pages/inloggen.html"
    naar: str
    inlognaam: str
    organisatie: str
    registreren: bool
    voorbeelden: tuple[Voorbeeldlogin, ...]
    fouten: tuple[Veldfout, ...]


@dataclass(frozen=True)
class Codepagina(Pagina):
    """The second step."""

    sjabloon: ClassVar[str] = "pages/code.html"
    naar: str
    fouten: tuple[Veldfout, ...]


@dataclass(frozen=True)
class NieuwWachtwoordpagina(Pagina):
    """A password of one's own in place of a one-time one."""

    sjabloon: ClassVar[str] = "pages/nieuw_wachtwoord.html"
    naar: str
    inlognaam: str
    kortst: int
    fouten: tuple[Veldfout, ...]


@dataclass(frozen=True)
class Instelpagina(Pagina):
    """Setting up the second step. `qr`: the picture, as an address of data; `geheim`: to type over."""

    sjabloon: ClassVar[str] = "pages/tweede_stap.html"
    naar: str
    qr: str
    geheim: str
    fouten: tuple[Veldfout, ...]


@dataclass(frozen=True)
class Herstelcodepagina(Pagina):
    """Recovery codes, shown once. `naar`: the page to go to afterwards."""

    sjabloon: ClassVar[str] = "pages/herstelcodes.html"
    naar: str
    codes: tuple[str, ...]
