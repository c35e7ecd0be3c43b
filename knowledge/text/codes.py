"""Names with a number or letter that must be matched exactly: TG5, perceel 4, eis 83, intensiteit E,
klasse G, 317-bericht, bijlage XII, § 5.3.1, hoofdstuk 2."""

import re
from dataclasses import dataclass

from knowledge.text.normalise import fold


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """`soort`: eis, perceel, tg, intensiteit, klasse, bericht, bijlage, paragraaf, hoofdstuk, artikel."""

    soort: str
    waarde: str

    def __str__(self) -> str:
        return f"{self.soort}:{self.waarde}"


_ROMAN = r"[ivxlc]+"
_NUMBERS = r"\d{1,3}(?:\s*(?:,|;|en|of|t/m|tot en met|-|&)\s*\d{1,3}(?![\d.]))*"
_LETTERS = r"[a-l](?:\s*(?:,|en|of|t/m|tot en met|-)\s*[a-l]\b)*"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("eis", re.compile(rf"\beis(?:en)?(?:nummer)?\s+(?:nr\.?\s*|nummer\s+)?({_NUMBERS}|{_LETTERS})\b")),
    ("perceel", re.compile(rf"\b(?:perceel|percelen)\s+(?:nr\.?\s*|nummer\s+)?({_NUMBERS})\b")),
    ("tg", re.compile(rf"\b(?:tg\.?|tariefgroep(?:en)?|tarief\s?groep(?:en)?)[\s-]*({_NUMBERS})\b")),
    ("intensiteit", re.compile(rf"\bintensiteit(?:en)?\s+({_LETTERS})(?![\w'])")),
    ("klasse", re.compile(rf"\b(?:tarief)?klassen?\s+({_LETTERS})(?![\w'])")),
    ("klasse", re.compile(r"\bggz[\s-]+([c-h])(?![\w'])")),
    ("bericht", re.compile(r"\b(?:i?jw\s?)?(3\d\d)[\s-]*(?:i?jw\b|(?:[a-z]+\s)?[a-z]*bericht)")),
    ("bericht", re.compile(r"\b(?:[a-z]*bericht|i?jw|bericht\s+\(?jw)[\s-]*\(?(3\d\d)\b")),
    ("bijlage", re.compile(rf"\bbijlagen?\s+({_ROMAN}|\d{{1,2}})\b")),
    ("paragraaf", re.compile(r"(?:§|\bparagraaf|\bpar\.|\bartikel|\bhoofdstuk)\s*(\d{1,2}(?:\.\d{1,2})+)")),
    ("hoofdstuk", re.compile(r"\bhoofdstuk\s+(\d{1,2})(?![.\d])")),
)


def find_codes(text: str) -> frozenset[Code]:
    """All codes named in the text, ranges and lists taken apart: "percelen 1 t/m 3" names three."""
    plain = fold(text)
    return frozenset(
        Code(soort, waarde)
        for soort, pattern in _PATTERNS
        for match in pattern.finditer(plain)
        for waarde in _members(match.group(1))
    )


def _members(listed: str) -> list[str]:
    if re.fullmatch(r"[\divxlc.]+", listed):
        return [listed]
    parts = re.findall(r"\d+|\b[a-l]\b|t/m|tot en met|(?<=[\da-l])\s*-\s*(?=[\da-l])", listed)
    members: list[str] = []
    until = False
    for part in parts:
        if part in ("t/m", "tot en met") or part.strip() == "-":
            until = True
        elif until and members and len(members) < 150:
            members += _between(members[-1], part)
            until = False
        else:
            members.append(part)
    return members


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first) + 1, int(last) + 1)]
    if len(first) == len(last) == 1:
        return [chr(c) for c in range(ord(first) + 1, ord(last) + 1)]
    return [last]
