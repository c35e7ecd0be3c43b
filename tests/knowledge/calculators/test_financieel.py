"""Financial capacity: the ratios, the norms from both sides, the count per norm, continuity and starters."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calculators.financieel import FINANCIEEL
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout

TENDER = load_tender()
JAREN = (2019, 2020, 2021, 2022, 2023)
GOED = {
    "resultaat": 20, "omzet": 1000, "eigen_vermogen": 30, "activa": 100, "vlottende_activa": 50,
    "liquide_middelen": 20, "kortlopende_schulden": 60,
}  # fmt: skip
VOLGORDE = [None, "geen gevolg", "beoordelen", "plan van aanpak nodig"]


def jaren(**rijen: tuple[Any, ...]) -> list[dict[str, Any]]:
    """Good figures, with the rows given here instead: a value a year."""
    return [
        {"jaar": jaar} | GOED | {rij: waarden[k] for rij, waarden in rijen.items() if k < len(waarden)}
        for k, jaar in enumerate(JAREN)
    ]


def reken(rows: list[dict[str, Any]], **meer: Any) -> Uitkomst:
    return FINANCIEEL.uit_gegevens(TENDER, {"jaren": rows} | meer)


def test_the_three_ratios() -> None:
    found = reken(jaren()).waarden["verhoudingen"]
    assert found["rentabiliteit"] == dict.fromkeys(JAREN, Decimal(2))
    assert found["solvabiliteit"] == dict.fromkeys(JAREN[:3], Decimal(30))
    assert found["current_ratio"][2021].quantize(Decimal("0.0001")) == Decimal("1.1667")


@pytest.mark.parametrize(
    ("norm", "rij", "op_de_norm"),
    [
        ("rentabiliteit", "resultaat", 15),
        ("solvabiliteit", "eigen_vermogen", 20),
        ("current_ratio", "liquide_middelen", 10),
    ],
)
def test_each_norm_from_both_sides(norm: str, rij: str, op_de_norm: int) -> None:
    """The norms ask for more than 1.50%, more than 20.0% and more than 1; the norm itself is not enough."""
    for verschil, onder in ((Decimal("-0.000001"), True), (Decimal(0), True), (Decimal("0.000001"), False)):
        found = reken(jaren(**{rij: (op_de_norm + verschil,)})).waarden
        assert (2019 in found["jaren_onder"][norm]) == onder


@pytest.mark.parametrize(
    ("slecht", "oordeel"),
    [(0, "geen gevolg"), (1, "geen gevolg"), (2, "beoordelen"), (3, "plan van aanpak nodig"),
     (4, "plan van aanpak nodig"), (5, "plan van aanpak nodig")],
)  # fmt: skip
def test_years_are_counted_for_each_norm(slecht: int, oordeel: str) -> None:
    assert reken(jaren(resultaat=(1,) * slecht)).waarden["oordeel"] == oordeel


def test_one_year_below_each_norm_has_no_consequence() -> None:
    rows = jaren(resultaat=(1,), eigen_vermogen=(30, 1), liquide_middelen=(20, 20, 1))
    assert reken(rows).waarden["oordeel"] == "geen gevolg"


def test_a_negative_expectation_asks_for_a_plan_whatever_the_figures() -> None:
    for rows in (jaren(), jaren(resultaat=(1, 1)), []):
        found = reken(rows, continuiteit_negatief=True)
        assert found.waarden["oordeel"] == "plan van aanpak nodig"
        assert "continuïteit" in found.antwoord


def test_a_starter_has_fewer_years() -> None:
    found = reken(jaren()[2:3])
    assert found.waarden["oordeel"] == "geen gevolg"
    assert found.waarden["oordeel_hoogstens"] == "plan van aanpak nodig"
    assert found.waarden["gesprek"]
    assert found.waarden["ontbreekt"]["rentabiliteit"] == [2019, 2020, 2022, 2023]
    assert any("gesprek" in o for o in found.opmerkingen)


def test_without_any_figures_there_is_no_judgement() -> None:
    found = reken([])
    assert (found.waarden["oordeel"], found.waarden["gesprek"]) == (None, True)


def test_all_years_known_needs_no_conversation() -> None:
    assert not reken(jaren()).waarden["gesprek"]


def test_balance_figures_of_the_forecast_are_not_asked() -> None:
    rows = [
        {k: v for k, v in row.items() if row["jaar"] < 2022 or k in ("jaar", "resultaat", "omzet")}
        for row in jaren()
    ]
    assert not reken(rows).waarden["gesprek"]


def test_nothing_to_divide_by() -> None:
    found = reken(jaren(omzet=(0,), kortlopende_schulden=(0,))).waarden
    assert found["ontbreekt"]["rentabiliteit"] == [2019]
    assert found["ontbreekt"]["current_ratio"] == []  # no debts: what there is covers them
    assert found["jaren_onder"]["current_ratio"] == []


def test_years_that_are_not_asked_are_told() -> None:
    found = reken([*jaren(), {"jaar": 2018} | GOED | {"resultaat": -900}])
    assert found.waarden["oordeel"] == "geen gevolg"
    assert any("2018" in o for o in found.opmerkingen)


def test_a_year_stands_there_once() -> None:
    with pytest.raises(InvoerFout, match="2019"):
        reken([*jaren(), {"jaar": 2019}])


bedrag = st.integers(min_value=1, max_value=10**9)
cijfers = st.fixed_dictionaries(dict.fromkeys(GOED, bedrag))
reeks = st.lists(cijfers, min_size=5, max_size=5)


def _rows(gegeven: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"jaar": jaar} | c for jaar, c in zip(JAREN, gegeven, strict=True)]


@given(reeks, st.integers(min_value=2, max_value=1000))
def test_the_scale_does_not_matter(gegeven: list[dict[str, int]], factor: int) -> None:
    times = [{rij: bedrag * factor for rij, bedrag in c.items()} for c in gegeven]
    one, other = reken(_rows(gegeven)).waarden, reken(_rows(times)).waarden
    assert one == other


@given(reeks, st.sampled_from(sorted(GOED)), st.integers(min_value=0, max_value=4), bedrag)
def test_worse_figures_never_give_a_milder_judgement(
    gegeven: list[dict[str, int]], rij: str, jaar: int, verschil: int
) -> None:
    worse = [dict(c) for c in gegeven]
    more_is_worse = rij in ("omzet", "activa", "kortlopende_schulden")
    worse[jaar][rij] += verschil if more_is_worse else -verschil
    milder, harder = (reken(_rows(g)).waarden["oordeel"] for g in (gegeven, worse))
    assert VOLGORDE.index(harder) >= VOLGORDE.index(milder)


@given(reeks, st.sets(st.integers(min_value=0, max_value=4), max_size=4))
def test_unknown_years_leave_the_judgement_between_its_two_ends(
    gegeven: list[dict[str, int]], weg: set[int]
) -> None:
    whole = reken(_rows(gegeven)).waarden["oordeel"]
    part = reken([row for k, row in enumerate(_rows(gegeven)) if k not in weg]).waarden
    least, most = VOLGORDE.index(part["oordeel"]), VOLGORDE.index(part["oordeel_hoogstens"])
    assert least <= VOLGORDE.index(whole) <= most
