"""Every rekentool as a subcommand of `knowledge`: options, rows, files, and errors in one Dutch line."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from knowledge.calculators.command.opties import optie
from knowledge.calculators.percelen import PERCELEN
from knowledge.calculators.register import REKENTOOLS
from knowledge.calculators.score import SCORE
from knowledge.calculators.velden import velden
from knowledge.cli import main
from tests.shared import ROOT


def uitvoer(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main(argv) == 0
    return capsys.readouterr().out


def waarden(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    return json.loads(uitvoer(capsys, *argv, "--json"))["waarden"]


def fouten(capsys: pytest.CaptureFixture[str], *argv: str) -> list[str]:
    try:
        assert main(argv) == 2
    except SystemExit as stop:  # an option that argparse itself refuses
        assert stop.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.splitlines()


def test_a_choice_of_percelen(capsys: pytest.CaptureFixture[str]) -> None:
    text = uitvoer(capsys, "percelen", "--perceel", "1", "--perceel", "8", "--vorm", "gezinshuis")
    assert text.startswith("U mag de percelen 1 en 8 samen kiezen.")
    assert uitvoer(capsys, "percelen", "--percelen", "1, 8", "--vormen", "gezinshuis") == text
    assert "Deze combinatie mag niet." in uitvoer(capsys, "percelen", "--percelen", "1,3")


def test_dutch_numbers_and_yes_or_no(capsys: pytest.CaptureFixture[str]) -> None:
    said = "tariefgroepbepaling --perceel 2 --cao jeugdzorg --intensiteit H,I --tariefgroep 5"
    base = (*said.split(), "--omzet", "6.500.000,00")
    for team, expected in (((), 1), (("ja",), 2), (("nee",), 1), (("Ja",), 2)):
        option = ("--multidisciplinair-team", *team) if team else ()
        assert waarden(capsys, *base, *option)["ingedeeld_in"] == expected
    # The option by itself is a yes.
    assert waarden(capsys, *base, "--multidisciplinair-team")["ingedeeld_in"] == 2


def test_rows_by_name_or_title(capsys: pytest.CaptureFixture[str]) -> None:
    got = waarden(
        capsys, "score", "--perceel", "4",
        "--inschrijver", "naam=A;normaliseren=8;afschalen=6;doelgroepen=6;kleinschaligheid=6",
        "--inschrijver", "Naam = B; Plan van aanpak = 4",
        "--plek", "inschrijver=A; plekken=10; afstand=7,5",
    )  # fmt: skip
    assert [(u["naam"], u["eindcijfer"]) for u in got["uitslag"]] == [("A", 7.4), ("B", None)]


def test_a_file_with_options_that_go_first(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "invoer.json"
    file.write_text(json.dumps({"percelen": [1, 3], "gemeente": "Zwolle"}), encoding="utf-8")
    assert not waarden(capsys, "percelen", "--invoer", str(file))["toegestaan"]
    assert waarden(capsys, "percelen", "--invoer", str(file), "--percelen", "3")["toegestaan"]


@pytest.mark.parametrize("tool", REKENTOOLS, ids=lambda t: t.sleutel)
def test_every_rekentool_is_a_command_that_runs_its_example(
    tool: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "voorbeeld.json"
    file.write_text(uitvoer(capsys, tool.sleutel, "--voorbeeld"), encoding="utf-8")
    data = json.loads(uitvoer(capsys, tool.sleutel, "--invoer", str(file), "--json"))
    assert data["rekentool"] == tool.sleutel
    assert data["antwoord"] in uitvoer(capsys, tool.sleutel.replace("_", "-"), "--invoer", str(file))


@pytest.mark.parametrize("tool", [PERCELEN, SCORE], ids=lambda t: t.sleutel)
def test_the_workbook_of_an_outcome_gives_the_same_outcome(
    tool: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    voorbeeld, boek = tmp_path / "voorbeeld.json", tmp_path / "boek.xlsx"
    voorbeeld.write_text(json.dumps(dict(tool.voorbeeld)), encoding="utf-8")
    eerst = waarden(capsys, tool.sleutel, "--invoer", str(voorbeeld), "--uit", str(boek))
    assert waarden(capsys, tool.sleutel, "--invoer", str(boek)) == eerst


def test_an_empty_workbook(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    boek = tmp_path / "leeg.xlsx"
    assert "leeg.xlsx" in uitvoer(capsys, "percelen", "--leeg", str(boek))
    assert boek.stat().st_size > 1000
    (line,) = fouten(capsys, "percelen", "--invoer", str(boek))
    assert line.startswith("leeg.xlsx, blad ") and "Percelen: vul dit in." in line


@pytest.mark.parametrize("tool", REKENTOOLS, ids=lambda t: t.sleutel)
def test_every_field_is_an_option_with_its_help(tool: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([tool.sleutel, "--help"])
    assert stop.value.code == 0
    told = " ".join(capsys.readouterr().out.split())
    assert all(optie(v.naam) in told for v in velden(tool.invoer))
    assert all(v.titel.split()[0] in told for v in velden(tool.invoer))
    assert tool.uitleg.split()[0] in told


@pytest.mark.parametrize(
    ("argv", "melding"),
    [
        ("percelen", "Percelen: vul dit in. (--percelen)"),
        ("percelen --perceel een", "Percelen, regel 1: dit is geen heel getal. (--percelen)"),
        ("percelen --perceel 1 --vorm tent", "Vorm tent is niet bekend."),
        (
            "tariefgroepbepaling --perceel 3 --omzet veel",
            "Omzet uit de Jeugdwet: dit is geen getal. (--omzet)",
        ),
        ("tariefgroepbepaling --perceel 3 --wvggz soms", "Wvggz: kies ja of nee. (--wvggz)"),
        ("score --perceel 4 --inschrijver naam=A;x=8", '--inschrijvers: schrijf "kolom=waarde;'),
        ("score --perceel 4 --inschrijver A", '--inschrijvers: schrijf "kolom=waarde;'),
        (
            "score --perceel 4 --inschrijver naam=A;normaliseren=12",
            "Inschrijvers, regel 1, Plan van aanpak: mag hoogstens 10 zijn. (--inschrijvers)",
        ),
        ("percelen --invoer er-is-niets.json", "er-is-niets.json: dit bestand is er niet."),
        ("percelen --invoer er-is-niets.xlsx", "er-is-niets.xlsx: dit bestand is er niet."),
        ("percelen --leeg boek.pdf", "boek.pdf: kies een naam die eindigt op .xlsx."),
        ("percelen --perceel 1 --uit boek.txt", "boek.txt: kies een naam die eindigt op .xlsx."),
        ("percelen --onzin 1", "knowledge: onbekende opties: --onzin 1"),
    ],
)
def test_bad_use_gives_one_dutch_line(capsys: pytest.CaptureFixture[str], argv: str, melding: str) -> None:
    (line,) = fouten(capsys, *argv.split())
    assert line.startswith(melding)


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b'{"percelen": [1],\n oeps}', ", regel 2: dit is geen geldige JSON."),
        (b"[1, 2]", ": hier horen velden te staan"),
        (b"\xff\xfe\x00", ": dit is geen tekst."),
        (b'{"perceel": 1, "percelen": [1]}', "perceel: dit veld bestaat niet."),
    ],
)
def test_a_file_that_is_wrong_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, inhoud: bytes, melding: str
) -> None:
    file = tmp_path / "invoer.json"
    file.write_bytes(inhoud)
    (line,) = fouten(capsys, "percelen", "--invoer", str(file))
    assert melding in line
    assert line.startswith(str(file)) or "dit veld bestaat niet" in line


@pytest.mark.slow
def test_the_command_as_a_program() -> None:
    """Exit code and streams as a user's shell sees them."""

    def run(*argv: str) -> "subprocess.CompletedProcess[str]":
        code = "import sys; from knowledge.cli import main; sys.exit(main())"
        return subprocess.run(
            [sys.executable, "-c", code, *argv], capture_output=True, text=True, cwd=ROOT, timeout=60
        )

    good = run("percelen", "--percelen", "6,8", "--json")
    assert good.returncode == 0 and json.loads(good.stdout)["waarden"]["toegestaan"]
    bad = run("percelen", "--percelen", "99")
    assert (bad.returncode, bad.stdout) == (2, "")
    assert bad.stderr.startswith("Perceel 99 is niet bekend.") and bad.stderr.count("\n") == 1
