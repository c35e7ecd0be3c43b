"""A price for every bed and hour of every week, and the lower bound it proves over all choices.

As `matcher.solver.prijzen`, in machine code and without rows on mixes and pairs: quick enough for a country.
Groepen that the input overfills have no price. Whatever is left out makes the bound lower, never higher.
"""

import numpy as np

from matcher.solver.getallen import Kommagetallen
from matcher.solver.herbouw.invoegen import AANTAL, START, Werkblad, goedkoopste, maak_werkblad
from matcher.solver.herbouw.staat import Staat, lege_staat
from matcher.solver.herbouw.tabel import Tabel
from matcher.solver.machinetaal import ingang

GEDULD = 15
"""Steps without a better bound before steps become smaller."""
KRIMP = 0.7
TRAAGHEID = 0.7
"""How much of the former direction is kept."""
MIKPUNT = 0.03
"""How far above the best bound a step aims, as a share of it."""
UREN_SCHAAL = 2000.0
"""Hundredths of hours weigh this much less than beds."""


@ingang
def _weeg(
    t: Tabel, leeg: Staat, w: Werkblad, bedden: Kommagetallen, uren: Kommagetallen, prijs: float
) -> float:
    """The cost of all children on their cheapest rows at the prices in `w.tarief`; fills what these use."""
    bedden[:] = 0.0
    uren[:] = 0.0
    totaal = 0.0
    for kind in range(len(t.kinderen) - 1):
        punten = goedkoopste(t, leeg, w, kind, 0.0, prijs)
        if punten == np.inf:
            totaal += t.kinderen[kind].zonder
            continue
        totaal += punten
        van = w.tel[START]
        for nummer in range(w.tel[AANTAL]):
            fase = t.kinderen[kind].fase0 + nummer
            tot = min(t.horizon, van + t.fasen[fase].weken)
            groep = t.keuzes[w.fasen[nummer].keuze].groep
            bedden[groep, van] += 1.0
            bedden[groep, tot] -= 1.0
            uren[groep, van] += t.fasen[fase].uren
            uren[groep, tot] -= t.fasen[fase].uren
            van = tot
    return totaal


class Prijzen:
    """Prices being improved. `waarde` is the best bound so far: no plan costs less."""

    def __init__(self, t: Tabel) -> None:
        self._t = t
        self._leeg = lege_staat(t)
        self._w = maak_werkblad(t, 0)
        gewoon = ~(t.groepen["meer_bedden"] | t.groepen["meer_uren"])
        rooster = t.groepen["rooster"] >= 0
        # [beds or hours, groep, week]
        self._telt = np.stack([gewoon, gewoon & rooster]).astype(np.float64)[:, :, None]
        self._schaal = np.array([1.0, UREN_SCHAAL])[:, None, None]
        self._aanbod = np.stack(
            [t.bedden, np.repeat(np.maximum(0, t.groepen["rooster"])[:, None], t.horizon, axis=1)]
        )
        self._prijzen = np.zeros(self._aanbod.shape)
        self._beste = self._prijzen
        self._richting = np.zeros(self._aanbod.shape)
        self._stap, self._zonder_winst = 1.0, 0
        self.waarde = -np.inf

    @property
    def klaar(self) -> bool:
        """Whether steps have become so small that nothing more is to be won."""
        return self._stap < 1e-3

    def tarief(self) -> Kommagetallen:
        """[klasse, groep, 1 + week]: what a place costs others in all weeks before, at the best prices."""
        return self._tarief(self._beste)

    def _tarief(self, prijzen: Kommagetallen) -> Kommagetallen:
        uit = np.zeros((len(self._t.klassen), len(self._t.groepen), self._t.horizon + 1))
        uit[:, :, 1:] = prijzen[0] + self._t.klassen[:, None, None] * prijzen[1]
        return np.asarray(uit.cumsum(axis=2))

    def verbeter(self, stappen: int) -> None:
        """Some steps towards better prices."""
        w = self._w
        bedden, uren = np.zeros((2, len(self._t.groepen), self._t.horizon + 1))
        for _ in range(stappen):
            if self.klaar:
                return
            w.tarief[:] = self._tarief(self._prijzen)
            waarde = _weeg(self._t, self._leeg, w, bedden, uren, 1.0) - float(
                (self._prijzen * self._aanbod).sum()
            )
            if waarde > self.waarde + 1e-6 * abs(waarde):
                self._zonder_winst = 0
            else:
                self._zonder_winst += 1
            if waarde > self.waarde:
                self.waarde, self._beste = waarde, self._prijzen
            if self._zonder_winst >= GEDULD:
                self._stap *= KRIMP
                self._zonder_winst = 0
                self._prijzen = self._beste
                self._richting[:] = 0.0
                continue
            over = np.stack([bedden, uren]).cumsum(axis=2)[:, :, :-1] - self._aanbod
            self._richting = self._telt * over / self._schaal + TRAAGHEID * self._richting
            beweegt = (self._prijzen > 0) | (self._richting > 0)
            lengte = float((self._richting[beweegt] ** 2).sum())
            if lengte == 0.0:
                self._stap = 0.0
                return
            mik = (1 + MIKPUNT) * self.waarde + 10
            grootte = self._stap * max(mik - waarde, 1.0) / lengte
            self._prijzen = np.maximum(0.0, self._prijzen + grootte * self._richting / self._schaal)
