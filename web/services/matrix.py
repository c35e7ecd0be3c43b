"""Eisen beside bids: which status counts where, what people decided, and what of it a reader asks to see."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy.orm import Session

from compliance.rapport import Rapport
from compliance.vergelijk import ZWAARTE, matrix
from compliance.verslag.beeld import tender_van
from knowledge.catalogue.models import Eis, Tender
from web.models import Bevindingbesluit, Inschrijving, JobStatus
from web.repositories import bevindingbesluiten, eisbesluiten, jobs
from web.repositories.eisbesluiten import Besluitstand
from web.services.bevindingbesluiten import laatste_besluiten
from web.services.inschrijvingen import Inschrijvingsmap
from web.services.onthouden import Onthouden
from web.settings import Settings

T = TypeVar("T")
EISEN_PER_BLAD = 25
BODEN_PER_BLAD = 20


@dataclass(frozen=True, slots=True)
class Bod:
    """A checked bid. `rapport`: with the statuses that count and without passages; `besluiten`: by eis."""

    id: str
    naam: str
    rapport: Rapport
    besluiten: Mapping[str, Besluitstand]
    knockouts: int
    """Those that stand: found, and not found wrong by an assessor."""
    over_bevindingen: tuple[Bevindingbesluit, ...]
    """The latest decision about each finding."""


@dataclass(frozen=True, slots=True)
class Boden:
    """The bids that can be put beside each other, and how many were left out."""

    tender: Tender | None
    boden: tuple[Bod, ...]
    niet_klaar: int
    andere_eisen: int
    """Checked by another catalogue than most."""
    vervangen: int = 0
    """Left out, as a later one that was checked came in their place."""


@dataclass(frozen=True, slots=True)
class Keuze:
    """What a reader asks to see; "" or 0 is all. `onderdeel`: "letters", or a theme of the catalogue;
    `wie`: ON or OG; `open`: only what nobody decided about; `bod`: the id of one bid."""

    status: str = ""
    perceel: int = 0
    onderdeel: str = ""
    wie: str = ""
    open: bool = False
    bod: str = ""

    @property
    def leeg(self) -> bool:
        return self == Keuze()


@dataclass(frozen=True, slots=True)
class Cel:
    """`besluit`: "" (none), "eens" or "anders"."""

    bod: str
    naam: str
    status: str
    besluit: str


@dataclass(frozen=True, slots=True)
class Rij:
    eis: str
    onderwerp: str
    cellen: tuple[Cel, ...]
    telling: tuple[tuple[str, int], ...]
    """Over all bids that are shown: statuses that ask for attention, and how often."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """One bid over all eisen that are shown. `anders`: by proposed status how often a person decided
    otherwise."""

    id: str
    naam: str
    percelen: tuple[int, ...]
    knockouts: int
    telling: Mapping[str, int]
    besloten: int
    gelden: int
    anders: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Uitsnede:
    """A page of what was asked. `eisen` and `boden`: how many there are in all."""

    rijen: tuple[Rij, ...]
    kolommen: tuple[Kolom, ...]
    eisen: int
    boden: int
    blad: int
    bladen: int
    kolomblad: int
    kolombladen: int


def haal_boden(session: Session, settings: Settings, inschrijvingen: Sequence[Inschrijving]) -> Boden:
    """The checked bids among these, in the order of their names."""
    ids = [i.id for i in inschrijvingen]
    stand = jobs.of_subjects(session, ids)
    klaar = [i for i in inschrijvingen if i.id in stand and stand[i.id].status == JobStatus.DONE]
    vervangen = {i.eerdere_id for i in klaar} & {i.id for i in klaar}
    niet_klaar = len(ids) - len(klaar)
    klaar = [i for i in klaar if i.id not in vervangen]
    besluiten = eisbesluiten.latest(session, [i.id for i in klaar])
    laatste = laatste_besluiten(bevindingbesluiten.of_all(session, [i.id for i in klaar]))
    boden = [
        _bod(
            i,
            _RAPPORTEN.van(Inschrijvingsmap.of(settings, i.id).map),
            besluiten.get(i.id, {}),
            tuple(laatste.get(i.id, ())),
        )
        for i in sorted(klaar, key=lambda i: (i.naam.casefold(), i.gemaakt))
    ]
    if not boden:
        return Boden(None, (), niet_klaar, 0)
    meest = Counter(b.rapport.tender for b in boden).most_common(1)[0][0]
    gelijk = tuple(b for b in boden if b.rapport.tender == meest)
    return Boden(tender_van(meest), gelijk, niet_klaar, len(boden) - len(gelijk), len(vervangen))


def uitsnede(gevonden: Boden, keuze: Keuze, blad: int = 1, kolomblad: int = 1) -> Uitsnede:
    """The page of the matrix that was asked for; a page beyond the last is the last."""
    boden = _boden(gevonden, keuze)
    if not boden or gevonden.tender is None:
        return Uitsnede((), (), 0, 0, 1, 1, 1, 1)
    catalogus = {eis.id: eis for eis in gevonden.tender.eisen}
    rijen = _eisen(gevonden, boden, keuze)
    blad, bladen, deel = _blad(rijen, blad, EISEN_PER_BLAD)
    kolomblad, kolombladen, getoond = _blad(boden, kolomblad, BODEN_PER_BLAD)
    begin = (kolomblad - 1) * BODEN_PER_BLAD
    return Uitsnede(
        rijen=tuple(
            _rij(id_, catalogus.get(id_), statussen[begin : begin + len(getoond)], getoond, statussen)
            for id_, statussen in deel
        ),
        kolommen=tuple(_kolom(b, [id_ for id_, _ in rijen]) for b in getoond),
        eisen=len(rijen),
        boden=len(boden),
        blad=blad,
        bladen=bladen,
        kolomblad=kolomblad,
        kolombladen=kolombladen,
    )


def gekozen(gevonden: Boden, keuze: Keuze) -> tuple[list[Bod], list[str]]:
    """All bids and eisen of what was asked, without pages: for a workbook."""
    boden = _boden(gevonden, keuze)
    return boden, [id_ for id_, _ in _eisen(gevonden, boden, keuze)] if boden else []


def onderdelen(tender: Tender) -> tuple[tuple[str, str], ...]:
    """Parts of the catalogue by which eisen can be chosen: key and name."""
    return (
        ("letters", "Eisen A t/m L"),
        *((thema, thema) for thema in dict.fromkeys(eis.thema for eis in tender.eisen)),
    )


def _boden(gevonden: Boden, keuze: Keuze) -> list[Bod]:
    return [
        b
        for b in gevonden.boden
        if keuze.bod in ("", b.id) and (not keuze.perceel or keuze.perceel in b.rapport.percelen)
    ]


def _eisen(gevonden: Boden, boden: Sequence[Bod], keuze: Keuze) -> list[tuple[str, tuple[str, ...]]]:
    """The rows that were asked for: id and the status for each of these bids."""
    catalogus = {eis.id: eis for eis in gevonden.tender.eisen} if gevonden.tender else {}
    return [
        (rij.sleutel, rij.statussen)
        for rij in matrix([b.rapport for b in boden]).eisen
        if _gevraagd(catalogus.get(rij.sleutel), rij.sleutel, keuze)
        and any(_valt_op(keuze, rij.sleutel, s, b) for s, b in zip(rij.statussen, boden, strict=True))
    ]


def _gevraagd(eis: Eis | None, id_: str, keuze: Keuze) -> bool:
    if keuze.onderdeel == "letters" and not id_.isalpha():
        return False
    if keuze.onderdeel not in ("", "letters") and (eis is None or eis.thema != keuze.onderdeel):
        return False
    if keuze.perceel and eis is not None and eis.percelen and keuze.perceel not in eis.percelen:
        return False
    return not keuze.wie or (eis is not None and eis.adressaat == keuze.wie)


def _valt_op(keuze: Keuze, id_: str, status: str, bod: Bod) -> bool:
    """Whether this cell is a reason to show its row; without a choice every row is shown."""
    if keuze.status and status != keuze.status:
        return False
    return not keuze.open or (status != "nvt" and id_ not in bod.besluiten)


def _blad(alles: list[T], blad: int, grootte: int) -> tuple[int, int, list[T]]:
    bladen = max(1, -(-len(alles) // grootte))
    blad = min(max(1, blad), bladen)
    return blad, bladen, alles[(blad - 1) * grootte : blad * grootte]


def _rij(
    id_: str, eis: Eis | None, statussen: Sequence[str], boden: Sequence[Bod], alle: Sequence[str]
) -> Rij:
    telling = Counter(alle)
    return Rij(
        id_,
        eis.onderwerp if eis else "",
        tuple(_cel(id_, s, b) for s, b in zip(statussen, boden, strict=True)),
        tuple((s, telling[s]) for s in ZWAARTE[:3] if telling[s]),
    )


def _cel(id_: str, status: str, bod: Bod) -> Cel:
    besluit = bod.besluiten.get(id_)
    return Cel(bod.id, bod.naam, status, "" if besluit is None else "anders" if besluit.anders else "eens")


def _kolom(bod: Bod, eisen: Sequence[str]) -> Kolom:
    getoond = frozenset(eisen)
    statussen = {o.id: o.status for o in bod.rapport.eisen if o.id in getoond}
    telling = Counter(statussen.values())
    gelden = [id_ for id_, status in statussen.items() if status != "nvt"]
    anders = Counter(b.voorstel for id_, b in bod.besluiten.items() if id_ in getoond and b.anders)
    return Kolom(
        id=bod.id,
        naam=bod.naam,
        percelen=bod.rapport.percelen,
        knockouts=bod.knockouts,
        telling={s: telling[s] for s in ZWAARTE},  # type: ignore[index]
        besloten=sum(id_ in bod.besluiten for id_ in gelden),
        gelden=len(gelden),
        anders=tuple((s, anders[s]) for s in ZWAARTE if anders[s]),
    )


def _bod(
    inschrijving: Inschrijving,
    rapport: Rapport,
    besluiten: Mapping[str, Besluitstand],
    over_bevindingen: tuple[Bevindingbesluit, ...],
) -> Bod:
    vervallen = sum(b.bevinding["ernst"] == "knock-out" and not b.staat for b in over_bevindingen)
    gevonden = sum(b.ernst == "knock-out" for b in rapport.bevindingen)
    if besluiten:
        eisen = tuple(
            o.model_copy(update={"status": besluiten[o.id].besluit}) if o.id in besluiten else o
            for o in rapport.eisen
        )
        rapport = rapport.model_copy(update={"eisen": eisen})
    return Bod(
        inschrijving.id, inschrijving.naam, rapport, besluiten, max(0, gevonden - vervallen), over_bevindingen
    )


def _zonder_passages(map_: Path) -> Rapport:
    """The report of a bid as far as a matrix shows it."""
    rapport = Rapport.model_validate_json((map_ / "rapport.json").read_bytes())
    return rapport.model_copy(
        update={
            "eisen": tuple(o.model_copy(update={"bewijs": ()}) for o in rapport.eisen),
            "bevindingen": tuple(b.model_copy(update={"bewijs": ()}) for b in rapport.bevindingen),
        }
    )


_RAPPORTEN = Onthouden(_zonder_passages, ("rapport.json",), hoogstens=400)
