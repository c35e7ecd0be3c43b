"""Every invented bid builds the same each time; its labels are complete, its quotes stand in the files."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdfium2
import pytest
from docx.oxml import parse_xml

from tests.shared import SHARED, needs_shared

MAP = Path(__file__).parent / "inschrijvingen"
BIDS = sorted(pad.parent for pad in MAP.glob("*/bouw.py"))
EISEN = [str(nummer) for nummer in range(1, 110)] + list("ABCDEFGHIJKL")
STATUSSEN = {"aangetoond", "deels", "strijdig", "verklaard", "ontbreekt", "nvt"}
MET_BEWIJS = {"aangetoond", "deels", "strijdig", "verklaard"}
STUKKEN = {
    "uea",
    "kvk_uittreksel",
    "kwaliteitscertificaat",
    "keurmerk_gezinshuis",
    "keurmerk_zorgboerderij",
    "referentie_1",
    "referentie_2",
    "jaarcijfers",
    "plan_van_aanpak",
    "invulsjabloon",
    "agb_code",
    "holdingverklaring",
    "combinatieverklaring",
    "verklaring_derden",
    "machtiging",
    "rekentool_groepsaanbod",
    "rekentool_verblijf",
    "rekentool_gezinshuis",
    "verklaring_waarheid",
    "ondertekening",
    "polis_aansprakelijkheid",
}
STUKSTATUSSEN = {"aanwezig", "ontbreekt", "onvolledig", "verlopen", "nvt"}
SOORTEN = {
    "voorbehoud",
    "perceelcombinatie",
    "tariefgroep",
    "financieel",
    "te_laat",
    "taal",
    "prijs",
    "referentie",
    "kwaliteitssysteem",
    "intensiteit",
    "vervallen_document",
    "tegenstrijdig",
    "aanbiedingsbrief",
    "sjabloon_gewijzigd",
    "verborgen_tekst",
    "onleesbaar",
}
OORDELEN = {"geen gevolg", "beoordelen", "plan van aanpak nodig"}
PERCELEN = range(1, 10)


def bouwer(map_: Path) -> Callable[[Path], None]:
    """The `bouw` function of a bid's folder (its name is no Python name, so it is loaded by path)."""
    spec = importlib.util.spec_from_file_location(f"bouw_{map_.name.replace('-', '_')}", map_ / "bouw.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.bouw  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def gebouwd(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Gives the folder in which a bid was built; each bid is built once a run."""

    @cache
    def bouw(map_: Path) -> Path:
        doel = tmp_path_factory.mktemp(map_.name)
        bouwer(map_)(doel)
        return doel

    return bouw


@cache
def goud(map_: Path) -> dict[str, Any]:
    return json.loads((map_ / "gold.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def woorden(tekst: str) -> str:
    """The letters and digits of a text in a row, so that hyphens and line ends make no difference."""
    return "".join(re.findall(r"[a-zà-ÿ0-9€]+", tekst.lower()))


def _word(pad: Path) -> str:
    """All text of a Word file with tracked changes accepted, footnotes last."""
    document = docx.Document(str(pad))
    delen = ["".join(_stukken(alinea)) for alinea in _alineas(document.element.body)]
    for deel in document.part.package.iter_parts():
        if str(deel.partname) == "/word/footnotes.xml":
            wortel = parse_xml(deel.blob)
            delen.extend("".join(_stukken(alinea)) for alinea in _alineas(wortel))
    return "\n".join(delen)


def _alineas(wortel: Any) -> list[Any]:
    return [deel for deel in wortel.iter() if deel.tag.endswith("}p")]


def _stukken(alinea: Any) -> list[str]:
    return [deel.text or "" for deel in alinea.iter() if deel.tag.endswith("}t")]


@cache
def bladzijden(pad: Path) -> list[str]:
    """The words of each page of a file; Word and spreadsheets count as one page."""
    if pad.suffix == ".pdf":
        document = pypdfium2.PdfDocument(pad)
        return [woorden(blad.get_textpage().get_text_range()) for blad in document]
    if pad.suffix == ".docx":
        return [woorden(_word(pad))]
    boek = openpyxl.load_workbook(pad)
    cellen = [
        str(cel)
        for blad in boek
        for rij in blad.iter_rows(values_only=True)
        for cel in rij
        if cel is not None
    ]
    return [woorden("\n".join(cellen))]


def bewijzen(gold: dict[str, Any]) -> list[dict[str, Any]]:
    return [bewijs for deel in (*gold["eisen"].values(), *gold["bevindingen"]) for bewijs in deel["bewijs"]]


def test_there_are_bids() -> None:
    assert BIDS


@pytest.mark.parametrize("map_", BIDS, ids=lambda pad: pad.name)
def test_builds_the_same_each_time(map_: Path, tmp_path: Path, gebouwd: Callable[[Path], Path]) -> None:
    bouwer(map_)(tmp_path)
    eerste = {pad.name: hashlib.sha256(pad.read_bytes()).hexdigest() for pad in gebouwd(map_).iterdir()}
    tweede = {pad.name: hashlib.sha256(pad.read_bytes()).hexdigest() for pad in tmp_path.iterdir()}
    assert eerste and eerste == tweede


@pytest.mark.parametrize("map_", BIDS, ids=lambda pad: pad.name)
def test_labels_are_complete(map_: Path, gebouwd: Callable[[Path], Path]) -> None:
    gold = goud(map_)
    assert list(gold["eisen"]) == EISEN
    for nummer, eis in gold["eisen"].items():
        assert eis["status"] in STATUSSEN, nummer
        assert bool(eis["bewijs"]) == (eis["status"] in MET_BEWIJS), nummer
        assert eis["toelichting"], nummer
    assert set(gold["stukken"]) == STUKKEN
    bestanden = {pad.name for pad in gebouwd(map_).iterdir()}
    for sleutel, stuk in gold["stukken"].items():
        assert stuk["status"] in STUKSTATUSSEN, sleutel
        assert (stuk["bestand"] in bestanden) == (stuk["status"] not in {"ontbreekt", "nvt"}), sleutel
    assert {bevinding["soort"] for bevinding in gold["bevindingen"]} <= SOORTEN
    assert {bevinding["ernst"] for bevinding in gold["bevindingen"]} <= {
        "knock-out",
        "herstelbaar",
        "aandacht",
    }
    assert all(bevinding["bewijs"] for bevinding in gold["bevindingen"])
    assert gold["financieel"]["oordeel"] in OORDELEN
    assert gold["percelen"] and set(gold["percelen"]) <= set(PERCELEN)
    assert gold["peildatum"] == "2022-07-18"


@pytest.mark.parametrize("map_", BIDS, ids=lambda pad: pad.name)
def test_quotes_stand_in_the_files(map_: Path, gebouwd: Callable[[Path], Path]) -> None:
    for bewijs in bewijzen(goud(map_)):
        bladen = bladzijden(gebouwd(map_) / bewijs["bestand"])
        gevonden = [nummer for nummer, blad in enumerate(bladen, 1) if woorden(bewijs["citaat"]) in blad]
        assert gevonden, bewijs
        assert bewijs["pagina"] in (gevonden if bewijs["bestand"].endswith(".pdf") else [None]), bewijs


@needs_shared
@pytest.mark.parametrize("map_", BIDS, ids=lambda pad: pad.name)
def test_not_applicable_follows_percelen_and_vormen(map_: Path) -> None:
    gold = goud(map_)
    gekozen, vormen = {str(perceel) for perceel in gold["percelen"]}, set(gold["vormen"])
    with (SHARED / "contract" / "eisen_bereik.csv").open(encoding="utf-8") as bestand:
        for rij in csv.reader(bestand, delimiter=";"):
            eis, percelen, vorm, adressaat = rij[:4]
            if eis == "eis":
                continue
            geldt = (
                adressaat == "ON"
                and (percelen == "alle" or bool(gekozen & set(percelen.split(","))))
                and (not vorm or bool(vormen & set(vorm.split(","))))
            )
            assert (gold["eisen"][eis]["status"] != "nvt") == geldt, eis
