"""Climb a smooth concave function of prices that may not be negative: L-BFGS, held at the bounds.

The last few steps and how the slope changed over them say how the slope bends (Liu and Nocedal, 1989).
A price of 0 that would go down stays out of a step.
"""

from collections.abc import Callable

import numpy as np

from matcher.solver.getallen import Kommagetallen, Vlaggen

GEHEUGEN = 12
"""Steps remembered."""
VERKLEIN, KLEINSTE = 0.4, 0.4**8
"""A step that gains too little is made shorter, down to this share of it."""
GENOEG = 1e-4
"""A step must gain at least this share of what the slope promised."""

Functie = Callable[[Kommagetallen], tuple[float, Kommagetallen]]
"""(value, slope) at a point."""


def _inproduct(een: Kommagetallen, ander: Kommagetallen) -> float:
    # not np.vdot: its threads take longer to wake than the sum itself, and add in an order of their own
    return float(np.einsum("ij,ij->", een, ander))


class Klimmer:
    """Stands at a point (`x`) of value `waarde`; each `stap` goes up."""

    def __init__(self, functie: Functie, x: Kommagetallen) -> None:
        self._functie = functie
        self.x = x
        self.waarde, self._helling = functie(x)
        self._stappen: list[tuple[Kommagetallen, Kommagetallen, float]] = []

    def stap(self) -> bool:
        """Go up one step; False at the top."""
        vrij = (self.x > 0) | (self._helling > 0)
        helling = np.where(vrij, self._helling, 0.0)
        richting = self._richting(helling, vrij)
        belofte = _inproduct(richting, helling)
        if belofte <= 0:
            self._stappen.clear()
            richting = self._richting(helling, vrij)
        if not helling.any():
            return False
        deel = 1.0
        while deel > KLEINSTE:
            x = np.maximum(0.0, self.x + deel * richting)
            waarde, nieuw = self._functie(x)
            if waarde >= self.waarde + GENOEG * _inproduct(helling, x - self.x):
                self._onthoud(x - self.x, np.where(vrij, self._helling - nieuw, 0.0))
                self.x, self.waarde, self._helling = x, waarde, nieuw
                return True
            deel *= VERKLEIN
        opnieuw = bool(self._stappen)
        self._stappen.clear()
        return opnieuw and self.stap()

    def _richting(self, helling: Kommagetallen, vrij: Vlaggen) -> Kommagetallen:
        richting = helling.copy()
        keren = []
        for stap, verschil, per in reversed(self._stappen):
            keer = per * _inproduct(stap, richting)
            richting -= keer * verschil
            keren.append(keer)
        if self._stappen:
            stap, verschil, _ = self._stappen[-1]
            richting *= _inproduct(stap, verschil) / _inproduct(verschil, verschil)
        else:
            richting /= max(1e-12, float(np.abs(helling).max(initial=0.0)))
        for (stap, verschil, per), keer in zip(self._stappen, reversed(keren), strict=True):
            richting += (keer - per * _inproduct(verschil, richting)) * stap
        return np.where(vrij & ((self.x > 0) | (richting > 0)), richting, 0.0)

    def _onthoud(self, stap: Kommagetallen, verschil: Kommagetallen) -> None:
        samen = _inproduct(stap, verschil)
        if samen > 1e-10 * _inproduct(verschil, verschil):
            self._stappen.append((stap, verschil, 1 / samen))
            del self._stappen[:-GEHEUGEN]
