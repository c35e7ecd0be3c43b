"""A lower bound on the cost of any plan, and for every choice how much it must lift the cost.

Beds, hours and pairs that must be apart are given a price per week (Lagrange relaxation). Under fixed
prices every child takes its cheapest path by itself; that cost less the worth of all capacity is a proven
lower bound, as strong at its best as the linear program over whole paths. Prices are improved by
subgradient steps. Brothers and sisters (`samen_met`) are priced exactly, two by two.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matcher.solver.opties import ONEINDIG, Getallen, Kommagetallen, Opties, Pad, Vlaggen
from matcher.solver.paren import Paar, koppels


@dataclass(frozen=True)
class Grondstoffen:
    """Everything scarce, one row each: beds of a groep, hours of a groep, a pair's use of one groep.

    A knoop uses row `rij` in each of its weeks, `gewicht` times the row's `aandeel` in that week. The share
    is below 1 only for residents who stay in a groep that may be overfull as long as nobody enters:
    stayers/K + others/capacity <= 1 holds then for K possible stayers, whoever is there.
    """

    knoop: Getallen
    rij: Getallen
    gewicht: Kommagetallen
    aandeel: Kommagetallen
    """[2 x rows, week]: share 1 for rows of ordinary use, then the same rows for stayers."""
    aanbod: Kommagetallen
    """[rows, week]."""
    schaal: Kommagetallen
    """[rows, 1]: about what one child uses, to make steps comparable."""


def _grondstoffen(opties: Opties) -> Grondstoffen:
    plekken, weken = opties.plekken, opties.probleem.horizon
    alle = np.arange(len(opties))
    stukken: list[tuple[Getallen, Getallen, Kommagetallen, Vlaggen]] = [
        (alle, opties.groep, np.ones(len(opties)), opties.blijft & plekken.bedden_vrijgesteld[opties.groep])
    ]
    aanbod = [plekken.bedden.astype(np.float64)]
    aandeel = [_aandelen(opties, plekken.bedden, plekken.bedden_vrijgesteld, uren=False)]
    schaal = [1.0] * len(plekken.ids)

    met_rooster = np.flatnonzero(plekken.uren >= 0)
    if len(met_rooster):
        nummer = np.full(len(plekken.ids), -1, dtype=np.int64)
        nummer[met_rooster] = np.arange(len(met_rooster)) + len(schaal)
        wie = np.flatnonzero((nummer[opties.groep] >= 0) & (opties.uren > 0))
        rooster = np.repeat(plekken.uren[:, None], weken, axis=1)
        stukken.append(
            (
                wie,
                nummer[opties.groep[wie]],
                opties.uren[wie].astype(np.float64),
                opties.blijft[wie] & plekken.uren_vrijgesteld[opties.groep[wie]],
            )
        )
        aanbod.append(rooster[met_rooster].astype(np.float64))
        aandeel.append(_aandelen(opties, rooster, plekken.uren_vrijgesteld, uren=True)[met_rooster])
        schaal += [2000.0] * len(met_rooster)

    for een, ander in opties.probleem.paren_apart:
        wie = np.flatnonzero((opties.kind == opties.nummer[een]) | (opties.kind == opties.nummer[ander]))
        van_een = opties.kind[wie] == opties.nummer[een]
        samen = np.intersect1d(opties.groep[wie[van_een]], opties.groep[wie[~van_een]])
        wie = wie[np.isin(opties.groep[wie], samen)]
        if len(wie):
            rij = np.searchsorted(samen, opties.groep[wie]) + len(schaal)
            stukken.append((wie, rij, np.ones(len(wie)), np.zeros(len(wie), dtype=bool)))
            aanbod.append(np.ones((len(samen), weken)))
            aandeel.append(np.ones((len(samen), weken)))
            schaal += [1.0] * len(samen)

    rijen = len(schaal)
    return Grondstoffen(
        knoop=np.concatenate([stuk[0] for stuk in stukken]),
        rij=np.concatenate([stuk[1] + rijen * stuk[3] for stuk in stukken]),
        gewicht=np.concatenate([stuk[2] for stuk in stukken]),
        aandeel=np.concatenate([np.ones((rijen, weken)), *aandeel]),
        aanbod=np.concatenate(aanbod),
        schaal=np.array(schaal)[:, None],
    )


def _aandelen(opties: Opties, grens: Getallen, vrijgesteld: Vlaggen, uren: bool) -> Kommagetallen:
    """[groep, week]: capacity / the most that stayers could use, where that is more than the capacity."""
    aandeel = np.ones(grens.shape)
    for groep in np.flatnonzero(vrijgesteld):
        hoogst: dict[int, Kommagetallen] = {}
        for knoop in np.flatnonzero((opties.groep == groep) & opties.blijft):
            gebruik = hoogst.setdefault(int(opties.kind[knoop]), np.zeros(grens.shape[1]))
            deel = gebruik[opties.van[knoop] : opties.tot[knoop]]
            np.maximum(deel, float(opties.uren[knoop]) if uren else 1.0, out=deel)
        totaal = sum(hoogst.values(), np.zeros(grens.shape[1]))
        vol = totaal > grens[groep]
        aandeel[groep, vol] = grens[groep, vol] / totaal[vol]
    return aandeel


@dataclass(frozen=True)
class Waardering:
    """What fixed prices say: the bound, the use of each row, and the least total through each knoop."""

    prijzen: Kommagetallen
    ondergrens: float
    overvraag: Kommagetallen
    """[rows, week]: use less supply of the children's cheapest paths (a subgradient)."""


