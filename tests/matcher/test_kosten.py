"""What each criterion costs, on single cases worked out by hand."""

from typing import Any

import pytest

from matcher import Jeugdige, Probleem
from matcher.kosten import afstandspunten, kosten_per_criterium
from matcher.plan import Plaatsing
from tests.matcher.bouw import groep, jeugdige, probleem


def kosten(p: Probleem, *rijen: tuple[str, int, str, int, int]) -> dict[str, int]:
    per_kind: dict[str, list[Plaatsing]] = {}
    for rij in rijen:
        per_kind.setdefault(rij[0], []).append(Plaatsing(*rij))
    return {criterium: punten for criterium, punten in kosten_per_criterium(p, per_kind).items() if punten}


@pytest.mark.parametrize(
    ("km", "punten"),
    [(0, 0), (0.9, 0), (1, 1), (14.9, 7), (15, 8), (15.1, 8), (16, 12), (20, 30), (48.88, 160)],
)
def test_afstand_knikt_bij_15_km(km: float, punten: int) -> None:
    assert afstandspunten(km) == punten


@pytest.mark.parametrize(("urgentie", "punten"), [(1, 30000), (2, 20000), (3, 10000)])
def test_niet_geplaatst_naar_urgentie(urgentie: int, punten: int) -> None:
    assert kosten(probleem([groep()], [jeugdige(urgentie=urgentie)])) == {"niet_geplaatst": punten}


def test_wachten_naar_urgentie() -> None:
    p = probleem([groep()], [jeugdige(urgentie=2, start=3)])
    assert kosten(p, ("J1", 1, "G1", 7, 52)) == {"wachten": 160}


def test_verplaatsing_heel_half_en_uit_de_huidige_groep() -> None:
    groepen = [groep("G1", locatie="L"), groep("G2", locatie="L"), groep("G3")]
    p = probleem(groepen, [jeugdige("J1", "E:4|E:4|E:", huidige_groep="G3")], verplaatsing=401)
    rijen = [("J1", 1, "G1", 0, 4), ("J1", 2, "G2", 4, 8), ("J1", 3, "G2", 8, 52)]
    assert kosten(p, *rijen) == {"verplaatsing": 401 + 200}


def test_kgw_voorkeur_en_intensiteit_per_fase() -> None:
    g = groep(kgw=False, intensiteiten=frozenset("CE"))
    j = jeugdige("J1", "D:4|E:", kgw_voorkeur=2, intensiteit_marge=1, voorkeur=frozenset({"P"}))
    p = probleem([g], [j])
    assert kosten(p, ("J1", 1, "G1", 0, 4), ("J1", 2, "G1", 4, 52)) == {
        "kgw": 240,
        "intensiteit": 150,
        "voorkeur": 100,
    }


def test_intensiteit_niet_voor_fase_1_van_een_bewoner_in_zijn_groep() -> None:
    j = jeugdige("J1", "E:4|E:", huidige_groep="G1")
    p = probleem([groep(intensiteiten=frozenset("F"))], [j])
    assert kosten(p, ("J1", 1, "G1", 0, 4), ("J1", 2, "G1", 4, 52)) == {"intensiteit": 150}


@pytest.mark.parametrize("voorkeur", ["G1", "A-G1"])
def test_voorkeur_voor_groep_of_aanbieder(voorkeur: str) -> None:
    p = probleem([groep()], [jeugdige(voorkeur=frozenset({voorkeur}))])
    assert kosten(p, ("J1", 1, "G1", 0, 52)) == {}


def test_kosten_in_euro_naar_geleverde_intensiteit() -> None:
    p = probleem([groep(intensiteiten=frozenset("D"))], [jeugdige(intensiteit_marge=1)], kosten_euro=2)
    assert kosten(p, ("J1", 1, "G1", 0, 3)) == {"intensiteit": 150, "kosten_euro": 2 * 3651}


def _paar(**ander: Any) -> list[Jeugdige]:
    return [jeugdige("J1", "E:4|E:"), jeugdige("J2", "E:", samen_met=frozenset({"J1", "J9"}), **ander)]


def test_samen_telt_in_de_eerste_week_dat_beiden_een_plek_hebben() -> None:
    groepen = [groep("G1", capaciteit=2, locatie="L"), groep("G2", capaciteit=2, locatie="L")]
    p = probleem(groepen, _paar(), verplaatsing=0, wachten=0)
    een = [("J1", 1, "G1", 0, 4), ("J1", 2, "G2", 4, 52)]
    assert kosten(p, *een, ("J2", 1, "G1", 3, 52)) == {}
    assert kosten(p, *een, ("J2", 1, "G1", 4, 52)) == {"samen": 300}
    assert kosten(p, *een, ("J2", 1, "G2", 4, 52)) == {}
    assert kosten(p, *een) == {"niet_geplaatst": 10000}


def test_samen_kost_niets_als_de_een_al_weg_is() -> None:
    groepen = [groep("G1"), groep("G2")]
    kinderen = [jeugdige("J1", "E:4", samen_met=frozenset({"J2"})), jeugdige("J2", "E:")]
    p = probleem(groepen, kinderen, wachten=0)
    assert kosten(p, ("J1", 1, "G1", 0, 4), ("J2", 1, "G2", 4, 52)) == {}
    assert kosten(p, ("J1", 1, "G1", 0, 4), ("J2", 1, "G2", 3, 52)) == {"samen": 300}
