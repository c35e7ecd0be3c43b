"""The threshold of social return: both sides of it, and what the outcome says beside it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calculators.sroi import SROI
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.catalogue import load_tender

TENDER = load_tender()
DREMPEL = 400_000
EUROS = st.integers(0, 2 * DREMPEL)


def sroi(jaar_1: Any, jaar_2: Any = 0) -> Uitkomst:
    return SROI.uit_gegevens(TENDER, {"jaar_1": jaar_1, "jaar_2": jaar_2})


@pytest.mark.parametrize(
    ("jaar_1", "jaar_2", "geldt", "over"),
    [
        ("200.000", "199.999,99", False, "0.01"),
        ("200.000", "200.000", True, "0"),
        (0, 0, False, "400000"),
        (400_000, 0, True, "0"),
        (1_000_000, 0, True, "0"),
    ],
)
def test_both_sides_of_the_threshold(jaar_1: Any, jaar_2: Any, geldt: bool, over: str) -> None:
    waarden = sroi(jaar_1, jaar_2).waarden
    assert waarden["geldt"] is geldt
    assert waarden["tot_drempel"] == Decimal(over)


@given(EUROS, EUROS, st.integers(0, DREMPEL))
def test_declaring_more_never_lifts_the_obligation(eerste: int, tweede: int, meer: int) -> None:
    waarden = sroi(eerste, tweede).waarden
    assert waarden["geldt"] == (eerste + tweede >= DREMPEL)
    assert sroi(eerste + meer, tweede).waarden["geldt"] >= waarden["geldt"]
    assert sroi(tweede, eerste).waarden == waarden


def test_no_percentage_and_what_has_lapsed_are_told() -> None:
    uitkomst = sroi(500_000)
    assert "zonder vast percentage" in uitkomst.antwoord
    assert any("eis 36 is vervallen" in o for o in uitkomst.opmerkingen)
    assert uitkomst.vindplaatsen == ("§4.5",)
