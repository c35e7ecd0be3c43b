"""A cell's value as a Dutch reader sees it, given Excel's number format."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_EIGEN = 0xE000
"""First of the characters that stand in for fixed text; Unicode leaves them free for private use."""
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]')


def shown(value: object, format_code: str = "General") -> str:
    """Text of a cached cell value. Decimal comma, thousands point, dates as 18-07-2022 or 18 juli 2022.

    >>> shown(0.0251, "0.0%")
    '2,5%'
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, datetime | date | time | timedelta):
        return _moment(value, format_code)
    if isinstance(value, int | float):
        return _number(float(value), format_code)
    return " ".join(str(value).split())


def _moment(value: date | datetime | time | timedelta, format_code: str) -> str:
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    code = format_code.lower()
    month = _MAANDEN[value.month - 1]
    if "mmm" in code and "d" not in code.replace("red", ""):
        day = f"{month} {value.year}"
    elif "mmm" in code:
        day = f"{value.day} {month} {value.year}"
    else:
        day = f"{value:%d-%m-%Y}"
    if isinstance(value, datetime) and (value.hour or value.minute):
        day += f" {value:%H:%M}"
    return day


def _number(value: float, format_code: str) -> str:
    section, negative = _section(value, format_code or "General")
    literals: list[str] = []

    def lift(match: re.Match[str]) -> str:
        """Fixed text out of the way, so that only digits and signs of the format itself are left."""
        literals.append(match[1] or match[2] or match[3] or "")
        return chr(_EIGEN + len(literals) - 1)

    code = _LITERAL.sub(lift, section)
    digits = re.search(r"[#0?][#0?,.]*", code)
    if "general" in code.lower() or not digits or re.search(r"[eE][+-]|/", code):
        return _general(value)
    pattern = digits[0].rstrip(",")
    thousands = 1000 ** (len(digits[0]) - len(pattern))
    amount = Decimal(repr(abs(value))) * (100 if "%" in code else 1) / thousands
    text = _digits(amount, pattern)
    sign = "-" if negative and re.search(r"[1-9]", text) else ""
    around = re.sub(r"[#0?()+-]", "", code[: digits.start()] + "\0" + code[digits.end() :])
    for index, literal in enumerate(literals):
        around = around.replace(chr(_EIGEN + index), literal)
    return " ".join(around.replace("\0", sign + text).split())


def _digits(amount: Decimal, pattern: str) -> str:
    """A positive amount in a pattern such as #,##0.00, written the Dutch way; halves go up, as in Excel."""
    whole, _, fraction = pattern.partition(".")
    amount = amount.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    text = f"{amount:,f}" if "," in whole else f"{amount:f}"
    optional = len(fraction) - len(fraction.rstrip("#?"))
    if optional:
        fixed = len(text) - optional
        text = (text[:fixed] + text[fixed:].rstrip("0")).rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def _section(value: float, format_code: str) -> tuple[str, bool]:
    """The part of the format for this sign. A minus is always shown: brackets and red get lost in text."""
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', format_code)
    if value < 0:
        return (sections[1] if len(sections) > 1 and re.search(r"[#0?]", sections[1]) else sections[0]), True
    if value == 0 and len(sections) > 2 and re.search(r"[#0?]", sections[2]):
        return sections[2], False
    return sections[0], False


def _general(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}".replace(".", ",")
