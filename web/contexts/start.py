"""The start page and the pages of errors."""

from dataclasses import dataclass
from typing import ClassVar

from web.contexts.basis import Pagina
from web.contexts.lijsten import Lijstregel


@dataclass(frozen=True)
class Startpagina(Pagina):
    """The three starting points, the question box and the latest results."""

    sjabloon: ClassVar[str] = "pages/start.html"
    recent: tuple[Lijstregel, ...]
    voorbeeldvragen: tuple[str, ...]


@dataclass(frozen=True)
class Foutpagina(Pagina):
    sjabloon: ClassVar[str] = "pages/fout.html"
    kop: str
    uitleg: str
