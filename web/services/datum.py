"""Dates and times as a Dutch reader writes them."""

from datetime import UTC, date, datetime, timedelta

_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def dag_kort(dag: date) -> str:
    """ "5 jan 2026"."""
    return f"{dag.day} {_KORT[dag.month - 1]} {dag.year}"


def moment(tijd: datetime) -> str:
    """A moment in UTC as local time: "5 jan 2026, 14:03"."""
    hier = tijd.replace(tzinfo=UTC).astimezone()
    return f"{dag_kort(hier.date())}, {hier:%H:%M}"


def dag_van_week(peildatum: date, week: int) -> date:
    """The first day of a week of a plan."""
    return peildatum + timedelta(weeks=week)
