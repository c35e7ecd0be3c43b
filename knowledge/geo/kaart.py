"""A map of a region: points of postcodes and places, outlines of gemeenten, and distances in km."""

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from shapely import Point
from shapely.geometry.base import BaseGeometry

from knowledge.geo.afstand import AARDSTRAAL_KM, afstand_km
from knowledge.geo.opslag import lees_grenzen, lees_punten
from knowledge.paths import data_folder
from knowledge.text.normalise import fold

PLAATSEN = Path(__file__).parent / "plaatsen.csv"

STRAAL_PLAATS_KM = 6.0
"""Without outlines the region is taken to be all within this distance of one of its places."""
FOUT_PUNT_KM = 9.0
"""How far a postcode's point of the built-in table may be off: it is that of the whole place."""
FOUT_GRENS_KM = 6.0
"""How far the distance to the border may be off without outlines."""
_GELIJK = 88.0
"""From this score on a place's name counts as a spelling of a known one."""


@dataclass(frozen=True, slots=True)
class Plek:
    """A point (WGS84 degrees) with its place. `fout_km`: how far it may be off; `bron`: who says so."""

    lat: float
    lon: float
    woonplaats: str
    gemeente: str
    fout_km: float
    bron: str


@dataclass(frozen=True)
class Kaart:
    """`punten` by postcode (four digits), `plaatsen` by folded name, `grenzen` by gemeente.

    `regio`: names of the gemeenten that make up the region.
    """

    punten: Mapping[str, Plek]
    plaatsen: Mapping[str, Plek]
    grenzen: Mapping[str, BaseGeometry] = field(default_factory=dict)
    regio: tuple[str, ...] = ()

    @classmethod
    def standaard(cls, regio: Iterable[str], map_: Path | None = None) -> "Kaart":
        """The imported data of this installation (or of folder `map_`), the built-in table beneath it."""
        folder = map_ if map_ is not None else data_folder() / "geo"
        kaart = cls.ingebouwd(regio)
        punten = lees_punten(folder)
        ingelezen = {
            pc4: Plek(p.lat, p.lon, p.woonplaats, p.gemeente, 0.0, p.bron) for pc4, p in punten.items()
        }
        plaatsen: dict[str, list[Plek]] = {}
        for plek in ingelezen.values():
            plaatsen.setdefault(fold(plek.woonplaats), []).append(plek)
        midden = {naam: _midden(plekken) for naam, plekken in plaatsen.items()}
        return cls(
            {**kaart.punten, **ingelezen}, {**kaart.plaatsen, **midden}, lees_grenzen(folder), kaart.regio
        )

    @classmethod
    def ingebouwd(cls, regio: Iterable[str]) -> "Kaart":
        """Only the project's own table of places."""
        punten: dict[str, Plek] = {}
        plaatsen: dict[str, Plek] = {}
        with PLAATSEN.open(encoding="utf-8", newline="") as bestand:
            for rij in csv.DictReader(bestand, delimiter=";"):
                plek = Plek(
                    float(rij["lat"]), float(rij["lon"]), rij["woonplaats"], rij["gemeente"],
                    FOUT_PUNT_KM, "ingebouwde plaatsentabel",
                )  # fmt: skip
                plaatsen[fold(plek.woonplaats)] = plek
                for pc4 in _postcodes(rij["postcodes"]):
                    punten.setdefault(pc4, plek)
        return cls(punten, plaatsen, {}, tuple(regio))

    def plek(self, postcode_of_plaats: str) -> Plek | None:
        """The point of "8011", "8011 AB" or "Zwolle" (small misspellings too); None when unknown."""
        tekst = postcode_of_plaats.strip()
        if tekst[:4].isdecimal() and len(tekst.replace(" ", "")) in (4, 6):
            return self.punten.get(tekst[:4])
        naam = fold(tekst)
        if naam in self.plaatsen:
            return self.plaatsen[naam]
        beste = process.extractOne(naam, self.plaatsen.keys(), scorer=fuzz.ratio, score_cutoff=_GELIJK)
        return self.plaatsen[beste[0]] if beste else None

    def regio_km(self, lat: float, lon: float) -> tuple[float, float]:
        """(km as the crow flies to the region's border, 0 inside; how far that may be off).

        By the outlines of the region's gemeenten; where one of them is missing, by the places of the region.
        """
        if self._gebied is not None:
            return _tot_gebied(self._gebied, lat, lon), 0.05
        eigen = {fold(g) for g in self.regio}
        afstanden = [
            afstand_km(lat, lon, p.lat, p.lon)
            for p in (*self.plaatsen.values(), *self.punten.values())
            if fold(p.gemeente) in eigen
        ]
        if not afstanden:
            return 0.0, math.inf
        return max(0.0, min(afstanden) - STRAAL_PLAATS_KM), FOUT_GRENS_KM

    def omtrek(self, km: float) -> BaseGeometry:
        """The region grown by `km` on every side, in degrees (x: longitude); empty for a map without one.

        In a plane that is true around the middle of the region: over 100 km it is off by some 1%.
        """
        gebied = self._gebied
        if gebied is None:
            eigen = {fold(g) for g in self.regio}
            plekken = [p for p in self.plaatsen.values() if fold(p.gemeente) in eigen]
            gebied, km = shapely.MultiPoint([(p.lon, p.lat) for p in plekken]), km + STRAAL_PLAATS_KM
        if gebied.is_empty:
            return gebied
        graad = math.radians(1) * AARDSTRAAL_KM
        schaal = np.array([graad * math.cos(math.radians(gebied.centroid.y)), graad])
        groter = shapely.transform(gebied, lambda punten: punten * schaal).buffer(km)
        return shapely.transform(groter.simplify(0.1), lambda punten: punten / schaal)

    @cached_property
    def _gebied(self) -> BaseGeometry | None:
        """The region as one shape in degrees; None when an outline is missing."""
        grenzen = {fold(naam): vorm for naam, vorm in self.grenzen.items()}
        if not self.regio or any(fold(g) not in grenzen for g in self.regio):
            return None
        return shapely.union_all([grenzen[fold(g)] for g in self.regio])


