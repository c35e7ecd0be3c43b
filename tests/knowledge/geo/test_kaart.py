"""Places, borders and distances: the built-in table, imported data, and PDOK's protocol."""

import csv
import json
import math
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from knowledge.geo.afstand import afstand_km
from knowledge.geo.kaart import FOUT_GRENS_KM, FOUT_PUNT_KM, Kaart
from knowledge.geo.opslag import importeer, lees_punten
from knowledge.geo.pdok import haal_op
from tests.shared import SHARED, needs_shared

GEMEENTEN = load_tender().gemeenten
GRENZEN = SHARED / "geo" / "ijsselland_gemeenten_2023.geojson"
POSTCODES = SHARED / "geo" / "pc4_nl.csv"


def echte_punten() -> list[dict[str, str]]:
    with POSTCODES.open(encoding="utf-8", newline="") as bestand:
        return [r for r in csv.DictReader(bestand) if r["latitude"] and r["soort"].startswith("Adres")]


@pytest.fixture(scope="module")
def officieel(tmp_path_factory: pytest.TempPathFactory) -> Kaart:
    map_ = tmp_path_factory.mktemp("geo")
    assert importeer(GRENZEN, map_).endswith("grenzen van 11 gemeenten")
    importeer(POSTCODES, map_)
    return Kaart.standaard(GEMEENTEN, map_)


def test_every_gemeente_of_the_region_has_a_place() -> None:
    kaart = Kaart.ingebouwd(GEMEENTEN)
    assert {p.gemeente for p in kaart.plaatsen.values()} == set(GEMEENTEN)


@pytest.mark.parametrize(
    ("gevraagd", "woonplaats"),
    [
        ("8011", "Zwolle"),
        ("8131 AB", "Wijhe"),
        ("7771ab", "Hardenberg"),
        ("zwole", "Zwolle"),
        ("St. Jansklooster", "Sint Jansklooster"),
        ("'s-Heerenbroek", "'s-Heerenbroek"),
        ("9999", None),
        ("", None),
        ("Atlantis", None),
    ],
)
def test_a_place_is_found_by_postcode_or_name(gevraagd: str, woonplaats: str | None) -> None:
    plek = Kaart.ingebouwd(GEMEENTEN).plek(gevraagd)
    assert (plek.woonplaats if plek else None) == woonplaats


@needs_shared
def test_the_built_in_table_is_as_exact_as_it_says() -> None:
    kaart = Kaart.ingebouwd(GEMEENTEN)
    fouten = []
    for rij in echte_punten():
        plek = kaart.punten.get(rij["pc4"])
        if plek is not None:
            assert plek.gemeente == rij["gemeente"], rij
            fouten.append(afstand_km(plek.lat, plek.lon, float(rij["latitude"]), float(rij["longitude"])))
    assert len(fouten) > 120
    assert max(fouten) <= FOUT_PUNT_KM


@needs_shared
def test_the_distance_without_outlines_is_as_exact_as_it_says(officieel: Kaart) -> None:
    zonder = Kaart.ingebouwd(GEMEENTEN)
    for rij in echte_punten()[::7]:
        lat, lon = float(rij["latitude"]), float(rij["longitude"])
        echt = officieel.regio_km(lat, lon)[0]
        if echt < 60:
            schatting, marge = zonder.regio_km(lat, lon)
            assert marge == FOUT_GRENS_KM
            assert abs(schatting - echt) <= marge, rij


def langs_de_grens() -> Iterator[tuple[float, float]]:
    """Points (lat, lon) on all outlines, at most some 25 m apart."""
    for feature in json.loads(GRENZEN.read_text(encoding="utf-8"))["features"]:
        vorm = feature["geometry"]
        for vlak in vorm["coordinates"] if vorm["type"] == "MultiPolygon" else [vorm["coordinates"]]:
            for ring in vlak:
                for (x1, y1), (x2, y2) in pairwise(ring):
                    stappen = max(1, math.ceil(afstand_km(y1, x1, y2, x2) / 0.025))
                    for n in range(stappen):
                        yield y1 + (y2 - y1) * n / stappen, x1 + (x2 - x1) * n / stappen


@needs_shared
def test_the_distance_to_the_border_is_right_to_50_metres(officieel: Kaart) -> None:
    """Against the least distance over closely spaced points of the outlines: outside the region the nearest
    point of any outline lies on the region's own border."""
    grens = list(langs_de_grens())
    buiten = [
        (float(r["latitude"]), float(r["longitude"]))
        for r in echte_punten()
        if r["gemeente"] not in GEMEENTEN
        and afstand_km(52.5, 6.2, float(r["latitude"]), float(r["longitude"])) < 70
    ]
    getest = 0
    for lat, lon in buiten[::40]:
        km, marge = officieel.regio_km(lat, lon)
        echt = min(afstand_km(lat, lon, a, b) for a, b in grens)
        assert abs(km - echt) <= marge == 0.05
        getest += km > 0
    assert getest >= 8


