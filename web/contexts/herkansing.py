"""The page on which a region gives a bidder a second turn."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout


@dataclass(frozen=True, slots=True)
class Gegeven:
    """A second turn that was given. `gebruikt`: when the revised bid came in, None while it did not."""

    tot: datetime
    uitleg: str
    door: str
    gemaakt: datetime
    gebruikt: datetime | None


@dataclass(frozen=True)
class Herkansingpagina(Pagina):
    """`bezwaar`: why this bid gets no second turn here, "" when it can; `zonder`: names of its percelen for
    which there is none."""

    sjabloon: ClassVar[str] = "pages/herkansing.html"
    adres: str
    naam: str
    gegeven: Gegeven | None
    bezwaar: str
    zonder: tuple[str, ...]
    datum: str
    tijd: str
    uitleg: str
    fouten: tuple[Veldfout, ...]
