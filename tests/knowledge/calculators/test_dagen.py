"""Working days and terms: known holidays, both conventions, and what holds for every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calculators.termijnen.dagen import (
    dag_in_woorden,
    duur_in_woorden,
    feestdag,
    is_werkdag,
    laatste_werkdag,
    verschuif,
    werkdagen_tussen,
)
from knowledge.calculators.termijnen.eigen_termijn import EIGEN_TERMIJN
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout

DAGEN = st.dates(date(2010, 1, 1), date(2040, 12, 31))
AANTALLEN = st.integers(1, 60)


@pytest.mark.parametrize(
    ("dag", "naam"),
    [
        ("2023-01-01", "Nieuwjaarsdag"),
        ("2023-04-09", "Eerste paasdag"),
        ("2024-04-01", "Tweede paasdag"),
        ("2023-05-18", "Hemelvaartsdag"),
        ("2024-05-20", "Tweede pinksterdag"),
        ("2023-12-26", "Tweede kerstdag"),
        ("2023-04-27", "Koningsdag"),
        # 27 April was a Sunday in these years: the day before takes its place.
        ("2014-04-26", "Koningsdag"),
        ("2025-04-26", "Koningsdag"),
        ("2014-04-27", ""),
        ("2025-04-27", ""),
        # 5 May only in a lustrum year.
        ("2025-05-05", "Bevrijdingsdag"),
        ("2023-05-05", ""),
        ("2024-03-29", ""),
    ],
)
def test_holidays(dag: str, naam: str) -> None:
    assert feestdag(date.fromisoformat(dag)) == naam


def test_the_wide_convention_has_good_friday_and_every_5_may() -> None:
    for dag in (date(2023, 5, 5), date(2024, 3, 29)):
        assert feestdag(dag, ruim=True) and not is_werkdag(dag, ruim=True)
        assert is_werkdag(dag)
    assert laatste_werkdag(date(2024, 3, 31)) == date(2024, 3, 28)


@given(DAGEN, AANTALLEN)
def test_working_days_there_and_back(dag: date, aantal: int) -> None:
    verder = verschuif(dag, aantal, "werkdag")
    assert is_werkdag(verder)
    assert werkdagen_tussen(dag, verder) == aantal
    terug = verschuif(verder, -aantal, "werkdag")
    # A working day is found again; from a day off the way back ends on the working day before it.
    assert (terug == dag) if is_werkdag(dag) else (terug < dag and werkdagen_tussen(terug, dag) == 0)


@given(DAGEN, AANTALLEN, st.booleans())
def test_a_term_in_working_days_ends_on_no_holiday_or_weekend(dag: date, aantal: int, ruim: bool) -> None:
    for richting in (1, -1):
        eind = verschuif(dag, richting * aantal, "werkdag", ruim)
        assert eind.weekday() < 5
        assert not feestdag(eind, ruim)


@given(DAGEN, AANTALLEN)
def test_more_days_off_never_bring_a_term_forward(dag: date, aantal: int) -> None:
    assert verschuif(dag, aantal, "werkdag", ruim=True) >= verschuif(dag, aantal, "werkdag")


@given(DAGEN, st.integers(0, 40), AANTALLEN, st.sampled_from(["dag", "werkdag", "week", "maand", "jaar"]))
def test_terms_are_monotone_in_start_and_length(dag: date, later: int, aantal: int, eenheid: str) -> None:
    eind = verschuif(dag, aantal, eenheid)  # type: ignore[arg-type]
    assert eind > dag
    assert verschuif(dag + timedelta(days=later), aantal, eenheid) >= eind  # type: ignore[arg-type]
    assert verschuif(dag, aantal + 1, eenheid) > eind  # type: ignore[arg-type]


@given(DAGEN, AANTALLEN)
def test_weeks_keep_the_weekday_and_months_the_day(dag: date, aantal: int) -> None:
    assert verschuif(dag, aantal, "week").weekday() == dag.weekday()
    maand = verschuif(dag, aantal, "maand")
    assert maand.day == dag.day or (maand + timedelta(days=1)).day == 1
    assert (maand.year - dag.year) * 12 + maand.month - dag.month == aantal
    assert verschuif(dag, aantal, "jaar") == verschuif(dag, 12 * aantal, "maand")


@pytest.mark.parametrize(
    ("dag", "aantal", "eenheid", "eind"),
    [
        ("2023-01-31", 1, "maand", "2023-02-28"),
        ("2024-01-31", 1, "maand", "2024-02-29"),
        ("2024-02-29", 1, "jaar", "2025-02-28"),
        ("2023-12-31", -6, "maand", "2023-06-30"),
        ("2023-04-20", 5, "werkdag", "2023-04-28"),
        ("2023-04-14", 1, "werkdag", "2023-04-17"),
        ("2023-12-22", 1, "werkdag", "2023-12-27"),
        ("2023-03-01", 6, "week", "2023-04-12"),
    ],
)
def test_worked_terms(dag: str, aantal: int, eenheid: str, eind: str) -> None:
    assert verschuif(date.fromisoformat(dag), aantal, eenheid) == date.fromisoformat(eind)  # type: ignore[arg-type]


def test_days_and_spans_in_words() -> None:
    assert dag_in_woorden(date(2023, 3, 13)) == "maandag 13 maart 2023"
    assert [duur_in_woorden(n, e) for n, e in ((1, "week"), (6, "week"), (2, "jaar"))] == [
        "1 week",
        "6 weken",
        "2 jaar",
    ]


def test_a_term_of_ones_own_says_how_it_was_counted() -> None:
    tender = load_tender()
    uitkomst = EIGEN_TERMIJN.uit_gegevens(tender, {"datum": "04-05-2023", "aantal": 2, "eenheid": "werkdag"})
    assert uitkomst.waarden["dag"] == date(2023, 5, 8)
    assert any("Telt u die als vrije dag, dan is het dinsdag 9 mei 2023" in o for o in uitkomst.opmerkingen)
    back = EIGEN_TERMIJN.uit_gegevens(
        tender, {"datum": "31-03-2023", "aantal": 1, "eenheid": "maand", "richting": "voor"}
    )
    assert back.waarden["dag"] == date(2023, 2, 28)
    assert any("heeft geen dag 31" in o for o in back.opmerkingen)


@pytest.mark.parametrize("datum", ["31-12-1989", "01-01-2101", "31-02-2023", "morgen"])
def test_a_day_out_of_reach_is_refused(datum: str) -> None:
    with pytest.raises(InvoerFout, match=r"^Datum: "):
        EIGEN_TERMIJN.uit_gegevens(load_tender(), {"datum": datum, "aantal": 1})
