"""The groups of providers of §5.6: each condition on both sides, and where one falls back to."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calculators.rekentool import lees_invoer
from knowledge.calculators.tariefgroepbepaling import TARIEFGROEPBEPALING
from knowledge.calculators.tariefgroepbepaling.invoer import TariefgroepbepalingInvoer, feiten_van
from knowledge.calculators.tariefgroepbepaling.voorwaarden import haalt, keten, terugval
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.catalogue import load_tender
from knowledge.catalogue.models import Norm, Vergelijking
from knowledge.errors import InvoerFout

TENDER = load_tender()
SYSTEEM = {
    "cao": ["jeugdzorg"], "intensiteiten": ["H"], "multidisciplinair_team": True, "tariefgroepen": [5],
    "omzet": 6_500_000,
}  # fmt: skip
GGZ1 = {"cao": ["ggz"], "tariefgroepen": [6], "omzet": 250_000, "behandelaren": 5}
GGZ2 = {**GGZ1, "intensiteiten": ["GGZ-C"], "jeugdigen_ggz": 10, "locaties": 1}
GGZ3 = {**GGZ2, "lta": True, "academische_functie": True, "wvggz": True}


def reken(perceel: int, gegevens: dict[str, Any], **rest: Any) -> Uitkomst:
    return TARIEFGROEPBEPALING.uit_gegevens(TENDER, {"perceel": perceel, **gegevens, **rest})


def ingedeeld(perceel: int, gegevens: dict[str, Any], **rest: Any) -> int | None:
    plaats: int | None = reken(perceel, gegevens, **rest).waarden["ingedeeld_in"]
    return plaats


@pytest.mark.parametrize(
    ("perceel", "gegevens"), [(1, {}), (2, SYSTEEM), (3, GGZ1), (4, {**GGZ2, "gegund": True}), (5, GGZ3)]
)
def test_who_meets_all_conditions_stays_where_it_bid(perceel: int, gegevens: dict[str, Any]) -> None:
    uitkomst = reken(perceel, gegevens)
    assert uitkomst.waarden["ingedeeld_in"] == perceel
    assert uitkomst.antwoord.startswith(f"U hoort bij perceel {perceel} ")


ONDER = [
    # perceel, what is met, the change, the sleutel that fails or None where it still holds, the place
    (2, SYSTEEM, {"cao": ["ggz"]}, "cao", 1),
    (2, SYSTEEM, {"cao": []}, "cao", 1),
    (2, SYSTEEM, {"cao": ["gehandicaptenzorg", "andere"]}, None, 2),
    (2, SYSTEEM, {"intensiteiten": ["C", "G"]}, "verblijf_vanaf_h", 1),
    (2, SYSTEEM, {"intensiteiten": ["GGZ-H"]}, "verblijf_vanaf_h", 1),
    (2, SYSTEEM, {"intensiteiten": ["C", "k"]}, None, 2),
    (2, SYSTEEM, {"multidisciplinair_team": False}, "multidisciplinair_team", 1),
    (2, SYSTEEM, {"tariefgroepen": [1, 2, 3, 4]}, "multidisciplinair_team", 1),
    (2, SYSTEEM, {"tariefgroepen": [6]}, None, 2),
    (2, SYSTEEM, {"omzet": "6.499.999,99"}, "omzet", 1),
    (2, SYSTEEM, {"omzet": None}, "omzet", 1),
    (3, GGZ1, {"cao": ["jeugdzorg"]}, "cao", 1),
    (3, GGZ1, {"tariefgroepen": [5]}, "tg6_tg7", 1),
    (3, GGZ1, {"tariefgroepen": [7]}, None, 3),
    (3, GGZ1, {"omzet": "249.999,99"}, "omzet", 1),
    (3, GGZ1, {"behandelaren": "4,99"}, "behandelaren", 1),
    (4, GGZ2, {"intensiteiten": ["K"]}, "ggz_verblijf", 3),
    (4, GGZ2, {"jeugdigen_ggz": 9}, "ggz_verblijf", 3),
    (4, GGZ2, {"locaties": 0}, "locatie", 3),
    (4, GGZ2, {"behandelaren": 4}, "behandelaren", 1),
    (5, GGZ3, {"behandelaren": 4}, "behandelaren", 1),
    (5, GGZ3, {"jeugdigen_ggz": 9}, "ggz_verblijf", 3),
]


@pytest.mark.parametrize(("perceel", "basis", "wijziging", "mist", "plaats"), ONDER)
def test_every_condition_is_asked(
    perceel: int, basis: dict[str, Any], wijziging: dict[str, Any], mist: str | None, plaats: int
) -> None:
    waarden = reken(perceel, basis | wijziging, gegund=False).waarden
    missed = {v["sleutel"] for v in waarden["voorwaarden"] if v["perceel"] == perceel and not v["voldaan"]}
    assert missed == ({mist} if mist else set())
    assert waarden["ingedeeld_in"] == plaats


@pytest.mark.parametrize("naam", ["lta", "academische_functie", "wvggz"])
def test_ggz_3_without_its_academic_part_is_looked_at_for_ggz_2(naam: str) -> None:
    zonder = GGZ3 | {naam: False}
    assert ingedeeld(5, zonder, gegund=True) == 4
    assert ingedeeld(5, zonder, gegund=False) == 3
    told = " ".join(reken(5, zonder).opmerkingen)
    assert "figuur 1" not in told and "schema" in told
    assert "zonder erop in te schrijven" in told


def test_while_the_award_is_open_both_ends_are_given() -> None:
    uitkomst = reken(4, GGZ2)
    assert uitkomst.waarden["ingedeeld_in"] is None
    assert (uitkomst.waarden["als_gegund"], uitkomst.waarden["als_niet_gegund"]) == (4, 3)
    assert "Wordt dat u gegund" in uitkomst.antwoord


def test_who_wants_no_other_perceel_is_placed_nowhere_else() -> None:
    assert ingedeeld(3, {}, alleen_dit_perceel=True) is None
    assert ingedeeld(4, GGZ2, gegund=False, alleen_dit_perceel=True) is None
    assert ingedeeld(3, GGZ1, alleen_dit_perceel=True) == 3


def test_perceel_1_is_for_who_fits_in_no_other_group() -> None:
    uitkomst = reken(1, SYSTEEM)
    assert uitkomst.waarden["ingedeeld_in"] == 2
    assert "vraag dat na" in " ".join(uitkomst.opmerkingen)
    assert ingedeeld(1, GGZ2) == 3  # perceel 4 has to be awarded
    assert ingedeeld(1, GGZ3) == 5
    assert ingedeeld(1, GGZ3, alleen_dit_perceel=True) is None
    beide = SYSTEEM | GGZ1 | {"cao": ["jeugdzorg", "ggz"], "tariefgroepen": [5, 6], "omzet": 7_000_000}
    assert ingedeeld(1, beide) is None
    assert "de percelen 2 en 3" in reken(1, beide).antwoord


def test_a_bid_that_falls_short_of_the_document_has_no_place() -> None:
    assert ingedeeld(1, {}, voldoet=False) is None
    assert ingedeeld(3, {}, voldoet=False) is None


def test_each_step_has_its_place_and_verdict() -> None:
    stappen = reken(4, GGZ2, gegund=False).stappen
    assert [s.uitkomst for s in stappen] == ["ja"] * 7 + ["nee", "ja"]
    assert {s.vindplaats for s in stappen} == {"§5.6", "§6.1"}
    assert stappen[2].berekening == "€ 250.000 (nodig: minstens € 250.000)"


def test_every_condition_of_the_catalogue_can_be_answered() -> None:
    feiten = feiten_van(TENDER, lees_invoer(TariefgroepbepalingInvoer, {"perceel": 1}))
    sleutels = {v.sleutel for p in TENDER.percelen for v in p.voorwaarden}
    assert sleutels - {"restgroep"} == set(feiten)


def test_order_of_the_percelen() -> None:
    assert [p.nummer for p in terugval(TENDER, 5)] == [5, 4, 3, 1]
    assert [p.nummer for p in terugval(TENDER, 2)] == [2, 1]
    assert [p.nummer for p in terugval(TENDER, 1)] == [1]
    assert [p.nummer for p in keten(TENDER, 5)] == [3, 4, 5]


@pytest.mark.parametrize(
    ("gegevens", "melding"),
    [
        ({"perceel": 6}, "Kies de percelen 1 t/m 5"),
        ({"perceel": 3, "cao": ["horeca"]}, "Cao, regel 1: kies uit"),
        ({"perceel": 3, "intensiteiten": ["Z"]}, "Intensiteit Z is niet bekend."),
        ({"perceel": 3, "tariefgroepen": [8]}, "Tariefgroep 8 is niet bekend."),
        ({"perceel": 3, "omzet": "veel"}, "Omzet uit de Jeugdwet: dit is geen getal."),
        ({"perceel": 3, "omzet": -1}, "Omzet uit de Jeugdwet: moet 0 of meer zijn."),
    ],
)
def test_bad_input_is_one_clear_line(gegevens: dict[str, Any], melding: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        TARIEFGROEPBEPALING.uit_gegevens(TENDER, gegevens)
    assert str(fout.value).startswith(melding)


@pytest.mark.parametrize(
    ("vergelijking", "onder", "gelijk", "boven"),
    [
        ("minstens", False, True, True), ("vanaf", False, True, True), ("meer dan", False, False, True),
        ("hoogstens", True, True, False), ("uiterlijk", True, True, False),
        ("minder dan", True, False, False), ("precies", False, True, False),
    ],
)  # fmt: skip
def test_a_norm_on_both_sides_of_its_bound(
    vergelijking: Vergelijking, onder: bool, gelijk: bool, boven: bool
) -> None:
    norm = Norm(grootheid="iets", vergelijking=vergelijking, waarde="6.0", eenheid="punt")
    assert [haalt(norm, Decimal(w)) for w in ("5.99", "6", "6.01")] == [onder, gelijk, boven]


feiten = st.fixed_dictionaries(
    {
        "cao": st.lists(st.sampled_from(["jeugdzorg", "gehandicaptenzorg", "ggz", "andere"]), max_size=3),
        "intensiteiten": st.lists(st.sampled_from(["C", "G", "H", "K", "GGZ-C", "GGZ-H"]), max_size=3),
        "tariefgroepen": st.lists(st.integers(1, 7), max_size=3),
        "multidisciplinair_team": st.booleans(),
        "omzet": st.sampled_from([None, 0, 249_999, 250_000, 6_499_999, 6_500_000, 10**8]),
        "behandelaren": st.sampled_from([None, "4,9", 5, 12]),
        "jeugdigen_ggz": st.sampled_from([None, 9, 10, 30]),
        "locaties": st.sampled_from([None, 0, 1]),
        "lta": st.booleans(),
        "academische_functie": st.booleans(),
        "wvggz": st.booleans(),
    }
)


@given(st.integers(1, 5), feiten, st.sampled_from([None, True, False]), st.booleans())
def test_the_place_is_one_that_fits(
    perceel: int, gegevens: dict[str, Any], gegund: bool | None, alleen: bool
) -> None:
    waarden = reken(perceel, gegevens, gegund=gegund, alleen_dit_perceel=alleen).waarden
    plaats, past_in = waarden["ingedeeld_in"], waarden["past_in"]
    assert plaats is None or plaats in past_in
    assert (waarden["als_gegund"] is None) or (waarden["als_gegund"] in past_in and gegund is None)
    if alleen:
        assert plaats in (None, perceel)
    if perceel in past_in and perceel != 4:
        assert plaats == perceel
    # Each GGZ group asks what the one before it asks.
    assert not (5 in past_in and 4 not in past_in) and not (4 in past_in and 3 not in past_in)
    # Only two kinds of provider at once, or an unknown award, leave a good bid without a place.
    if plaats is None and not alleen and waarden["als_gegund"] is None:
        assert {2, 3} <= set(past_in)


@given(st.integers(1, 5), feiten, feiten)
def test_offering_more_never_costs_a_group(
    perceel: int, gegevens: dict[str, Any], erbij: dict[str, Any]
) -> None:
    meer: dict[str, Any] = {}
    for naam, waarde in gegevens.items():
        ander = erbij[naam]
        if isinstance(waarde, list):
            meer[naam] = waarde + ander
        elif isinstance(waarde, bool):
            meer[naam] = waarde or ander
        else:
            known = [w for w in (waarde, ander) if w is not None]
            meer[naam] = max(known, key=lambda w: float(str(w).replace(",", ".")), default=None)
    voor = set(reken(perceel, gegevens).waarden["past_in"]) - {1}
    assert voor <= set(reken(perceel, meer).waarden["past_in"])
