"""`matcher simulate`: its figures, its picture, and that the solver may go on from the plan it is given."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from matcher import check
from matcher.cli import main
from matcher.gulzig import gulzig
from matcher.simulatie.beleid import oplosser
from matcher.simulatie.minimum import minste_verplaatsingen
from tests.matcher.bouw import fasen, groep, jeugdige, probleem, schrijf

SVG = "{http://www.w3.org/2000/svg}"


def _map(tmp_path: Path) -> Path:
    groepen = [groep("G1", capaciteit=2), groep("G2", intensiteiten=frozenset("DE"), lat=52.55)]
    kinderen = [
        jeugdige("J1", "E:3|D:4", huidige_groep="G1"),
        jeugdige("J2", "E:4|D:4"),
        jeugdige("J3", "E:6", start=3),
    ]
    return schrijf(tmp_path / "map", probleem(groepen, kinderen))


def test_schrijft_cijfers_en_beeld(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uit, plaat = tmp_path / "uit.json", tmp_path / "uit.svg"
    opties = ["--weken", "10", "--tijd", "0", "--jaren", "2", "--out", str(uit), "--beeld", str(plaat)]
    assert main(["simulate", str(_map(tmp_path)), *opties]) == 0
    tekst = capsys.readouterr().out
    assert "gemiddeld over 2 jaren" in tekst and "Verplaatsingen" in tekst
    cijfers = json.loads(uit.read_text(encoding="utf-8"))
    assert [j["seed"] for j in cijfers["jaren"]] == [1, 2]
    for jaar in cijfers["jaren"]:
        for naam in ("praktijk", "vooruit"):
            weken = jaar[naam]["per_week"]
            assert len(weken) == 10
            assert sum(w["verplaatsingen"] for w in weken) == jaar[naam]["totaal"]["verplaatsingen"]
    wortel = ElementTree.fromstring(plaat.read_text(encoding="utf-8"))
    assert wortel.get("role") == "img"
    assert wortel.get("aria-labelledby") == "titel uitleg"
    assert {e.get("id") for e in wortel if e.tag in (f"{SVG}title", f"{SVG}desc")} == {"titel", "uitleg"}
    assert len(wortel.findall(f"{SVG}polyline")) == 4


def test_json_op_het_scherm_is_dezelfde_bij_dezelfde_seed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opdracht = ["simulate", str(_map(tmp_path)), "--weken", "6", "--tijd", "0", "--json"]
    beelden = []
    for _ in range(2):
        assert main(opdracht) == 0
        beelden.append(json.loads(capsys.readouterr().out))
    assert beelden[0] == beelden[1]


@pytest.mark.parametrize(
    ("optie", "woord"),
    [
        (["--weken", "0"], "--weken"),
        (["--gewicht", "leeftijd:3"], "--gewicht"),
        (["--gewicht", "wachten:veel"], "--gewicht"),
        (["--tijd", "-1"], "--tijd"),
    ],
)
def test_een_foute_optie_wordt_genoemd(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], optie: list[str], woord: str
) -> None:
    assert main(["simulate", str(_map(tmp_path)), *optie]) == 2
    assert woord in capsys.readouterr().err


def test_de_oplosser_gaat_verder_van_het_plan_dat_er_is() -> None:
    """The greedy practice gives J1 the nearest groep and leaves J2, who can go nowhere else, without."""
    groepen = [groep("G1"), groep("G2", intensiteiten=frozenset("E"), lat=52.6)]
    kinderen = [jeugdige("J1", urgentie=2), jeugdige("J2", max_afstand_km=5.0)]
    vraag = probleem(groepen, kinderen)
    begin = gulzig(vraag)
    assert len(begin.niet_geplaatst) == 1
    plan = oplosser(5.0, 1, 0)(vraag, begin)
    assert check(vraag, plan).geldig
    assert not plan.niet_geplaatst


@pytest.mark.parametrize(
    ("huidig", "fasen_", "minst"),
    [
        ("G1", "E:4|D:4", 1),  # G1 has no D
        ("G3", "D:4|E:4|D:4", 0),
        ("G1", "E:4|D:4|E:4", 1),  # once to the groep that has both, and stay
        (None, "E:4|D:4", 0),
        (None, "E:4|F:4", 1),
        (None, "E:4|K:4", 0),  # no groep for K: nothing is known
    ],
)
def test_wat_de_regels_hoe_dan_ook_vragen(huidig: str | None, fasen_: str, minst: int) -> None:
    groepen = [
        groep("G1"),
        groep("G2", intensiteiten=frozenset("F")),
        groep("G3", intensiteiten=frozenset("DE")),
    ]
    kind = jeugdige("J1", fasen_, huidige_groep=huidig)
    assert minste_verplaatsingen(probleem(groepen, [kind]), kind, huidig, fasen(fasen_)) == minst
