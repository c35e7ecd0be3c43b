"""The page on which an assessor decides about one eis of a bid."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from compliance.rapport import EisOordeel
from web.contexts.basis import Pagina, Veldfout


@dataclass(frozen=True, slots=True)
class Besluitregel:
    """A decision. `voorstel` and `besluit`: names of statuses; `status`: the key of what was decided."""

    eis: str
    voorstel: str
    besluit: str
    status: str
    anders: bool
    reden: str
    door: str
    tijd: datetime


@dataclass(frozen=True)
class Eisbesluitpagina(Pagina):
    """`gekozen` and `reden`: what stands in the form; `eerder`: the decisions so far, the oldest first."""

    sjabloon: ClassVar[str] = "pages/eisbesluit.html"
    adres: str
    naam: str
    eis_id: str
    onderwerp: str
    voorstel: EisOordeel
    voorstelnaam: str
    eerder: tuple[Besluitregel, ...]
    keuzes: tuple[tuple[str, str], ...]
    gekozen: str
    reden: str
    fouten: tuple[Veldfout, ...]
    melding: str
