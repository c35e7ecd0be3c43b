"""The users' own files: other names, Dutch dates and decimals, Excel, places in the place of coordinates."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from knowledge.geo.kaart import Kaart
from matcher import read_folder
from matcher.cli import main
from matcher.invoer import GROEPKOLOMMEN, JEUGDIGEKOLOMMEN
from matcher.omzetten import waarden
from matcher.omzetten.kolommen import herken
from matcher.omzetten.omzetten import Omzetting, zet_om
from matcher.omzetten.tabellen import Tabel, lees_tabellen
from tests.matcher.bouw import schrijf, willekeurig_probleem

KAART = Kaart.ingebouwd(load_tender().gemeenten)
MAANDAG = date(2026, 1, 5)

GROEPEN = """Groep;Organisatie;Locatienaam;Vorm;Intensiteit;Bedden;Kleinschalig;Postcode;Open tot
G1;Verzonnen Zorg;Verzonnen Huis;Gezinshuis;D t/m E;3;ja;8011 AB;31-12-2026
G2;Verzonnen Zorg;Verzonnen Hoeve;Zorgboerderij met wonen;E;2;nee;8131;
"""
JEUGDIGEN = """Pseudoniem;Gemeente;Postcode;Huidige plek;Startdatum;Traject;Urgentie;Max afstand;Samen met
J1;Zwolle;8011;;1 maart 2026;E 26 weken, daarna D;hoog;12,5 km;J2
J2;Dalfsen;7721 XX;G2;;E;regulier;;
"""


def maak(
    tmp_path: Path, groepen: str = GROEPEN, jeugdigen: str = JEUGDIGEN, codering: str = "utf-8"
) -> list[Path]:
    paden = [tmp_path / "plekken.csv", tmp_path / "wachtlijst.csv"]
    paden[0].write_bytes(groepen.encode(codering))
    paden[1].write_bytes(jeugdigen.encode(codering))
    return paden


def omgezet(paden: list[Path]) -> Omzetting:
    herkend = [h for t in lees_tabellen(paden) if (h := herken(t)) is not None]
    return zet_om(herkend, KAART, MAANDAG, 52, "ijsselland")


def test_own_names_dates_and_places(tmp_path: Path) -> None:
    p = omgezet(maak(tmp_path)).probleem
    groep = p.groepen["G1"]
    assert (groep.woonvorm, groep.intensiteiten, groep.capaciteit, groep.kgw) == (
        "gezinshuis",
        {"D", "E"},
        3,
        True,
    )
    assert (groep.pc4, round(groep.lat, 1), groep.regio_km, groep.open_tot) == ("8011", 52.5, 0.0, 51)
    assert p.groepen["G2"].woonvorm == "zorgboerderij"
    wie = p.jeugdigen["J1"]
    assert [(f.intensiteit, f.weken) for f in wie.fasen] == [("E", 26), ("D", None)]
    assert (wie.start, wie.urgentie, wie.max_afstand_km, wie.samen_met) == (7, 2, 12.5, {"J2"})
    assert p.jeugdigen["J2"].huidige_groep == "G2"


def test_what_was_filled_in_is_told(tmp_path: Path) -> None:
    opmerkingen = " ".join(omgezet(maak(tmp_path)).opmerkingen)
    assert "De coördinaten van 4 rijen zijn" in opmerkingen or "4 rijen zijn opgezocht" in opmerkingen
    assert "afstand tot de regio is geschat" in opmerkingen


@pytest.mark.parametrize("codering", ["utf-8-sig", "cp1252"])
def test_usual_encodings_and_separators(tmp_path: Path, codering: str) -> None:
    komma = GROEPEN.replace("Verzonnen Zorg", "Verzonnen Zörg").replace(";", "\t")
    assert (
        omgezet(maak(tmp_path, komma, JEUGDIGEN, codering)).probleem.groepen["G1"].aanbieder
        == "Verzonnen Zörg"
    )


def test_a_workbook_with_a_title_above_the_table(tmp_path: Path) -> None:
    boek = Workbook()
    blad = boek.active
    assert blad is not None
    blad.title = "Groepen"
    blad.append(["Overzicht plekken"])
    for regel in GROEPEN.splitlines():
        blad.append(regel.split(";"))
    blad["I3"] = date(2026, 12, 31)
    ander = boek.create_sheet("Wachtlijst")
    for regel in JEUGDIGEN.splitlines():
        ander.append([int(c) if c == "8011" else c for c in regel.split(";")])
    boek.create_sheet("Leeg")
    pad = tmp_path / "regio.xlsx"
    boek.save(pad)
    assert omgezet([pad]).probleem == omgezet(maak(tmp_path)).probleem


def test_every_fault_is_told_at_once_at_its_own_place(tmp_path: Path) -> None:
    groepen = GROEPEN.replace("31-12-2026", "31-02-2026").replace("8131", "9999").replace("D t/m E", "Z")
    jeugdigen = JEUGDIGEN.replace("12,5 km", "ver").replace("hoog", "1 kat")
    with pytest.raises(InvoerFout) as fout:
        omgezet(maak(tmp_path, groepen, jeugdigen))
    regels = fout.value.fouten
    for verwacht in (
        "plekken.csv, rij 2, kolom Open tot: '31-02-2026' is geen bestaande datum.",
        "plekken.csv, rij 2, kolom Intensiteit: 'Z' kent intensiteit Z niet",
        "plekken.csv, rij 3: '9999' is niet bekend.",
        "wachtlijst.csv, rij 2, kolom Max afstand: 'ver' is geen getal.",
    ):
        assert any(r.startswith(verwacht) for r in regels), (verwacht, regels)


def test_faults_of_the_contract_are_told_at_the_users_rows(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout) as fout:
        omgezet(maak(tmp_path, jeugdigen=JEUGDIGEN.replace(";G2;", ";G9;").replace("hoog", "7")))
    assert any(r.startswith("wachtlijst.csv, rij 3, kolom huidige_groep") for r in fout.value.fouten)
    assert any(r.startswith("wachtlijst.csv, rij 2, kolom urgentie") for r in fout.value.fouten)


@pytest.mark.parametrize(
    ("kop", "grond"), [("Geslacht", "geslacht"), ("Geboortedatum", "leeftijd"), ("BSN", "het BSN"),
                       ("Achternaam", "de naam"), ("Diagnose", "gezondheid"), ("Nationaliteit", "afkomst")]
)  # fmt: skip
def test_forbidden_columns_are_refused(tmp_path: Path, kop: str, grond: str) -> None:
    regels = JEUGDIGEN.splitlines()
    jeugdigen = "\n".join([f"{regels[0]};{kop}", *(f"{r};x" for r in regels[1:])])
    with pytest.raises(InvoerFout, match=f"gegevens over {grond} mogen niet meewegen"):
        omgezet(maak(tmp_path, jeugdigen=jeugdigen))


def test_a_bsn_in_any_cell_is_refused_and_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout) as fout:
        omgezet(maak(tmp_path, jeugdigen=JEUGDIGEN.replace("J1;", "kind 111222333;")))
    assert any("BSN" in r for r in fout.value.fouten)
    assert not any("111222333" in r for r in fout.value.fouten)


def test_a_near_spelling_needs_consent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paden = [str(p) for p in maak(tmp_path, GROEPEN.replace("Organisatie", "Organisattie"))]
    uit = tmp_path / "uit"
    opties = ["import", *paden, "--out", str(uit), "--peildatum", "5-1-2026"]
    assert main(opties) == 2
    gezegd = capsys.readouterr()
    assert "? 'Organisattie' lezen we als aanbieder." in gezegd.out
    assert "--akkoord" in gezegd.err
    assert not uit.exists()
    assert main([*opties, "--akkoord"]) == 0
    assert read_folder(uit).groepen["G1"].aanbieder == "Verzonnen Zorg"


def test_a_phase_in_which_the_groep_closes_is_proposed_to_be_split(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    groepen = GROEPEN.replace("nee;8131;", "nee;8131;30-3-2026")
    paden = [str(p) for p in maak(tmp_path, groepen)]
    vast = tmp_path / "vastgelegd.csv"
    vast.write_text("Jeugdige;Fase;Groep;Vast\nJ2;1;G2;ja\n", encoding="utf-8")
    uit = tmp_path / "uit"
    opties = ["import", *paden, str(vast), "--out", str(uit), "--peildatum", "5-1-2026", "--akkoord"]
    assert main(opties) == 0
    assert "Splits de fase" in capsys.readouterr().out
    assert len(read_folder(uit).jeugdigen["J2"].fasen) == 1
    assert main([*opties, "--splits"]) == 0
    assert [f.weken for f in read_folder(uit).jeugdigen["J2"].fasen] == [12, None]
    assert read_folder(uit).vastleggingen[0].fase == 1


@pytest.mark.parametrize("zaad", range(12))
def test_files_in_the_contracts_form_stay_what_they_are(tmp_path: Path, zaad: int) -> None:
    geval = willekeurig_probleem(zaad)
    map_ = schrijf(tmp_path / "map", geval)
    paden = sorted(p for p in map_.iterdir() if p.suffix == ".csv")
    herkend = [h for t in lees_tabellen(paden) if (h := herken(t)) is not None]
    assert all(k.zeker for h in herkend for k in h.koppelingen)
    gewoon = read_folder(map_)
    nieuw = zet_om(herkend, KAART, gewoon.peildatum, gewoon.horizon, gewoon.regio).probleem
    assert nieuw.groepen == gewoon.groepen
    assert nieuw.jeugdigen == gewoon.jeugdigen
    assert nieuw.vastleggingen == gewoon.vastleggingen


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_dutch_dates(dag: date) -> None:
    for tekst in (f"{dag:%d-%m-%Y}", f"{dag.day}/{dag.month}/{dag.year}", dag.isoformat()):
        assert waarden.datum(tekst) == dag.isoformat()


@given(st.integers(0, 10**7))
def test_dutch_numbers(honderdsten: int) -> None:
    heel, rest = divmod(honderdsten, 100)
    met_punten = f"{heel:,}".replace(",", ".")
    assert float(waarden.kommagetal(f"{met_punten},{rest:02}")) == honderdsten / 100
    assert float(waarden.kommagetal(f"{heel}.{rest:02}")) == honderdsten / 100


@pytest.mark.parametrize(
    ("tekst", "fasen"),
    [("H:26|E:", "H:26|E:"), ("H 26 weken, daarna E", "H:26|E:"), ("E", "E:"), 
     ("GGZ C (12 weken)", "GGZ-C:12"), ("E 10; D", "E:10|D:"), ("intensiteit F 8 wk", "F:8")],
)  # fmt: skip
def test_phases(tekst: str, fasen: str) -> None:
    assert waarden.fasen(tekst) == fasen


@given(st.lists(st.sampled_from([*GROEPKOLOMMEN, *JEUGDIGEKOLOMMEN, "Opmerking", "", "x"]), max_size=20))
def test_any_header_is_recognised_or_not(kop: list[str]) -> None:
    gevonden = herken(Tabel("a.csv", "a", tuple(kop), ()))
    if gevonden:
        plekken = [k.plek for k in gevonden.koppelingen]
        assert len(set(plekken)) == len(plekken)


def test_a_file_that_is_no_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foto: Any = tmp_path / "foto.xlsx"
    foto.write_bytes(b"geen werkboek")
    assert main(["import", str(foto), str(tmp_path / "brief.pdf"), "--out", str(tmp_path / "uit")]) == 2
    fouten = capsys.readouterr().err.splitlines()
    assert fouten == [
        "foto.xlsx: is geen Excel-bestand dat te lezen is.",
        "brief.pdf: lees alleen CSV en Excel (xlsx) in.",
    ]
