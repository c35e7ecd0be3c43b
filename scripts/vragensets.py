"""The sets of questions that the benches ask, and whether a found place is the right one."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
OWN = ROOT / "tests" / "knowledge"

SETS = {
    "gedeeld": SHARED / "vragen" / "dev.jsonl",
    "eigen": OWN / "vragen_eigen.jsonl",
    "oefen": OWN / "vragen" / "oefen.jsonl",
    "aanbieder": OWN / "vragen" / "oefen_aanbieder.jsonl",
    "coordinator": OWN / "vragen" / "oefen_coordinator.jsonl",
    "gezinshuis": OWN / "vragen" / "oefen_gezinshuis.jsonl",
    "raadslid": OWN / "vragen" / "oefen_raadslid.jsonl",
    "administratie": OWN / "vragen" / "oefen_administratie.jsonl",
}
"""The test half of the questions (toets.jsonl) is for measuring the assistant as a whole only."""

Row = dict[str, Any]


def read(name: str) -> list[Row]:
    """The questions of a set; none where its file is not here."""
    file = SETS[name]
    if not file.is_file():
        return []
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def answerable(rows: list[Row]) -> list[Row]:
    """Questions on their own that have an answer in one source."""
    return [row for row in rows if row["beantwoordbaar"] and row.get("soort", "enkel") == "enkel"]


def same_place() -> Callable[[str, str], bool]:
    """Is a found place (second) the asked one or deeper: the rule of the shared scoring."""
    sys.path.insert(0, str(SHARED / "tools"))
    from score_vragen import same_place as rule

    return rule
