"""`knowledge import` and `knowledge bronnen` as their user sees them."""

from pathlib import Path

import docx
import pytest

from knowledge.cli import main
from knowledge.sources import Bronnen

RULES = (
    "1 Inleiding\nDe regio Twente koopt hulp in voor kinderen die niet thuis kunnen wonen.\n"
    "2 Klachten\nDe aanbieder handelt een klacht binnen zes weken af en meldt de uitkomst aan de gemeente.\n"
)


@pytest.fixture(autouse=True)
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("THUISPLEK_DATA", str(tmp_path / "data"))


def write(tmp_path: Path, name: str, text: str = RULES) -> str:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / name)


def test_what_a_document_is_can_be_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, "stuk.txt")
    options = ["--regio", "Zeeland", "--jaar", "2030", "--soort", "verordening", "--wijzigt", "ander"]
    assert main(["import", file, *options]) == 0
    document = Bronnen.standaard().haal("stuk")
    assert (document.regio, document.jaar, document.soort, document.wijzigt) == (
        "Zeeland", 2030, "verordening", "ander",
    )  # fmt: skip
    out = capsys.readouterr()
    assert "verordening bij ander, Zeeland, 2030" in out.out
    assert "ander" in out.err and "nog niet" in out.err


def test_importing_again_replaces_in_any_format(tmp_path: Path) -> None:
    main(["import", write(tmp_path, "stuk.txt")])
    main(["import", write(tmp_path, "stuk.txt", RULES.replace("zes weken", "acht weken"))])
    document = docx.Document()
    document.add_heading("1 Klachten", 1)
    document.add_paragraph("De aanbieder handelt een klacht binnen tien weken af.")
    document.save(str(tmp_path / "stuk.docx"))
    main(["import", str(tmp_path / "stuk.docx")])
    (kept,) = Bronnen.standaard().alle()
    text = " ".join(p.tekst for p in kept.passages)
    assert kept.bestand == "stuk.docx" and "tien weken" in text
    assert "zes weken" not in text and "acht weken" not in text


def test_the_same_content_under_another_name_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", write(tmp_path, "eerste.txt")])
    assert capsys.readouterr().err == ""
    main(["import", write(tmp_path, "tweede.txt", RULES.replace("koopt hulp in", "koopt  hulp\nin"))])
    said = capsys.readouterr().err
    assert "tweede heeft dezelfde inhoud als eerste" in said and "--verwijder" in said
    main(["import", write(tmp_path, "derde.txt", "Een heel ander stuk over vervoer. " * 9)])
    assert capsys.readouterr().err == ""


def test_a_nota_finds_its_document_whatever_the_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nota = "Nota van inlichtingen 1 over Twente\n" + "".join(
        f"Vraag {n} (eis {n}): mag dat?\nAntwoord: ja, dat mag in de regio Twente.\n" for n in (1, 2, 3)
    )
    assert main(["import", write(tmp_path, "a-nota-van-inlichtingen.txt", nota)]) == 0
    assert "--wijzigt" in capsys.readouterr().err
    files = [tmp_path / "a-nota-van-inlichtingen.txt", Path(write(tmp_path, "b-inkoopdocument-2031.txt"))]
    assert main(["import", *map(str, files)]) == 0
    out = capsys.readouterr()
    assert out.err == "" and "nota van inlichtingen 1 bij b-inkoopdocument-2031" in out.out
    kept = Bronnen.standaard().haal("a-nota-van-inlichtingen")
    assert (kept.wijzigt, kept.jaar) == ("b-inkoopdocument-2031", 2031)


def test_sources_are_listed_and_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bronnen"]) == 0
    assert "nog geen bronnen" in capsys.readouterr().out
    main(["import", write(tmp_path, "inkoopdocument-twente-2031.txt")])
    capsys.readouterr()
    assert main(["bronnen"]) == 0
    assert "inkoopdocument, Twente, 2031" in capsys.readouterr().out
    assert main(["bronnen", "--verwijder", "inkoopdocument-twente-2031"]) == 0
    assert Bronnen.standaard().namen() == []
    assert main(["bronnen", "--verwijder", "weg"]) == 2


@pytest.mark.parametrize(
    "options", [["--jaar", "23"], ["--soort", "iets"], ["--bron", "a", "extra.txt"], ["--jaar", "x"]]
)
def test_bad_use_is_refused(tmp_path: Path, options: list[str]) -> None:
    file = write(tmp_path, "stuk.txt")
    try:
        code = main(["import", file, *options])
    except SystemExit as stop:
        code = int(stop.code or 0)
    assert code == 2
