"""Fewer choices for very large problems: keep what is worth having, and still prove a bound over all.

A country has hundreds of groepen for every phase of every child; written out by start week that is far too
much. So each child's choices are weighed at the prices known so far, and only those on its best paths are
written out. Weighing looks at every choice, so what it says of the cheapest paths holds for all plans.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from matcher.domein import Jeugdige, Probleem
from matcher.kosten import kosten_wachten
from matcher.plan import Plan
from matcher.regels import fase_weken, startweken
from matcher.solver.getallen import Kommagetallen, Vlaggen
from matcher.solver.keuzes import Fasekeuzes, Keuzelijst
from matcher.solver.opties import ONEINDIG, Opties, Plekken, knopen_van, opties_van

MEESTE_KNOPEN = 2_500_000
"""Up to this many knopen everything is written out."""

Vast = tuple[int, Sequence[int]]
"""Start week and groep (index) of each phase of a path that must be written out."""


class Zeef:
    """All choices of every child in short."""

    def __init__(self, probleem: Probleem) -> None:
        self.probleem = probleem
        self.plekken = Plekken.van(probleem)
        self._kinderen = list(probleem.jeugdigen.values())
        lijst = Keuzelijst(probleem)
        self._nummer = lijst.nummer
        self.keuzes: list[list[Fasekeuzes]] = []
        """Of each child, per phase."""
        knopen = 0
        for jeugdige in self._kinderen:
            fasen = [lijst.fase(jeugdige, fase) for fase in range(len(jeugdige.fasen))]
            knopen += len(startweken(jeugdige, probleem.horizon)) * sum(len(k.groep) for k in fasen)
            self.keuzes.append(fasen)
        self.alles = knopen <= MEESTE_KNOPEN
        """Whether everything can be written out."""

    def opties(self) -> Opties:
        """All options, written out."""
        stukken = [
            knopen_van(self.probleem, self.plekken, kind, jeugdige, self.keuzes[kind])
            for kind, jeugdige in enumerate(self._kinderen)
        ]
        return opties_van(self.probleem, self.plekken, stukken)

    def weeg(
        self, tarief: Mapping[int, Kommagetallen], meeste: int, vast: Mapping[int, Vast]
    ) -> tuple[Opties, Kommagetallen]:
        """(the options on the best paths, per child the least cost of any path) at these prices.

        `tarief` is as `Schaars.tarieven` gives it. Of each child at least the `meeste` best beginnings are
        written out, the path in `vast`, and staying where it lives.
        """
        laagste = np.full(len(self._kinderen), ONEINDIG)
        stukken = []
        for kind, jeugdige in enumerate(self._kinderen):
            fasen = self.keuzes[kind]
            door = self._door(jeugdige, fasen, tarief)
            welke: list[Vlaggen] = []
            if door and door[0].size:
                laagste[kind] = min(float(waarde.min(initial=ONEINDIG)) for waarde in door)
                eerste = door[0].ravel()
                plek = min(meeste, len(eerste)) - 1
                grens = min(float(np.partition(eerste, plek)[plek]), np.finfo(np.float64).max)
                welke = [
                    (waarde <= grens) | keuzes.blijft for waarde, keuzes in zip(door, fasen, strict=False)
                ]
                if kind in vast:
                    start, groepen = vast[kind]
                    for masker, keuzes, groep in zip(welke, fasen, groepen, strict=False):
                        masker[
                            start - startweken(jeugdige, self.probleem.horizon)[0], keuzes.groep == groep
                        ] = True
            stukken.append(knopen_van(self.probleem, self.plekken, kind, jeugdige, fasen, welke))
        return opties_van(self.probleem, self.plekken, stukken), laagste

    def gratis(self) -> Mapping[int, Kommagetallen]:
        """Prices of 0, in the form that `weeg` takes."""
        niets = np.zeros((len(self.plekken.ids), self.probleem.horizon + 1))
        return {keuzes.uren: niets for fasen in self.keuzes for keuzes in fasen}

    def vast_uit(self, plan: Plan) -> dict[int, Vast]:
        """The paths of an earlier plan, as far as its groepen and start weeks are still possible."""
        vast: dict[int, Vast] = {}
        per_jeugdige = plan.per_jeugdige
        for kind, jeugdige in enumerate(self._kinderen):
            rij = per_jeugdige.get(jeugdige.id, ())
            if rij and rij[0].week_van in startweken(jeugdige, self.probleem.horizon):
                vast[kind] = rij[0].week_van, [self._nummer.get(p.groep_id, -1) for p in rij]
        return vast

    def _door(
        self, jeugdige: Jeugdige, fasen: Sequence[Fasekeuzes], tarief: Mapping[int, Kommagetallen]
    ) -> list[Kommagetallen]:
        """Per phase [start, choice]: the least cost of a path through it at these prices.

        A resident may here go back and forth between staying and returning, so the value may be too low,
        never too high.
        """
        probleem = self.probleem
        starts = startweken(jeugdige, probleem.horizon)
        weken = [fase_weken(jeugdige, start, probleem.horizon) for start in starts]
        diepte = max(map(len, weken), default=0)
        heel = probleem.gewichten["verplaatsing"]
        kosten: list[Kommagetallen] = []
        for fase in range(diepte):
            keuzes = fasen[fase]
            punten = np.full((len(starts), len(keuzes.groep)), ONEINDIG)
            welke = [rij for rij, w in enumerate(weken) if len(w) > fase]
            van = np.array([weken[rij][fase][0] for rij in welke], dtype=np.int64)
            tot = np.array([weken[rij][fase][1] for rij in welke], dtype=np.int64)
            per_week = tarief[keuzes.uren]
            last = per_week[keuzes.groep, tot[:, None]] - per_week[keuzes.groep, van[:, None]]
            last[:, keuzes.blijft] = 0.0  # where a limit is broken staying costs less: 0 is never too much
            waarde = keuzes.kosten + last
            if euro := probleem.gewichten["kosten_euro"]:
                waarde = waarde + euro * (((tot - van)[:, None] * 7 * keuzes.centen + 50) // 100)
            if fase == 0:
                wacht = [kosten_wachten(probleem, jeugdige, starts[rij]) for rij in welke]
                waarde = waarde + np.array(wacht, dtype=np.float64)[:, None]
            waarde[~self.plekken.kan_erin(keuzes, van, tot)] = ONEINDIG
            punten[welke] = waarde
            kosten.append(punten)
        if diepte < 2:
            return kosten
        terug = list(kosten)
        for fase in reversed(range(diepte - 1)):
            verder = np.array([len(w) > fase + 1 for w in weken], dtype=bool)[:, None]
            rest = self._stap(fasen[fase], fasen[fase + 1], terug[fase + 1], heel)
            terug[fase] = kosten[fase] + np.where(verder, rest, 0.0)
        door, heen = [terug[0]], np.zeros_like(kosten[0])
        for fase in range(1, diepte):
            heen = self._stap(fasen[fase], fasen[fase - 1], heen + kosten[fase - 1], heel)
            door.append(heen + terug[fase])
        return door

    def _stap(self, van: Fasekeuzes, naar: Fasekeuzes, waarde: Kommagetallen, heel: int) -> Kommagetallen:
        """[start, choice of `van`]: the least of `waarde` (over choices of `naar`) plus the move."""
        if not len(naar.groep) or not len(van.groep):
            return np.full((len(waarde), len(van.groep)), ONEINDIG)
        uit = np.repeat(waarde.min(axis=1, keepdims=True) + heel, len(van.groep), axis=1)
        plaats = self.plekken.locatie
        for sleutel, half in ((plaats, heel // 2), (np.arange(len(plaats)), 0)):
            volgorde = np.argsort(sleutel[naar.groep], kind="stable")
            waarden, begin = np.unique(sleutel[naar.groep][volgorde], return_index=True)
            laagste = np.minimum.reduceat(waarde[:, volgorde], begin, axis=1)
            plek = np.minimum(np.searchsorted(waarden, sleutel[van.groep]), len(waarden) - 1)
            raak = waarden[plek] == sleutel[van.groep]
            uit[:, raak] = np.minimum(uit[:, raak], laagste[:, plek[raak]] + half)
        return uit
