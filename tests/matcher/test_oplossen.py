"""How the solver behaves: infeasible inputs, progress, stopping, the same plan twice."""

from pathlib import Path

import pytest

from matcher import Plan, Vastlegging, check, read_folder, solve
from matcher.demo import schrijf_demo
from matcher.solver.oplossen import Voortgang
from tests.matcher.bouw import PEILDATUM, groep, jeugdige, probleem, willekeurig_probleem
from tests.shared import SHARED, needs_shared


@pytest.mark.parametrize(
    "onmogelijk",
    [
        # excluded from the only groep
        probleem([groep()], [jeugdige(huidige_groep="G1", uitgesloten=frozenset({"G1"}))]),
        # two who must leave for one bed
        probleem(
            [groep(), groep("G2", capaciteit=0)],
            [jeugdige(f"J{n}", huidige_groep="G2", uitgesloten=frozenset({"G2"})) for n in (1, 2)],
        ),
        # a pin that no other rule allows
        probleem(
            [groep(), groep("G2", intensiteiten=frozenset("K"))],
            [jeugdige(huidige_groep="G1")],
            (Vastlegging("J1", 1, "G2", True),),
        ),
        # a resident whose next phase has no place
        probleem([groep()], [jeugdige("J1", "E:4|K:", huidige_groep="G1")]),
    ],
)
def test_bewoners_die_nergens_heen_kunnen(onmogelijk: object) -> None:
    plan = solve(onmogelijk, seconds=5, workers=1)  # type: ignore[arg-type]
    assert (plan.status, plan.plaatsingen, plan.niet_geplaatst) == ("INFEASIBLE", (), ())
    assert Plan.from_json(plan.to_json()).status == "INFEASIBLE"


def test_lege_invoer() -> None:
    plan = solve(probleem([], []), seconds=2, workers=1)
    assert (plan.status, plan.kosten, plan.ondergrens) == ("OPTIMAL", 0, 0)
    plan = solve(probleem([], [jeugdige()]), seconds=2, workers=1)
    assert (plan.status, plan.kosten, len(plan.niet_geplaatst)) == ("OPTIMAL", 10000, 1)


def test_twee_keer_hetzelfde_geeft_hetzelfde_plan() -> None:
    p = willekeurig_probleem(12345, groot=True)
    een, twee = (solve(p, seconds=20, workers=2, seed=4).to_json() for _ in range(2))
    een.pop("seconden"), twee.pop("seconden")
    assert een == twee


@pytest.mark.slow
def test_voortgang_wordt_gemeld_en_stoppen_houdt_het_beste_plan(tmp_path: Path) -> None:
    schrijf_demo(tmp_path, PEILDATUM)
    p = read_folder(tmp_path)
    gemeld: list[Voortgang] = []
    plan = solve(p, seconds=60, workers=1, progress=gemeld.append, stop=lambda: len(gemeld) >= 2)
    assert plan.seconden < 20
    assert check(p, plan).geldig
    kosten = [v.kosten for v in gemeld if v.kosten is not None]
    assert kosten == sorted(kosten, reverse=True)
    grenzen = [v.ondergrens for v in gemeld]
    assert grenzen == sorted(grenzen)
    assert plan.kosten is not None and plan.kosten <= kosten[-1]


@needs_shared
@pytest.mark.slow
def test_klein_twee_keer_is_hetzelfde_plan() -> None:
    p = read_folder(SHARED / "plaatsing" / "klein")
    een, twee = (solve(p, seconds=60, workers=2, seed=3).to_json() for _ in range(2))
    assert een["status"] == "OPTIMAL"
    een.pop("seconden"), twee.pop("seconden")
    assert een == twee
