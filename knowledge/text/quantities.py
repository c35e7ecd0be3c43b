"""Reads Dutch quantities: durations, frequencies, dates, amounts, percentages, ages, times and counts, in
digits and words, with their place in the text and the words of comparison around them.

    read_quantities("Een klacht is binnen anderhalve maand afgehandeld.")
    -> [Hoeveelheid(DUUR, 1.5, "maand", vergelijking="hoogstens", tekst="anderhalve maand", ...)]
"""

import re
from collections.abc import Callable, Iterable

from knowledge.catalogue.models import Vergelijking
from knowledge.text.hoeveelheid import DAGEN_PER, Datum, Hoeveelheid, Soort, conflicts
from knowledge.text.numbers import Line, Word, number_in_words, ordinal_in_words

__all__ = ["Datum", "Hoeveelheid", "Soort", "conflicts", "read_quantities"]

_UNITS = {
    "minuut": "minuut", "minuten": "minuut", "uur": "uur", "uren": "uur", "dag": "dag", "dagen": "dag",
    "kalenderdag": "dag", "kalenderdagen": "dag", "etmaal": "dag", "etmalen": "dag",
    "werkdag": "werkdag", "werkdagen": "werkdag", "week": "week", "weken": "week",
    "maand": "maand", "maanden": "maand", "kalendermaand": "maand", "kalendermaanden": "maand",
    "jaar": "jaar", "jaren": "jaar", "kalenderjaar": "jaar", "boekjaar": "jaar",
}  # fmt: skip
# Units that hold a number of another: "twee kwartalen" are six months.
_COMPOUND_UNITS = {
    "kwartaal": (3, "maand"), "kwartalen": (3, "maand"), "halfjaar": (6, "maand"), "halfjaren": (6, "maand"),
    "werkweek": (5, "werkdag"), "werkweken": (5, "werkdag"),
}  # fmt: skip
_PERIODS_PER_YEAR = {
    "dag": 365.0, "etmaal": 365.0, "werkdag": 260.0, "week": 52.18, "werkweek": 52.18, "maand": 12.0,
    "kalendermaand": 12.0, "kwartaal": 4.0, "halfjaar": 2.0, "jaar": 1.0, "kalenderjaar": 1.0,
    "boekjaar": 1.0,
}  # fmt: skip
_ADVERBS = {
    "dagelijks": 365.0, "wekelijks": 52.18, "maandelijks": 12.0, "kwartaalsgewijs": 4.0,
    "kwartaalgewijs": 4.0, "halfjaarlijks": 2.0, "jaarlijks": 1.0,
}  # fmt: skip
_MONTHS = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12,
}  # fmt: skip
_LAST_DAY = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EACH = "(?:het|de|elke|elk|iedere|ieder)"
_SEASONS = "lente|voorjaar|zomer|najaar|herfst|winter"

_UNIT = "(?P<unit>" + "|".join(sorted(_UNITS | _COMPOUND_UNITS, key=len, reverse=True)) + r")\b"
_PERIOD = "(?P<period>" + "|".join(sorted(_PERIODS_PER_YEAR, key=len, reverse=True)) + r")\b"
_MONTH = "(?P<month>" + "|".join(_MONTHS) + r")\b"
_A_MONTH = "(?:" + "|".join(_MONTHS) + r")\b"
_N = r"(?P<n>#|een\b)"
_EVERY = r"(?:om de|(?:na )?(?:elke|elk|iedere|ieder)|per|(?:eens|(?:een|#) (?:keer|maal)) (?:in de|per))"
_PER = r"(?:per|in (?:een|het|de|elk|ieder)|elk|elke|ieder|iedere)"

