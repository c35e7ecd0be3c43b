"""How sure a proposed status is: the judges' own signal turned into the share of such proposals that hold.

`zekerheid.yaml` holds, per status, the upper bounds of the signal and the share right below each; the
command `scripts/ijk_zekerheid.py` makes it from bids with labels.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_BESTAND = "zekerheid.yaml"


@dataclass(frozen=True, slots=True)
class Ijking:
    """Per status rising steps (upper bound of the signal, share right)."""

    stappen: dict[str, tuple[tuple[float, float], ...]]

    def zekerheid(self, status: str, signaal: float) -> float:
        """The share right for this signal, from 0 to 1; the signal itself for a status without steps."""
        stappen = self.stappen.get(status, ())
        return next((deel for grens, deel in stappen if signaal <= grens), signaal)


@cache
def lees_ijking() -> Ijking:
    """The calibration that ships with the checker."""
    inhoud: dict[str, list[list[Any]]] = yaml.safe_load(
        files("compliance.eisen").joinpath(_BESTAND).read_text(encoding="utf-8")
    )
    return Ijking(
        {
            status: tuple((float(grens), float(deel)) for grens, deel in stappen)
            for status, stappen in inhoud.items()
        }
    )
