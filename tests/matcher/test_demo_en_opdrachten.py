"""The demo region, and the commands as a user runs them: exit codes, messages, whole files."""

import json
from pathlib import Path

import pytest

from matcher import check, read_folder, read_plan, solve
from matcher.cli import main
from matcher.demo import schrijf_demo
from matcher.solver.constructie import GeenPlanBestaat, plaats_bewoners
from matcher.solver.opties import bouw_opties
from tests.matcher.bouw import PEILDATUM, groep, jeugdige, probleem, schrijf


def inhoud(map_: Path) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in map_.iterdir()}


def test_demo_is_steeds_dezelfde_en_heeft_wat_een_regio_heeft(tmp_path: Path) -> None:
    for naam in ("een", "twee"):
        schrijf_demo(tmp_path / naam, PEILDATUM, seed=7)
    assert inhoud(tmp_path / "een") == inhoud(tmp_path / "twee")
    p = read_folder(tmp_path / "een")
    assert len(p.groepen) == 40
    assert len(p.jeugdigen) == 59
    assert p.paren_samen and p.paren_apart
    assert {v.vast for v in p.vastleggingen} == {True, False}
    assert any(g.roosteruren is not None for g in p.groepen.values())
    assert all("verzonnen" in g.aanbieder and "verzonnen" in g.locatie for g in p.groepen.values())


@pytest.mark.parametrize("zaad", range(25))
def test_bewoners_van_elke_demo_hebben_een_plek(tmp_path: Path, zaad: int) -> None:
    schrijf_demo(tmp_path, PEILDATUM, seed=zaad)
    opties = bouw_opties(read_folder(tmp_path))
    try:
        plaats_bewoners(opties, opties.kosten * 1.0, float("inf"), lambda: False, 1, 0)
    except GeenPlanBestaat:
        pytest.fail("the residents of this demo can't all be housed")


@pytest.mark.slow
def test_demo_heeft_een_kind_zonder_plek_met_reden(tmp_path: Path) -> None:
    schrijf_demo(tmp_path, PEILDATUM)
    p = read_folder(tmp_path)
    plan = solve(p, seconds=10, workers=2)
    assert check(p, plan).geldig
    redenen = {n.jeugdige_id: n.redenen for n in plan.niet_geplaatst}
    assert "K" in redenen["W20"][0] and "geen over" in redenen["W20"][0]


def test_solve_en_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    map_ = schrijf(tmp_path / "map", probleem([groep()], [jeugdige("J1"), jeugdige("J2")]))
    uit = tmp_path / "uit" / "plan.json"
    assert main(["solve", str(map_), "--out", str(uit), "--tijd", "5"]) == 0
    assert "bewezen het beste plan" in capsys.readouterr().out
    assert json.loads(uit.read_text(encoding="utf-8"))["kosten"] == 10000
    assert main(["check", str(map_), str(uit)]) == 0
    assert "Geen regel overtreden." in capsys.readouterr().out

    plan = read_plan(uit).to_json()
    plan["plaatsingen"][0]["week_tot"] = 40
    plan["kosten"] = 7
    uit.write_text(json.dumps(plan), encoding="utf-8")
    assert main(["check", str(map_), str(uit)]) == 1
    gezegd = capsys.readouterr().out
    assert "overtreding" in gezegd and "het plan zegt 7" in gezegd


def test_onmogelijk_plan_is_een_uitkomst_geen_fout(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    onmogelijk = probleem([groep()], [jeugdige(huidige_groep="G1", uitgesloten=frozenset({"G1"}))])
    uit = tmp_path / "plan.json"
    assert main(["solve", str(schrijf(tmp_path / "map", onmogelijk)), "--out", str(uit)]) == 0
    assert "geen plan mogelijk" in capsys.readouterr().out
    plan = json.loads(uit.read_text(encoding="utf-8"))
    assert (plan["status"], plan["plaatsingen"], plan["niet_geplaatst"]) == ("INFEASIBLE", [], [])


def test_slechte_invoer_geeft_2_en_geen_bestand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    map_ = schrijf(tmp_path / "map", probleem([groep()], [jeugdige()]))
    (map_ / "groepen.csv").write_text("", encoding="utf-8")
    uit = tmp_path / "plan.json"
    assert main(["solve", str(map_), "--out", str(uit)]) == 2
    assert "groepen.csv: het bestand is leeg." in capsys.readouterr().err
    assert not uit.exists()


@pytest.mark.parametrize(
    "tekst",
    [
        "{",
        "[]",
        "{}",
        '{"plaatsingen": [], "niet_geplaatst": [3]}',
        '{"plaatsingen": [{"jeugdige_id": "J1", "fase": "1"}], "niet_geplaatst": []}',
        '{"status": "GOED", "plaatsingen": [], "niet_geplaatst": []}',
    ],
)
def test_onleesbaar_plan_geeft_2(tmp_path: Path, capsys: pytest.CaptureFixture[str], tekst: str) -> None:
    map_ = schrijf(tmp_path / "map", probleem([groep()], [jeugdige()]))
    pad = tmp_path / "plan.json"
    pad.write_text(tekst, encoding="utf-8")
    assert main(["check", str(map_), str(pad)]) == 2
    assert "plan.json" in capsys.readouterr().err


@pytest.mark.parametrize("argumenten", [["solve", "x"], ["solve", "x", "--out", "y", "--tijd", "nooit"], []])
def test_verkeerd_gebruik_geeft_2(argumenten: list[str]) -> None:
    try:
        code = main(argumenten)
    except SystemExit as einde:
        code = int(str(einde.code))
    assert code == 2
