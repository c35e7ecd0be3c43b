"""The pages about the website itself."""

from dataclasses import dataclass
from typing import ClassVar

from web.contexts.basis import Pagina


@dataclass(frozen=True)
class Toegankelijkheidspagina(Pagina):
    """`naam`: of the municipality or region, or ""."""

    sjabloon: ClassVar[str] = "pages/toegankelijkheid.html"
    naam: str
    contact: str


@dataclass(frozen=True)
class Privacypagina(Pagina):
    """Periods in days."""

    sjabloon: ClassVar[str] = "pages/privacy.html"
    naam: str
    contact: str
    bewaar_rondes: int
    bewaar_inschrijvingen: int
    bewaar_zelfcheck: int


@dataclass(frozen=True)
class Sneltoetspagina(Pagina):
    """`toetsen`: key and what it does."""

    sjabloon: ClassVar[str] = "pages/sneltoetsen.html"
    toetsen: tuple[tuple[str, str], ...]