def _tot_gebied(gebied: BaseGeometry, lat: float, lon: float) -> float:
    """Km from a point to a shape, in the plane in which distances from this point are true (azimuthal
    equidistant): exact along straight lines from it, and within metres for the border's edges nearby."""

    def vlak(punten: NDArray[np.float64]) -> NDArray[np.float64]:
        lengte, breedte = np.radians(punten[:, 0] - lon), np.radians(punten[:, 1])
        midden = math.radians(lat)
        cos_c = math.sin(midden) * np.sin(breedte) + math.cos(midden) * np.cos(breedte) * np.cos(lengte)
        c = np.arccos(np.clip(cos_c, -1.0, 1.0))
        k = AARDSTRAAL_KM / np.sinc(c / np.pi)
        oost = k * np.cos(breedte) * np.sin(lengte)
        noord = k * (math.cos(midden) * np.sin(breedte) - math.sin(midden) * np.cos(breedte) * np.cos(lengte))
        return np.column_stack([oost, noord])

    return float(shapely.transform(gebied, vlak).distance(Point(0.0, 0.0)))


def _postcodes(tekst: str) -> Iterable[str]:
    """ "7721-7722,7725" as the postcodes one by one."""
    for deel in filter(None, tekst.split(",")):
        begin, _, einde = deel.partition("-")
        yield from (str(n) for n in range(int(begin), int(einde or begin) + 1))


def _midden(plekken: list[Plek]) -> Plek:
    """The point of a place with several postcodes: the one in the middle, with how far the others are."""
    lat = sum(p.lat for p in plekken) / len(plekken)
    lon = sum(p.lon for p in plekken) / len(plekken)
    beste = min(plekken, key=lambda p: afstand_km(lat, lon, p.lat, p.lon))
    verste = max(afstand_km(beste.lat, beste.lon, p.lat, p.lon) for p in plekken)
    return Plek(beste.lat, beste.lon, beste.woonplaats, beste.gemeente, verste, beste.bron)
