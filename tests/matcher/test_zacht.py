"""The smooth bound: below the bound itself, near it when cold, with the right slope; and the climb up it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import solve
from matcher.solver import oplossen
from matcher.solver.getallen import Kommagetallen
from matcher.solver.klimmen import Klimmer
from matcher.solver.opties import bouw_opties
from matcher.solver.prijzen import AFKOELEN, NASCHERPEN, Prijszoeker, Relaxatie
from matcher.solver.zacht import Zacht
from tests.matcher.bouw import willekeurig_probleem


def _los(zaad: int) -> Relaxatie | None:
    """A relaxation without brothers and sisters, which the smooth total leaves out; None where none is."""
    probleem = willekeurig_probleem(zaad, groot=True)
    relaxatie = Relaxatie(bouw_opties(replace(probleem, gewichten={**probleem.gewichten, "samen": 0})))
    bestaat = np.isfinite(relaxatie.waardeer(relaxatie.leeg()).ondergrens)
    return relaxatie if len(relaxatie.opties) and bestaat else None


@settings(max_examples=40, deadline=None)
@given(zaad=st.integers(min_value=0, max_value=10**9))
def test_zacht_ligt_onder_de_ondergrens_en_koud_er_vlak_bij(zaad: int) -> None:
    relaxatie = _los(zaad)
    if relaxatie is None:
        return
    prijzen = np.random.default_rng(zaad).random(relaxatie.leeg().shape) * 20 / relaxatie.schaars.schaal
    hard = relaxatie.waardeer(prijzen)
    zacht = Zacht(relaxatie.opties, relaxatie.schaars)
    warm, _ = zacht.weeg(prijzen, 50.0)
    koud, helling = zacht.weeg(prijzen, 0.01)
    assert warm <= koud + 1e-6 <= hard.ondergrens + 2e-6
    assert koud == pytest.approx(hard.ondergrens, abs=0.1 * len(relaxatie.opties.kinderen))
    # the slope is use less supply, and no use is below nothing
    assert (helling + relaxatie.schaars.aanbod >= -1e-9).all()


@settings(max_examples=25, deadline=None)
@given(zaad=st.integers(min_value=0, max_value=10**9), warmte=st.sampled_from([5.0, 40.0, 300.0]))
def test_de_helling_is_die_van_de_zachte_ondergrens(zaad: int, warmte: float) -> None:
    relaxatie = _los(zaad)
    if relaxatie is None:
        return
    kans = np.random.default_rng(zaad)
    prijzen = (1 + kans.random(relaxatie.leeg().shape) * 20) / relaxatie.schaars.schaal
    richting = kans.standard_normal(prijzen.shape) / relaxatie.schaars.schaal
    zacht = Zacht(relaxatie.opties, relaxatie.schaars)
    _, helling = zacht.weeg(prijzen, warmte)
    stap = 1e-3
    hoger, _ = zacht.weeg(prijzen + stap * richting, warmte)
    lager, _ = zacht.weeg(prijzen - stap * richting, warmte)
    verwacht = float((helling * richting).sum())
    # a move to where a child already is counts twice, so the sum is a hair off where paths are cut away
    assert (hoger - lager) / (2 * stap) == pytest.approx(verwacht, rel=1e-3, abs=0.05)


@settings(max_examples=25, deadline=None)
@given(zaad=st.integers(min_value=0, max_value=10**9))
def test_prijzen_van_de_klim_geven_een_ware_ondergrens(zaad: int) -> None:
    probleem = willekeurig_probleem(zaad, groot=True)
    plan = solve(probleem, seconds=20, workers=1)
    if plan.status != "OPTIMAL":
        return
    assert plan.kosten is not None
    zoeker = Prijszoeker(Relaxatie(bouw_opties(probleem)))
    eerst = zoeker.beste.ondergrens
    zoeker.verzacht(AFKOELEN, 1e9, 10.0, lambda: False)
    zoeker.snij()
    zoeker.verzacht(NASCHERPEN, 1e9, 10.0, lambda: False)
    assert eerst - 1e-6 <= zoeker.beste.ondergrens
    assert zoeker.ondergrens <= plan.kosten


@settings(max_examples=15, deadline=None)
@given(zaad=st.integers(min_value=0, max_value=10**9))
def test_wie_eerst_klimt_vindt_hetzelfde_beste_plan(zaad: int) -> None:
    probleem = willekeurig_probleem(zaad, groot=True)
    plan = solve(probleem, seconds=20, workers=1)
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(oplossen, "KLEINSTE_KERN", 1)
        klimmend = solve(probleem, seconds=20, workers=1)
    assert (klimmend.status, klimmend.kosten) == (plan.status, plan.kosten)


def test_een_klim_vindt_de_top_binnen_de_grenzen() -> None:
    top = np.array([[3.0, -2.0, 0.5], [100.0, 0.0, 7.0]])
    krom = np.array([[1.0, 5.0, 30.0], [0.1, 2.0, 0.01]])

    def functie(x: Kommagetallen) -> tuple[float, Kommagetallen]:
        return -float((krom * (x - top) ** 2).sum()), -2 * krom * (x - top)

    klimmer = Klimmer(functie, np.zeros_like(top))
    for _ in range(60):
        if not klimmer.stap():
            break
    assert klimmer.x == pytest.approx(np.maximum(0, top), abs=1e-3)
