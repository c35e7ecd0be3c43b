"""`matcher explain`, `whatif` and `compare` as a user runs them."""

import json
from pathlib import Path

import pytest

from matcher.cli import main
from matcher.domein import Vastlegging
from tests.matcher.bouw import groep, jeugdige, probleem, schrijf


@pytest.fixture
def zaak(tmp_path: Path) -> tuple[str, str]:
    """A folder and its plan: J1 lives in G1, J2 has no place."""
    geval = probleem(
        [groep("G1"), groep("G2", kgw=False)],
        [jeugdige("J1", kgw_voorkeur=2), jeugdige("J2", "F:", urgentie=1)],
    )
    map_ = schrijf(tmp_path / "map", geval)
    plan = tmp_path / "plan.json"
    assert main(["solve", str(map_), "--out", str(plan), "--tijd", "5"]) == 0
    return str(map_), str(plan)


def test_explain(zaak: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["explain", *zaak, "--jeugdige", "J1", "--tijd", "3"]) == 0
    uit = capsys.readouterr().out
    assert "G1, week 0 tot 52" in uit
    assert "G2: kost het hele plan 120 punten meer" in uit
    assert main(["explain", *zaak, "--jeugdige", "J2", "--json", "--tijd", "3"]) == 0
    (wie,) = json.loads(capsys.readouterr().out)["jeugdigen"]
    assert [v["soort"] for v in wie["versoepelingen"]] == ["marge"]
    assert wie["versoepelingen"][0]["meerkosten"] < -29_000
    assert main(["explain", *zaak]) == 0
    assert "J2: geen plek." in capsys.readouterr().out


def test_explain_names_the_clash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wie = [jeugdige("J1", huidige_groep="G1"), jeugdige("J2", huidige_groep="G2")]
    groepen = [groep("G1"), groep("G2", intensiteiten=frozenset("K"))]
    geval = probleem(groepen, wie, vast=(Vastlegging("J2", 1, "G1", True),))
    map_ = schrijf(tmp_path / "map", geval)
    plan = tmp_path / "plan.json"
    assert main(["solve", str(map_), "--out", str(plan), "--tijd", "5"]) == 0
    capsys.readouterr()
    assert main(["explain", str(map_), str(plan), "--tijd", "3"]) == 0
    uit = capsys.readouterr().out
    assert "J2, fase 1, ligt vast op G1" in uit
    assert main(["explain", str(map_), str(plan), "--json", "--tijd", "3"]) == 0
    soorten = [e["soort"] for e in json.loads(capsys.readouterr().out)["botsing"]]
    assert soorten.count("vastgelegd") == 1


def test_whatif_and_compare(
    zaak: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ander = tmp_path / "ander.json"
    capsys.readouterr()
    assert main(["whatif", *zaak, "--vast", "J1:1:G2", "--out", str(ander), "--tijd", "3"]) == 0
    uit = capsys.readouterr().out
    assert "J1: fase 1 van G1 naar G2" in uit and "+120" in uit
    assert main(["compare", *zaak, str(ander), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["verschil"]["kgw"] == 120
    assert (
        main(["whatif", *zaak, "--sluit", "G2:0", "--bedden", "G1:1", "--gewicht", "kgw:5", "--tijd", "3"])
        == 0
    )
    assert "Er verandert niets." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        (["explain", "{map}", "{plan}", "--jeugdige", "J9"], "J9 staat niet in"),
        (["whatif", "{map}", "{plan}", "--vast", "J1-G2"], "schrijf J1-G2 als JEUGDIGE:FASE:GROEP"),
        (["whatif", "{map}", "{plan}", "--bedden", "G1"], "schrijf G1 als NAAM:GETAL"),
        (["whatif", "{map}", "{plan}", "--sluit", "G7:3"], "Er is geen groep G7."),
        (["explain", "{map}", "{map}/geen.json"], "kan dit bestand niet lezen"),
    ],
)
def test_bad_use(
    zaak: tuple[str, str], capsys: pytest.CaptureFixture[str], opties: list[str], melding: str
) -> None:
    map_, plan = zaak
    assert main([o.format(map=map_, plan=plan) for o in opties]) == 2
    assert melding in capsys.readouterr().err


def test_a_plan_of_other_input_is_refused(
    zaak: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ander = schrijf(tmp_path / "ander", probleem([groep("G5")], [jeugdige("J1")]))
    assert main(["explain", str(ander), zaak[1]]) == 2
    assert "past niet bij de invoer" in capsys.readouterr().err
