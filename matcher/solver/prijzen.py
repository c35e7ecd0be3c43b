"""A lower bound on the cost of any plan, and for every choice how much it must lift the cost.

Beds, hours and pairs that must be apart are given a price per week (Lagrange relaxation). Under fixed
prices every child takes its cheapest path by itself; that cost less the worth of all capacity is a proven
lower bound, as strong at its best as the linear program over whole paths. Prices are improved by
subgradient steps, and in a large problem first by climbing a smooth form of the bound
(`matcher.solver.zacht`), which needs far fewer steps. Brothers and sisters (`samen_met`) are priced
exactly, two by two.
"""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.solver.getallen import Getallen, Kommagetallen
from matcher.solver.klimmen import Klimmer
from matcher.solver.opties import ONEINDIG, Opties, Pad
from matcher.solver.paren import Paar, koppels
from matcher.solver.schaars import Schaars


@dataclass(frozen=True)
class Trap:
    """So many steps up the smooth bound at one temperature (points); `grof`: over some start weeks only."""

    warmte: float
    stappen: int
    grof: bool = False


AFKOELEN = (
    Trap(300.0, 30, grof=True),
    Trap(100.0, 60, grof=True),
    Trap(30.0, 60, grof=True),
    Trap(30.0, 60),
    Trap(10.0, 120),
    Trap(4.0, 100),
)
"""From prices of 0 to good ones."""
NASCHERPEN = (Trap(3.0, 40), Trap(2.0, 40))
"""From good prices to better ones, after rows came in."""
GROVE_STARTS = (0, 1, 3, 6, 10, 15, 20, 26)
"""Weeks of waiting that are looked at where a coarse look will do."""


@dataclass(frozen=True)
class Waardering:
    """What fixed prices say: the bound, the use of each row, and the least total through each knoop."""

    prijzen: Kommagetallen
    ondergrens: float
    overvraag: Kommagetallen
    """[rows, week]: use less supply of the children's cheapest paths (a subgradient)."""
    aantal: Kommagetallen
    """[soorten, week]: how many of these paths are of each kind of use."""


