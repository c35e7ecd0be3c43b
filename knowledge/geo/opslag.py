"""Imported geographic data: postcode points and outlines of gemeenten, as files in the data folder.

Accepted: a CSV with postcodes and WGS84 coordinates (columns by the usual names), and GeoJSON in WGS84 with
the gemeente's name among the properties (CBS, Kadaster, PDOK).
"""

import csv
import io
import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from shapely import MultiPolygon, Polygon
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from knowledge.command import write_json
from knowledge.errors import InvoerFout

PUNTEN, GRENZEN = "postcodes.json", "gemeenten.json"
_KOLOMMEN = {
    "pc4": ("pc4", "postcode", "postcode4", "pc"),
    "woonplaats": ("woonplaats", "plaats", "plaatsnaam", "woonplaatsnaam"),
    "gemeente": ("gemeente", "gemeentenaam"),
    "lat": ("lat", "latitude", "breedtegraad"),
    "lon": ("lon", "lng", "longitude", "lengtegraad"),
    "soort": ("soort", "type"),
}
_NAAMVELDEN = ("gemeentenaam", "statnaam", "gm_naam", "naam", "name")
_NEDERLAND = (50.5, 54.0, 3.0, 7.5)
"""Latitudes and longitudes of a point in the Netherlands: another system of coordinates falls outside."""


@dataclass(frozen=True, slots=True)
class Punt:
    lat: float
    lon: float
    woonplaats: str
    gemeente: str
    bron: str


def importeer(pad: Path, folder: Path) -> str:
    """Add a CSV of postcodes or a GeoJSON of gemeenten to the data; gives what was read, in words.

    What is read again replaces what was there. InvoerFout names file, row and column.
    """
    try:
        tekst = pad.read_bytes().decode("utf-8-sig")
    except OSError as fout:
        raise InvoerFout(f"{pad}: kan dit bestand niet lezen ({fout.strerror}).") from fout
    except UnicodeDecodeError as fout:
        raise InvoerFout(f"{pad}: is geen tekst in UTF-8.") from fout
    if tekst.lstrip().startswith("{"):
        grenzen = _lees_geojson(pad.name, tekst)
        alle = {**lees_grenzen(folder), **grenzen}
        write_json(folder / GRENZEN, {naam: mapping(vorm) for naam, vorm in sorted(alle.items())})
        return f"{pad.name}: grenzen van {len(grenzen)} {'gemeente' if len(grenzen) == 1 else 'gemeenten'}"
    punten = _lees_csv(pad.name, tekst)
    bewaar_punten(punten, folder)
    return f"{pad.name}: {len(punten)} postcodes"


def bewaar_punten(punten: Mapping[str, Punt], folder: Path) -> None:
    """Add points to the stored ones; the same postcode is replaced."""
    alle = {**lees_punten(folder), **punten}
    write_json(folder / PUNTEN, {pc4: asdict(punt) for pc4, punt in sorted(alle.items())})


def lees_punten(folder: Path) -> dict[str, Punt]:
    """Stored points by postcode; none where nothing was imported."""
    return {pc4: Punt(**waarden) for pc4, waarden in _lees_json(folder / PUNTEN).items()}


def lees_grenzen(folder: Path) -> dict[str, BaseGeometry]:
    """Stored outlines by gemeente; none where nothing was imported."""
    return {naam: shape(vorm) for naam, vorm in _lees_json(folder / GRENZEN).items()}


