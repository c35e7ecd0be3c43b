"""A plan as its pages show it: children by urgency with reasons, groepen over time, a map."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from knowledge.geo.kaart import Kaart
from matcher import Groep, Plaatsing, Plan, Probleem, read_folder, read_plan, redenen_plaatsing
from matcher.regels import KRING_OM_REGIO_KM
from web.services.datum import dag_van_week
from web.services.onthouden import Onthouden
from web.services.plaatsingen import BESTANDEN, Rondemap
from web.services.woonvormen import woonvorm_naam

URGENTIES = {1: "Crisis", 2: "Hoog", 3: "Gewoon"}
CRITERIUMNAMEN = {
    "niet_geplaatst": "Niet geplaatst",
    "verplaatsing": "Verhuizen",
    "wachten": "Wachten",
    "kgw": "Niet kleinschalig",
    "afstand": "Afstand tot huis",
    "intensiteit": "Andere intensiteit",
    "samen": "Broers en zussen uit elkaar",
    "voorkeur": "Niet de voorkeur",
    "kosten_euro": "Kosten in euro",
    "belofte": "Anders dan verteld",
}
_KORRELGROOTTE = 0.001
"""Degrees that an outline may be off on the screen."""
MINSTE_VOOR_AANTAL = 5
"""A municipality with fewer children than this shows no number: a child must not be recognised."""


@dataclass(frozen=True, slots=True)
class Verblijf:
    """One phase of one child in one groep; `tot` is the first day after it."""

    fase: int
    groep: str
    locatie: str
    woonvorm: str
    van: date
    tot: date
    redenen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindRegel:
    """One jeugdige in the list. `verblijven` is empty for who has no place; `redenen` then tells why."""

    jeugdige: str
    gemeente: str
    urgentie: str
    bewoner: bool
    verhuist: bool
    verblijven: tuple[Verblijf, ...]
    redenen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Staaf:
    """A stay in the timeline, in weeks from the peildatum; `baan` counts the beds from 0."""

    jeugdige: str
    week_van: int
    week_tot: int
    baan: int
    van: date
    tot: date


@dataclass(frozen=True, slots=True)
class Groeprij:
    """One groep in the timeline. `boven`: where its row begins, in lanes from the top."""

    groep: str
    locatie: str
    woonvorm: str
    bedden: int
    banen: int
    boven: int
    staven: tuple[Staaf, ...]


@dataclass(frozen=True, slots=True)
class Maand:
    """A tick of the time axis, in weeks from the peildatum."""

    week: float
    naam: str


@dataclass(frozen=True, slots=True)
class Groeppunt:
    """A groep on the map and in its table. `bezet`: children in it at some moment of the plan."""

    groep: str
    aanbieder: str
    locatie: str
    woonvorm: str
    bedden: int
    bezet: int
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Gemeentepunt:
    """Children per municipality; the point is rounded to about 5 km, small numbers are hidden."""

    gemeente: str
    aantal: str
    straal: int
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Planbeeld:
    peildatum: date
    einde: date
    horizon: int
    status: str
    kosten: int | None
    ondergrens: int | None
    kloof: float | None
    seconden: float
    criteria: tuple[tuple[str, int], ...]
    lijst: tuple[KindRegel, ...]
    """Everybody, the most urgent first, and of those first who has no place."""
    geplaatst: int
    zonder_plek: int
    tijdlijn: tuple[Groeprij, ...]
    banen: int
    maanden: tuple[Maand, ...]
    lege_groepen: tuple[Groep, ...]
    groeppunten: tuple[Groeppunt, ...]
    gemeenten: tuple[Gemeentepunt, ...]


def planbeeld_van(map_: Path) -> Planbeeld:
    """What the pages of a solved ronde show; remembered while its files stay the same.

    `map_`: the folder of the ronde (see `web.services.plaatsingen.Rondemap`).
    """
    return _BEELDEN.van(map_)


def maak_planbeeld(probleem: Probleem, plan: Plan) -> Planbeeld:
    """Everything the pages of a plan show."""
    tijdlijn, banen = _tijdlijn(probleem, plan)
    gebruikt = {rij.groep for rij in tijdlijn}
    return Planbeeld(
        peildatum=probleem.peildatum,
        einde=dag_van_week(probleem.peildatum, probleem.horizon),
        horizon=probleem.horizon,
        status=plan.status,
        kosten=plan.kosten,
        ondergrens=plan.ondergrens,
        kloof=plan.kloof,
        seconden=plan.seconden,
        criteria=tuple(
            (CRITERIUMNAMEN.get(naam, naam), punten)
            for naam, punten in sorted(plan.kosten_per_criterium.items(), key=lambda paar: -paar[1])
            if punten
        ),
        lijst=_lijst(probleem, plan),
        geplaatst=len(plan.per_jeugdige),
        zonder_plek=len(plan.niet_geplaatst),
        tijdlijn=tijdlijn,
        banen=banen,
        maanden=_maanden(probleem),
        lege_groepen=tuple(g for g in probleem.groepen.values() if g.id not in gebruikt),
        groeppunten=_groeppunten(probleem, plan),
        gemeenten=_gemeenten(probleem),
    )


def _lijst(probleem: Probleem, plan: Plan) -> tuple[KindRegel, ...]:
    zonder = {n.jeugdige_id: n.redenen for n in plan.niet_geplaatst}
    per_jeugdige = plan.per_jeugdige
    regels = []
    for jeugdige_id in (*per_jeugdige, *zonder):
        jeugdige, rij = probleem.jeugdigen[jeugdige_id], per_jeugdige.get(jeugdige_id, ())
        regel = KindRegel(
            jeugdige_id,
            jeugdige.gemeente,
            URGENTIES[jeugdige.urgentie],
            jeugdige.bewoner,
            jeugdige.bewoner and any(p.groep_id != jeugdige.huidige_groep for p in rij),
            tuple(_verblijf(probleem, rij, plaatsing) for plaatsing in rij),
            zonder.get(jeugdige_id, ()),
        )
        regels.append((jeugdige.urgentie, bool(rij), jeugdige_id, regel))
    return tuple(regel for *_, regel in sorted(regels, key=lambda paar: paar[:3]))


def _verblijf(probleem: Probleem, rij: tuple[Plaatsing, ...], plaatsing: Plaatsing) -> Verblijf:
    groep = probleem.groepen[plaatsing.groep_id]
    return Verblijf(
        plaatsing.fase,
        groep.id,
        groep.locatie,
        woonvorm_naam(groep.woonvorm),
        dag_van_week(probleem.peildatum, plaatsing.week_van),
        dag_van_week(probleem.peildatum, plaatsing.week_tot),
        redenen_plaatsing(probleem, rij, plaatsing.fase),
    )


def _tijdlijn(probleem: Probleem, plan: Plan) -> tuple[tuple[Groeprij, ...], int]:
    per_groep: dict[str, list[Plaatsing]] = defaultdict(list)
    for plaatsing in plan.plaatsingen:
        per_groep[plaatsing.groep_id].append(plaatsing)
    rijen, boven = [], 0
    for groep_id in sorted(per_groep):
        groep = probleem.groepen[groep_id]
        staven, banen = _staven(probleem, per_groep[groep_id])
        rijen.append(
            Groeprij(
                groep_id,
                groep.locatie,
                woonvorm_naam(groep.woonvorm),
                groep.capaciteit,
                banen,
                boven,
                staven,
            )
        )
        boven += banen
    return tuple(rijen), boven


def op_tijdlijn(beeld: Planbeeld, rijen: Sequence[Groeprij]) -> Planbeeld:
    """The same with only these groepen on the timeline, below each other."""
    gelegd, boven = [], 0
    for rij in rijen:
        gelegd.append(replace(rij, boven=boven))
        boven += rij.banen
    return replace(beeld, tijdlijn=tuple(gelegd), banen=boven)


def _staven(probleem: Probleem, plaatsingen: list[Plaatsing]) -> tuple[tuple[Staaf, ...], int]:
    """Each stay in the first lane that is free, so that lanes never count more than the beds in use."""
    vrij_vanaf: list[int] = []
    staven = []
    for p in sorted(plaatsingen, key=lambda p: (p.week_van, p.jeugdige_id)):
        baan = next((nr for nr, week in enumerate(vrij_vanaf) if week <= p.week_van), len(vrij_vanaf))
        if baan == len(vrij_vanaf):
            vrij_vanaf.append(0)
        vrij_vanaf[baan] = p.week_tot
        van, tot = (dag_van_week(probleem.peildatum, week) for week in (p.week_van, p.week_tot))
        staven.append(Staaf(p.jeugdige_id, p.week_van, p.week_tot, baan, van, tot))
    return tuple(staven), len(vrij_vanaf)


def _maanden(probleem: Probleem) -> tuple[Maand, ...]:
    namen = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
    stap = max(1, probleem.horizon // 52)
    jaar, maand = probleem.peildatum.year, probleem.peildatum.month
    gevonden: list[Maand] = []
    while True:
        maand += stap
        jaar, maand = jaar + (maand - 1) // 12, (maand - 1) % 12 + 1
        week = (date(jaar, maand, 1) - probleem.peildatum).days / 7
        if week >= probleem.horizon:
            return tuple(gevonden)
        gevonden.append(Maand(round(week, 2), namen[maand - 1] if maand > 1 else str(jaar)))


def _groeppunten(probleem: Probleem, plan: Plan) -> tuple[Groeppunt, ...]:
    wie = Counter(groep for groep, _ in {(p.groep_id, p.jeugdige_id) for p in plan.plaatsingen})
    return tuple(
        Groeppunt(
            g.id, g.aanbieder, g.locatie, woonvorm_naam(g.woonvorm), g.capaciteit, wie[g.id], g.lat, g.lon
        )
        for g in sorted(probleem.groepen.values(), key=lambda g: (g.woonvorm, g.id))
    )


def _gemeenten(probleem: Probleem) -> tuple[Gemeentepunt, ...]:
    per_gemeente: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for jeugdige in probleem.jeugdigen.values():
        per_gemeente[jeugdige.gemeente or "onbekend"].append((jeugdige.lat, jeugdige.lon))
    punten = []
    for gemeente, plekken in sorted(per_gemeente.items()):
        aantal = len(plekken)
        lat = sum(plek[0] for plek in plekken) / aantal
        lon = sum(plek[1] for plek in plekken) / aantal
        genoeg = aantal >= MINSTE_VOOR_AANTAL
        punten.append(
            Gemeentepunt(
                gemeente,
                str(aantal) if genoeg else f"minder dan {MINSTE_VOOR_AANTAL}",
                14 + (min(aantal, 40) // 2 if genoeg else 0),
                round(lat * 20) / 20,
                round(lon * 20) / 20,
            )
        )
    return tuple(punten)


def als_geojson(beeld: Planbeeld, kaart: Kaart) -> Mapping[str, Any]:
    """What is on the map: outlines where they were imported, the line of 15 km around the region, groepen,
    and children per municipality only."""

    def vlak(vorm: BaseGeometry, soort: str) -> dict[str, Any]:
        vorm = shapely.set_precision(vorm.simplify(_KORRELGROOTTE), 0.0001)
        return {"type": "Feature", "geometry": mapping(vorm), "properties": {"soort": soort}}

    def punt(lat: float, lon: float, **eigenschappen: object) -> dict[str, Any]:
        return {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
            "properties": eigenschappen,
        }

    gemeenten = [
        punt(g.lat, g.lon, soort="gemeente", naam=g.gemeente, aantal=g.aantal, straal=g.straal)
        for g in beeld.gemeenten
    ]
    groepen = [
        punt(
            g.lat,
            g.lon,
            soort="groep",
            naam=f"{g.groep} · {g.locatie}",
            woonvorm=g.woonvorm,
            bedden=g.bedden,
            bezet=g.bezet,
        )
        for g in beeld.groeppunten
    ]
    ring = kaart.omtrek(KRING_OM_REGIO_KM)
    vlakken = [] if ring.is_empty else [vlak(ring, "ring")]
    vlakken += [vlak(kaart.grenzen[naam], "grens") for naam in kaart.regio if naam in kaart.grenzen]
    return {"type": "FeatureCollection", "features": [*vlakken, *gemeenten, *groepen]}


def _lees(map_: Path) -> Planbeeld:
    ronde_map = Rondemap(map_)
    return maak_planbeeld(read_folder(ronde_map.invoer), read_plan(ronde_map.plan))


_BEELDEN = Onthouden(_lees, ("plan.json", *(f"invoer/{naam}" for naam in BESTANDEN)))