class Relaxatie:
    """The relaxed problem over these options."""

    def __init__(self, opties: Opties, schaars: Schaars | None = None) -> None:
        self.opties = opties
        self.schaars = schaars or Schaars(opties)
        self._eerste = np.flatnonzero(opties.fase == 0)
        self._met_keuze, self._begin = np.unique(opties.kind[self._eerste], return_index=True)
        self._paren: list[Paar] = koppels(opties)

    def leeg(self) -> Kommagetallen:
        """Prices of 0."""
        return np.zeros_like(self.schaars.aanbod)

    def knoopprijs(self, prijzen: Kommagetallen) -> Kommagetallen:
        """Points of each knoop plus what it uses at these prices."""
        return np.asarray(self.opties.kosten + self.schaars.lasten(prijzen), dtype=np.float64)

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
        totaal += float(som[los].sum()) - float((prijzen * self.schaars.aanbod).sum())
        knopen = eerste[los & (beste < opties.zonder_plek)]
        lagen = [np.array(gekozen, dtype=np.int64)]
        while len(knopen):
            lagen.append(knopen)
            knopen = keuze[knopen]
            knopen = knopen[knopen >= 0]
        gebruik, aantal = self.schaars.gebruik(np.concatenate(lagen))
        return Waardering(prijzen, totaal, gebruik - self.schaars.aanbod, aantal)

    def _goedkoopste(self, terug: Kommagetallen) -> tuple[Kommagetallen, Getallen]:
        """Per child: cost and first knoop of its cheapest path (infinite and -1 without one)."""
        beste = np.full(len(self.opties.kinderen), ONEINDIG)
        eerste = np.full(len(beste), -1, dtype=np.int64)
        if len(self._eerste):
            # first knopen lie together by child
            waarde = terug[self._eerste]
            beste[self._met_keuze] = np.minimum.reduceat(waarde, self._begin)
            kind = self.opties.kind[self._eerste]
            raak = np.flatnonzero(waarde == beste[kind])[::-1]
            eerste[kind[raak]] = self._eerste[raak]
        return beste, eerste

    def beperkt(self, prijzen: Kommagetallen, ruim: float) -> "Relaxatie":
        """The same over the knopen that add at most `ruim` at these prices."""
        opties = self.opties.deel(np.flatnonzero(self.meerkosten(prijzen).knoop <= ruim))
        knopen = np.searchsorted(self.opties.sleutel, opties.sleutel)
        return Relaxatie(opties, self.schaars.voor(opties, knopen))

    def grof(self) -> "Relaxatie":
        """The same over few start weeks of each child: near enough to find prices with."""
        vroegst = np.full(len(self.opties.kinderen), self.opties.probleem.horizon)
        np.minimum.at(vroegst, self.opties.kind, self.opties.start)
        wacht = self.opties.start - vroegst[self.opties.kind]
        opties = self.opties.deel(np.flatnonzero(np.isin(wacht, GROVE_STARTS)))
        knopen = np.searchsorted(self.opties.sleutel, opties.sleutel)
        return Relaxatie(opties, self.schaars.voor(opties, knopen))

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
    HERSTAP = 0.2
    """Size of the steps with which new rows begin."""
    NA_ZACHT = 0.05
    """Size of the steps that go on from a climb."""
    VERS = 0.05
    """Share of the last step in the running mix, which comes near the linear program's."""

    REEKS = 40
    """Steps between two looks at all knopen."""
    KLEIN = 40_000
    """Up to this many knopen every step looks at all of them."""
    RUIM = 250.0
    """Knopen that add more than this to the bound are left out of most steps."""

    def __init__(self, relaxatie: Relaxatie) -> None:
        """Begin at prices of 0."""
        self.relaxatie = relaxatie
        self.gedaan = 0
        self._ruim = self.RUIM
        self.beste = relaxatie.waardeer(relaxatie.leeg())
        self._prijzen = self.beste.prijzen
        self._richting = np.zeros_like(self._prijzen)
        self._stap = 1.0
        self._zonder_winst = 0
        self._gemiddeld = self.beste.aantal

    @property
    def ondergrens(self) -> int:
        """What is proven of any plan."""
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
        """Step towards `doel` (the cost of a known plan, or a guess above the bound) until time is up.

        With many knopen most steps look only at those that are near their child's best, some tens at a
        time; what those steps find counts only by what it is worth over all knopen.
        """
        einde = time.monotonic() + seconden

        def genoeg() -> bool:
            return time.monotonic() >= einde or stop() or self.klaar or self.beste.ondergrens >= doel - 1e-6

        while stappen > 0 and not genoeg():
            aantal = min(stappen, self.REEKS)
            stappen -= aantal
            self.gedaan += aantal
            if len(self.relaxatie.opties) <= self.KLEIN or self.gedaan <= 2 * self.REEKS:
                self.beste = self._reeks(self.relaxatie, self.beste, doel, aantal, genoeg)
                continue
            deel = self.relaxatie.beperkt(self.beste.prijzen, self._ruim)
            begin = deel.waardeer(self.beste.prijzen)
            eind = self.relaxatie.waardeer(self._reeks(deel, begin, doel, aantal, genoeg).prijzen)
            if eind.ondergrens <= self.beste.ondergrens:
                # too little was looked at: go half the way, and look at more
                half = (eind.prijzen + self.beste.prijzen) / 2
                eind = self.relaxatie.waardeer(half)
                self._ruim *= 1.5
                self._stap *= 0.7
                self._richting = np.zeros_like(self._prijzen)
                self._prijzen = self.beste.prijzen
            if eind.ondergrens > self.beste.ondergrens:
                self.beste = eind

    def _reeks(
        self,
        relaxatie: Relaxatie,
        beste: Waardering,
        doel: float,
        stappen: int,
        genoeg: Callable[[], bool],
    ) -> Waardering:
        """Some steps over one set of knopen; gives the best prices for those."""
        schaal = relaxatie.schaars.schaal
        for _ in range(stappen):
            if genoeg():
                break
            hier = relaxatie.waardeer(self._prijzen)
            self._gemiddeld = (1 - self.VERS) * self._gemiddeld + self.VERS * hier.aantal
            # a gain too small to matter does not count as one, or steps would stay too large for long
            if hier.ondergrens > beste.ondergrens + 1e-6 * abs(beste.ondergrens):
                beste, self._zonder_winst = hier, 0
            else:
                self._zonder_winst += 1
                if hier.ondergrens > beste.ondergrens:
                    beste = hier
            if self._zonder_winst >= self.GEDULD:
                self._stap *= 0.7
                self._zonder_winst = 0
                self._prijzen = beste.prijzen
                self._richting = np.zeros_like(self._prijzen)
                continue
            self._richting = hier.overvraag / schaal + self.TRAAGHEID * self._richting
            telt = (self._prijzen > 0) | (self._richting > 0)
            lengte = float((self._richting[telt] ** 2).sum())
            if lengte == 0:
                self._stap = 0.0
                break
            # the cost of a first plan may lie far above what the bound can reach: aim a little above the best
            mik = min(doel, (1 + self.MIKPUNT) * beste.ondergrens + 10)
            grootte = self._stap * max(mik - hier.ondergrens, 1.0) / lengte
            self._prijzen = np.maximum(0.0, self._prijzen + grootte * self._richting / schaal)
        return beste

    def verzacht(
        self, trappen: Sequence[Trap], doel: float, seconden: float, stop: Callable[[], bool]
    ) -> None:
        """Climb the smooth bound from the prices so far, colder and colder, until time is up.

        What is found counts by what it is worth in full.
        """
        # machine code takes a while to load: a small problem is solved by then
        from matcher.solver.zacht import Zacht

        einde = time.monotonic() + seconden
        schaal, x = self.relaxatie.schaars.schaal, self.beste.prijzen
        grof = self.relaxatie.grof() if any(trap.grof for trap in trappen) else self.relaxatie
        for trap in trappen:
            if time.monotonic() >= einde or stop() or self.beste.ondergrens >= doel - 1e-6:
                break
            relaxatie = grof if trap.grof else self.relaxatie
            zacht = Zacht(relaxatie.opties, relaxatie.schaars)

            def functie(y: Kommagetallen) -> tuple[float, Kommagetallen]:
                waarde, helling = zacht.weeg(y / schaal, trap.warmte)  # noqa: B023 - used within the turn
                return waarde, helling / schaal

            klimmer = Klimmer(functie, x * schaal)
            for _ in range(trap.stappen):
                if time.monotonic() >= einde or stop() or not klimmer.stap():
                    break
            x = klimmer.x / schaal
            hier = self.relaxatie.waardeer(x)
            if hier.ondergrens > self.beste.ondergrens:
                self.beste = hier
            if not trap.grof:
                self._gemiddeld = zacht.aantal
        self._begin_opnieuw(self.NA_ZACHT)

    def snij(self) -> int:
        """Add rows that the running mix breaks, at price 0; gives how many."""
        gemaakt = self.relaxatie.schaars.snij(self._gemiddeld)
        if gemaakt:
            prijzen = self.relaxatie.leeg()
            prijzen[: len(self.beste.prijzen)] = self.beste.prijzen
            self.beste = self.relaxatie.waardeer(prijzen)
            self._begin_opnieuw(max(self._stap, self.HERSTAP))
        return gemaakt

    def _begin_opnieuw(self, stap: float) -> None:
        """Take the next steps, of this size, from the best prices."""
        self._prijzen = self.beste.prijzen
        self._richting = np.zeros_like(self._prijzen)
        self._stap, self._zonder_winst = stap, 0
