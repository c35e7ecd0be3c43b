"""Pages of tenders: for the region that holds them, and for who hands in a bid."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout
from web.contexts.lijsten import Lijstregel
from web.contexts.zelfcheck import Conceptbestand
from web.services.bewijs import Ontvangstbewijs


@dataclass(frozen=True, slots=True)
class Aanbestedingsregel:
    """`fase`: a Fase; `stand`: what this reader may know, in a few words."""

    adres: str
    naam: str
    regio: str
    sluiting: datetime
    fase: str
    stand: str


@dataclass(frozen=True)
class Aanbestedingenpagina(Pagina):
    """`eigen`: of the reader's region, None for who only bids; `indienen`: those that take bids, or took
    them, None for who does not bid."""

    sjabloon: ClassVar[str] = "pages/aanbestedingen.html"
    eigen: tuple[Aanbestedingsregel, ...] | None
    indienen: tuple[Aanbestedingsregel, ...] | None
    mag_maken: bool
    melding: str


@dataclass(frozen=True, slots=True)
class Planningvelden:
    """What somebody wrote: "18-07-2026", "11:00", "24"."""

    datum: str
    tijd: str
    venster: str


@dataclass(frozen=True)
class NieuweAanbesteding(Pagina):
    """`keuzes`: id and name of who may hold a key; `catalogi`: key and name."""

    sjabloon: ClassVar[str] = "pages/aanbesteding_nieuw.html"
    naam: str
    catalogus: str
    catalogi: tuple[tuple[str, str], ...]
    planning: Planningvelden
    keuzes: tuple[tuple[str, str], ...]
    gekozen: frozenset[str]
    fouten: tuple[Veldfout, ...]


@dataclass(frozen=True, slots=True)
class Houderregel:
    """`sleutel`: "geen", "gemaakt" or "klaar"."""

    naam: str
    sleutel: str


@dataclass(frozen=True, slots=True)
class Openingsbeeld:
    """`stap`: what the reader can do now, "eerste", "tweede" or ""; `begonnen_door`: who waits for a second
    person, until `tot`; `door`: who opened."""

    stap: str
    begonnen_door: str
    tot: datetime | None
    door: tuple[str, ...]


@dataclass(frozen=True)
class Aanbestedingspagina(Pagina):
    """`eigen_sleutel`: as in Houderregel, "" for who holds none; `binnen`: when each bid came in."""

    sjabloon: ClassVar[str] = "pages/aanbesteding.html"
    id: str
    naam: str
    catalogus: str
    fase: str
    sluiting: datetime
    open_tot: datetime
    geopend: datetime | None
    planning: Planningvelden
    houders: tuple[Houderregel, ...]
    eigen_sleutel: str
    mag_beheren: bool
    binnen: tuple[datetime, ...]
    ingetrokken: int
    opening: Openingsbeeld
    boden: tuple[Lijstregel, ...]
    leeg: bool
    """The opened vault was emptied."""
    verwijderde_boden: int
    """Bids of the opened vault whose copy was removed at beoordeling."""
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True, slots=True)
class Klok:
    """`nu`: of the server; `rest`: how long it still is to the closing, "" after it."""

    nu: datetime
    sluiting: datetime
    rest: str


@dataclass(frozen=True, slots=True)
class Opnieuw:
    """The second turn that the region gave. `rest`: how long it still is, "" once it is over or used."""

    tot: datetime
    uitleg: str
    rest: str
    gebruikt: datetime | None


@dataclass(frozen=True, slots=True)
class Indienconcept:
    """The latest draft that was checked."""

    id: str
    nagekeken: datetime
    bestanden: tuple[Conceptbestand, ...]


@dataclass(frozen=True)
class Indienpagina(Pagina):
    """`geldend`: the receipt of the bid that counts; `eerder`: of those that count no more."""

    sjabloon: ClassVar[str] = "pages/indienen.html"
    id: str
    naam: str
    regio: str
    fase: str
    klok: Klok
    concept: Indienconcept | None
    opnieuw: Opnieuw | None
    geldend: Ontvangstbewijs | None
    eerder: tuple[Ontvangstbewijs, ...]
    hoogstens: int
    """MB of one bid."""
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True)
class Bewijspagina(Pagina):
    sjabloon: ClassVar[str] = "pages/ontvangstbewijs.html"
    adres: str
    terug: str
    bewijs: Ontvangstbewijs
