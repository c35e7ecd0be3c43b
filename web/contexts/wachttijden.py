"""The page of waiting times, for everybody."""

from dataclasses import dataclass
from typing import ClassVar

from web.contexts.basis import Pagina
from web.services.wachttijden import Wachtlijst


@dataclass(frozen=True)
class Wachttijdenpagina(Pagina):
    sjabloon: ClassVar[str] = "pages/wachttijden.html"
    lijsten: tuple[Wachtlijst, ...]
