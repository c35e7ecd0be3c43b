"""Laying children from prices: a plan by the rules, no cheaper than the best, and twice the same."""

import numpy as np
import pytest

from matcher import check, solve
from matcher.plan import NietGeplaatst, Plan
from matcher.solver import duik as module
from matcher.solver import oplossen
from matcher.solver.duik import duik
from matcher.solver.opties import bouw_opties
from matcher.solver.prijzen import AFKOELEN, Prijszoeker, Relaxatie
from matcher.solver.stand import Stand, rijen
from matcher.solver.warm import rijen_van_stand, stand_van_rijen
from tests.matcher.bouw import willekeurig_probleem

ZADEN = range(12)


def _gedoken(zaad: int) -> tuple[Relaxatie, Stand | None]:
    probleem = willekeurig_probleem(zaad, groot=True)
    relaxatie = Relaxatie(bouw_opties(probleem))
    if not np.isfinite(relaxatie.waardeer(relaxatie.leeg()).ondergrens):
        return relaxatie, None
    prijzen = Prijszoeker(relaxatie)
    prijzen.verzacht(AFKOELEN, 1e9, 10.0, lambda: False)
    return relaxatie, duik(relaxatie, prijzen.beste.prijzen, 30.0, 0, lambda: False)


@pytest.mark.parametrize("laatsten", [0, 3, 500])
def test_een_duik_geeft_een_plan_volgens_de_regels(laatsten: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LAATSTEN", laatsten)
    gevonden = 0
    for zaad in ZADEN:
        relaxatie, stand = _gedoken(zaad)
        if stand is None:
            continue
        gevonden += 1
        probleem, per_kind = relaxatie.opties.probleem, rijen(relaxatie.opties, stand.paden)
        plan = Plan(
            "FEASIBLE",
            stand.kosten,
            0,
            0.0,
            tuple(p for rij in per_kind.values() for p in rij),
            tuple(NietGeplaatst(wie, ()) for wie in probleem.jeugdigen if wie not in per_kind),
        )
        controle = check(probleem, plan)
        assert controle.geldig
        assert controle.kosten == stand.kosten
        beste = solve(probleem, seconds=20, workers=1)
        if beste.status == "OPTIMAL":
            assert beste.kosten is not None
            assert stand.kosten >= beste.kosten
    assert gevonden >= 3


def test_twee_keer_duiken_geeft_hetzelfde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LAATSTEN", 3)
    for zaad in ZADEN:
        relaxatie, een = _gedoken(zaad)
        _, ander = _gedoken(zaad)
        assert een == ander
        if een is not None:
            assert stand_van_rijen(relaxatie.opties, rijen_van_stand(relaxatie.opties, een)) == een


@pytest.mark.slow
def test_een_groot_probleem_wordt_zo_opgelost(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole search with a dive: a plan by the rules, no cheaper than its bound."""
    monkeypatch.setattr(oplossen, "KLEINSTE_KERN", 1)
    monkeypatch.setattr(oplossen, "DUIK_KNOPEN", 1)
    monkeypatch.setattr(module, "LAATSTEN", 3)
    for zaad in ZADEN[:4]:
        probleem = willekeurig_probleem(zaad, groot=True)
        plan = solve(probleem, seconds=15, workers=2)
        if plan.kosten is not None:
            assert check(probleem, plan).geldig
            assert plan.ondergrens is not None
            assert plan.ondergrens <= plan.kosten


def test_wie_geen_plek_kreeg_gaat_de_volgende_keer_voor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two residents in turn are left without; the third dive lays both first, and then it is enough."""
    gevraagd: list[frozenset[int]] = []

    def een_duik(*argumenten: object) -> frozenset[int]:
        eerst = argumenten[-1]
        assert isinstance(eerst, frozenset)
        gevraagd.append(eerst)
        return frozenset({len(gevraagd)})

    monkeypatch.setattr(module, "_een_duik", een_duik)
    relaxatie = Relaxatie(bouw_opties(willekeurig_probleem(1, groot=True)))
    assert duik(relaxatie, relaxatie.leeg(), 30.0, 0, lambda: False) is None
    assert gevraagd == [frozenset(), frozenset({1}), frozenset({1, 2})]
