"""The invented bids, read and judged whole, scored by the shared judge: floors that may not be lost."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from compliance.controle import check_bid
from tests.compliance.test_eigen_inschrijvingen import MAP, bouwer
from tests.shared import SHARED, needs_shared

VLOER = {
    "oefen-1-ambulant-ggz": 0.95,
    "oefen-2-combinatie-verblijf": 0.95,
    "oefen-3-dyslexie": 0.90,
    "oefen-4-pleegzorg-woonhuis": 0.85,
    "toets-1-gezinshuis": 0.85,
    "toets-2-ggz-verblijf": 0.95,
    "toets-3-pleegzorg-boerderij": 0.87,
    "toets-4-academische-ggz": 0.76,
    "toets-5-cooperatie": 0.70,
}


@cache
def _beoordelaar() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "score_compliance", SHARED / "tools" / "score_compliance.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@needs_shared
@pytest.mark.slow
@pytest.mark.parametrize("naam", VLOER)
def test_score_stays_above_its_floor(naam: str, tmp_path: Path) -> None:
    bouwer(MAP / naam)(tmp_path)
    rapport = check_bid([tmp_path]).model_dump(mode="json")
    gold = json.loads((MAP / naam / "gold.json").read_text(encoding="utf-8"))
    uitslag, _ = _beoordelaar().score(gold, rapport)
    assert uitslag["score"] >= VLOER[naam]
