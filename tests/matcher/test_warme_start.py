"""Solving from an earlier plan: never worse than it, and kept as far as the rules still allow."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import Plan, Vastlegging, check, solve
from matcher.solver.constructie import TijdOp
from matcher.solver.opties import bouw_opties
from matcher.solver.warm import stand_van_plan
from tests.matcher.bouw import groep, jeugdige, plan, probleem, willekeurig_plan, willekeurig_probleem


def _alleen_lezen(p: object, start: Plan) -> Plan:
    """Solve with no time to do better than the start."""
    return solve(p, seconds=5, workers=1, stop=lambda: True, start=start)  # type: ignore[arg-type]


@settings(max_examples=30, deadline=None)
@given(zaad=st.integers(min_value=0, max_value=10**9))
def test_nooit_slechter_dan_een_geldige_start(zaad: int) -> None:
    p = willekeurig_probleem(zaad, groot=True)
    start = willekeurig_plan(p, zaad)
    controle = check(p, start)
    if not controle.geldig:
        start = solve(p, seconds=10, workers=1)
        if start.status == "INFEASIBLE":
            return
        controle = check(p, start)
    uit = _alleen_lezen(p, start)
    assert check(p, uit).geldig
    assert uit.kosten is not None and uit.kosten <= controle.kosten


@settings(max_examples=25, deadline=None)
@given(zaad=st.integers(min_value=0, max_value=10**9))
def test_een_start_die_niet_meer_klopt_wordt_hersteld_of_vergeten(zaad: int) -> None:
    p = willekeurig_probleem(zaad, groot=True)
    kapot = willekeurig_plan(p, zaad + 1)
    try:
        uit = _alleen_lezen(p, kapot)
    except TijdOp:
        return  # nothing to build on, and no time for a plan of our own
    if uit.status != "INFEASIBLE":
        assert check(p, uit).geldig


def test_de_start_blijft_staan_waar_hij_mag() -> None:
    p = probleem([groep(), groep("G2")], [jeugdige("J1"), jeugdige("J2")])
    start = plan(("J1", 1, "G2", 0, 52), ("J2", 1, "G1", 0, 52))
    uit = _alleen_lezen(p, start)
    assert uit.per_jeugdige == start.per_jeugdige
    # a pin on J1 moves J1, and J2 with it, since there is one bed each
    p = replace(p, vastleggingen=(Vastlegging("J1", 1, "G1", True),))
    stand = stand_van_plan(bouw_opties(p), start)
    assert stand is not None
    uit = solve(p, seconds=5, workers=1, start=start)
    assert (uit.status, uit.per_jeugdige["J1"][0].groep_id, uit.per_jeugdige["J2"][0].groep_id) == (
        "OPTIMAL",
        "G1",
        "G2",
    )


def test_een_nieuw_kind_krijgt_een_plek_naast_de_anderen() -> None:
    start = plan(("J1", 1, "G1", 0, 52))
    p = probleem([groep(capaciteit=2)], [jeugdige("J1"), jeugdige("J2")])
    uit = _alleen_lezen(p, start)
    assert set(uit.per_jeugdige) == {"J1", "J2"}


def test_een_bewoner_die_ontbreekt_in_de_start_wordt_toch_gehuisvest() -> None:
    p = probleem([groep(), groep("G2")], [jeugdige("J1", huidige_groep="G1"), jeugdige("J2")])
    uit = _alleen_lezen(p, plan(zonder=("J2",)))
    assert "J1" in uit.per_jeugdige
