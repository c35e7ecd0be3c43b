"""What extraction leaves behind (footers, cut words and addresses, broken rows) reaches no passage."""

import re
from collections import Counter
from pathlib import Path

import pytest

from knowledge.sources import Brondocument, read_source
from tests.knowledge.sources.maken import maak_docx, maak_pdf, stukken
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared

NAMES = ("ijsselland-inkoopdocument", "ijsselland-inkoopstrategie", "ijmond", "dalfsen", "noordoost-brabant")

RUBBLE = {
    "page footer": r"(?i)\bpagina\s*\|?\s*\d+(?:\s*(?:van|/)\s*\d+)?\s*$|^\d{1,3}\s*(?:van|/)\s*\d{1,3}$",
    "version line": r"(?i)\bversie\s*\d[\d.]*\s*d\.d\.",
    "loose address": r"^(?:https?://|www\.|mailto:)\S+$",
    "cut address": r"(?:https?://|www\.)\S*[-/_=&]\s*$",
    "cells with bars": r"\s\|\s|\s\|$|^\|",
    "cut word at the end": r"[a-zà-ÿ]-\s*$",
    "cut word": r"[a-zà-ÿ]{2}- (?!en\b|of\b|dan\b|tot\b|als\b|en/of\b|noch\b|respectievelijk\b)[a-zà-ÿ]{2}",
    "loose number": r"^\W*\d[\d.,]*\W*$",
    "loose signs": r"^\W+$",
    "loose letter": r"^\w$",
    "control or private sign": r"[\x00-\x09\x0b-\x1f\ufffd\u00ad\ue000-\uf8ff]",
    "double space": r"[^\S\n]{2,}|^\s|\s$",
    "dot leaders": r"\.{5,}|…{2,}|_{4,}",
    "end mark": r"(?i)^<einde.*>$",
}


def rubble(document: Brondocument) -> list[tuple[str, str, str]]:
    """Kind, place and text of every unit that matches a pattern."""
    units = [(p.vindplaats, unit) for p in document.passages for unit in p.tekst.split("\n")]
    found = [
        (kind, place, unit[-90:])
        for place, unit in units
        for kind, pattern in RUBBLE.items()
        if re.search(pattern, unit)
    ]
    # A short line that comes back in one place after another is a running header or footer.
    places = Counter(unit for _, unit in {(place, unit) for place, unit in units if len(unit) < 90})
    often = max(5, len({place for place, _ in units}) // 10)
    return found + [("repeated line", "", unit) for unit, times in places.items() if times > often]


@pytest.mark.parametrize("name", NAMES)
def test_text(name: str) -> None:
    found = rubble(read_source(next((SHARED / "bronnen").glob(f"{name}*.txt"))))
    assert [r for r in found if r not in KNOWN] == []


@pytest.mark.parametrize("name", NAMES)
def test_docx(name: str, tmp_path: Path) -> None:
    content = stukken(next((SHARED / "bronnen").glob(f"{name}*.txt")))
    found = rubble(read_source(maak_docx(tmp_path / "bron.docx", content, "getypt")))
    assert [r for r in found if r not in KNOWN] == []


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=pytest.mark.slow) if n == NAMES[0] else n for n in NAMES]
)
def test_pdf(name: str, tmp_path: Path) -> None:
    content = stukken(next((SHARED / "bronnen").glob(f"{name}*.txt")))
    found = rubble(read_source(maak_pdf(tmp_path / "bron.pdf", content, "automatisch", inhoudsopgave=True)))
    assert [r for r in found if r not in KNOWN] == []


KNOWN = [
    # What every bijlage that lies elsewhere says, word for word.
    ("repeated line", "", "Te vinden als apart document in Aanbestedingskalender.nl"),
]
