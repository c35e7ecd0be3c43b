"""The command from end to end, and the bids of the shared test material."""

import json
import time
import zipfile
from pathlib import Path

import pytest

from compliance.cli import main
from compliance.controle import check_bid
from compliance.demo import write_demo
from compliance.rapport import Rapport
from compliance.verslag import to_html
from tests.shared import SHARED, needs_shared


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    write_demo(folder)
    return folder


@pytest.fixture(scope="module")
def demo_rapport(demo: Path) -> Rapport:
    return check_bid([demo])


def test_demo_is_the_same_each_time(demo: Path, tmp_path: Path) -> None:
    time.sleep(1.1)  # a time of making in whole seconds would differ now
    write_demo(tmp_path)
    for pad in demo.iterdir():
        assert pad.read_bytes() == (tmp_path / pad.name).read_bytes(), pad.name


def test_report_of_the_demo(demo_rapport: Rapport) -> None:
    assert demo_rapport.inschrijver == "Stichting Verzonnen Haven"
    assert demo_rapport.percelen == (1, 8)
    assert set(demo_rapport.vormen) == {"gezinshuis", "wonen"}
    assert set(demo_rapport.intensiteiten) == {"D", "E"}
    assert len(demo_rapport.eisen) == 121
    assert len(demo_rapport.stukken) == 21
    assert demo_rapport.financieel.oordeel == "beoordelen"
    assert all(b.bestand for bevinding in demo_rapport.bevindingen for b in bevinding.bewijs)


def test_page_shows_what_the_report_says(demo_rapport: Rapport) -> None:
    html = to_html(demo_rapport)
    assert "<script" not in html
    assert "Stichting Verzonnen Haven" in html
    for bevinding in demo_rapport.bevindingen:
        assert bevinding.toelichting.split("§")[0].split("€")[0].strip()[:60] in html
    assert html.index("Knock-outs</h2>") < html.index("Samenvatting</h2>") < html.index("Stukken</h2>")


def test_page_keeps_markup_in_a_bid_harmless(demo_rapport: Rapport) -> None:
    html = to_html(demo_rapport.model_copy(update={"inschrijver": "<script>alert(1)</script>"}))
    assert "<script>" not in html


def test_check_writes_json_and_page(demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uit, pagina = tmp_path / "rapport.json", tmp_path / "rapport.html"
    assert (
        main(["check", str(demo), "--out", str(uit), "--html", str(pagina), "--peildatum", "2022-07-01"]) == 0
    )
    gelezen = json.loads(uit.read_text(encoding="utf-8"))
    assert Rapport.model_validate(gelezen).peildatum == "2022-07-01"
    status = {s["sleutel"]: s["status"] for s in gelezen["stukken"]}
    assert status["kvk_uittreksel"] == "aanwezig"  # not yet too old on that day
    assert pagina.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "Stichting Verzonnen Haven" in capsys.readouterr().out


def test_a_zip_gives_the_same_report(demo: Path, demo_rapport: Rapport, tmp_path: Path) -> None:
    pak = tmp_path / "inschrijving.zip"
    with zipfile.ZipFile(pak, "w") as zip_:
        for pad in demo.iterdir():
            zip_.write(pad, pad.name)
    assert check_bid([pak]) == demo_rapport


@pytest.mark.parametrize(
    ("opties", "woord"),
    [(["bestaat-niet"], "bestaat-niet"), (["."], "peildatum"), ([], "ontbreken")],
)
def test_bad_use_is_one_dutch_line(
    opties: list[str], woord: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = tmp_path / "rapport.json"
    extra = ["--peildatum", "morgen"] if opties == ["."] else []
    try:
        code = main(["check", *opties, "--out", str(uit), *extra])
    except SystemExit as einde:
        code = int(einde.code or 0)
    assert code == 2
    regels = capsys.readouterr().err.strip().splitlines()
    assert len(regels) == 1
    assert woord in regels[0]
    assert not uit.exists()


@needs_shared
@pytest.mark.slow
@pytest.mark.parametrize("naam", ["dev-1-ambulant-klein", "dev-2-systeemaanbieder", "dev-3-gezinshuis"])
def test_shared_bids(naam: str) -> None:
    folder = SHARED / "inschrijvingen" / naam
    verwacht = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    begin = time.monotonic()
    rapport = check_bid([folder / "stukken"])
    assert time.monotonic() - begin < 60
    assert sorted(rapport.percelen) == sorted(verwacht["percelen"])
    assert set(rapport.vormen) == set(verwacht["vormen"])
    assert set(rapport.intensiteiten) == set(verwacht["intensiteiten"])
    stukken = {s.sleutel: s.status for s in rapport.stukken}
    assert stukken == {sleutel: stuk["status"] for sleutel, stuk in verwacht["stukken"].items()}
    assert rapport.financieel.oordeel == verwacht["financieel"]["oordeel"]
    assert {b.soort for b in rapport.bevindingen} == {b["soort"] for b in verwacht["bevindingen"]}