# Words before a quantity, nearest first; the longest that fits at its left edge decides.
_BEFORE: tuple[tuple[str, Vergelijking], ...] = (
    (r"niet (?:meer|langer|later|hoger|ouder|groter) dan|nooit (?:meer|langer|later|hoger) dan", "hoogstens"),
    (r"(?:geen|nooit|niemand) (?:\w+ ){0,8}(?:meer|langer|later|hoger) dan|zonder meer dan", "hoogstens"),
    (r"niet (?:minder|korter|eerder|lager|jonger) dan|nooit (?:minder|korter|eerder) dan", "minstens"),
    (r"(?:niet|nooit) (?:voor|eerder dan)|pas (?:na|vanaf|over)|op zijn vroegst|op z ' n vroegst", "vanaf"),
    (r"uiterlijk|op zijn laatst|op z ' n laatst|ultimo|niet later dan", "uiterlijk"),
    (r"maximaal|maximum van|max(?: \.)?|ten hoogste|hoogstens|hooguit|binnen", "hoogstens"),
    (r"tot en met|tot maximaal|tot", "hoogstens"),
    (r"in (?:uiterlijk|maximaal|hoogstens)|beperkt tot|begrensd op|limiet van|plafond van", "hoogstens"),
    (r"minimaal|minimum van|min \.|ten minste|tenminste|minstens|op zijn minst|op z ' n minst", "minstens"),
    (r"(?:meer|langer|later|ouder|hoger|groter|vaker) dan|boven|ruim(?: boven)?", "meer dan"),
    (r"minder dan|korter dan|eerder dan|onder|jonger dan|lager dan|kleiner dan|voor|voordat", "minder dan"),
    (r"vanaf|met ingang van|sinds|na", "vanaf"),
    (r"precies|exact", "precies"),
)  # fmt: skip
_FILLER = r"(?: (?:de|het|een|op|die|dat|met|van|in|aan|leeftijd|circa|ca|ongeveer|\.|:|€|eur))*"
_BEFORE_RE = [(re.compile(rf"(?:^| )(?:{words}){_FILLER} ?$"), said) for words, said in _BEFORE]
_AFTER: tuple[tuple[re.Pattern[str], Vergelijking], ...] = (
    (re.compile(r"^ ?(?:of|en) (?:minder|korter|eerder|jonger|lager)"), "hoogstens"),
    (re.compile(r"^ ?(?:of|en) (?:meer|langer|later|ouder|vaker|hoger)"), "minstens"),
    (re.compile(r"^ ?(?:maximaal|ten hoogste|als maximum|is het maximum)"), "hoogstens"),
    (re.compile(r"^ ?(?:minimaal|als minimum|is het minimum)"), "minstens"),
)
_ABOUT = re.compile(r"(?:^| )(?:circa|ca|ongeveer|rond|omstreeks|plusminus|gemiddeld)(?: (?:de|het|\.))* ?$")


