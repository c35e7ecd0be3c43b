"""Fewer choices for very large problems: keep what is worth having, and still prove a bound over all.

A country has hundreds of groepen for every phase of every child; written out by start week that is far too
much. So only some groepen of each child are written out: the cheapest, and, as prices become known, those
that are best at these prices. What is left out is priced too, child by child, so the bound holds for all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.domein import Probleem
from matcher.kosten import kosten_wachten
from matcher.plan import Plan
from matcher.regels import fase_weken, startweken
from matcher.solver.getallen import Kommagetallen, Vlaggen
from matcher.solver.keuzes import Fasekeuzes, Keuzelijst
from matcher.solver.opties import ONEINDIG, Opties, Plekken, knopen_van, opties_van
from matcher.solver.prijzen import Relaxatie

MEESTE_KNOPEN = 2_500_000
"""Up to this many knopen everything is written out."""


@dataclass(frozen=True)
class Uitgezeefd:
    """What the choices that are left out could mean at some prices.

    `laagste[kind]` is the least cost of a path with at least one choice left out, `alles[kind]` that of
    any path (infinite where there is none).
    """

    laagste: Kommagetallen
    alles: Kommagetallen


class Zeef:
    """All choices of every child in short, and which of them are written out."""

    def __init__(self, probleem: Probleem, per_fase: int, start: Plan | None = None) -> None:
        self.probleem = probleem
        self.plekken = Plekken.van(probleem)
        self._kinderen = list(probleem.jeugdigen.values())
        lijst = Keuzelijst(probleem)
        self._keuzes: list[list[Fasekeuzes]] = []
        self._gekozen: list[list[Vlaggen]] = []
        self.knopen = 0
        eerder = {} if start is None else start.per_jeugdige
        for jeugdige in self._kinderen:
            fasen = [lijst.fase(jeugdige, fase) for fase in range(len(jeugdige.fasen))]
            weken = len(startweken(jeugdige, probleem.horizon))
            self.knopen += weken * sum(len(keuzes.groep) for keuzes in fasen)
            self._keuzes.append(fasen)
            thuis = {lijst.nummer[jeugdige.huidige_groep]} if jeugdige.huidige_groep else set()
            vast = thuis | {
                lijst.nummer[p.groep_id] for p in eerder.get(jeugdige.id, ()) if p.groep_id in lijst.nummer
            }
            self._gekozen.append(_goedkoopste(fasen, per_fase, vast))
        self.alles = self.knopen <= MEESTE_KNOPEN

    def opties(self) -> Opties:
        """The options over what is written out now."""
        stukken = []
        for kind, jeugdige in enumerate(self._kinderen):
            fasen = self._keuzes[kind]
            if not self.alles:
                fasen = [keuzes.van(welke) for keuzes, welke in zip(fasen, self._gekozen[kind], strict=True)]
            stukken.append(knopen_van(self.probleem, self.plekken, kind, jeugdige, fasen))
        return opties_van(self.probleem, self.plekken, stukken)

    def verruim(self, kinderen: Iterable[int], per_fase: int) -> None:
        """Write out at least the cheapest `per_fase` groepen of each phase of these children."""
        for kind in kinderen:
            erbij = _goedkoopste(self._keuzes[kind], per_fase, ())
            for welke, ook in zip(self._gekozen[kind], erbij, strict=True):
                welke |= ook

    def weeg(self, relaxatie: Relaxatie, prijzen: Kommagetallen, erbij: int) -> Uitgezeefd:
        """Price everything that is left out, and write out the best `erbij` groepen of each phase of it."""
        aantal = len(self._keuzes)
        laagste, alles = np.full(aantal, ONEINDIG), np.full(aantal, ONEINDIG)
        tarief = relaxatie.schaars.tarieven(prijzen)
        for kind in range(aantal):
            door = self._door(kind, tarief)
            for fase, waarde in enumerate(door):
                if not len(waarde):
                    continue
                alles[kind] = min(alles[kind], float(waarde.min()))
                weg = np.flatnonzero(~self._gekozen[kind][fase])
                if not len(weg):
                    continue
                laagste[kind] = min(laagste[kind], float(waarde[weg].min()))
                if erbij:
                    beste = weg[np.argsort(waarde[weg], kind="stable")[:erbij]]
                    self._gekozen[kind][fase][beste[np.isfinite(waarde[beste])]] = True
            if erbij:
                _zelfde_in_elke_fase(self._keuzes[kind], self._gekozen[kind])
        return Uitgezeefd(laagste, alles)

    def _door(self, kind: int, tarief: Mapping[int, Kommagetallen]) -> list[Kommagetallen]:
        """Per phase and choice the least cost of a path through it, over all starts, at these prices.

        A resident may here go back and forth between staying and returning, so the value may be too low,
        never too high.
        """
        probleem, fasen = self.probleem, self._keuzes[kind]
        jeugdige = self._kinderen[kind]
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
            per_week = tarief[keuzes.uren][keuzes.groep]
            last = (per_week[:, tot] - per_week[:, van]).T
            last[:, keuzes.blijft] = 0.0  # a resident who stays is always written out; 0 is never too much
            waarde = keuzes.kosten + last
            if euro := probleem.gewichten["kosten_euro"]:
                waarde = waarde + euro * (((tot - van)[:, None] * 7 * keuzes.centen + 50) // 100)
            if fase == 0:
                wacht = [kosten_wachten(probleem, jeugdige, starts[rij]) for rij in welke]
                waarde = waarde + np.array(wacht, dtype=np.float64)[:, None]
            waarde[~self.plekken.kan_erin(keuzes, van, tot)] = ONEINDIG
            punten[welke] = waarde
            kosten.append(punten)
        verder = [np.array([len(w) > fase + 1 for w in weken], dtype=bool) for fase in range(diepte)]
        terug = list(kosten)
        for fase in reversed(range(diepte - 1)):
            rest = self._stap(fasen[fase], fasen[fase + 1], terug[fase + 1], heel)
            terug[fase] = kosten[fase] + np.where(verder[fase][:, None], rest, 0.0)
        door, heen = [], np.zeros_like(kosten[0]) if diepte else np.zeros((0, 0))
        for fase in range(diepte):
            if fase:
                heen = self._stap(fasen[fase], fasen[fase - 1], heen + kosten[fase - 1], heel)
            som = heen + terug[fase]
            door.append(som.min(axis=0) if len(som) else np.zeros(0))
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


def _goedkoopste(fasen: Sequence[Fasekeuzes], per_fase: int, vast: Iterable[int]) -> list[Vlaggen]:
    gekozen = []
    for keuzes in fasen:
        welke = np.isin(keuzes.groep, list(vast)) | keuzes.blijft
        welke[np.argsort(keuzes.kosten, kind="stable")[:per_fase]] = True
        gekozen.append(welke)
    _zelfde_in_elke_fase(fasen, gekozen)
    return gekozen


def _zelfde_in_elke_fase(fasen: Sequence[Fasekeuzes], gekozen: list[Vlaggen]) -> None:
    """A groep that is written out in one phase is so in all, so that a child can stay where it is."""
    if len(fasen) < 2:
        return
    alle = np.unique(np.concatenate([k.groep[welke] for k, welke in zip(fasen, gekozen, strict=True)]))
    for keuzes, welke in zip(fasen, gekozen, strict=True):
        welke |= np.isin(keuzes.groep, alle)
