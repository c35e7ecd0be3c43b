"""The three example bids with what a careful assessor concluded: how much of it is found."""

import json
from pathlib import Path

import pytest

from compliance.controle import check_bid
from tests.shared import SHARED, needs_shared

BIDS = ("dev-1-ambulant-klein", "dev-2-systeemaanbieder", "dev-3-gezinshuis")
GEVONDEN = {"aangetoond", "deels", "strijdig"}


@pytest.mark.slow
@needs_shared
@pytest.mark.parametrize("naam", BIDS)
def test_statuses_agree_with_the_assessor(naam: str) -> None:
    map_ = SHARED / "inschrijvingen" / naam
    gold = json.loads(Path(map_ / "gold.json").read_text(encoding="utf-8"))["eisen"]
    onze = {oordeel.id: oordeel.status for oordeel in check_bid([map_ / "stukken"]).eisen}
    gelijk = sum(onze[id] == eis["status"] for id, eis in gold.items())
    assert gelijk >= 0.9 * len(gold)
    found = {id for id, status in onze.items() if status in GEVONDEN}
    assert len(found ^ {id for id, eis in gold.items() if eis["status"] in GEVONDEN}) <= 4
    strijdig = {id for id, status in onze.items() if status == "strijdig"}
    assert len(strijdig ^ {id for id, eis in gold.items() if eis["status"] == "strijdig"}) <= 2
