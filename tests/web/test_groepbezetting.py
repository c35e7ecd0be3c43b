"""Beds of a groep by week: by the plan, and by the dates on which the groep opens and closes."""

from datetime import date

from web.services.groepbezetting import Bedregel, _regels

MAANDAG = date(2026, 11, 23)


def test_weeks_alike_are_one_line_and_a_closed_groep_has_no_beds() -> None:
    velden = {"capaciteit": "2", "beschikbaar_van": "2026-12-02", "beschikbaar_tot": "2026-12-17"}
    wie = ((), ("A",), ("A", "B"), ("A", "B"), ("B",))
    regels = _regels(velden, wie, MAANDAG)
    assert regels == (
        Bedregel(MAANDAG, date(2026, 11, 30), 0, ()),
        Bedregel(date(2026, 11, 30), date(2026, 12, 7), 2, ("A",)),
        Bedregel(date(2026, 12, 7), date(2026, 12, 14), 2, ("A", "B")),
        Bedregel(date(2026, 12, 14), date(2026, 12, 21), 0, ("A", "B")),
        Bedregel(date(2026, 12, 21), date(2026, 12, 28), 0, ("B",)),
    )
    assert [regel.vrij for regel in regels] == [0, 1, 0, -2, -1]
