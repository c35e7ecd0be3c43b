"""`knowledge import` and `knowledge ask` on the command line."""

import json
from pathlib import Path

import pytest

from knowledge.cli import main


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THUISPLEK_DATA", str(tmp_path / "data"))


def test_import_then_ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "meerland.txt"
    file.write_text("Meerland\nIn Meerland duurt het contract zeven jaar voor elke aanbieder.\n")
    assert main(["import", str(file), "--bron", "meerland-2020"]) == 0
    assert "1 passages" in capsys.readouterr().out
    assert main(["ask", "Hoe lang duurt het contract in Meerland?", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["beantwoord"] and answer["citaten"][0]["bron"] == "meerland-2020"


def test_ask_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "Wat kost MST?"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Multi") and "21.572" in out and "Bronnen:" in out


def test_a_conversation_keeps_its_subject(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["Wat is het tarief van TG5 in perceel 2?", "en TG6?", ""])
    monkeypatch.setattr("builtins.input", lambda _: next(typed))
    assert main(["ask", "--gesprek"]) == 0
    out = capsys.readouterr().out
    assert "1,96" in out and "2,32" in out
    assert "(Gelezen als: Wat is het tarief van TG6 in perceel 2?)" in out
    assert "(rekentool kosten)" in out


def test_batch_keeps_the_ids(tmp_path: Path) -> None:
    questions = tmp_path / "vragen.jsonl"
    questions.write_text(
        '{"id": "a", "vraag": "Wat kost MST?"}\n\n{"id": "b", "vraag": "Geldt eis 36 nog?"}\n'
    )
    out = tmp_path / "antwoorden.jsonl"
    assert main(["ask", "--batch", str(questions), "--out", str(out)]) == 0
    assert [json.loads(line)["id"] for line in out.read_text().splitlines()] == ["a", "b"]


def test_batch_reads_a_follow_up_with_its_conversation(tmp_path: Path) -> None:
    questions, out = tmp_path / "vragen.jsonl", tmp_path / "antwoorden.jsonl"
    questions.write_text('{"id": "a", "vraag": "En ZIT?", "gesprek": ["Wat kost MST?"]}\n')
    assert main(["ask", "--batch", str(questions), "--out", str(out)]) == 0
    answer = json.loads(out.read_text())
    assert answer["gelezen_als"] == "Wat kost ZIT?" and "11.789" in answer["kort"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"id": "a"}\n', "regel 1, veld vraag"),
        ('{"id": "a", "vraag": "x"}\nonzin\n', "regel 2"),
        ("[1]\n", "regel 1"),
        ('{"id": "a", "vraag": "x", "gesprek": "y"}\n', "regel 1, veld gesprek"),
    ],
)
def test_a_bad_batch_names_the_line_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, says: str
) -> None:
    questions, out = tmp_path / "vragen.jsonl", tmp_path / "antwoorden.jsonl"
    questions.write_text(content)
    assert main(["ask", "--batch", str(questions), "--out", str(out)]) == 2
    assert says in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    "argv",
    [
        ["ask"],
        ["ask", "x", "--batch", "y"],
        ["ask", "--batch", "y"],
        ["ask", "--gesprek", "--json"],
        ["import", "weg.txt"],
        ["import"],
    ],
)
def test_bad_use_exits_with_two(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(argv)
    except SystemExit as stop:
        code = int(stop.code or 0)
    assert code == 2
    assert capsys.readouterr().err.strip()
