"""Reading a folder: what the contract allows is accepted, and every fault is named with its place."""

import json
from pathlib import Path

import pytest

from knowledge.errors import InvoerFout
from matcher import read_folder
from matcher.invoer import GROEPKOLOMMEN, JEUGDIGEKOLOMMEN
from tests.matcher.bouw import (
    fasen,
    groep,
    groeprij,
    jeugdige,
    jeugdigerij,
    probleem,
    schrijf,
    schrijf_csv,
)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return schrijf(tmp_path / "map", probleem([groep()], [jeugdige()]))


def fouten(map_: Path) -> tuple[str, ...]:
    with pytest.raises(InvoerFout) as gevangen:
        read_folder(map_)
    return gevangen.value.fouten


def zet_groep(map_: Path, **cellen: str) -> None:
    p = probleem([groep()], [])
    schrijf_csv(map_ / "groepen.csv", GROEPKOLOMMEN, [groeprij(p, groep()) | cellen])


def zet_jeugdige(map_: Path, **cellen: str) -> None:
    p = probleem([], [jeugdige()])
    schrijf_csv(map_ / "jeugdigen.csv", JEUGDIGEKOLOMMEN, [jeugdigerij(p, jeugdige()) | cellen])


def extra_kolom(map_: Path, bestand: str, kolom: str, waarde: str) -> None:
    pad = map_ / bestand
    kop, rij = pad.read_text(encoding="utf-8").splitlines()[:2]
    pad.write_text(f"{kop};{kolom}\n{rij};{waarde}\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("kolom", "waarde", "woorden"),
    [
        ("groep_id", "", "mag niet leeg"),
        ("groep_id", "G|1", "mag geen |"),
        ("locatie", "", "mag niet leeg"),
        ("woonvorm", "kasteel", "'kasteel' is onbekend"),
        ("intensiteiten", "E|Z", "'Z' is onbekend"),
        ("capaciteit", "twee", "geen geheel getal"),
        ("capaciteit", "-1", "0 of hoger"),
        ("capaciteit", "1.5", "geen geheel getal"),
        ("roosteruren_per_week", "33,25", "Schrijf een punt"),
        ("kgw", "2", "0 tot en met 1"),
        ("pc4", "8011AB", "postcode van vier cijfers"),
        ("lat", "", "mag niet leeg"),
        ("lat", "52,5", "Schrijf een punt"),
        ("lat", "nan", "geen getal"),
        ("lon", "361", "tot en met 180"),
        ("regio_km", "-3", "0 tot en met"),
        ("beschikbaar_van", "2026-02-30", "geen bestaande datum"),
        ("beschikbaar_tot", "1-2-2026", "JJJJ-MM-DD"),
    ],
)
def test_fout_in_groep_noemt_bestand_rij_en_kolom(map_: Path, kolom: str, waarde: str, woorden: str) -> None:
    zet_groep(map_, **{kolom: waarde})
    (fout,) = [f for f in fouten(map_) if "vastgelegd" not in f]
    assert fout.startswith(f"groepen.csv, rij 2, kolom {kolom}: ")
    assert woorden in fout


@pytest.mark.parametrize(
    ("kolom", "waarde", "woorden"),
    [
        ("jeugdige_id", "", "mag niet leeg"),
        ("huidige_groep", "G7", "'G7' staat niet in groepen.csv"),
        ("start", "", "mag niet leeg"),
        ("start", "vandaag", "geen bestaande datum"),
        ("fasen", "", "mag niet leeg"),
        ("fasen", "Q:3", "intensiteit 'Q' is onbekend"),
        ("fasen", "E:|F:3", "alleen de laatste fase"),
        ("fasen", "E:0", "geen aantal weken"),
        ("fasen", "E:-3", "geen aantal weken"),
        ("urgentie", "", "een lege cel telt als 0"),
        ("urgentie", "4", "1 tot en met 3"),
        ("kgw_voorkeur", "4", "0 tot en met 3"),
        ("intensiteit_marge", "3", "0 tot en met 2"),
        ("machtiging_gesloten", "ja", "geen geheel getal"),
        ("max_afstand_km", "ver", "geen getal"),
        ("buiten_regio", "2", "0 tot en met 1"),
    ],
)
def test_fout_in_jeugdige_noemt_bestand_rij_en_kolom(
    map_: Path, kolom: str, waarde: str, woorden: str
) -> None:
    zet_jeugdige(map_, **{kolom: waarde})
    (fout,) = fouten(map_)
    assert fout.startswith(f"jeugdigen.csv, rij 2, kolom {kolom}: ")
    assert woorden in fout


