"""Moments on the Dutch clock, whatever the clock of the server says."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import InvoerFout
from web.services.datum import lees_moment, moment, nederlandse_tijd, seconde


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2060, 1, 1)).map(lambda t: t.replace(second=0, microsecond=0))
)
def test_what_is_shown_is_read_back(tijd: datetime) -> None:
    hier = nederlandse_tijd(tijd)
    try:
        assert lees_moment(f"{hier:%d-%m-%Y}", f"{hier:%H:%M}") == tijd
    except InvoerFout as fout:
        assert "klok" in str(fout)
        assert hier.hour == 2 and hier.month in (3, 10)


def test_summer_and_winter() -> None:
    assert lees_moment("18-07-2026", "11:00") == datetime(2026, 7, 18, 9, 0)
    assert lees_moment("1-3-2027", "11.00") == datetime(2027, 3, 1, 10, 0)
    assert moment(datetime(2026, 7, 18, 9, 0)) == "18 jul 2026, 11:00"
    assert seconde(datetime(2026, 12, 31, 23, 30, 5)) == "1 jan 2027, 00:30:05"
    assert nederlandse_tijd(datetime(2026, 7, 18)).astimezone(UTC).tzinfo is UTC


@pytest.mark.parametrize(
    ("dag", "tijd", "woorden"),
    [
        ("31-02-2027", "11:00", "bestaat niet"),
        ("01-03-2027", "24:00", "bestaat niet"),
        ("2027-03-01", "11:00", "zoals 18-07-2026"),
        ("", "", "zoals 18-07-2026"),
        ("28-03-2027", "02:30", "klok"),
        ("31-10-2027", "02:30", "klok"),
    ],
)
def test_what_is_no_moment(dag: str, tijd: str, woorden: str) -> None:
    with pytest.raises(InvoerFout, match=woorden):
        lees_moment(dag, tijd)
