"""The project says things in its own words: no file of it takes over a stretch of a source document.

A word is a run of letters, digits or the euro sign, in lower case; twelve of them in a row, equal to a row
of a source, are too many. Figures, names and terms alone never come to that.
"""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.shared import ROOT, SHARED, needs_shared

REEKS = 12
WOORD = re.compile(r"[a-zà-ÿ0-9€]+")
GEEN_TEKST = (".lock", ".json.gz", ".svg", ".css", ".js")


def reeksen(text: str) -> list[tuple[str, ...]]:
    """Every row of twelve words of the text, in order."""
    words = WOORD.findall(text.lower())
    return [tuple(words[i : i + REEKS]) for i in range(len(words) - REEKS + 1)]


def ontleend(text: str, bron: frozenset[tuple[str, ...]]) -> str:
    """The first row of the text that stands in the source too, or nothing."""
    return next((" ".join(reeks) for reeks in reeksen(text) if reeks in bron), "")


@cache
def bronnen() -> frozenset[tuple[str, ...]]:
    return frozenset(
        reeks
        for file in sorted((SHARED / "bronnen").glob("*.txt"))
        for reeks in reeksen(file.read_text(encoding="utf-8"))
    )


def tekstbestanden() -> list[Path]:
    """Files under version control that hold text; without git, the files that lie here."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=30
        ).stdout.split("\0")
    except (OSError, subprocess.SubprocessError):
        pytest.skip("this is no working copy of git: which files belong to the project is not known")
    files = [ROOT / name for name in listed if name and not name.endswith(GEEN_TEKST)]
    return [file for file in files if file.is_file() and b"\0" not in file.read_bytes()]


def test_a_row_taken_over_is_seen_whatever_its_signs_and_capitals() -> None:
    bron = frozenset(reeksen("Aap noot mies wim zus jet teun vuur gijs lam kees bok weide does hok duif"))
    assert ontleend("Hier: MIES, wim - zus; jet/teun vuur (gijs) lam kees bok\nweide does. Klaar", bron)
    assert not ontleend("Hier: mies wim zus jet teun vuur gijs lam kees bok weide. Klaar", bron)


@needs_shared
def test_no_file_takes_over_a_stretch_of_a_source_document() -> None:
    bron = bronnen()
    assert len(bron) > 40_000
    files = tekstbestanden()
    assert any(file.suffix == ".yaml" for file in files)
    found = {
        str(file.relative_to(ROOT)): taken
        for file in files
        if (taken := ontleend(file.read_bytes().decode("utf-8", "replace"), bron))
    }
    assert found == {}