def test_alle_fouten_komen_tegelijk(map_: Path) -> None:
    zet_groep(map_, woonvorm="kasteel", capaciteit="x")
    zet_jeugdige(map_, urgentie="9")
    (map_ / "vastgelegd.csv").write_text("jeugdige_id;fase;groep_id;vast\nJ8;0;G8;3\n", encoding="utf-8")
    gevonden = fouten(map_)
    assert len(gevonden) == 7
    assert {f.split(",")[0] for f in gevonden} == {"groepen.csv", "jeugdigen.csv", "vastgelegd.csv"}


def test_ontbrekende_kolom(map_: Path) -> None:
    pad = map_ / "jeugdigen.csv"
    pad.write_text(pad.read_text(encoding="utf-8").replace(";urgentie;", ";"), encoding="utf-8")
    assert fouten(map_) == ("jeugdigen.csv, rij 1: de kolom urgentie ontbreekt.",)


def test_dubbele_sleutel(map_: Path) -> None:
    pad = map_ / "groepen.csv"
    regels = pad.read_text(encoding="utf-8").splitlines()
    pad.write_text("\n".join([*regels, regels[1]]), encoding="utf-8")
    assert fouten(map_) == ("groepen.csv, rij 3, kolom groep_id: 'G1' komt meer dan een keer voor.",)


def test_verkeerde_scheiding(map_: Path) -> None:
    pad = map_ / "groepen.csv"
    pad.write_text(pad.read_text(encoding="utf-8").replace(";", ","), encoding="utf-8")
    assert any("puntkomma" in f for f in fouten(map_))


def test_leeg_bestand_en_ontbrekend_bestand(map_: Path) -> None:
    (map_ / "groepen.csv").write_text("", encoding="utf-8")
    (map_ / "jeugdigen.csv").unlink()
    assert fouten(map_) == (
        "groepen.csv: het bestand is leeg.",
        "jeugdigen.csv: dit bestand ontbreekt in de map.",
    )


def test_geen_utf8_noemt_de_rij(map_: Path) -> None:
    pad = map_ / "jeugdigen.csv"
    pad.write_bytes(pad.read_bytes().replace(b"Zwolle", b"Zw\xf6lle"))
    assert fouten(map_)[0].startswith("jeugdigen.csv, rij 2: is geen tekst in UTF-8")


def test_los_aanhalingsteken_en_te_veel_cellen(map_: Path) -> None:
    pad = map_ / "jeugdigen.csv"
    kop, rij = pad.read_text(encoding="utf-8").splitlines()
    pad.write_text(f'{kop}\n{rij};extra\n"{rij}\n', encoding="utf-8")
    gevonden = fouten(map_)
    assert "rij 2: heeft 20 cellen" in gevonden[0]
    assert "rij 3" in gevonden[1] and "aanhalingsteken" in gevonden[1]


@pytest.mark.parametrize(
    ("anders", "woorden"),
    [
        ({"peildatum": "5 januari"}, "peildatum"),
        ({"horizon_weken": 0}, "horizon_weken"),
        ({"horizon_weken": "52"}, "horizon_weken"),
        ({"gewichten": {"geluk": 3}}, "gewicht 'geluk' is onbekend"),
        ({"gewichten": {"kgw": -1}}, "gewicht kgw"),
        ({"gewichten": {"kgw": 1.5}}, "gewicht kgw"),
        ({"gewichten": [1]}, "gewichten moet een object zijn"),
    ],
)
def test_fout_in_instellingen(map_: Path, anders: dict[str, object], woorden: str) -> None:
    pad = map_ / "instellingen.json"
    pad.write_text(json.dumps(json.loads(pad.read_text(encoding="utf-8")) | anders), encoding="utf-8")
    (fout,) = fouten(map_)
    assert fout.startswith("instellingen.json: ") and woorden in fout


