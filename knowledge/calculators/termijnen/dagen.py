"""Counting days: working days with Dutch holidays, terms in weeks and months, dates in Dutch words.

Conventions (the source documents lay none down):

- The day of the event does not count; "5 werkdagen" after a Monday is the Monday after.
- A term in weeks ends on the same weekday, one in months or years on the same day of the month, or on the
  last day of the month where that day does not exist.
- Working days are Monday to Friday without the generally recognised holidays. Good Friday, and 5 May outside
  lustrum years (2025, 2030), are working days: most offices are open. `ruim` takes both as holidays, as the
  Algemene termijnenwet does.
- Koningsdag is 27 April, or the Saturday before when that is a Sunday.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Literal

Tijdseenheid = Literal["dag", "werkdag", "week", "maand", "jaar"]

_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
_WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MEERVOUD = {"dag": "dagen", "werkdag": "werkdagen", "week": "weken", "maand": "maanden", "jaar": "jaar"}
_EEN_DAG = timedelta(days=1)
_GOEDE_VRIJDAG = "Goede vrijdag"


def dag_in_woorden(dag: date) -> str:
    """ "maandag 13 maart 2023"."""
    return f"{_WEEKDAGEN[dag.weekday()]} {dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def duur_in_woorden(aantal: int, eenheid: Tijdseenheid) -> str:
    """ "1 week", "5 werkdagen"."""
    return f"{aantal} {eenheid if aantal == 1 else _MEERVOUD[eenheid]}"


def feestdag(dag: date, ruim: bool = False) -> str:
    """The name of the holiday on this day; "" when it is none. `ruim`: with Good Friday and every 5 May."""
    naam = _feestdagen(dag.year, ruim).get(dag, "")
    return "" if naam == _GOEDE_VRIJDAG and not ruim else naam


def is_werkdag(dag: date, ruim: bool = False) -> bool:
    return dag.weekday() < 5 and not feestdag(dag, ruim)


def verschuif(dag: date, aantal: int, eenheid: Tijdseenheid, ruim: bool = False) -> date:
    """The day so much later, or earlier where `aantal` is below zero; the day itself does not count."""
    match eenheid:
        case "dag":
            return dag + timedelta(days=aantal)
        case "werkdag":
            return _werkdagen_verder(dag, aantal, ruim)
        case "week":
            return dag + timedelta(weeks=aantal)
        case "maand":
            return _maanden_verder(dag, aantal)
        case "jaar":
            return _maanden_verder(dag, 12 * aantal)


def werkdagen_tussen(begin: date, eind: date) -> int:
    """How many working days come after `begin`, up to and with `eind`; below zero when `eind` is earlier."""
    if eind < begin:
        return -werkdagen_tussen(eind, begin)
    return sum(is_werkdag(begin + timedelta(days=n)) for n in range(1, (eind - begin).days + 1))


def laatste_werkdag(dag: date) -> date:
    """The day itself when nobody counts it as a holiday (`ruim`), or else the last such day before it."""
    while not is_werkdag(dag, ruim=True):
        dag -= _EEN_DAG
    return dag


def _werkdagen_verder(dag: date, aantal: int, ruim: bool) -> date:
    stap = _EEN_DAG if aantal > 0 else -_EEN_DAG
    for _ in range(abs(aantal)):
        dag += stap
        while not is_werkdag(dag, ruim):
            dag += stap
    return dag


def _maanden_verder(dag: date, maanden: int) -> date:
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


@cache
def _feestdagen(jaar: int, ruim: bool) -> dict[date, str]:
    # Loading the library takes a third of a second: only who counts working days waits for it.
    from holidays import OPTIONAL, PUBLIC, country_holidays

    categories = (PUBLIC, OPTIONAL) if ruim else (PUBLIC,)
    return dict(country_holidays("NL", years=jaar, language="nl", categories=categories))
