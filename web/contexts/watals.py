"""Pages on what-ifs of a plan, and on two plans side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout
from web.contexts.plaatsing import Plankop
from web.services.planvergelijking import Vergelijkbeeld


@dataclass(frozen=True, slots=True)
class Variantregel:
    """`toestand`: as in the other overviews; `uitslag`: how it came out, once it has."""

    adres: str
    naam: str
    wijzigingen: tuple[str, ...]
    gemaakt: datetime
    gebruiker: str
    toestand: str
    uitslag: str


@dataclass(frozen=True)
class Watalspagina(Pagina):
    """The form, filled with `form`; `rijen`: how many rows each of its lists has.

    The codes may be filled in, each with what it is. `gewichten`: (key, name, points now).
    """

    sjabloon: ClassVar[str] = "pages/watals.html"
    kop: Plankop
    form: Mapping[str, str]
    rijen: int
    keuzes: tuple[tuple[str, str], ...]
    groepcodes: tuple[tuple[str, str], ...]
    jeugdigecodes: tuple[tuple[str, str], ...]
    gewichten: tuple[tuple[str, str, int], ...]
    varianten: tuple[Variantregel, ...]
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True)
class Variantpagina(Pagina):
    """`beeld`: None where no plan exists with the change; `ronde_gemaakt`: the ronde that was made of it."""

    sjabloon: ClassVar[str] = "pages/variant.html"
    kop: Plankop
    id: str
    naam: str
    gemaakt: datetime
    gebruiker: str
    wijzigingen: tuple[str, ...]
    beeld: Vergelijkbeeld | None
    bewezen: bool
    ronde_gemaakt: str
    fouten: tuple[Veldfout, ...]


@dataclass(frozen=True)
class Vergelijkpagina(Pagina):
    """`klaar`: (id, name) of rondes with a plan; `beeld`: None until two are chosen."""

    sjabloon: ClassVar[str] = "pages/vergelijken.html"
    klaar: tuple[tuple[str, str], ...]
    een: str
    ander: str
    beeld: Vergelijkbeeld | None
