"""Rekentools in three layouts, and the rules on hours and occupancy (§8.5.3, §9.7)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.intensiteiten.berekening import banden, bereken
from knowledge.calculators.intensiteit.rekenblad import lees_rekentool
from knowledge.catalogue.load import load_tender
from tests.compliance.bod import lees

TENDER = load_tender()
VERBLIJF = [i for i in TENDER.intensiteiten if i.soort == "verblijf"]
GRADEN = {v.sleutel: float(v.bezettingsgraad) / 100 for v in TENDER.vormen if v.bezettingsgraad}


def _codes(rijen: tuple[Any, ...], *vormen: str) -> list[tuple[str, frozenset[str]]]:
    document = lees("rekentool.xlsx", (("Blad", rijen),))
    uit = []
    for groep in lees_rekentool(document):
        uitkomst = bereken(groep, frozenset(vormen), TENDER.intensiteiten, GRADEN)
        assert uitkomst is not None
        uit.append((groep.naam, uitkomst.codes))
    return uit


def test_a_group_a_column() -> None:
    rijen = (
        ("Naam groep", "Zon", "Maan"), ("Openingsuren per week", 32.5, 20), ("Groepsgrootte", 8, 8),
        ("Netto roosteruren groepsbegeleiders", 67.33, 42), ("Uren gedragswetenschapper", 0, 14),
        ("Totaal meegetelde uren", 67.33, 56),
    )  # fmt: skip
    assert _codes(rijen) == [("Zon", frozenset({"middel"})), ("Maan", frozenset({"middel"}))]


def test_a_group_a_row() -> None:
    rijen = (
        (
            "Woongroep",
            "Aantal plaatsen",
            "Bezettingsgraad",
            "Netto roosteruren groepsbegeleiders per week",
            "Intensiteit",
        ),
        ("De Eik", 8, 0.95, 220, "J"),
        ("De Berk", 6, 0.95, 100, "F"),
    )
    assert _codes(rijen, "wonen") == [("De Eik", frozenset({"J"})), ("De Berk", frozenset({"F"}))]


def test_a_group_a_block_with_days() -> None:
    dagen = ("ma", "di", "wo", "do", "vr", "za", "zo")
    rijen = (
        ("Behandelgroep De Wilg",), ("Dienst", *dagen, "totaal"), ("vroege dienst", *[8] * 7, 56),
        ("late dienst", *[16] * 7, 112),
        ("orthopedagoog", 4, 4, 4, 4, 4, 0, 0, 20), ("Netto roosteruren per week", 188),
        ("Groepsgrootte", 7), ("Bezettingsgraad", 0.95),
    )  # fmt: skip
    assert _codes(rijen, "behandelgroep") == [("Behandelgroep De Wilg", frozenset({"H"}))]  # 168, not 188


@pytest.mark.parametrize(("vormen", "code"), [(("driemilieu",), "J"), (("behandelgroep",), "H")])
def test_activities_count_only_in_a_driemilieuvoorziening(vormen: tuple[str, ...], code: str) -> None:
    rijen = (
        ("Naam groep", "X"),
        ("Groepsgrootte", 8),
        ("Bezettingsgraad", 0.95),
        ("Groepsbegeleiders uren", 186),
        ("Activiteitenbegeleiders uren", 44),
        ("Totaal uren", 230),
    )
    assert _codes(rijen, *vormen) == [("X", frozenset({code}))]


@pytest.mark.parametrize(("vorm", "code"), [("kdv", "D"), ("wonen", "C")])
def test_short_stay_may_reckon_with_ninety_percent(vorm: str, code: str) -> None:
    rijen = (
        ("Naam groep", "X"),
        ("Groepsgrootte", 10),
        ("Bezettingsgraad", 0.9),
        ("Groepsbegeleiders uren", 77),
    )
    assert _codes(rijen, vorm) == [("X", frozenset({code}))]


@given(st.floats(min_value=0.1, max_value=6.1))
def test_every_value_within_the_table_has_a_band(waarde: float) -> None:
    assert banden(waarde, VERBLIJF)


@given(st.floats(min_value=0.2, max_value=6.0), st.floats(min_value=0.02, max_value=3.0))
def test_more_hours_never_give_a_lower_intensity(waarde: float, meer: float) -> None:
    hoger = banden(min(waarde + meer, 6.1), VERBLIJF)
    assert max(hoger) >= min(banden(waarde, VERBLIJF))