def test_kapotte_json(map_: Path) -> None:
    (map_ / "instellingen.json").write_text("{", encoding="utf-8")
    assert fouten(map_)[0] == "instellingen.json: is geen geldige JSON."


def test_map_bestaat_niet(tmp_path: Path) -> None:
    assert "bestaat niet" in fouten(tmp_path / "nergens")[0]


@pytest.mark.parametrize("kolom", ["naam", "Voornaam", "BSN", "geslacht", "geboortedatum", "nationaliteit"])
def test_kolom_op_verboden_grond_wordt_geweigerd(map_: Path, kolom: str) -> None:
    extra_kolom(map_, "jeugdigen.csv", kolom, "x")
    (fout,) = fouten(map_)
    assert kolom in fout and "eis 21" in fout


def test_een_groep_mag_een_naam_hebben_en_onbekende_kolommen_storen_niet(map_: Path) -> None:
    extra_kolom(map_, "groepen.csv", "naam", "Huize Appelvink")
    extra_kolom(map_, "jeugdigen.csv", "opmerking", "belt op maandag")
    assert set(read_folder(map_).groepen) == {"G1"}


@pytest.mark.parametrize("kolom", ["jeugdige_id", "gemeente", "samen_met", "vereist"])
def test_bsn_in_een_cel_wordt_geweigerd_en_niet_herhaald(map_: Path, kolom: str) -> None:
    zet_jeugdige(map_, **{kolom: "123456782"})
    gevonden = fouten(map_)
    assert any(f.startswith(f"jeugdigen.csv, rij 2, kolom {kolom}: lijkt een BSN") for f in gevonden)
    assert not any("123456782" in f for f in gevonden)


def test_bsn_in_een_onbekende_kolom_wordt_geweigerd(map_: Path) -> None:
    extra_kolom(map_, "jeugdigen.csv", "opmerking", "zie 1234.56.782")
    assert "lijkt een BSN" in fouten(map_)[0]


def test_wat_de_afspraak_toelaat(tmp_path: Path) -> None:
    """Empty numbers are 0, lists are none, a resident's start is not read, a date before week 0 is week 0."""
    map_ = schrijf(tmp_path / "map", probleem([groep()], [jeugdige()]))
    zet_groep(
        map_,
        capaciteit="",
        kgw="",
        regio_km="",
        pc4="",
        roosteruren_per_week="0",
        beschikbaar_van="2025-01-01",
    )
    zet_jeugdige(
        map_,
        huidige_groep="G1",
        start="ooit",
        fasen=" E:3 | F ",
        kgw_voorkeur="",
        intensiteit_marge="",
        max_afstand_km="0",
        voorkeur=" G1 | | A-G1 ",
    )
    (map_ / "vastgelegd.csv").unlink()
    gelezen = read_folder(map_)
    g, j = gelezen.groepen["G1"], gelezen.jeugdigen["J1"]
    assert (g.capaciteit, g.kgw, g.regio_km, g.roosteruren, g.open_van) == (0, False, 0.0, 0, 0)
    assert (j.start, j.kgw_voorkeur, j.max_afstand_km) == (0, 0, 0.0)
    assert j.fasen == fasen("E:3|F:")
    assert j.voorkeur == {"G1", "A-G1"}


def test_byte_order_mark_en_lege_regels(map_: Path) -> None:
    pad = map_ / "groepen.csv"
    tekst = pad.read_text(encoding="utf-8") + "\n" + ";" * (len(GROEPKOLOMMEN) - 1) + "\n\n"
    pad.write_bytes(b"\xef\xbb\xbf" + tekst.replace("\n", "\r\n").encode())
    assert set(read_folder(map_).groepen) == {"G1"}


def test_week_van_een_datum_rondt_naar_beneden(map_: Path) -> None:
    zet_jeugdige(map_, start="2026-01-18")
    assert read_folder(map_).jeugdigen["J1"].start == 1
    zet_jeugdige(map_, start="2026-01-19")
    assert read_folder(map_).jeugdigen["J1"].start == 2
    zet_jeugdige(map_, start="2025-12-01")
    assert read_folder(map_).jeugdigen["J1"].start == 0