class Relaxatie:
    """The relaxed problem over these options."""

    def __init__(self, opties: Opties) -> None:
        self.opties = opties
        self.grondstoffen = _grondstoffen(opties)
        self._eerste = np.flatnonzero(opties.fase == 0)
        self._paren: list[Paar] = koppels(opties)

    def leeg(self) -> Kommagetallen:
        """Prices of 0."""
        return np.zeros_like(self.grondstoffen.aanbod)

    def knoopprijs(self, prijzen: Kommagetallen) -> Kommagetallen:
        """Points of each knoop plus what it uses at these prices."""
        stof, opties = self.grondstoffen, self.opties
        per_week = np.concatenate([prijzen, prijzen]) * stof.aandeel
        tot_week = np.zeros((len(per_week), per_week.shape[1] + 1))
        np.cumsum(per_week, axis=1, out=tot_week[:, 1:])
        breedte = tot_week.shape[1]
        plat = tot_week.ravel()
        basis = stof.rij * breedte
        gebruik = plat[basis + opties.tot[stof.knoop]] - plat[basis + opties.van[stof.knoop]]
        lasten = np.bincount(stof.knoop, weights=gebruik * stof.gewicht, minlength=len(opties))
        return np.asarray(opties.kosten + lasten, dtype=np.float64)

    def waardeer(self, prijzen: Kommagetallen) -> Waardering:
        """Bound and subgradient at these prices."""
        opties = self.opties
        prijs = self.knoopprijs(prijzen)
        terug, keuze = opties.terug(prijs)
        beste, eerste = self._goedkoopste(terug)
        som = np.minimum(beste, opties.zonder_plek)
        los = np.ones(len(som), dtype=bool)
        gekozen: list[int] = []
        totaal = 0.0
        if self._paren:
            heen = opties.heen(prijs)
            for paar in self._paren:
                uitkomst = paar.goedkoopst(opties, prijs, heen, terug, keuze)
                totaal += uitkomst.kosten
                gekozen += uitkomst.knopen
                los[[paar.een, paar.ander]] = False
        totaal += float(som[los].sum()) - float((prijzen * self.grondstoffen.aanbod).sum())
        knopen = eerste[los & (beste < opties.zonder_plek)]
        lagen = [np.array(gekozen, dtype=np.int64)]
        while len(knopen):
            lagen.append(knopen)
            knopen = keuze[knopen]
            knopen = knopen[knopen >= 0]
        return Waardering(prijzen, totaal, self._overvraag(np.concatenate(lagen)))

    def _goedkoopste(self, terug: Kommagetallen) -> tuple[Kommagetallen, Getallen]:
        """Per child: cost and first knoop of its cheapest path (infinite and -1 without one)."""
        kind = self.opties.kind[self._eerste]
        waarde = terug[self._eerste]
        beste = np.full(len(self.opties.kinderen), ONEINDIG)
        np.minimum.at(beste, kind, waarde)
        eerste = np.full(len(beste), -1, dtype=np.int64)
        raak = np.flatnonzero(waarde == beste[kind])[::-1]
        eerste[kind[raak]] = self._eerste[raak]
        return beste, eerste

    def _overvraag(self, knopen: Getallen) -> Kommagetallen:
        stof, opties = self.grondstoffen, self.opties
        keer = np.bincount(knopen, minlength=len(opties))
        gebruikt = np.flatnonzero(keer[stof.knoop])
        rijen, weken = stof.aanbod.shape
        verandering = np.zeros((2 * rijen, weken + 1))
        knoop = stof.knoop[gebruikt]
        hoeveel = stof.gewicht[gebruikt] * keer[knoop]
        np.add.at(verandering, (stof.rij[gebruikt], opties.van[knoop]), hoeveel)
        np.add.at(verandering, (stof.rij[gebruikt], opties.tot[knoop]), -hoeveel)
        gebruik = verandering.cumsum(axis=1)[:, :-1] * stof.aandeel
        return np.asarray(gebruik[:rijen] + gebruik[rijen:] - stof.aanbod, dtype=np.float64)

    def meerkosten(self, prijzen: Kommagetallen) -> "Meerkosten":
        """What each choice must add to the bound at these prices."""
        opties = self.opties
        prijs = self.knoopprijs(prijzen)
        terug, keuze = opties.terug(prijs)
        heen = opties.heen(prijs)
        beste = np.minimum(self._goedkoopste(terug)[0], opties.zonder_plek)
        eigen = beste.copy()
        for paar in self._paren:
            samen = paar.goedkoopst(opties, prijs, heen, terug, keuze).kosten
            # the other child may at best cost its own cheapest
            eigen[paar.een] = samen - beste[paar.ander]
            eigen[paar.ander] = samen - beste[paar.een]
        knoop = np.maximum(0.0, heen + terug - eigen[opties.kind])
        return Meerkosten(self.waardeer(prijzen).ondergrens, prijs, terug, eigen, knoop)


