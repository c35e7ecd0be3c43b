"""What the papers point at is there: files, tests by name, commands, and the marks of what is still open."""

import ast
import re
from pathlib import Path

import pytest

from tests.shared import ROOT

MAP = ROOT / "docs" / "recht"
STUKKEN = sorted(MAP.glob("*.md"))
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)#\s]+)\)")
_WORTELS = ("tests/", "web/", "matcher/", "compliance/", "knowledge/", "docs/", "scripts/")


def functies_in(pad: Path) -> set[str]:
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(boom) if isinstance(node, ast.FunctionDef)}


def test_the_papers_are_there() -> None:
    namen = {pad.name for pad in STUKKEN}
    assert namen == {"README.md", "avg22.md", "bewaartermijnen.md", "dpia.md", "iama.md"}


@pytest.mark.parametrize("pad", STUKKEN, ids=lambda pad: pad.name)
def test_every_file_and_test_that_is_named_exists(pad: Path) -> None:
    tekst = pad.read_text(encoding="utf-8")
    for genoemd in _CODE.findall(tekst):
        if not genoemd.startswith(_WORTELS):
            continue
        bestand, _, functie = genoemd.partition("::")
        assert (ROOT / bestand).exists(), genoemd
        assert not functie or functie in functies_in(ROOT / bestand), genoemd
    for link in _LINK.findall(tekst):
        if not link.startswith("https://"):
            assert (pad.parent / link).exists(), link


@pytest.mark.parametrize("pad", STUKKEN, ids=lambda pad: pad.name)
def test_what_the_region_decides_is_marked(pad: Path) -> None:
    assert "Nog te besluiten door de regio" in pad.read_text(encoding="utf-8")
