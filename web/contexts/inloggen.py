"""Pages of the doors."""

from dataclasses import dataclass
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout
from web.services.demo import Voorbeeldlogin


@dataclass(frozen=True)
class Inlogpagina(Pagina):
    """`naar`: the page to go to afterwards; `voorbeelden`: log-ins of the demo, on a trial server only."""

    sjabloon: ClassVar[str] = "pages/inloggen.html"
    naar: str
    inlognaam: str
    voorbeelden: tuple[Voorbeeldlogin, ...]
    fouten: tuple[Veldfout, ...]
