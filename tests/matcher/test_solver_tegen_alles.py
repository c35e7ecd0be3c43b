"""The solver against trying everything, on problems small enough for that."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import Probleem, check, solve
from matcher.kosten import kosten_per_criterium
from matcher.plan import NietGeplaatst, Plaatsing, Plan
from matcher.regels import fase_weken, startweken
from matcher.solver.opties import bouw_opties
from matcher.solver.prijzen import Prijszoeker, Relaxatie
from tests.matcher.bouw import willekeurig_probleem

MEESTE = 4000
"""Combinations to try at most; larger problems are passed over."""


def _rijen(probleem: Probleem, jeugdige_id: str) -> list[tuple[Plaatsing, ...]]:
    """Every way to place one child that its own rules allow, and no place (an empty row)."""
    jeugdige = probleem.jeugdigen[jeugdige_id]
    alleen = Probleem(
        probleem.peildatum,
        probleem.horizon,
        probleem.groepen,
        {jeugdige_id: jeugdige},
        probleem.vastleggingen,
        probleem.gewichten,
    )
    rijen: list[tuple[Plaatsing, ...]] = [] if jeugdige.bewoner else [()]
    for start in startweken(jeugdige, probleem.horizon):
        weken = fase_weken(jeugdige, start, probleem.horizon)
        for groepen in product(probleem.groepen, repeat=len(weken)):
            rij = tuple(
                Plaatsing(jeugdige_id, nr, groep, van, tot)
                for nr, (groep, (van, tot)) in enumerate(zip(groepen, weken, strict=True), 1)
            )
            regels = {o.regel for o in check(alleen, Plan("FEASIBLE", 0, 0, 0, rij, ())).overtredingen}
            if regels <= {1, 7}:
                rijen.append(rij)
    return rijen


def beste_kosten(probleem: Probleem) -> int | str | None:
    """The least cost of all plans, None when there is none, 'te groot' when there are too many to try."""
    keuzes = {jeugdige_id: _rijen(probleem, jeugdige_id) for jeugdige_id in probleem.jeugdigen}
    aantal = 1
    for rijen in keuzes.values():
        aantal *= len(rijen)
    if aantal > MEESTE:
        return "te groot"
    beste = None
    for rijen in product(*keuzes.values()):
        zonder = tuple(NietGeplaatst(j) for j, rij in zip(keuzes, rijen, strict=True) if not rij)
        plan = Plan("FEASIBLE", 0, 0, 0, tuple(p for rij in rijen for p in rij), zonder)
        per_kind = defaultdict(list)
        for p in plan.plaatsingen:
            per_kind[p.jeugdige_id].append(p)
        kosten = sum(kosten_per_criterium(probleem, per_kind).values())
        if (beste is None or kosten < beste) and check(probleem, plan).geldig:
            beste = kosten
    return beste


@settings(max_examples=60, deadline=None)
@given(zaad=st.integers(min_value=0, max_value=10**9))
def test_de_oplosser_vindt_en_bewijst_het_beste_plan(zaad: int) -> None:
    probleem = willekeurig_probleem(zaad)
    beste = beste_kosten(probleem)
    if beste == "te groot":
        return
    plan = solve(probleem, seconds=20, workers=1)
    if beste is None:
        assert plan.status == "INFEASIBLE"
        assert plan.plaatsingen == () and plan.niet_geplaatst == ()
        return
    assert (plan.status, plan.kosten, plan.ondergrens) == ("OPTIMAL", beste, beste)
    assert check(probleem, plan).geldig


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(zaad=st.integers(min_value=0, max_value=10**9))
def test_grotere_problemen_geven_geldige_plannen_en_een_ware_ondergrens(zaad: int) -> None:
    probleem = willekeurig_probleem(zaad, groot=True)
    plan = solve(probleem, seconds=10, workers=1)
    if plan.status == "INFEASIBLE":
        return
    controle = check(probleem, plan)
    assert controle.geldig
    assert controle.kosten == plan.kosten
    assert plan.ondergrens is not None and plan.kosten is not None and plan.ondergrens <= plan.kosten
    # the bound of the prices alone may never pass the proven optimum
    if plan.status == "OPTIMAL":
        zoeker = Prijszoeker(Relaxatie(bouw_opties(probleem)))
        zoeker.verbeter(plan.kosten + 1000, 2.0, stappen=300)
        assert zoeker.ondergrens <= plan.kosten
