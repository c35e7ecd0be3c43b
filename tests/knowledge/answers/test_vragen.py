"""Floors for the quality of answers, on sets of questions over the five shared documents.

The test halves (`toets`, `beoordelaar`) are only measured: nothing here tells which of their questions went
wrong.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from knowledge.answers import Assistant
from knowledge.catalogue import load_tender
from knowledge.sources import Bronnen, import_file
from tests.shared import SHARED, needs_shared

pytestmark = [needs_shared, pytest.mark.slow]

TESTS = Path(__file__).resolve().parent.parent
SETS = {
    "dev": SHARED / "vragen" / "dev.jsonl",
    "eigen": TESTS / "vragen_eigen.jsonl",
    "oefen": TESTS / "vragen" / "oefen.jsonl",
    "toets": TESTS / "vragen" / "toets.jsonl",
    "aanbieder": TESTS / "vragen" / "oefen_aanbieder.jsonl",
    "coordinator": TESTS / "vragen" / "oefen_coordinator.jsonl",
    "gezinshuis": TESTS / "vragen" / "oefen_gezinshuis.jsonl",
    "raadslid": TESTS / "vragen" / "oefen_raadslid.jsonl",
    "administratie": TESTS / "vragen" / "oefen_administratie.jsonl",
    "beoordelaar": TESTS / "vragen" / "toets_beoordelaar.jsonl",
}
JUDGED = ("citaat_1", "citaat_3", "feiten", "geweigerd")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    store = Bronnen(tmp_path_factory.mktemp("bronnen"))
    for file in sorted((SHARED / "bronnen").glob("*.txt")):
        import_file(file, None, store)
    return Assistant(load_tender(), store)


def score(assistant: Assistant, name: str) -> dict[str, float]:
    """The mean of each verdict, and their mean as `score`. `ook`: of a comparison both sides are cited."""
    sys.path.insert(0, str(SHARED / "tools"))
    try:
        from score_vragen import judge, same_place  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    verdicts: dict[str, list[bool]] = defaultdict(list)
    for line in filter(None, SETS[name].read_text(encoding="utf-8").splitlines()):
        row: dict[str, Any] = json.loads(line)
        answer = assistant.ask(row["vraag"], None, row.get("gesprek", []))
        for key, verdict in judge(row, answer.to_json()).items():
            verdicts[key].append(verdict)
        for side in row.get("ook", []):
            cited = [c.vindplaats for c in answer.citaten if c.bron == side["bron"]]
            right = any(same_place(gold, place) for gold in side["vindplaatsen"] for place in cited)
            verdicts["ook"].append(answer.beantwoord and right)
    means = {key: sum(values) / len(values) for key, values in verdicts.items()}
    means["score"] = sum(means[key] for key in JUDGED) / len(JUDGED)
    return means


def test_shared_questions(assistant: Assistant) -> None:
    found = score(assistant, "dev")
    assert found["citaat_1"] >= 0.90 and found["citaat_3"] >= 0.97, found
    assert found["feiten"] >= 0.92 and found["geweigerd"] >= 0.9, found


# `toets` and `beoordelaar` are only measured, and lie well below the others: how one writer asks carries over
# to the next only in part.
FLOORS = {
    "eigen": 0.92, "oefen": 0.91, "aanbieder": 0.85, "coordinator": 0.84, "toets": 0.77, "beoordelaar": 0.77,
    "gezinshuis": 0.75, "raadslid": 0.76, "administratie": 0.87,
}  # fmt: skip


@pytest.mark.parametrize(("name", "least"), FLOORS.items())
def test_other_questions(assistant: Assistant, name: str, least: float) -> None:
    found = score(assistant, name)
    assert found["score"] >= least, found


def test_comparisons_cite_both_sides(assistant: Assistant) -> None:
    assert score(assistant, "oefen")["ook"] >= 0.8
