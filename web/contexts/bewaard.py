"""Pages of answers that people keep."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from knowledge.answers import Antwoord
from web.contexts.basis import Pagina
from web.contexts.kennis import Citaatregel


@dataclass(frozen=True, slots=True)
class Bewaardregel:
    """`oud`: a source changed since."""

    adres: str
    vraag: str
    kort: str
    tijd: datetime
    door: str
    gedeeld: bool
    oud: bool


@dataclass(frozen=True)
class Bewaardlijst(Pagina):
    """`gedeeld`: what colleagues share instead of one's own. `vorige`, `volgende`: addresses, or ""."""

    sjabloon: ClassVar[str] = "pages/bewaard.html"
    regels: tuple[Bewaardregel, ...]
    gedeeld: bool
    zoek: str
    aantal: int
    van: int
    tot: int
    vorige: str
    volgende: str
    melding: str


@dataclass(frozen=True, slots=True)
class Versieregel:
    """The version of a source: when the answer was kept, and now ("" when it is gone)."""

    bron: str
    toen: str
    nu: str


@dataclass(frozen=True)
class Bewaardpagina(Pagina):
    """One answer. `verschillen`: place and what changed there since; `nu`: the answer to the same question
    now, when it was asked again; `opnieuw`: the page of the assistant that asks it."""

    sjabloon: ClassVar[str] = "pages/bewaardantwoord.html"
    adres: str
    vraag: str
    gelezen_als: str
    kort: str
    toelichting: str
    tijd: datetime
    door: str
    eigen: bool
    gedeeld: bool
    organisatie: str
    citaten: tuple[Citaatregel, ...]
    versies: tuple[Versieregel, ...]
    verschillen: tuple[tuple[str, str], ...]
    nu: Antwoord | None
    nu_citaten: tuple[Citaatregel, ...]
    gelijk: bool
    opnieuw: str
    melding: str


@dataclass(frozen=True)
class Bewaardmelding(Pagina):
    """A part of a page: the answer is kept."""

    sjabloon: ClassVar[str] = "pages/bewaardmelding.html"
    adres: str