def _lees_json(pad: Path) -> dict[str, Any]:
    try:
        waarde: dict[str, Any] = json.loads(pad.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as fout:
        raise InvoerFout(f"{pad}: is beschadigd. Lees de bestanden opnieuw in.") from fout
    return waarde


def _lees_csv(naam: str, tekst: str) -> dict[str, Punt]:
    scheiding = max(";,\t", key=tekst.partition("\n")[0].count)
    lezer = csv.DictReader(io.StringIO(tekst), delimiter=scheiding)
    kop = {veld: _kolom(lezer.fieldnames or [], namen) for veld, namen in _KOLOMMEN.items()}
    ontbreekt = [veld for veld in ("pc4", "lat", "lon") if kop[veld] is None]
    if ontbreekt:
        raise InvoerFout(*(f"{naam}, rij 1: de kolom {veld} ontbreekt." for veld in ontbreekt))
    punten: dict[str, Punt] = {}
    fouten: list[str] = []
    for nummer, rij in enumerate(lezer, 2):
        cellen = {veld: (rij.get(kolom) or "").strip() if kolom else "" for veld, kolom in kop.items()}
        if not cellen["lat"] and not cellen["lon"]:
            continue  # a postcode without a point
        pc4 = cellen["pc4"][:4]
        lat, lon = _getal(cellen["lat"]), _getal(cellen["lon"])
        if not (pc4.isdecimal() and len(pc4) == 4):
            fouten.append(f"{naam}, rij {nummer}, kolom {kop['pc4']}: dit is geen postcode.")
        elif not _in_nederland(lat, lon):
            kolommen = f"{kop['lat']} en {kop['lon']}"
            fouten.append(f"{naam}, rij {nummer}, kolom {kolommen}: geen punt in Nederland (WGS84, graden).")
        elif pc4 not in punten or cellen["soort"].lower().startswith("adres"):
            punten[pc4] = Punt(lat, lon, cellen["woonplaats"], cellen["gemeente"], naam)
    if fouten:
        raise InvoerFout(*fouten[:50])
    if not punten:
        raise InvoerFout(f"{naam}: hierin staan geen postcodes met een punt.")
    return punten


def _kolom(kop: list[str] | Any, namen: tuple[str, ...]) -> str | None:
    return next((k for naam in namen for k in kop if k and k.strip().lower() == naam), None)


def _getal(tekst: str) -> float:
    try:
        return float(tekst.replace(",", "."))
    except ValueError:
        return math.nan


def _in_nederland(lat: float, lon: float) -> bool:
    return _NEDERLAND[0] <= lat <= _NEDERLAND[1] and _NEDERLAND[2] <= lon <= _NEDERLAND[3]


def _lees_geojson(naam: str, tekst: str) -> dict[str, BaseGeometry]:
    try:
        waarde = json.loads(tekst)
        features = waarde["features"] if waarde.get("type") == "FeatureCollection" else [waarde]
    except (ValueError, KeyError, AttributeError, RecursionError) as fout:
        raise InvoerFout(f"{naam}: is geen GeoJSON met gemeenten.") from fout
    grenzen: dict[str, BaseGeometry] = {}
    for nummer, feature in enumerate(features, 1):
        plek = f"{naam}, gemeente {nummer}"
        try:
            eigenschappen = {k.lower(): v for k, v in feature["properties"].items()}
            vorm = shape(feature["geometry"])
        except (AttributeError, KeyError, TypeError, ValueError, IndexError, ShapelyError) as fout:
            raise InvoerFout(f"{plek}: de vorm of de eigenschappen zijn niet te lezen.") from fout
        gemeente = next((eigenschappen[v] for v in _NAAMVELDEN if eigenschappen.get(v)), None)
        if not isinstance(gemeente, str):
            raise InvoerFout(f"{plek}: de naam ontbreekt; zet hem in {' of '.join(_NAAMVELDEN[:2])}.")
        if not isinstance(vorm, Polygon | MultiPolygon) or vorm.is_empty:
            raise InvoerFout(f"{plek} ({gemeente}): de vorm is geen vlak.")
        lon, lat = vorm.representative_point().coords[0]
        if not _in_nederland(lat, lon):
            raise InvoerFout(f"{plek} ({gemeente}): ligt niet in Nederland; lever coördinaten in WGS84.")
        grenzen[gemeente] = vorm if vorm.is_valid else vorm.buffer(0)
    if not grenzen:
        raise InvoerFout(f"{naam}: hierin staan geen gemeenten.")
    return grenzen
