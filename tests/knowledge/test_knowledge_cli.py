"""`knowledge eisen` and `knowledge tarief` as a user types them."""

import json
import re
from typing import Any

import pytest

from knowledge.cli import main


def uitvoer(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main(argv) == 0
    return capsys.readouterr().out


def als_json(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    return json.loads(uitvoer(capsys, *argv, "--json"))


def fout(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main(argv) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err


def test_all_eisen(capsys: pytest.CaptureFixture[str]) -> None:
    assert "121 van 121 eisen" in uitvoer(capsys, "eisen")
    assert len(als_json(capsys, "eisen")) == 121


def test_eisen_of_a_perceel(capsys: pytest.CaptureFixture[str]) -> None:
    ids = {e["id"] for e in als_json(capsys, "eisen", "--perceel", "9")}
    assert {"1", "66", "105", "109"} <= ids
    assert not ids & {"67", "88", "A"}


def test_eisen_of_a_vorm_include_those_on_wonen(capsys: pytest.CaptureFixture[str]) -> None:
    ids = {e["id"] for e in als_json(capsys, "eisen", "--perceel", "8", "--vorm", "gezinshuis")}
    assert {"96", "101"} <= ids
    assert not ids & {"98", "100", "103"}


def test_one_eis_with_its_norms(capsys: pytest.CaptureFixture[str]) -> None:
    assert "hoogstens 6 week" in uitvoer(capsys, "eisen", "--eis", "12")


@pytest.mark.parametrize(
    ("argv", "melding"),
    [
        (("eisen", "--perceel", "12"), "Perceel 12 bestaat niet. Kies uit 1, 2"),
        (("eisen", "--vorm", "tent"), "Vorm tent is niet bekend."),
        (("eisen", "--eis", "200"), "Eis 200 bestaat niet."),
        (("tarief", "--intensiteit", "Z"), "Niveau Z is niet bekend."),
        (("tarief", "--dagen", "3"), "--dagen hoort bij --intensiteit."),
        (("tarief", "--intensiteit", "E", "--dagen", "veel"), "--dagen: veel is geen getal."),
        (("tarief", "--groepsaanbod", "middel", "--uren", "-1"), "Het aantal (-1) moet groter zijn dan 0."),
    ],
)
def test_bad_use_gives_one_dutch_line(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], melding: str
) -> None:
    assert fout(capsys, *argv).startswith(melding)


@pytest.mark.parametrize("argv", [["--help"], ["tarief", "--help"], ["ask", "--help"]])
def test_help_is_dutch(capsys: pytest.CaptureFixture[str], argv: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(argv)
    told = capsys.readouterr().out
    assert stop.value.code == 0
    assert told.startswith("gebruik: knowledge") and "opties:\n" in told
    assert not re.search(r"usage:|options:|positional|show this help", told)


def test_a_tariff_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    text = uitvoer(capsys, "tarief", "--perceel", "2", "--tariefgroep", "5")
    assert "€ 1,96 per minuut (§8.5.1)" in text


def test_a_tariff_for_a_number_of_days(capsys: pytest.CaptureFixture[str]) -> None:
    text = uitvoer(capsys, "tarief", "--intensiteit", "E", "--dagen", "30")
    assert "€ 212,55 per etmaal (§9.7)" in text
    assert "30 etmalen kosten samen € 6.376,50." in text


def test_a_function_off_the_list_shows_the_match(capsys: pytest.CaptureFixture[str]) -> None:
    text = uitvoer(capsys, "tarief", "--functie", "gezinsbehandelaarster", "--perceel", "1")
    assert "staat niet in bijlage XII" in text
    assert "Gezinsbehandelaar: tariefgroep 3" in text
    found = als_json(capsys, "tarief", "--functie", "GZ-psycholoog", "--perceel", "3")
    assert found["functie"]["tariefgroep"] == 5
    assert found["tarieven"][0]["bedrag"] == 2.04


def test_without_a_choice_every_tariff_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(als_json(capsys, "tarief")["tarieven"]) == 35 + 4 + 2 + 17 + 4
