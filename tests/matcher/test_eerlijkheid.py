"""The fairness report, that no forbidden ground can come in, and that waiting makes a child weigh heavier."""

import dataclasses
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import InvoerFout
from matcher import read_folder
from matcher.cli import main
from matcher.domein import STANDAARDGEWICHTEN, Groep, Jeugdige, Probleem, Vastlegging
from matcher.eerlijkheid import KENMERKEN, eerlijkheid, in_woorden
from matcher.gulzig import gulzig
from matcher.invoer import GROEPKOLOMMEN, JEUGDIGEKOLOMMEN, VASTKOLOMMEN
from matcher.privacy import verboden_grond
from matcher.wachttijd import (
    TREDEN,
    punten_gewacht,
    punten_overslaan,
    urgentie_nu,
    wachttijd_in_woorden,
)
from tests.matcher.bouw import groep, jeugdige, plan, probleem, schrijf, schrijf_csv


def test_telt_per_gemeente_wachten_afstand_en_wie_geen_plek_heeft() -> None:
    groepen = [groep("G1"), groep("G2", lat=52.6)]
    kinderen = [
        jeugdige("J1", huidige_groep="G1", gemeente="Zwolle"),
        jeugdige("J2", start=1, gemeente="Ommen", urgentie=1),
        jeugdige("J3", gemeente="Ommen", urgentie=2),
    ]
    verslag = eerlijkheid(
        probleem(groepen, kinderen), plan(("J1", 1, "G1", 0, 52), ("J2", 1, "G2", 4, 52), zonder=("J3",))
    )
    gemeenten = {d.naam: d for d in dict(verslag.per_kenmerk)["gemeente"]}
    ommen, zwolle = gemeenten["Ommen"], gemeenten["Zwolle"]
    assert (ommen.aantal, ommen.wachtenden, ommen.zonder_plek) == (2, 2, 1)
    assert (ommen.wachten_gemiddeld, ommen.wachten_hoogst) == (3, 3)
    assert ommen.km_gemiddeld == pytest.approx(11.12, abs=0.01)
    assert (zwolle.wachtenden, zwolle.wachten_gemiddeld, zwolle.km_gemiddeld) == (0, None, 0)
    assert (verslag.totaal.aantal, verslag.totaal.zonder_plek) == (3, 1)
    assert {d.naam for d in dict(verslag.per_kenmerk)["urgentie"]} == {
        "1 (crisis)",
        "2 (hoog)",
        "3 (regulier)",
    }


def _scheef(aantal_in_ommen: int) -> list[str]:
    """Children in Ommen wait ten weeks, the others none; enough beds."""
    kinderen = [jeugdige(f"J{n}", gemeente="Ommen" if n < aantal_in_ommen else "Zwolle") for n in range(30)]
    rijen = [(j.id, 1, "G1", 10 if j.gemeente == "Ommen" else 0, 52) for j in kinderen]
    return eerlijkheid(probleem([groep("G1", capaciteit=30)], kinderen), plan(*rijen)).opvallend()


def test_noemt_wat_opvalt_maar_niet_bij_kleine_aantallen() -> None:
    assert "gemeente Ommen: wacht langer dan gemiddeld." in _scheef(5)
    assert not any("Ommen" in tekst for tekst in _scheef(4))


def test_waarschuwt_bij_kleine_aantallen() -> None:
    tekst = "\n".join(
        in_woorden(eerlijkheid(probleem([groep()], [jeugdige()]), plan(("J1", 1, "G1", 0, 52))))
    )
    assert "Minder dan 5 kinderen" in tekst
    assert "* Zwolle" in tekst