@needs_shared
def test_postcodes_of_the_region_lie_within_it(officieel: Kaart) -> None:
    ver = [r["pc4"] for r in echte_punten() if r["gemeente"] in GEMEENTEN
           and officieel.regio_km(float(r["latitude"]), float(r["longitude"]))[0] > 1]  # fmt: skip
    assert ver == []
    for plek in Kaart.ingebouwd(GEMEENTEN).plaatsen.values():
        assert officieel.regio_km(plek.lat, plek.lon)[0] < 1, plek


@given(st.floats(50.6, 53.9), st.floats(3.1, 7.4))
def test_a_border_distance_is_never_negative(lat: float, lon: float) -> None:
    km, marge = Kaart.ingebouwd(GEMEENTEN).regio_km(lat, lon)
    assert km >= 0 and marge > 0


def test_import_replaces_and_tells_what_is_wrong(tmp_path: Path) -> None:
    pad = tmp_path / "pc.csv"
    pad.write_text(
        "postcode;plaats;gemeente;breedtegraad;lengtegraad\n8011;Zwolle;Zwolle;52,51;6,09\n", "utf-8"
    )
    assert importeer(pad, tmp_path) == "pc.csv: 1 postcodes"
    pad.write_text("postcode,lat,lon\n8011,52.52,6.1\n8012,52.5,6.1\n", "utf-8")
    importeer(pad, tmp_path)
    assert {pc: p.lat for pc, p in lees_punten(tmp_path).items()} == {"8011": 52.52, "8012": 52.5}
    pad.write_text("postcode,lat,lon\nab,52.52,6.1\n8012,203000,503000\n", "utf-8")
    with pytest.raises(InvoerFout) as fout:
        importeer(pad, tmp_path)
    assert [r.split(":")[0] for r in fout.value.fouten] == [
        "pc.csv, rij 2, kolom postcode",
        "pc.csv, rij 3, kolom lat en lon",
    ]
    for inhoud, melding in (
        ('{"type": "FeatureCollection"}', "is geen GeoJSON met gemeenten"),
        (
            '{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [6, 52]}}',
            "de naam ontbreekt",
        ),
        (
            '{"type": "Feature", "properties": {"naam": "X"}, '
            '"geometry": {"type": "Point", "coordinates": [6, 52]}}',
            "geen vlak",
        ),
        ("plaats;lat\n", "de kolom pc4 ontbreekt"),
    ):
        pad.write_text(inhoud, "utf-8")
        with pytest.raises(InvoerFout, match=melding):
            importeer(pad, tmp_path)


class Locatieserver(BaseHTTPRequestHandler):
    """Speaks enough of PDOK's protocol for one postcode."""

    def do_GET(self) -> None:
        vraag = parse_qs(urlsplit(self.path).query)
        docs: list[dict[str, str]] = []
        if vraag["q"] == ["8011"] and vraag["fq"] == ["type:postcode"]:
            docs = [
                {
                    "centroide_ll": "POINT(6.0944 52.5125)",
                    "woonplaatsnaam": "Zwolle",
                    "gemeentenaam": "Zwolle",
                }
            ]
        body = json.dumps({"response": {"docs": docs}}).encode() if vraag["q"] != ["8099"] else b"kapot"
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def pdok() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Locatieserver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/free"
    server.shutdown()
    server.server_close()


def test_pdok(pdok: str) -> None:
    gevonden = haal_op(["8011", "8012"], pdok)
    assert {pc: (p.lat, p.lon, p.woonplaats) for pc, p in gevonden.items()} == {
        "8011": (52.5125, 6.0944, "Zwolle")
    }
    with pytest.raises(InvoerFout, match="niet begrijpen"):
        haal_op(["8099"], pdok)
    with pytest.raises(InvoerFout, match="geen postcode"):
        haal_op(["Jan"], pdok)
    with pytest.raises(InvoerFout, match="niet bereikbaar"):
        haal_op(["8011"], "http://127.0.0.1:9/free", 2)


def test_the_line_around_the_region_is_as_far_as_it_says(officieel: Kaart) -> None:
    omtrek = officieel.omtrek(15.0)
    # Every tenth point: distances to the real outlines are slow.
    afstanden = [officieel.regio_km(lat, lon)[0] for lon, lat in list(omtrek.exterior.coords)[::10]]  # type: ignore[attr-defined]
    assert min(afstanden) == pytest.approx(15.0, abs=0.3)
    assert max(afstanden) == pytest.approx(15.0, abs=0.3)


def test_the_line_around_the_region_without_outlines() -> None:
    kaart = Kaart.ingebouwd(GEMEENTEN)
    omtrek = kaart.omtrek(15.0)
    afstanden = [kaart.regio_km(y, x)[0] for x, y in list(omtrek.exterior.coords)[::10]]  # type: ignore[attr-defined]
    assert max(abs(km - 15.0) for km in afstanden) < 0.5
    assert Kaart({}, {}).omtrek(15.0).is_empty