@dataclass(frozen=True)
class Meerkosten:
    """What each choice must add to the bound: a plan with it costs at least `ondergrens` + its extra.

    The extra of a knoop is in `knoop`. That of a path is its cost at prices `prijs` less `eigen[kind]`;
    that of no place is `zonder_plek[kind]` less `eigen[kind]`.
    """

    ondergrens: float
    prijs: Kommagetallen
    terug: Kommagetallen
    eigen: Kommagetallen
    knoop: Kommagetallen

    def paden(self, opties: Opties, kind: int, extra: float, meeste: int) -> list[Pad] | None:
        """All paths of a child that add at most `extra`; None when there are more than `meeste`."""
        return opties.paden_van(kind, self.prijs, self.terug, float(self.eigen[kind]) + extra, meeste)


def als_ondergrens(waarde: float) -> int:
    """The whole number that a bound proves, with room for rounding in floating point."""
    return max(0, math.ceil(waarde - 1e-4 * max(1.0, abs(waarde) / 1e7)))


class Prijszoeker:
    """Improves prices step by step; can be called again to go on where it was."""

    GEDULD = 20
    """Steps without a better bound before steps become smaller."""
    MIKPUNT = 0.02
    """How far above the best bound a step aims, as a share of it."""
    TRAAGHEID = 0.7
    """How much of the former direction is kept."""

    def __init__(self, relaxatie: Relaxatie) -> None:
        self.relaxatie = relaxatie
        self.beste = relaxatie.waardeer(relaxatie.leeg())
        self._prijzen = self.beste.prijzen
        self._richting = np.zeros_like(self._prijzen)
        self._stap = 1.0
        self._zonder_winst = 0

    @property
    def ondergrens(self) -> int:
        return als_ondergrens(self.beste.ondergrens)

    @property
    def klaar(self) -> bool:
        """Whether steps have become so small that nothing more is to be won."""
        return self._stap < 1e-3

    def verbeter(
        self,
        doel: float,
        seconden: float,
        stop: Callable[[], bool] = lambda: False,
        stappen: int = 10**9,
    ) -> None:
        """Step towards `doel` (the cost of a known plan, or a guess above the bound) until time is up."""
        einde = time.monotonic() + seconden
        schaal = self.relaxatie.grondstoffen.schaal
        for _ in range(stappen):
            if self.klaar or time.monotonic() >= einde or stop() or self.beste.ondergrens >= doel - 1e-6:
                return
            hier = self.relaxatie.waardeer(self._prijzen)
            # a gain too small to matter does not count as one, or steps would stay too large for long
            if hier.ondergrens > self.beste.ondergrens + 1e-6 * abs(self.beste.ondergrens):
                self.beste, self._zonder_winst = hier, 0
            else:
                self._zonder_winst += 1
                if hier.ondergrens > self.beste.ondergrens:
                    self.beste = hier
            if self._zonder_winst >= self.GEDULD:
                self._stap *= 0.7
                self._zonder_winst = 0
                self._prijzen = self.beste.prijzen
                self._richting = np.zeros_like(self._prijzen)
                continue
            self._richting = hier.overvraag / schaal + self.TRAAGHEID * self._richting
            telt = (self._prijzen > 0) | (self._richting > 0)
            lengte = float((self._richting[telt] ** 2).sum())
            if lengte == 0:
                self._stap = 0.0
                return
            # the cost of a first plan may lie far above what the bound can reach: aim a little above the best
            mik = min(doel, (1 + self.MIKPUNT) * self.beste.ondergrens + 10)
            grootte = self._stap * max(mik - hier.ondergrens, 1.0) / lengte
            self._prijzen = np.maximum(0.0, self._prijzen + grootte * self._richting / schaal)
