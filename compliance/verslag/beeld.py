"""What the page shows: the report with the names of the catalogue, in an assessor's order."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from compliance.namen import SOORTNAMEN, STATUSNAMEN
from compliance.rapport import Bevinding, EisOordeel, EisStatus, Rapport, StukOordeel
from compliance.tekst import getal_tekst
from knowledge.catalogue.load import load_tender, tenders
from knowledge.catalogue.models import Eis, FinancieleNorm, Stuk, Tender
from knowledge.errors import InvoerFout

_STATUSVOLGORDE: tuple[EisStatus, ...] = ("strijdig", "ontbreekt", "deels", "verklaard", "aangetoond")
_OPLETTEN: tuple[EisStatus, ...] = ("strijdig", "ontbreekt", "deels")


@dataclass(frozen=True, slots=True)
class EisRegel:
    oordeel: EisOordeel
    eis: Eis | None
    statusnaam: str


@dataclass(frozen=True, slots=True)
class Thema:
    """The eisen of one theme that apply, and how many have which status."""

    naam: str
    anker: str
    regels: tuple[EisRegel, ...]
    telling: dict[str, int]


@dataclass(frozen=True, slots=True)
class StukRegel:
    oordeel: StukOordeel
    stuk: Stuk | None
    statusnaam: str


@dataclass(frozen=True, slots=True)
class Verhouding:
    """One row of the financial table; a value with whether it meets the norm."""

    naam: str
    norm: str
    waarden: tuple[tuple[str, str, bool], ...]
    """(year, value as shown, meets the norm)."""


@dataclass(frozen=True, slots=True)
class Beeld:
    """Everything the templates use."""

    rapport: Rapport
    tendernaam: str
    versie: str
    peildatum: date
    percelen: tuple[str, ...]
    knockouts: tuple[Bevinding, ...]
    overige: tuple[Bevinding, ...]
    stukken: tuple[StukRegel, ...]
    stukken_nvt: tuple[StukRegel, ...]
    verhoudingen: tuple[Verhouding, ...]
    jaren: tuple[str, ...]
    themas: tuple[Thema, ...]
    opletten: tuple[EisRegel, ...]
    eisen_nvt: tuple[str, ...]
    telling: dict[str, int]
    stuktelling: dict[str, int]
    statusvolgorde: tuple[str, ...]
    statusnamen: dict[str, str]
    soortnamen: dict[str, str]


def maak_beeld(rapport: Rapport, tender: Tender | None = None) -> Beeld:
    """Joins a report with its catalogue. InvoerFout when no catalogue has the report's key."""
    tender = tender or tender_van(rapport.tender)
    eisen = {eis.id: eis for eis in tender.eisen}
    regels = [EisRegel(o, eisen.get(o.id), STATUSNAMEN[o.status]) for o in rapport.eisen]
    gelden = [regel for regel in regels if regel.oordeel.status != "nvt"]
    stukken = {stuk.sleutel: stuk for stuk in tender.stukken}
    stukregels = [StukRegel(o, stukken.get(o.sleutel), STATUSNAMEN[o.status]) for o in rapport.stukken]
    namen = {p.nummer: p.naam for p in tender.percelen}
    verhoudingen = tuple(_verhouding(norm, rapport) for norm in tender.financiele_normen)
    return Beeld(
        rapport=rapport,
        tendernaam=f"{tender.naam}, regio {tender.regio}",
        versie=tender.versie,
        peildatum=date.fromisoformat(rapport.peildatum),
        percelen=tuple(f"{n} {namen.get(n, '')}".strip() for n in rapport.percelen),
        knockouts=tuple(b for b in rapport.bevindingen if b.ernst == "knock-out"),
        overige=tuple(b for b in rapport.bevindingen if b.ernst != "knock-out"),
        stukken=tuple(r for r in stukregels if r.oordeel.status != "nvt"),
        stukken_nvt=tuple(r for r in stukregels if r.oordeel.status == "nvt"),
        verhoudingen=tuple(v for v in verhoudingen if v.waarden),
        jaren=tuple(sorted({jaar for v in verhoudingen for jaar, _, _ in v.waarden})),
        themas=_themas(gelden),
        opletten=tuple(r for status in _OPLETTEN for r in gelden if r.oordeel.status == status),
        eisen_nvt=tuple(r.oordeel.id for r in regels if r.oordeel.status == "nvt"),
        telling=_telling(r.oordeel.status for r in gelden),
        stuktelling=Counter(r.oordeel.status for r in stukregels),
        statusvolgorde=_STATUSVOLGORDE,
        statusnamen=STATUSNAMEN,
        soortnamen=SOORTNAMEN,
    )


def tender_van(sleutel: str) -> Tender:
    """The catalogue that a report names. InvoerFout when there is none here."""
    for naam in tenders():
        if (tender := load_tender(naam)).sleutel == sleutel:
            return tender
    raise InvoerFout(f"Het rapport hoort bij de tender {sleutel}, en die is hier niet bekend.")


def _themas(regels: list[EisRegel]) -> tuple[Thema, ...]:
    groepen: dict[str, list[EisRegel]] = {}
    for regel in regels:
        groepen.setdefault(regel.eis.thema if regel.eis else "overig", []).append(regel)
    return tuple(
        Thema(
            naam[:1].upper() + naam[1:],
            f"thema-{nummer}",
            tuple(groep),
            _telling(r.oordeel.status for r in groep),
        )
        for nummer, (naam, groep) in enumerate(groepen.items(), 1)
    )


def _telling(statussen: Iterable[str]) -> dict[str, int]:
    geteld = Counter(statussen)
    return {status: geteld.get(status, 0) for status in _STATUSVOLGORDE}


def _verhouding(norm: FinancieleNorm, rapport: Rapport) -> Verhouding:
    teken = "%" if norm.eenheid == "procent" else ""
    waarden: dict[str, float] = getattr(rapport.financieel, norm.sleutel)
    grens = float(norm.waarde)
    return Verhouding(
        norm.naam,
        f"{norm.vergelijking} {getal_tekst(grens)}{teken}",
        tuple((jaar, f"{getal_tekst(w)}{teken}", w > grens) for jaar, w in sorted(waarden.items())),
    )
