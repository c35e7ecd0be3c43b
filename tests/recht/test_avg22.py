"""A person stays in charge (AVG art. 22): nothing is chosen beforehand, and no child gets a score."""

import re
from dataclasses import fields
from typing import get_type_hints

import pytest

from matcher.plan import NietGeplaatst, Plaatsing, Plan
from tests.matcher.bouw import plan
from tests.shared import ROOT

VOORSTELLEN = ("plan.html", "rapport.html", "zelfcheck.html", "passage.html")
"""Pages that show what the computer proposes."""


@pytest.mark.parametrize("naam", VOORSTELLEN)
def test_no_proposal_is_chosen_beforehand(naam: str) -> None:
    """No box is ticked and no choice is made where the computer proposes something."""
    tekst = (ROOT / "web" / "templates" / "pages" / naam).read_text(encoding="utf-8")
    assert not re.search(r"\b(?:checked|selected)\b", tekst)


def test_a_plan_holds_no_score_of_a_child() -> None:
    """Where and when, or why not: nothing that says how well it will go, or how a child ranks."""
    assert {veld.name for veld in fields(Plaatsing)} == {
        "jeugdige_id",
        "fase",
        "groep_id",
        "week_van",
        "week_tot",
    }
    assert {veld.name for veld in fields(NietGeplaatst)} == {"jeugdige_id", "redenen"}
    gegeven = plan(("J1", 1, "G1", 0, 52), zonder=("J2",)).to_json()
    per_kind = [*gegeven["plaatsingen"], *gegeven["niet_geplaatst"]]
    assert not any(isinstance(waarde, float) for rij in per_kind for waarde in rij.values())
    assert get_type_hints(Plan)["kosten"] == int | None
