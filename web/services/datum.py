"""Dates and times as a Dutch reader writes them."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from knowledge.errors import InvoerFout

NEDERLAND = ZoneInfo("Europe/Amsterdam")
_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def dag_kort(dag: date) -> str:
    """ "5 jan 2026"."""
    return f"{dag.day} {_KORT[dag.month - 1]} {dag.year}"


def moment(tijd: datetime) -> str:
    """A moment in UTC as Dutch time: "5 jan 2026, 14:03"."""
    hier = nederlandse_tijd(tijd)
    return f"{dag_kort(hier.date())}, {hier:%H:%M}"


def seconde(tijd: datetime) -> str:
    """A moment in UTC as Dutch time, to the second: "5 jan 2026, 14:03:59"."""
    hier = nederlandse_tijd(tijd)
    return f"{dag_kort(hier.date())}, {hier:%H:%M:%S}"


def nederlandse_tijd(tijd: datetime) -> datetime:
    """A moment in UTC, without a zone, on the Dutch clock."""
    return tijd.replace(tzinfo=UTC).astimezone(NEDERLAND)


def lees_moment(dag: str, tijd: str) -> datetime:
    """The moment in UTC, without a zone, of "18-07-2026" and "11:00" on the Dutch clock.

    Raises InvoerFout for what is no moment, or is two when the clock goes back.
    """
    delen = re.fullmatch(r"\s*(\d{1,2})-(\d{1,2})-(\d{4})\s+(\d{1,2})[:.](\d{2})\s*", f"{dag} {tijd}")
    if delen is None:
        raise InvoerFout("Vul een datum in zoals 18-07-2026 en een tijd zoals 11:00.")
    d, m, j, uur, minuut = map(int, delen.groups())
    try:
        hier = datetime(j, m, d, uur, minuut)
    except ValueError as fout:
        raise InvoerFout("Deze datum of tijd bestaat niet. Kijk haar na.") from fout
    mogelijk = {hier.replace(tzinfo=NEDERLAND, fold=fold).astimezone(UTC) for fold in (0, 1)}
    if len(mogelijk) > 1:
        raise InvoerFout("Op dat moment gaat de klok een uur voor- of achteruit. Kies een andere tijd.")
    return mogelijk.pop().replace(tzinfo=None)


def dag_van_week(peildatum: date, week: int) -> date:
    """The first day of a week of a plan."""
    return peildatum + timedelta(weeks=week)


def resttijd(tot: datetime, nu: datetime) -> str:
    """ "8 dagen en 3 uur", "3 uur en 12 minuten", "12 minuten"; "" once it has passed."""
    minuten = int((tot - nu).total_seconds() // 60)
    if minuten < 0:
        return ""
    uren, minuut = divmod(minuten, 60)
    dagen, uur = divmod(uren, 24)
    delen = [f"{dagen} {'dag' if dagen == 1 else 'dagen'}" if dagen else "", f"{uur} uur" if uur else ""]
    if not dagen:
        delen.append(f"{minuut} {'minuut' if minuut == 1 else 'minuten'}" if minuut else "")
    return " en ".join(deel for deel in delen if deel) or "minder dan een minuut"