class _Reader:
    """One pass over one text: patterns claim words, later patterns take what is left."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line = Line(text)
        self.taken = [False] * len(self.line.text)
        self.found: list[Hoeveelheid] = []

    def take(self, begin: int, end: int) -> bool:
        if any(self.taken[begin:end]):
            return False
        self.taken[begin:end] = [True] * (end - begin)
        return True

    def add(
        self, begin: int, end: int, soort: Soort, waarde: float, eenheid: str, *,
        datum: Datum | None = None, said: Vergelijking | None = None, elke: bool = False,
    ) -> None:  # fmt: skip
        """Add the quantity that stands at this stretch of the line."""
        words = self.line.words_of(begin, end)
        first, last = words[0].begin, words[-1].end
        before, after = self.line.text[max(0, begin - 60) : begin], self.line.text[end : end + 30]
        self.found.append(
            Hoeveelheid(
                soort, waarde, eenheid, first, last, self.text[first:last],
                vergelijking=said or _comparison(before, after), datum=datum,
                ongeveer=bool(_ABOUT.search(before)), elke=elke,
            )
        )  # fmt: skip

    def number(self, match: re.Match[str], group: str = "n") -> float:
        """The value of the "#" (or of "een") that a group matched."""
        word = self.line.words_of(*match.span(group))[0]
        return 1.0 if word.text == "een" else word.value

    def word(self, match: re.Match[str], group: str) -> Word:
        return self.line.words_of(*match.span(group))[0]


def _comparison(before: str, after: str) -> Vergelijking | None:
    best: tuple[int, Vergelijking] | None = None
    for pattern, said in _BEFORE_RE:
        match = pattern.search(before)
        if match and (best is None or match.start() < best[0]):
            best = (match.start(), said)
    if best:
        return best[1]
    return next((said for pattern, said in _AFTER if pattern.search(after)), None)


_Rule = Callable[[_Reader, re.Match[str]], None]
_RULES: list[tuple[re.Pattern[str], _Rule]] = []


def _rule(*patterns: str) -> Callable[[_Rule], _Rule]:
    def register(rule: _Rule) -> _Rule:
        _RULES.extend((re.compile(rf"(?<![^ ]){pattern}"), rule) for pattern in patterns)
        return rule

    return register


@_rule(r"@")
def _date_in_digits(reader: _Reader, match: re.Match[str]) -> None:
    parts = [int(part) for part in re.split(r"[-/.]", reader.line.words_of(*match.span())[0].raw)]
    year, month, day = parts if parts[0] > 31 else parts[::-1]
    _add_date(reader, match, month, day, year + 2000 if year < 100 else year)


@_rule(rf"(?P<day>#) {_MONTH}(?: (?P<year>#))?", rf"(?P<ordinal>[a-z]+(?:de|ste)) (?:dag )?(?:van )?{_MONTH}")
def _day_and_month(reader: _Reader, match: re.Match[str]) -> None:
    groups = match.groupdict()
    day: float | None = None
    if groups.get("day"):
        day = reader.number(match, "day")
        day = 15 if day == 0.5 else day  # "half april"
    elif groups.get("ordinal"):
        month = _MONTHS[match["month"]]
        day = _LAST_DAY[month - 1] if match["ordinal"] == "laatste" else ordinal_in_words(match["ordinal"])
    year = reader.number(match, "year") if groups.get("year") else 0
    if day is not None:
        _add_date(
            reader, match, _MONTHS[match["month"]], int(day), int(year) if 1900 <= year < 2100 else None
        )


@_rule(
    rf"in {_MONTH}(?: (?:, |en )?(?:in )?{_A_MONTH})* en (?:in )?{_A_MONTH}",
    rf"(?:voor|na) - en (?:in )?(?:(?:het|de) )?(?:{_SEASONS})\b",
    rf"{_EACH} (?:{_SEASONS}) en (?:in )?(?:{_EACH} )?(?:{_SEASONS})\b",
)
def _named_moments(reader: _Reader, match: re.Match[str]) -> None:
    """Something that happens in May and in November, or in spring and autumn, happens twice a year."""
    months = sum(word.text in _MONTHS for word in reader.line.words_of(*match.span()))
    if reader.take(*match.span()):
        reader.add(*match.span(), Soort.FREQUENTIE, float(months or 2), "keer per jaar", elke=True)


@_rule(
    rf"(?P<part>eind|einde|medio|begin|half|halverwege|ultimo|laatste dag van) {_MONTH}(?: (?P<year>#))?",
    rf"(?P<part>in|voor|na|vanaf|uiterlijk|per|tot)(?: de maand)? {_MONTH}(?: (?P<year>#))?(?! en)",
)
def _month(reader: _Reader, match: re.Match[str]) -> None:
    month = _MONTHS[match["month"]]
    days = {"medio": 15, "half": 15, "halverwege": 15, "begin": 7, "voor": 1, "vanaf": 1, "per": 1, "tot": 1}
    year = reader.number(match, "year") if match["year"] else 0
    said: Vergelijking | None = {"voor": "minder dan", "uiterlijk": "uiterlijk", "vanaf": "vanaf"}.get(
        match["part"]
    )  # type: ignore[assignment]
    _add_date(
        reader, match, month, days.get(match["part"], _LAST_DAY[month - 1]),
        int(year) if 1900 <= year < 2100 else None, said,
    )  # fmt: skip


@_rule(
    r"(?P<before>(?:voor|uiterlijk|aan|op|tegen|per) )?(?:het )?(?:einde?|slot) van (?:het|ieder|elk) "
    r"(?P<quarter>eerste|tweede|derde|vierde|laatste) kwartaal(?: (?:van )?(?:het jaar )?(?P<year>#))?",
    r"in (?:de loop van )?het (?P<quarter>eerste|tweede|derde|vierde|laatste) kwartaal (?:van|na) (?!#|20)",
)
def _end_of_quarter(reader: _Reader, match: re.Match[str]) -> None:
    """ "Voor het einde van het eerste kwartaal" is 31 March at the latest."""
    month = _QUARTERS[match["quarter"]]
    year = reader.number(match, "year") if match.groupdict().get("year") else 0
    _add_date(
        reader, match, month, _LAST_DAY[month - 1], int(year) if 1900 <= year < 2100 else None, "uiterlijk"
    )


_SEASON_END = {
    "voorjaar": (6, 20),
    "lente": (6, 20),
    "zomer": (9, 21),
    "najaar": (12, 20),
    "herfst": (12, 20),
}
_QUARTERS = {"eerste": 3, "tweede": 6, "derde": 9, "vierde": 12, "laatste": 12}
_PART_OF_YEAR = {"begin": (1, 31), "medio": (7, 1), "halverwege": (7, 1), "eind": (12, 31), "einde": (12, 31)}


@_rule(
    rf"(?P<half>eerste|tweede|laatste) (?:helft|week|weken|dagen) van (?:de maand )?{_MONTH}(?: (?P<year>#))?"
)
def _part_of_month(reader: _Reader, match: re.Match[str]) -> None:
    month = _MONTHS[match["month"]]
    day = 15 if match["half"] == "eerste" else _LAST_DAY[month - 1]
    year = reader.number(match, "year") if match["year"] else 0
    _add_date(reader, match, month, day, int(year) if 1900 <= year < 2100 else None)


@_rule(
    r"(?P<quarter>eerste|tweede|derde|vierde|laatste) kwartaal (?:van )?(?:het jaar )?(?P<year>#)",
    r"(?P<quarter>tweede|derde|vierde|laatste) kwartaal\b",
    r"(?P<half>eerste|tweede) (?:helft|halfjaar|jaarhelft) (?:van )?(?P<year>#)",
    r"(?P<part>begin|medio|halverwege|eind|einde) (?:van )?(?P<year>#)",
    rf"(?P<season>{'|'.join(_SEASON_END)}) (?:van )?(?P<year>#)",
    r"in de loop van (?P<year>#)",
)
def _part_of_year(reader: _Reader, match: re.Match[str]) -> None:
    """A part of a year stands for its last day."""
    groups = match.groupdict()
    year = reader.number(match, "year") if groups.get("year") else None
    if year is not None and not 1900 <= year < 2100:
        return
    month, day = 12, 31
    if groups.get("quarter"):
        month = _QUARTERS[match["quarter"]]
        day = _LAST_DAY[month - 1]
    elif groups.get("half"):
        month, day = (6, 30) if match["half"] == "eerste" else (12, 31)
    elif groups.get("part"):
        month, day = _PART_OF_YEAR[match["part"]]
    elif groups.get("season"):
        month, day = _SEASON_END[match["season"]]
    _add_date(reader, match, month, day, int(year) if year else None)


def _add_date(
    reader: _Reader, match: re.Match[str], month: int, day: int, year: int | None,
    said: Vergelijking | None = None,
) -> None:  # fmt: skip
    if not (1 <= month <= 12 and 1 <= day <= _LAST_DAY[month - 1] + (month == 2)):
        return
    if reader.take(*match.span()):
        datum = Datum(month, day, year)
        reader.add(*match.span(), Soort.DATUM, month * 100.0 + day, "datum", datum=datum, said=said)


@_rule(r"€ (?:# - )?(?P<n>#)", r"(?:eur) (?P<n>#)", r"(?P<n>#) (?:euro|eur)\b", r"(?P<n>#) ?, - ")
def _amount(reader: _Reader, match: re.Match[str]) -> None:
    if reader.take(*match.span()):
        reader.add(*match.span(), Soort.BEDRAG, reader.number(match), "euro")


@_rule(r"(?P<n>#) (?:%|procent\b|percent\b)")
def _percentage(reader: _Reader, match: re.Match[str]) -> None:
    if reader.take(*match.span()):
        reader.add(*match.span(), Soort.PERCENTAGE, reader.number(match), "procent")


@_rule(r"(?P<a>#) (?:/|x|keer|maal) (?P<b>#)(?! (?:uur|uren|per|dag|week|maand|jaar))")
def _round_the_clock(reader: _Reader, match: re.Match[str]) -> None:
    if {reader.number(match, "a"), reader.number(match, "b")} == {24.0, 7.0} and reader.take(*match.span()):
        reader.add(*match.span(), Soort.BESCHIKBAAR, 24, "uur per etmaal", said="precies")
        reader.add(*match.span(), Soort.BESCHIKBAAR, 7, "dagen per week", said="precies")


@_rule(
    r"(?:van )?(?:maandag|ma) (?:tot en met|tot|t / m) (?:vrijdag|vr)\b",
    r"(?:alleen |uitsluitend |slechts )?(?:op|tijdens) (?:gewone )?(?:werkdagen|doordeweekse dagen)\b",
    r"doordeweeks(?: overdag)?\b",
)
def _working_week(reader: _Reader, match: re.Match[str]) -> None:
    if reader.take(*match.span()):
        reader.add(*match.span(), Soort.BESCHIKBAAR, 5, "dagen per week", said="precies")


@_rule(r"(?:van|tussen) (?P<a>#)(?: uur| u)? (?:tot|en|tot en met|-) (?P<b>#) (?:uur|u)\b")
def _opening_hours(reader: _Reader, match: re.Match[str]) -> None:
    """ "Van 8.00 tot 22.00 uur" is fourteen hours a day."""
    begin, end = reader.number(match, "a"), reader.number(match, "b")
    if 0 <= begin < end <= 24 and reader.take(*match.span()):
        hours = round(int(end) - int(begin) + (end % 1 - begin % 1) / 0.6, 2)
        reader.add(*match.span(), Soort.BESCHIKBAAR, hours, "uur per etmaal", said="precies")


@_rule(r"(?<!na )(?<!na het )(?:laatste (?:werk)?dag|einde?) van (?:de|elke|iedere) maand\b")
def _end_of_month(reader: _Reader, match: re.Match[str]) -> None:
    """What waits for the end of the month happens once a month."""
    if reader.take(*match.span()):
        reader.add(*match.span(), Soort.FREQUENTIE, 12.0, "keer per jaar", elke=True)


@_rule(r"dag en nacht", r"(?:de )?klok rond", r"rond de klok", r"(?:het|de) (?:hele|gehele) etmaal")
def _day_and_night(reader: _Reader, match: re.Match[str]) -> None:
    if reader.take(*match.span()):
        reader.add(*match.span(), Soort.BESCHIKBAAR, 24, "uur per etmaal", said="precies")


@_rule(
    r"(?P<n>#) (?:uur|uren|- uurs?) (?:per|in een|in het|in de|van de) (?P<per>dag|etmaal|week|jaar)\b",
    r"(?P<n>#) (?P<u>dagen) (?:per|in een|in het|in de|van de) (?P<per>week|jaar)\b",
    r"(?P<n>#) - uurs?[a-z]*",
)
def _availability(reader: _Reader, match: re.Match[str]) -> None:
    groups = match.groupdict()
    if reader.take(*match.span()):
        unit = "dagen" if groups.get("u") else "uur"
        reader.add(
            *match.span(),
            Soort.BESCHIKBAAR,
            reader.number(match),
            f"{unit} per {groups.get('per') or 'etmaal'}",
        )


@_rule(r"(?P<n>#) (?:keer|maal|x|×) (?P<m>#) (?P<unit>uur|dagen|weken|maanden)\b")
def _times_duration(reader: _Reader, match: re.Match[str]) -> None:
    if reader.take(*match.span()):
        value = reader.number(match) * reader.number(match, "m")
        reader.add(*match.span(), Soort.DUUR, value, _UNITS[match["unit"]])


@_rule(
    rf"{_N} (?:keer|maal|x|×|malen) {_PER} (?:(?P<m>#) )?{_PERIOD}",
    rf"(?P<once>eens|eenmaal|tweemaal|driemaal|viermaal) {_PER} (?:(?P<m>#) )?{_PERIOD}",
    rf"{_N} [a-z]+ (?:per|in het) {_PERIOD}",
)
def _times_per_period(reader: _Reader, match: re.Match[str]) -> None:
    groups = match.groupdict()
    once = {"eens": 1, "eenmaal": 1, "tweemaal": 2, "driemaal": 3, "viermaal": 4}
    times = once[groups["once"]] if groups.get("once") else reader.number(match)
    periods = reader.number(match, "m") if groups.get("m") else 1.0
    if periods > 0 and reader.take(*match.span()):
        value = times * _PERIODS_PER_YEAR[match["period"]] / periods
        reader.add(*match.span(), Soort.FREQUENTIE, value, "keer per jaar", elke=times == 1)


@_rule(
    rf"{_EVERY} {_N} {_UNIT}",
    rf"(?P<times>tweemaal|driemaal|viermaal|eenmaal) (?:per|in de|in het) {_N} {_UNIT}",
)  # fmt: skip
def _every_so_long(reader: _Reader, match: re.Match[str]) -> None:
    days = reader.number(match) * _days(match["unit"])
    counted = {"tweemaal": 2, "driemaal": 3, "viermaal": 4}
    times = counted.get(match.groupdict().get("times") or "", 1)
    before = reader.line.words_of(*match.span())
    if before and before[0].text == "#":
        times = int(before[0].value) or 1
    if days > 0 and reader.take(*match.span()):
        reader.add(*match.span(), Soort.FREQUENTIE, times * 365.25 / days, "keer per jaar", elke=True)


@_rule(
    rf"(?:elke|elk|iedere|ieder|om het|om de|(?:eens )?per|eens in het) (?:(?:nieuwe?|volgende) )?{_PERIOD}",
    rf"(?:elke|elk|iedere|ieder) (?:{_SEASONS}|(?:eerste |laatste )?{_MONTH})\b",
)  # fmt: skip
def _every_period(reader: _Reader, match: re.Match[str]) -> None:
    period = match.groupdict().get("period")
    if period in ("dag", "werkdag") and match.group().startswith("per"):
        return
    if reader.take(*match.span()):
        per_year = _PERIODS_PER_YEAR[period] if period else 1.0
        if period in ("dag", "week", "maand", "jaar") and match.group().startswith("om "):
            per_year /= 2  # "om het jaar" is every other year
        reader.add(*match.span(), Soort.FREQUENTIE, per_year, "keer per jaar", elke=True)


@_rule(
    r"(?P<adverb>dagelijkse?|wekelijkse?|maandelijkse?|kwartaals?gewijze?|(?:half(?: - )?)?jaarlijkse?)\b",
    r"(?P<count>[a-z]{3,12}?)(?P<unit>jaarlijks|maandelijks|wekelijks)e?\b",
)  # fmt: skip
def _adverb(reader: _Reader, match: re.Match[str]) -> None:
    groups = match.groupdict()
    if groups.get("adverb"):
        adverb = match["adverb"].replace(" - ", "")
        per_year = _ADVERBS.get(adverb) or _ADVERBS.get(adverb.removesuffix("e"), 0.0)
    else:
        count = number_in_words(match["count"])
        per_year = _ADVERBS[match["unit"]] / count if count else 0.0
    if per_year and reader.take(*match.span()):
        reader.add(*match.span(), Soort.FREQUENTIE, per_year, "keer per jaar", elke=True)


def _birthday(reader: _Reader, match: re.Match[str]) -> float | None:
    """The number of a birthday: "achttiende", "18e", "18 ste"; None when there is none."""
    groups = match.groupdict()
    if groups.get("o") or groups.get("p"):
        return reader.number(match, "o" if groups.get("o") else "p")
    if groups.get("m"):
        digits = re.match(r"\d+", reader.word(match, "m").raw)
        return float(digits.group()) if digits else None
    return ordinal_in_words(match["ordinal"]) if groups.get("ordinal") else None


@_rule(
    rf"{_N} {_UNIT} (?:voor|vóór|na) (?:de|het|zijn|haar|hun|diens|iemands) "
    r"(?P<ordinal>[a-z]+(?:de|ste)|(?P<m>§)|(?P<o>#) e|(?P<p>#) ste) (?:verjaardag|levensjaar)"
)
def _age_beside_birthday(reader: _Reader, match: re.Match[str]) -> None:
    """ "Een half jaar voor de achttiende verjaardag" is an age of seventeen and a half."""
    age = _birthday(reader, match)
    if age is None or not 4 <= age <= 30 or not reader.take(*match.span()):
        return
    years = reader.number(match) * _days(match["unit"]) / DAGEN_PER["jaar"]
    before = " na " not in match.group()
    value = round(age - years if before else age + years, 2)
    reader.add(*match.span(), Soort.LEEFTIJD, value, "leeftijd in jaren", said="vanaf")


@_rule(
    r"(?:leeftijd van|vanaf de leeftijd van) (?P<n>#)(?: jaar)?",
    r"(?P<n>#) (?:jaar oud|jarige?n?|- jarige?n?|jaar of ouder|jaar en ouder|jaar of jonger)\b",
    r"(?P<ordinal>[a-z]+(?:de|ste)|(?P<m>§)|(?P<o>#) e|(?P<p>#) ste) (?:verjaardag|levensjaar|jaar\b)",
    r"(?P<n>#) (?=(?:wordt|is|zijn|worden|werd|bent|geworden)\b)",
    # "vanaf 12 jaar ook de jeugdige": so many years of life; "vanaf 12 jaar na" counts from something else
    r"(?:vanaf|boven de|onder de) (?P<n>#) jaar\b(?! (?:na|later|ervaring|geleden|na(?:dat)?)\b)",
    r"(?:jeugdigen|jeugdige|kinderen|kind|jongeren|jongere) (?:van|tot) (?P<n>#)(?: jaar)?\b",
)
def _age(reader: _Reader, match: re.Match[str]) -> None:
    groups = match.groupdict()
    value = reader.number(match) if groups.get("n") else _birthday(reader, match)
    if (
        value is not None
        and 4 <= value <= 30
        and reader.take(match.start(), match.end() - match.group().endswith(" "))
    ):
        end = match.end() - match.group().endswith(" ")
        reader.add(match.start(), end, Soort.LEEFTIJD, value, "leeftijd in jaren")


@_rule(r"(?P<n>[a-z]{3,14})jarige?n?\b")
def _age_in_one_word(reader: _Reader, match: re.Match[str]) -> None:
    value = number_in_words(match["n"])
    if value is not None and 4 <= value <= 30 and reader.take(*match.span()):
        reader.add(*match.span(), Soort.LEEFTIJD, value, "leeftijd in jaren")


@_rule(
    r"(?:om|voor|tot|na|vanaf|van|en|uiterlijk(?: om)?|-|–) (?P<n>#) uur\b(?! (?:per|in de|lang))",
    r"(?P<n>#)(?: (?:uur|u)\b)?(?= (?:tot|en|-|–) #)",
    r"(?P<n>#)(?: uur| u)?",
)
def _time(reader: _Reader, match: re.Match[str]) -> None:
    raw = reader.word(match, "n").raw
    clock = re.fullmatch(r"(\d{1,2})[.:](\d{2})", raw)
    hour, minute = (int(clock[1]), int(clock[2])) if clock else (None, 0)
    at_hour = match.group().endswith("uur") and not match.group().startswith("#")
    if hour is None and at_hour and match.group().split()[0] in ("om", "uiterlijk"):
        hour = int(reader.number(match)) if reader.number(match) == int(reader.number(match)) else None
    said_hour = ":" in raw or "uur" in match.group() or _hour_follows(reader, match.end())
    begin = match.start("n")
    if hour is not None and hour <= 24 and minute < 60 and said_hour and reader.take(begin, match.end()):
        reader.add(begin, match.end(), Soort.TIJDSTIP, hour * 60.0 + minute, "tijdstip")


def _hour_follows(reader: _Reader, end: int) -> bool:
    return bool(re.match(r" (?:tot|en|-|–) # (?:uur|u)\b", reader.line.text[end : end + 20]))


@_rule(
    rf"(?P<n>#) (?:tot|a|of|-|–) (?P<m>#) {_UNIT}",
    r"(?P<y>#) jaar(?: en)? (?P<n>#) (?P<unit>maanden|maand)\b",
    rf"{_N} (?:volle |hele |aaneengesloten |opeenvolgende )?{_UNIT}",
    r"(?P<n>#) (?P<unit>\( werk \) ?dagen)",
)
def _duration(reader: _Reader, match: re.Match[str]) -> None:
    unit, factor = _unit("werkdagen" if "werk )" in match["unit"] else match["unit"])
    if not reader.take(*match.span()):
        return
    if match.groupdict().get("m"):
        low, high = sorted((reader.number(match) * factor, reader.number(match, "m") * factor))
        reader.add(*match.span(), Soort.DUUR, low, unit, said="minstens")
        reader.add(*match.span(), Soort.DUUR, high, unit, said="hoogstens")
        return
    if match.groupdict().get("y"):
        years = reader.number(match, "y") + reader.number(match) / 12
        reader.add(*match.span(), Soort.DUUR, round(years, 2), "jaar")
        return
    reader.add(*match.span(), Soort.DUUR, reader.number(match) * factor, unit)


@_rule(r"(?:eerste|laatste) (?P<unit>halfjaar|kwartaal)\b")
def _first_half_year(reader: _Reader, match: re.Match[str]) -> None:
    if reader.take(*match.span("unit")):
        unit, factor = _unit(match["unit"])
        reader.add(*match.span("unit"), Soort.DUUR, factor, unit)


@_rule(r"(?:dezelfde|diezelfde|de zelfde|volgende|eerstvolgende) (?P<unit>dag|werkdag)\b")
def _this_or_next_day(reader: _Reader, match: re.Match[str]) -> None:
    if reader.take(*match.span()):
        reader.add(*match.span(), Soort.DUUR, 1, match["unit"], said="hoogstens")


@_rule(r"(?P<n>#) en een half(?! [a-z]+)", r"(?P<n>#)(?! (?:[a-z]+ )?#)")
def _half_year_of_age(reader: _Reader, match: re.Match[str]) -> None:
    """A bare "zestien en een half" is an age: nothing else is told in halves without a unit."""
    value = reader.number(match)
    whole = reader.word(match, "n")
    spoken = not whole.raw[:1].isdigit() or "½" in reader.text[whole.begin : whole.end]
    if value % 1 == 0.5 and 10 < value < 25 and spoken and reader.take(*match.span()):
        reader.add(*match.span(), Soort.LEEFTIJD, value, "leeftijd in jaren")


_UNIT_WORDS = {
    "km": "km", "kilometer": "km", "kilometers": "km", "fte": "fte", "fte's": "fte", "punten": "punt",
    "punt": "punt", "a4": "A4", "bladzijden": "bladzijde", "bladzijde": "bladzijde", "pagina": "bladzijde",
}  # fmt: skip


@_rule(
    r"(?<!artikel )(?<!paragraaf )(?<!bijlage )(?<!perceel )(?<!eis )(?<!hoofdstuk )(?<!groep )(?<!nummer )"
    r"(?P<n>#) (?:(?!en |of |tot |van |in |per |voor |bij |op |is |wordt |zijn )(?P<noun>[a-z][a-z]+))"
)
def _count(reader: _Reader, match: re.Match[str]) -> None:
    word = reader.word(match, "n")
    value = reader.number(match)
    is_year = re.fullmatch(r"(19|20)\d\d", word.raw) is not None
    begin, end = match.span("n")
    if not is_year and not any(reader.taken[match.start() : match.end()]) and reader.take(begin, end):
        unit = _UNIT_WORDS.get(match["noun"], match["noun"])
        reader.add(begin, match.end(), Soort.AANTAL, value, unit)


def _unit(word: str) -> tuple[str, float]:
    if word in _COMPOUND_UNITS:
        count, unit = _COMPOUND_UNITS[word]
        return unit, float(count)
    return _UNITS[word], 1.0


def _days(word: str) -> float:
    unit, factor = _unit(word)
    return DAGEN_PER[unit] * factor


def read_quantities(text: str) -> list[Hoeveelheid]:
    """All quantities in the text, in order. Spans are character positions in `text`. A range ("vier tot zes
    weken") gives its two ends, "24/7" gives hours per day and days per week."""
    if not _has_quantity(text):
        return []
    reader = _Reader(text)
    for pattern, rule in _RULES:
        for match in pattern.finditer(reader.line.text):
            rule(reader, match)
    return sorted(reader.found, key=lambda h: (h.begin, h.eind))


_HINT = re.compile(
    r"\d|½|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|half|halve|hal"
    r"|tig\b|honderd|duizend|miljoen|lijks|gewijs|nacht|etmaal|klok|elk|ieder|\bper\b|voor|dag\b|nuari|uari"
    r"|maandag|einde? van|maart|april|\bmei\b|juni|juli|augustus|tember|tober|vember|cember|jaar",
    re.IGNORECASE,
)


def _has_quantity(text: str) -> bool:
    """A cheap look that spares most sentences the patterns."""
    return _HINT.search(text) is not None


def by_kind(quantities: Iterable[Hoeveelheid], *kinds: Soort) -> list[Hoeveelheid]:
    """Those of these kinds."""
    return [h for h in quantities if h.soort in kinds]
