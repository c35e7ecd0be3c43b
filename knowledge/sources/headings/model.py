"""A heading, and what the rules about headings share."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kop:
    """`nummer`: "8.5.3", "XII" for a bijlage, "" for a heading without number. `regels`: lines it takes."""

    soort: str
    """hoofdstuk, paragraaf, bijlage, deel, kop."""
    nummer: str
    titel: str
    regels: int = 1

    @property
    def pad(self) -> tuple[int, ...]:
        """The number as a row of integers; empty for what is not a chapter or paragraph."""
        return tuple(map(int, self.nummer.split("."))) if self.soort in ("hoofdstuk", "paragraaf") else ()


Koppen = dict[int, Kop]
"""Headings by the position of their first line."""

EISEN_TITLE = re.compile(r"\beisen\b.*\(\s*\d+\s*(?:t/m|tot en met|-)\s*\d+\s*\)$", re.IGNORECASE)
TABLE_HEAD = re.compile(r"^(?:nr|nummer)\.?\s+\S", re.IGNORECASE)


def title_of(text: str) -> str:
    """A heading without the signs around it."""
    return text.strip(" .:-–")


def with_number(nummer: str, titel: str, regels: int = 1) -> Kop:
    """The chapter ("8") or paragraph ("8.2") with this number."""
    return Kop("paragraaf" if "." in nummer else "hoofdstuk", nummer, title_of(titel), regels)
