"""Pages from the set-up of a tender to its award."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from web.contexts.basis import Pagina, Veldfout
from web.gunning.uitslag import Uitslag


@dataclass(frozen=True, slots=True)
class Keuzeveld:
    """A box to tick: name of the field, what it says, and whether it is ticked."""

    naam: str
    label: str
    aan: bool


@dataclass(frozen=True, slots=True)
class Dagveld:
    """`dag`: as it stands in the form, "18-07-2027"; `toelichting`: the day in the catalogue."""

    naam: str
    label: str
    dag: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class Weegveld:
    naam: str
    label: str
    weging: str


@dataclass(frozen=True, slots=True)
class Weegvak:
    """Weights that add up to 100. `id`: of the group of fields."""

    id: str
    naam: str
    velden: tuple[Weegveld, ...]


@dataclass(frozen=True)
class Opzetpagina(Pagina):
    """`open`: percelen and weights can still change."""

    sjabloon: ClassVar[str] = "pages/opzet.html"
    id: str
    naam: str
    percelen: tuple[Keuzeveld, ...]
    dagen: tuple[Dagveld, ...]
    wegingen: tuple[Weegvak, ...]
    open: bool
    mag_beheren: bool
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True, slots=True)
class Beoordelaarsvak:
    """Who score one criterium. `mensen`: of whom is named now, for who only reads."""

    id: str
    naam: str
    velden: tuple[Keuzeveld, ...]
    mensen: tuple[str, ...]


@dataclass(frozen=True)
class Beoordelaarspagina(Pagina):
    """`overal`: to name the same people for all at once."""

    sjabloon: ClassVar[str] = "pages/beoordelaars.html"
    id: str
    naam: str
    overal: tuple[Keuzeveld, ...]
    vakken: tuple[Beoordelaarsvak, ...]
    mag_beheren: bool
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True, slots=True)
class Deelnameregel:
    """A bid. `besluiten`: perceel and the name of what was decided; `genoemd`: the percelen that it asks for
    by the pre-screening; `knockouts`: how many were proposed, None while it was not checked."""

    id: str
    naam: str
    genoemd: tuple[int, ...]
    knockouts: int | None
    besluiten: tuple[tuple[int, str, str], ...]
    open: int
    """How many percelen are not decided on."""


@dataclass(frozen=True)
class Deelnamepagina(Pagina):
    sjabloon: ClassVar[str] = "pages/deelname.html"
    id: str
    naam: str
    boden: tuple[Deelnameregel, ...]
    klaar: int
    """How many bids are decided on for all percelen."""
    mag_beslissen: bool
    melding: str


@dataclass(frozen=True, slots=True)
class Plekveld:
    locatie: str
    aantal: str
    afstand: str


@dataclass(frozen=True, slots=True)
class Deelnamevak:
    """One perceel of a bid. `plekken`: None where places do not count; `eerder`: decisions so far, the latest
    first: (besluit, reden, moment)."""

    perceel: int
    naam: str
    genoemd: bool
    besluit: str
    reden: str
    plekken: tuple[Plekveld, ...] | None
    vast: bool
    eerder: tuple[tuple[str, str, datetime], ...]


@dataclass(frozen=True)
class Deelnamebodpagina(Pagina):
    """`keuzes`: key and name of each decision; `herzien`: address of the bid that came in its place."""

    sjabloon: ClassVar[str] = "pages/deelname_bod.html"
    id: str
    bod: str
    naam: str
    aanbesteding: str
    knockouts: int | None
    herzien: str
    vakken: tuple[Deelnamevak, ...]
    keuzes: tuple[tuple[str, str], ...]
    mag_beslissen: bool
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True, slots=True)
class Scorecel:
    """`stand`: "nodig" (the reader has to score), "concept", "wacht" (for others), "overleg" (all have
    scored), "klaar" (there is a consensus), "leeg" (nobody is named)."""

    adres: str
    criterium: str
    stand: str
    aantal: str
    """ "2 van 3": how many handed in."""
    afgesproken: int | None
    """The consensus score."""


@dataclass(frozen=True, slots=True)
class Scoreregel:
    naam: str
    cellen: tuple[Scorecel, ...]


@dataclass(frozen=True)
class Scorenpagina(Pagina):
    """`percelen`: number and name of those with something to score; `teller`: how many the reader still has
    to score, on all percelen."""

    sjabloon: ClassVar[str] = "pages/scoren.html"
    id: str
    naam: str
    percelen: tuple[tuple[int, str], ...]
    perceel: int
    criteria: tuple[str, ...]
    regels: tuple[Scoreregel, ...]
    teller: int
    leidt: bool
    melding: str


@dataclass(frozen=True, slots=True)
class Criteriumbeeld:
    """What an assessor needs at hand. `schaal`: points, name and meaning."""

    naam: str
    perceel: int
    perceelnaam: str
    weging: str
    minimum: str
    samenvatting: str
    vragen: tuple[str, ...]
    vindplaats: str
    schaal: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True)
class Scorepagina(Pagina):
    """`invullen`: the reader is to score. `ingediend`: when the reader did; `volgende`: address of the next
    bid that the reader has to score on this criterium."""

    sjabloon: ClassVar[str] = "pages/score.html"
    id: str
    adres: str
    bod: str
    naam: str
    tweede: bool
    criterium: Criteriumbeeld
    invullen: bool
    punten: str
    motivering: str
    ingediend: datetime | None
    concept: bool
    klaar: tuple[tuple[str, bool], ...]
    """Who are named, and whether each handed in."""
    minst: int
    volgende: str
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True, slots=True)
class Losscore:
    wie: str
    punten: int
    motivering: str
    afwijkend: bool


@dataclass(frozen=True, slots=True)
class Afspraak:
    punten: int
    motivering: str
    verschil: str
    aanwezig: tuple[str, ...]
    door: str
    tijd: datetime


@dataclass(frozen=True)
class Overlegpagina(Pagina):
    """All scores beside each other. `afspraken`: the latest first; `mag`: the reader writes down what was
    agreed on, now."""

    sjabloon: ClassVar[str] = "pages/overleg.html"
    id: str
    adres: str
    bod: str
    naam: str
    tweede: bool
    criterium: Criteriumbeeld
    scores: tuple[Losscore, ...]
    laagste: int
    hoogste: int
    groot: bool
    afspraken: tuple[Afspraak, ...]
    mag: bool
    vast: bool
    punten: str
    motivering: str
    verschil: str
    aanwezig: tuple[Keuzeveld, ...]
    volgende: str
    fouten: tuple[Veldfout, ...]
    melding: str


@dataclass(frozen=True, slots=True)
class Gunningsregel:
    """`stand`: key of a Stapsoort, "bezig" or "uitslag" (can be proposed)."""

    perceel: int
    naam: str
    stand: str
    deelnemers: int
    open: int
    uitleg: str


@dataclass(frozen=True)
class Gunningenpagina(Pagina):
    sjabloon: ClassVar[str] = "pages/gunningen.html"
    id: str
    naam: str
    regels: tuple[Gunningsregel, ...]


@dataclass(frozen=True, slots=True)
class Stapbeeld:
    soort: str
    naam: str
    dag: date
    bezwaar_tot: date | None
    reden: str
    vergelijking: str
    gegund: tuple[str, ...]
    door: str
    tijd: datetime


@dataclass(frozen=True, slots=True)
class Stapformulier:
    """What stands in the form of the next step; `gekozen`: who are on a shared last place."""

    dag: str
    bezwaar_tot: str
    reden: str
    vergelijking: str
    gekozen: tuple[Keuzeveld, ...]
    te_kiezen: int
    vraagt_vergelijking: bool


@dataclass(frozen=True)
class Gunningspagina(Pagina):
    """`uitslag`: None while something is open. `kan`: kinds of steps that may follow. `brieven`: id of a bid,
    its name, and what its letter says. `aanpassen`: id and name of bids whose plan may change once."""

    sjabloon: ClassVar[str] = "pages/gunning.html"
    id: str
    naam: str
    perceel: int
    perceelnaam: str
    contractanten: str
    valt_terug_op: int | None
    stand: str
    open: tuple[str, ...]
    uitslag: Uitslag | None
    plaatsen: Mapping[str, str]
    """By `Vindplaats` of a step the address of its page."""
    stappen: tuple[Stapbeeld, ...]
    kan: tuple[str, ...]
    formulier: Stapformulier
    brieven: tuple[tuple[str, str, str], ...]
    aanpassen: tuple[tuple[str, str], ...]
    beurten: tuple[tuple[str, bool, str, datetime], ...]
    """Second turns so far: name, whether the plan was changed, reason, moment."""
    mag_beslissen: bool
    fouten: tuple[Veldfout, ...]
    melding: str
