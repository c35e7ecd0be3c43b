"""Floors for the quality of answers, on two sets of questions over the five shared documents."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from knowledge.answers import Assistant
from knowledge.catalogue import load_tender
from knowledge.sources import Bronnen, import_file
from tests.shared import SHARED, needs_shared

pytestmark = [needs_shared, pytest.mark.slow]

OWN = Path(__file__).resolve().parent.parent / "vragen_eigen.jsonl"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    store = Bronnen(tmp_path_factory.mktemp("bronnen"))
    for file in sorted((SHARED / "bronnen").glob("*.txt")):
        import_file(file, None, store)
    return Assistant(load_tender(), store)


def questions(file: Path, part: str | None = None) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if part is None or row["deel"] == part]


def score(assistant: Assistant, rows: list[dict[str, Any]]) -> dict[str, float]:
    sys.path.insert(0, str(SHARED / "tools"))
    try:
        from score_vragen import judge  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    verdicts = [judge(row, assistant.ask(row["vraag"]).to_json()) for row in rows]
    keys = ("citaat_1", "citaat_3", "feiten", "geweigerd")
    means = {}
    for key in keys:
        values = [v[key] for v in verdicts if key in v]
        means[key] = sum(values) / len(values)
    means["score"] = sum(means.values()) / len(keys)
    return means


def test_shared_questions(assistant: Assistant) -> None:
    found = score(assistant, questions(SHARED / "vragen" / "dev.jsonl"))
    assert found["score"] >= 0.94, found
    assert found["citaat_1"] >= 0.90 and found["feiten"] >= 0.85, found


@pytest.mark.parametrize(("part", "least"), [("oefen", 0.90), ("toets", 0.83)])
def test_own_questions(assistant: Assistant, part: str, least: float) -> None:
    found = score(assistant, questions(OWN, part))
    assert found["score"] >= least, found
