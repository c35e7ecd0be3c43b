"""A quantity as it stands in a text, and whether it clashes with a norm of the catalogue."""

from dataclasses import dataclass
from enum import StrEnum

from knowledge.catalogue.models import Norm, Vergelijking


class Soort(StrEnum):
    DUUR = "duur"
    FREQUENTIE = "frequentie"
    DATUM = "datum"
    BEDRAG = "bedrag"
    PERCENTAGE = "percentage"
    LEEFTIJD = "leeftijd"
    TIJDSTIP = "tijdstip"
    BESCHIKBAAR = "beschikbaarheid"
    AANTAL = "aantal"


@dataclass(frozen=True, slots=True)
class Datum:
    """A day, or the last day of the period named ("eind maart" is 31 March). Without year: each year."""

    maand: int
    dag: int
    jaar: int | None = None


@dataclass(frozen=True, slots=True)
class Hoeveelheid:
    """One quantity. `eenheid` is one of the units of `knowledge.catalogue.models.Eenheid`, or for an AANTAL
    the word that follows the number; a frequency is always in "keer per jaar".

    `vergelijking` is what the words around it say ("binnen": hoogstens), None when they say nothing.
    `begin` and `eind` are the span in the text, number and unit, without the words of comparison.
    """

    soort: Soort
    waarde: float
    eenheid: str
    begin: int
    eind: int
    tekst: str
    vergelijking: Vergelijking | None = None
    datum: Datum | None = None
    """For a DATUM only; `waarde` is then month * 100 + day."""
    ongeveer: bool = False
    elke: bool = False
    """A frequency told as an interval or adverb: "elke zes maanden", "jaarlijks"."""


DAGEN_PER = {
    "minuut": 1 / 1440, "uur": 1 / 24, "dag": 1.0, "werkdag": 1.4, "week": 7.0, "maand": 30.44,
    "jaar": 365.25,
}  # fmt: skip
_KEER_PER_JAAR = {
    "keer per week": 52.18,
    "keer per maand": 12.0,
    "keer per halfjaar": 2.0,
    "keer per jaar": 1.0,
}
# Units converted into each other (a month is no fixed number of days) count as equal within this share:
# 42 days are six weeks and 30 days a month, but a month is more than four weeks.
_SPELING = 0.05
_ETMAAL = 24.0
_JONGST, _OUDST = 5, 30


def conflicts(norm: Norm, hoeveelheid: Hoeveelheid) -> bool | None:
    """Does a bid that promises this quantity break the norm? None when the two cannot be compared, or when
    the words around the quantity leave it open ("langer dan vier weken" against "hoogstens zes weken").

    Whether the quantity is about the norm's subject is for the caller to know (`Norm.termen`).
    """
    if norm.eenheid == "datum":
        return _date_conflicts(norm, hoeveelheid)
    pair = _comparable(norm, hoeveelheid)
    if pair is None:
        return None
    limit, value, exact = pair
    slack = 0.0 if exact else _SPELING * limit
    if hoeveelheid.ongeveer:
        slack = max(slack, 0.1 * limit)
    return _breaks(norm.vergelijking, limit, value, slack, hoeveelheid.vergelijking)


def _breaks(
    norm: Vergelijking, limit: float, value: float, slack: float, said: Vergelijking | None
) -> bool | None:
    above, below = value > limit + slack, value < limit - slack
    if norm in ("hoogstens", "uiterlijk", "vanaf", "minder dan"):
        if said in ("minstens", "meer dan", "vanaf") and norm != "vanaf":
            return True if above else None
        return above
    if norm in ("minstens", "meer dan"):
        # A number equal to "more than 8,000" names that same limit, whatever the words around it say.
        if said in ("hoogstens", "uiterlijk", "minder dan") and above:
            return None  # "within six months" against "at least four": it may be less
        return below
    if above and said in ("hoogstens", "minder dan", "uiterlijk"):
        return None
    if below and said in ("minstens", "meer dan", "vanaf"):
        return None
    return above or below


def _comparable(norm: Norm, hoeveelheid: Hoeveelheid) -> tuple[float, float, bool] | None:
    """Norm and quantity in one unit, and whether no conversion was needed; None when they differ in kind."""
    try:
        limit = float(norm.waarde)
    except ValueError:
        return None
    unit, said = norm.eenheid, hoeveelheid.eenheid
    if unit == said:
        return limit, hoeveelheid.waarde, True
    if unit == "leeftijd in jaren":
        if said == "jaar" and _JONGST <= hoeveelheid.waarde <= _OUDST:
            return limit, hoeveelheid.waarde, True
        return None
    if unit in DAGEN_PER and said in DAGEN_PER:
        return limit * DAGEN_PER[unit], hoeveelheid.waarde * DAGEN_PER[said], False
    if unit in _KEER_PER_JAAR and said == "keer per jaar":
        return limit * _KEER_PER_JAAR[unit], hoeveelheid.waarde, False
    if unit in DAGEN_PER and said == "keer per jaar" and hoeveelheid.elke and hoeveelheid.waarde > 0:
        # "once a year" against "at the most every six months": compare the intervals
        return limit * DAGEN_PER[unit], DAGEN_PER["jaar"] / hoeveelheid.waarde, False
    if unit in ("uur per dag", "uur per etmaal") and limit == _ETMAAL and said == "dagen per week":
        return 7.0, hoeveelheid.waarde, True  # round the clock is every day of the week too
    if {unit, said} == {"uur per dag", "uur per etmaal"}:
        return limit, hoeveelheid.waarde, True
    if unit in ("aantal", "punt", "fte", "A4", "bladzijde") and hoeveelheid.soort is Soort.AANTAL:
        return limit, hoeveelheid.waarde, True
    return None


def _date_conflicts(norm: Norm, hoeveelheid: Hoeveelheid) -> bool | None:
    said = hoeveelheid.datum
    if said is None:
        return None
    try:
        parts = [int(part) for part in norm.waarde.split("-")]
    except ValueError:
        return None
    year = parts[0] if len(parts) == 3 else None
    month, day = parts[-2:]
    if (year is None) != (said.jaar is None):
        return None  # a single day in some year says nothing about a yearly term, nor the other way round
    ours = (said.jaar or 0, said.maand, said.dag)
    limit = (year or 0, month, day)
    if norm.vergelijking in ("uiterlijk", "hoogstens"):
        if hoeveelheid.vergelijking == "minder dan":  # "before 2 April" is "1 April at the latest"
            ours = (ours[0], ours[1], ours[2] - 1)
        if hoeveelheid.vergelijking in ("vanaf", "minstens", "meer dan"):
            return True if ours > limit else None
        return ours > limit
    if norm.vergelijking == "minder dan":
        return ours > limit if hoeveelheid.vergelijking == "minder dan" else ours >= limit
    if norm.vergelijking in ("vanaf", "minstens"):
        return ours < limit if hoeveelheid.vergelijking in ("vanaf", "minstens", None) else None
    return ours != limit if norm.vergelijking == "precies" else None
