"""Labelled passages that others wrote, judged one by one: floors that may not be lost.

The passages of `toets` are never read to change a rule, so their floors tell how right the check is on words
it was not made with.
"""

from collections import Counter

import pytest

from tests.compliance.passagemeting import GEVONDEN, lees, maten, paren


@pytest.mark.slow
@pytest.mark.parametrize(
    ("naam", "juist", "strijdig", "gevonden", "ontbreekt"),
    [
        ("oefen", 0.80, 0.92, 0.92, 0.74),
        ("oefen_2", 0.65, 0.78, 0.90, 0.15),
        ("toets", 0.66, 0.70, 0.88, 0.48),
    ],
)
def test_right_statuses_stay_above_their_floors(
    naam: str, juist: float, strijdig: float, gevonden: float, ontbreekt: float
) -> None:
    telling: Counter[tuple[str, str]] = Counter((v.status, o.status) for v, o in paren(lees(naam)))
    goed = sum(n for (label, ons), n in telling.items() if label == ons)
    assert goed >= juist * sum(telling.values())
    assert maten(telling, ["strijdig"]).f1 >= strijdig
    assert maten(telling, ["strijdig"]).precisie >= 0.9
    assert maten(telling, GEVONDEN).f1 >= gevonden
    assert maten(telling, ["ontbreekt"]).f1 >= ontbreekt


def test_measures_of_a_small_table() -> None:
    telling: Counter[tuple[str, str]] = Counter(
        {("strijdig", "strijdig"): 3, ("deels", "strijdig"): 1, ("strijdig", "deels"): 2}
    )
    gemeten = maten(telling, ["strijdig"])
    assert (gemeten.precisie, gemeten.recall, gemeten.aantal) == (0.75, 0.6, 5)
    assert maten(telling, ["ontbreekt"]).f1 == 1.0  # none asked, none said