def test_de_opdracht_toont_het_verslag(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vraag = probleem([groep()], [jeugdige()])
    map_ = schrijf(tmp_path / "map", vraag)
    (tmp_path / "plan.json").write_text(json.dumps(gulzig(vraag).to_json()), encoding="utf-8")
    assert main(["fairness", str(map_), str(tmp_path / "plan.json")]) == 0
    assert "Per gemeente" in capsys.readouterr().out
    assert main(["fairness", str(map_), str(tmp_path / "plan.json"), "--json"]) == 0
    uit = json.loads(capsys.readouterr().out)
    assert {"totaal", "per_gemeente", "per_urgentie", "per_intensiteit", "opvallend"} == set(uit)


# ---- eis 21: grounds that may play no part


@pytest.mark.parametrize("soort", [Jeugdige, Groep, Vastlegging, Probleem])
def test_geen_veld_van_het_domein_is_een_verboden_grond(soort: type) -> None:
    for veld in dataclasses.fields(soort):
        assert verboden_grond(veld.name, over_jeugdigen=True) is None, veld.name


def test_geen_kolom_en_geen_criterium_is_een_verboden_grond() -> None:
    for naam in (*JEUGDIGEKOLOMMEN, *GROEPKOLOMMEN, *VASTKOLOMMEN, *STANDAARDGEWICHTEN):
        assert verboden_grond(naam, over_jeugdigen=True) is None, naam
    assert all(verboden_grond(kenmerk, over_jeugdigen=True) is None for kenmerk, _ in KENMERKEN)


def test_een_jeugdige_heeft_alleen_velden_van_de_invoer() -> None:
    """A new field must be a column of the input, so it comes under the same refusal."""
    velden = {veld.name for veld in dataclasses.fields(Jeugdige)} - {"id"} | {"jeugdige_id"}
    assert velden == set(JEUGDIGEKOLOMMEN)


@pytest.mark.parametrize(
    "kolom", ["leeftijd", "geslacht", "afkomst", "geaardheid", "inkomen", "levensovertuiging", "gezondheid"]
)
def test_de_invoer_weigert_elke_grond_van_eis_21(tmp_path: Path, kolom: str) -> None:
    map_ = schrijf(tmp_path / "map", probleem([groep()], [jeugdige()]))
    regels = (map_ / "jeugdigen.csv").read_text(encoding="utf-8").splitlines()
    rij = dict(zip(JEUGDIGEKOLOMMEN, regels[1].split(";"), strict=True)) | {kolom: "x"}
    schrijf_csv(map_ / "jeugdigen.csv", (*JEUGDIGEKOLOMMEN, kolom), [rij])
    with pytest.raises(InvoerFout, match=kolom):
        read_folder(map_)


# ---- waiting weighs heavier by the week


@given(urgentie=st.integers(1, 3), weken=st.integers(0, 60))
def test_wie_langer_wacht_is_nooit_goedkoper_over_te_slaan(urgentie: int, weken: int) -> None:
    gewichten = STANDAARDGEWICHTEN
    assert punten_gewacht(gewichten, urgentie, weken + 1) > punten_gewacht(gewichten, urgentie, weken)
    assert punten_overslaan(gewichten, urgentie, weken + 1) >= punten_overslaan(gewichten, urgentie, weken)
    assert 1 <= urgentie_nu(urgentie, weken) <= urgentie


def test_na_elke_trede_telt_een_kind_als_dringender() -> None:
    assert [urgentie_nu(3, weken) for weken in (0, TREDEN[0] - 1, TREDEN[0], TREDEN[1] - 1, TREDEN[1])] == [
        3,
        3,
        2,
        2,
        1,
    ]
    assert [urgentie_nu(1, weken) for weken in (0, 30)] == [1, 1]


def test_zegt_hoe_lang_een_kind_wacht_en_wat_dat_weegt() -> None:
    tekst = wachttijd_in_woorden(STANDAARDGEWICHTEN, 3, 8)
    # six weeks at 20 points, then two at 40
    assert tekst.startswith("Wacht 8 weken: tot nu toe 200 punten. Nog een week kost 40 punten.")
    assert "urgentie 2 (hoog) in plaats van 3" in tekst
    assert "in plaats van" not in wachttijd_in_woorden(STANDAARDGEWICHTEN, 3, 1)
