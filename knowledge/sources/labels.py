"""Eisen that carry a label of their own: "E1", "K-03", "Eis 1.2", "GE 4"."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from knowledge.sources.lines import Tekstregel

FEWEST = 3
LARGEST_GAP = 5
"""Numbers that a list of eisen may skip: lapsed ones are often left out."""

_LABEL = re.compile(
    r"^(?:(?P<word>[Ee]is|EIS)\s*(?:nr\.?|nummer)?\s*(?P<own>[A-Z]{0,3}[-.]?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?)"
    r"|(?P<code>(?P<prefix>[A-Z]{1,4}|PvE)(?:[-. ]|[.-] )?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?))"
    r"(?![\w%]|[.,]\d)\s*[.):–-]*(?:\s+(?P<rest>\S.*))?$"
)
_OBLIGES = re.compile(
    r"\b(?:dient|dienen|moet|moeten|zorgt|voldoet|voldoen|garandeert|beschikt|borgt|werkt|stelt|meldt|levert|biedt"
    r"|heeft|is|zijn|houdt|verplicht|committeert|draagt|rapporteert|registreert|mag|zal|gebruikt|informeert)\b"
)
_LEAST_LENGTH = 40
"""Characters of half of the rows, where no heading says that these are eisen: shorter rows are of a table."""


@dataclass(frozen=True, slots=True)
class _Rij:
    position: int
    identity: str
    numbers: tuple[int, ...]
    tekst: str


def find_labelled(lines: Sequence[Tekstregel], under_eisen: Callable[[int], bool]) -> dict[int, str]:
    """Position of the first line of each labelled eis, with its id as the document writes it.

    `under_eisen`: does this position stand under a heading that speaks of eisen? Elsewhere the rows
    themselves must read as eisen: long enough, and most of them asking something.
    """
    groups: defaultdict[str, list[_Rij]] = defaultdict(list)
    for position, line in enumerate(lines):
        if line.kopniveau and not line.rij:
            continue
        match = _LABEL.match(line.tekst)
        if not match:
            continue
        following = lines[position + 1].tekst if position + 1 < len(lines) else ""
        text = match["rest"] or following
        identity = match["own"] or match["code"]
        prefix = "eis" if match["word"] else match["prefix"]
        numbers = tuple(map(int, re.findall(r"\d+", identity)))
        if text[:1].isupper() or not text[:1].isalnum():
            groups[prefix].append(_Rij(position, identity, numbers, text))
    found: dict[int, str] = {}
    for prefix, rows in groups.items():
        for chain in _chains(rows):
            if len(chain) < FEWEST:
                continue
            named = prefix == "eis" or all(under_eisen(row.position) for row in chain)
            if named or _read_as_eisen(chain):
                found |= {row.position: row.identity for row in chain}
    return found


def _chains(rows: Sequence[_Rij]) -> list[list[_Rij]]:
    """Rows whose numbers go up, step by step; a row that does not fit is a mention in another text."""
    chain: list[_Rij] = []
    chains = [chain]
    for row in rows:
        if not chain or _follows(chain[-1].numbers, row.numbers):
            chain.append(row)
        elif row.numbers[-1] == 1 and row.numbers != chain[-1].numbers and len(chain) >= FEWEST:
            chain = [row]
            chains.append(chain)
    return chains


def _follows(last: tuple[int, ...], numbers: tuple[int, ...]) -> bool:
    if numbers <= last:
        return False
    common = 0
    while common < min(len(last), len(numbers)) and last[common] == numbers[common]:
        common += 1
    if common == len(last):
        return numbers[common] == 1
    return numbers[common] - last[common] <= LARGEST_GAP and all(n == 1 for n in numbers[common + 1 :])


def _read_as_eisen(rows: Sequence[_Rij]) -> bool:
    asking = sum(bool(_OBLIGES.search(row.tekst)) for row in rows)
    return asking >= 0.6 * len(rows) and median(len(row.tekst) for row in rows) >= _LEAST_LENGTH


def without_label(text: str, identity: str) -> str:
    """The first line of an eis without its label or number."""
    return re.sub(
        rf"^(?:eis\s*(?:nr\.?|nummer)?\s*)?{re.escape(identity)}\s*[.):–-]*(?:\s+|$)",
        "",
        text,
        flags=re.IGNORECASE,
    )
