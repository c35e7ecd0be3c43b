"""The own check and the independent judge agree on random problems and plans: rules broken and cost."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher import check, read_folder
from tests.matcher.bouw import schrijf, willekeurig_plan, willekeurig_probleem
from tests.matcher.rechter import oordeel
from tests.shared import needs_shared

ZADEN = st.integers(min_value=0, max_value=10**9)


@needs_shared
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(zaad=ZADEN, plannen=st.lists(ZADEN, min_size=5, max_size=5))
def test_eigen_controle_en_rechter_zijn_het_eens(tmp_path: Path, zaad: int, plannen: list[int]) -> None:
    probleem = willekeurig_probleem(zaad, groot=zaad % 3 == 0)
    map_ = schrijf(tmp_path / "map", probleem)
    for planzaad in plannen:
        plan = willekeurig_plan(probleem, planzaad)
        controle = check(probleem, plan)
        regels, kosten = oordeel(map_, plan)
        assert {o.regel or "plan" for o in controle.overtredingen} == regels
        assert dict(controle.kosten_per_criterium) == kosten


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(zaad=ZADEN)
def test_geschreven_probleem_wordt_hetzelfde_gelezen(tmp_path: Path, zaad: int) -> None:
    probleem = willekeurig_probleem(zaad)
    gelezen = read_folder(schrijf(tmp_path / "map", probleem))
    assert gelezen.groepen == probleem.groepen
    assert gelezen.jeugdigen == probleem.jeugdigen
    assert gelezen.vastleggingen == probleem.vastleggingen
    assert gelezen.gewichten == probleem.gewichten


@needs_shared
@pytest.mark.parametrize("soort", [1, 2, 3, 4, 5, 6, 7, 8, 9, "plan"])
def test_de_toevallige_plannen_raken_elke_regel(tmp_path: Path, soort: object) -> None:
    """Otherwise agreement would say little about that rule."""
    for zaad in range(400):
        probleem = willekeurig_probleem(zaad, groot=zaad % 2 == 0)
        controle = check(probleem, willekeurig_plan(probleem, zaad))
        if soort in {o.regel or "plan" for o in controle.overtredingen}:
            return
    pytest.fail(f"no random plan breaks rule {soort}")
