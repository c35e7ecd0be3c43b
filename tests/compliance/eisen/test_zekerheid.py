"""The zekerheid of a status: rising steps between 0 and 1."""

import pytest

from compliance.eisen.zekerheid import Ijking, lees_ijking
from scripts.ijk_zekerheid import bakken, pas


def test_calibration_that_ships_rises() -> None:
    for stappen in lees_ijking().stappen.values():
        grenzen, delen = zip(*stappen, strict=True)
        assert list(grenzen) == sorted(grenzen) and grenzen[-1] == 1.0
        assert list(delen) == sorted(delen) and 0 < delen[0] <= delen[-1] < 1


def test_step_of_a_signal() -> None:
    ijking = Ijking({"deels": ((0.5, 0.4), (1.0, 0.8))})
    assert [ijking.zekerheid("deels", s) for s in (0.1, 0.5, 0.51, 1.0)] == [0.4, 0.4, 0.8, 0.8]
    assert ijking.zekerheid("nvt", 0.97) == 0.97


def test_fit_tells_sure_from_unsure() -> None:
    laag, hoog = [("deels", 0.2, False)] * 40, [("deels", 0.9, True)] * 40
    ijking = pas([*laag, *hoog])
    assert ijking.zekerheid("deels", 0.2) < 0.4 < 0.7 < ijking.zekerheid("deels", 0.9)


def test_share_right_by_tenth() -> None:
    ((gezegd, gevonden, aantal),) = bakken([(0.95, True), (0.95, False), (1.0, True)])
    assert gezegd == pytest.approx(2.9 / 3)
    assert gevonden == pytest.approx(2 / 3)
    assert aantal == 3
