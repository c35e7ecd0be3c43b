"""The page on which an assessor reads one point of a bid beside its passage, and decides about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from compliance.rapport import Bewijs
from web.contexts.basis import Pagina, Veldfout
from web.services.lezen import Leesplek
from web.services.passages import Blad


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


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What the program proposes on one eis or finding. `status`: its key, `naam`: what it is called;
    `eens`: what somebody decides who agrees; `zekerheid`: in percent, None where there is none."""

    status: str
    naam: str
    eens: str
    toelichting: str
    zekerheid: int | None
    bewijs: tuple[Bewijs, ...]


@dataclass(frozen=True)
class Leespagina(Pagina):
    """`adres`: of the bid; `hier`: of this point; `soort`: "eis" or "bevinding".

    `blad`: the passage number `passage` (from 1) on its page, None where there is none to show.
    `gekozen` and `reden`: what stands in the form; `eerder`: the decisions so far, the oldest first.
    `vraag`: "kan" (a question may go on the list), "lijst" (it is there), "brief" (it was asked) or "".
    """

    sjabloon: ClassVar[str] = "pages/lezen.html"
    adres: str
    hier: str
    naam: str
    soort: str
    kop: str
    eis_adres: str
    samenvatting: str
    voorstel: Voorstel
    passage: int
    blad: Blad | None
    plek: Leesplek
    eerder: tuple[Besluitregel, ...]
    keuzes: tuple[tuple[str, str], ...]
    gekozen: str
    reden: str
    vraag: str
    sleutel: str
    fouten: tuple[Veldfout, ...]
    melding: str
