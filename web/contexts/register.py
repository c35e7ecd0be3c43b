"""Pages of the registers of groepen and jeugdigen."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout
from web.services.groepbezetting import Bezetting
from web.services.registerimport import Leesfouten
from web.services.rekenformulier import Formulierveld


@dataclass(frozen=True)
class Registeroverzicht(Pagina):
    """`leesfouten`: of files that were just refused."""

    sjabloon: ClassVar[str] = "pages/register.html"
    groepen: int
    bedden: int
    wachtenden: int
    bewoners: int
    leesfouten: Leesfouten | None
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True, slots=True)
class Registerregel:
    """One row of a list. `cellen`: in the order of the list's headings."""

    adres: str
    sleutel: str
    cellen: tuple[str, ...]


@dataclass(frozen=True)
class Registerlijst(Pagina):
    """`soort`: jeugdigen or groepen. `vorige`, `volgende`: addresses of the pages beside this one, or ""."""

    sjabloon: ClassVar[str] = "pages/registerlijst.html"
    soort: str
    koppen: tuple[str, ...]
    regels: tuple[Registerregel, ...]
    zoek: str
    van: int
    tot: int
    aantal: int
    vorige: str
    volgende: str
    melding: str


@dataclass(frozen=True, slots=True)
class Wijzigingsregel:
    tijd: datetime
    gebruiker: str
    veld: str
    oud: str
    nieuw: str
    reden: str


@dataclass(frozen=True)
class Registerrijpagina(Pagina):
    """A form for one row. `adres`: where it is sent; `nieuw`: the row is not kept yet."""

    sjabloon: ClassVar[str] = "pages/registerrij.html"
    soort: str
    sleutel: str
    adres: str
    nieuw: bool
    velden: tuple[Formulierveld, ...]
    reden: str
    historie: tuple[Wijzigingsregel, ...]
    rondes: int
    """Placement rounds that hold this jeugdige; they go when the jeugdige is removed."""
    bezetting: Bezetting | None
    """Of a groep that is kept."""
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True, slots=True)
class Verschilregel:
    soort: str
    sleutel: str
    wat: str
    velden: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Kolomregel:
    bron: str
    kop: str
    kolom: str
    zeker: bool


@dataclass(frozen=True)
class Importpagina(Pagina):
    """What an import would change, before anything is kept. `volledig`: rows not in the files go."""

    sjabloon: ClassVar[str] = "pages/registerimport.html"
    adres: str
    kolommen: tuple[Kolomregel, ...]
    opmerkingen: tuple[str, ...]
    nieuw: int
    anders: int
    weg: int
    gelijk: int
    verschillen: tuple[Verschilregel, ...]
    meer: int
    """Changes that are not shown."""
    volledig: bool
