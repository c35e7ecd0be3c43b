"""The shared cases with a known optimum: found, proven, and without a broken rule."""

import json
from pathlib import Path

import pytest

from matcher import check, read_folder, solve
from tests.matcher.rechter import oordeel
from tests.shared import SHARED, needs_shared

GEVALLEN = sorted((SHARED / "plaatsing" / "gevallen").glob("*")) if SHARED.exists() else []


@needs_shared
@pytest.mark.parametrize("map_", GEVALLEN, ids=lambda map_: map_.name)
def test_bekend_optimum_wordt_gevonden_en_bewezen(map_: Path) -> None:
    verwacht = json.loads((map_ / "verwacht.json").read_text(encoding="utf-8"))
    probleem = read_folder(map_)
    plan = solve(probleem, seconds=10, workers=1)
    assert (plan.status, plan.kosten, plan.ondergrens) == ("OPTIMAL", verwacht["kosten"], verwacht["kosten"])
    assert check(probleem, plan).geldig
    assert oordeel(map_, plan) == (set(), dict(plan.kosten_per_criterium))
    if verwacht["aantal_optimale_plannen"] == 1:
        assert {n.jeugdige_id for n in plan.niet_geplaatst} == set(verwacht["niet_geplaatst"])
        assert sorted(plan.to_json()["plaatsingen"], key=str) == sorted(verwacht["plaatsingen"], key=str)


@needs_shared
@pytest.mark.slow
def test_klein_wordt_bewezen() -> None:
    map_ = SHARED / "plaatsing" / "klein"
    plan = solve(read_folder(map_), seconds=40, workers=2)
    assert (plan.status, plan.kosten, plan.ondergrens) == ("OPTIMAL", 43836, 43836)
    assert oordeel(map_, plan) == (set(), dict(plan.kosten_per_criterium))
