"""Every choice of every child as arrays: which groep in which phase from which start week.

A *knoop* is one phase of one child, from one start week, in one groep. A *blok* is all knopen of one
child, start and phase. A *pad* runs through one knoop of each blok of a start; its cost is that of its
knopen plus its moves. Moves form a tree (same groep 0, same locatie half, else whole), so the cheapest
paths under any prices are found for all children at once, phase by phase.

For a resident, staying in its groep is a knoop of its own (`blijft`): fewer rules hold for it, and it can
only follow on a knoop in which the resident stayed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from matcher.domein import Jeugdige, Probleem
from matcher.kosten import kosten_niet_geplaatst, kosten_wachten
from matcher.plan import Plaatsing
from matcher.regels import fase_weken, mag_bedden_overschrijden, mag_uren_overschrijden, startweken
from matcher.solver.getallen import Getallen, Kommagetallen, Vlaggen
from matcher.solver.keuzes import Fasekeuzes, Keuzelijst

ONEINDIG = np.inf

Pad = tuple[int, ...]
"""The knopen of one child in order of phase; empty for a child without a place."""


@dataclass(frozen=True)
class Plekken:
    """What the groepen offer, by row (groep) and column (week). Hours are hundredths; -1 means no limit.

    `bedden_vrijgesteld` and `uren_vrijgesteld` mark groepen that the input already overfills.
    """

    ids: tuple[str, ...]
    bedden: Getallen
    uren: Getallen
    bedden_vrijgesteld: Vlaggen
    uren_vrijgesteld: Vlaggen
    locatie: Getallen
    """A number for the locatie of each groep."""

    @classmethod
    def van(cls, probleem: Probleem) -> "Plekken":
        groepen = list(probleem.groepen.values())
        nummers: dict[str, int] = {}
        return cls(
            ids=tuple(groep.id for groep in groepen),
            bedden=np.array(
                [[groep.bedden(week) for week in range(probleem.horizon)] for groep in groepen],
                dtype=np.int64,
            ).reshape(len(groepen), probleem.horizon),
            uren=np.array(
                [-1 if groep.roosteruren is None else groep.roosteruren for groep in groepen], dtype=np.int64
            ),
            bedden_vrijgesteld=np.array(
                [mag_bedden_overschrijden(probleem, groep) for groep in groepen], dtype=bool
            ),
            uren_vrijgesteld=np.array(
                [mag_uren_overschrijden(probleem, groep) for groep in groepen], dtype=bool
            ),
            locatie=np.array(
                [nummers.setdefault(groep.locatie, len(nummers)) for groep in groepen], dtype=np.int64
            ),
        )

    @cached_property
    def genoten(self) -> list[Getallen]:
        """The other groepen on the locatie of each, a rank at a time (-1 where there is none)."""
        per_locatie: dict[int, list[int]] = {}
        for index, locatie in enumerate(self.locatie.tolist()):
            per_locatie.setdefault(locatie, []).append(index)
        anderen = [
            [ander for ander in per_locatie[locatie] if ander != index]
            for index, locatie in enumerate(self.locatie.tolist())
        ]
        return [
            np.array([rij[rang] if rang < len(rij) else -1 for rij in anderen], dtype=np.int64)
            for rang in range(max(map(len, anderen), default=0))
        ]

    @cached_property
    def weken_open(self) -> Getallen:
        """Running count of weeks with at least one bed: [groep, week] counts the weeks before `week`."""
        open_ = (self.bedden > 0).astype(np.int64)
        return np.concatenate([np.zeros((len(self.ids), 1), dtype=np.int64), open_.cumsum(axis=1)], axis=1)

    def kan_erin(self, keuzes: Fasekeuzes, van: Getallen, tot: Getallen) -> Vlaggen:
        """[stretch of weeks, choice]: whether one child alone fits in that groep in those weeks."""
        groep = keuzes.groep
        open_ = self.weken_open[groep][:, tot] - self.weken_open[groep][:, van] == tot - van
        kan = open_ | (keuzes.blijft & self.bedden_vrijgesteld[groep])[:, None]
        te_veel = (self.uren[groep] >= 0) & (keuzes.uren > self.uren[groep])
        te_veel &= ~(keuzes.blijft & self.uren_vrijgesteld[groep])
        return np.asarray((kan & ~te_veel[:, None]).T)


@dataclass(frozen=True)
class Opties:
    """Knopen in order of (fase, kind, start, groep, blijft), with what connects them.

    Arrays over knopen: `kind`, `start`, `fase` (from 0), `groep`, `blijft`, `van`, `tot`, `kosten`
    (points of the knoop, waiting and leaving the huidige groep included), `uren` (hundredths a week).
    `zonder_plek[kind]` is the cost of no place (infinite for a resident).
    """

    probleem: Probleem
    plekken: Plekken
    kinderen: tuple[str, ...]
    kind: Getallen
    start: Getallen
    fase: Getallen
    groep: Getallen
    blijft: Vlaggen
    van: Getallen
    tot: Getallen
    kosten: Getallen
    uren: Getallen
    zonder_plek: Kommagetallen
    fasen: Getallen
    """How many phases each child has."""

    def __len__(self) -> int:
        return len(self.kind)

    def beperk(self, behoud: Vlaggen) -> "Opties":
        """The options that remain of these knopen, without knopen that no whole path uses any more."""
        kleiner = self._met(behoud)
        door = kleiner.door(kleiner.kosten.astype(np.float64))
        heel = np.isfinite(door)
        return kleiner if heel.all() else kleiner._met(heel)

    def deel(self, knopen: Getallen) -> "Opties":
        """As `beperk`, for a few knopen in ascending order."""
        return self._met(knopen).beperk(np.ones(len(knopen), dtype=bool))

    def _met(self, behoud: Vlaggen | Getallen) -> "Opties":
        return Opties(
            self.probleem,
            self.plekken,
            self.kinderen,
            self.kind[behoud],
            self.start[behoud],
            self.fase[behoud],
            self.groep[behoud],
            self.blijft[behoud],
            self.van[behoud],
            self.tot[behoud],
            self.kosten[behoud],
            self.uren[behoud],
            self.zonder_plek,
            self.fasen,
        )

    # ---- structure

    @cached_property
    def sleutel(self) -> Getallen:
        return self._sleutels(self.fase, self.groep, self.blijft)

    def _sleutels(self, fase: Getallen, groep: Getallen, blijft: Vlaggen) -> Getallen:
        blok = (fase * len(self.kinderen) + self.kind) * self.probleem.horizon + self.start
        return (blok * len(self.plekken.ids) + groep) * 2 + blijft

    def _zoek(self, sleutels: Getallen, telt: Vlaggen) -> Getallen:
        """Index of the knoop with each key, or -1."""
        if not len(self):
            return np.zeros(0, dtype=np.int64)
        plek = np.searchsorted(self.sleutel, sleutels)
        plek = np.minimum(plek, len(self) - 1)
        return np.where(telt & (self.sleutel[plek] == sleutels), plek, -1)

    def vind(self, kind: int, start: int, fase: int, groep_id: str, blijft: bool) -> int:
        """The knoop of this choice, or -1 when it is none."""
        groep = self._groepnummer.get(groep_id, -1)
        if groep < 0 or not len(self) or not 0 <= start < self.probleem.horizon:
            return -1
        blok = (fase * len(self.kinderen) + kind) * self.probleem.horizon + start
        sleutel = (blok * len(self.plekken.ids) + groep) * 2 + blijft
        plek = int(np.searchsorted(self.sleutel, sleutel))
        return plek if plek < len(self) and self.sleutel[plek] == sleutel else -1

    @cached_property
    def _groepnummer(self) -> dict[str, int]:
        return {groep_id: index for index, groep_id in enumerate(self.plekken.ids)}

    @cached_property
    def blokbegin(self) -> Getallen:
        """First knoop of each blok."""
        if not len(self):
            return np.zeros(0, dtype=np.int64)
        blok = self.sleutel // (2 * len(self.plekken.ids))
        return np.concatenate([[0], np.flatnonzero(np.diff(blok)) + 1]).astype(np.int64)

    @cached_property
    def blok(self) -> Getallen:
        """The blok of each knoop."""
        merk = np.zeros(len(self), dtype=np.int64)
        merk[self.blokbegin[1:]] = 1
        return np.asarray(merk.cumsum(), dtype=np.int64)

    @cached_property
    def volgend_blok(self) -> Getallen:
        """The blok of the next phase of each blok, or -1 for a last phase."""
        begin = self.blokbegin
        deelbaar = 2 * len(self.plekken.ids)
        sleutel = self.sleutel[begin] // deelbaar
        volgend = sleutel + len(self.kinderen) * self.probleem.horizon
        plek = np.minimum(np.searchsorted(sleutel, volgend), max(0, len(sleutel) - 1))
        return np.where(sleutel[plek] == volgend, plek, -1) if len(sleutel) else plek

    @cached_property
    def loopt_dood(self) -> Vlaggen:
        """Knopen of which the next phase has no knopen left, though the child has one before the horizon."""
        laatste = (self.tot >= self.probleem.horizon) | (self.fase + 1 == self.fasen[self.kind])
        return np.asarray(~laatste & (self.volgend_blok[self.blok] < 0))

    @cached_property
    def zelfde(self) -> Getallen:
        """The knoop of the next phase in the same groep (a resident that stays, stays on), or -1."""
        sleutels = self._sleutels(self.fase + 1, self.groep, self.blijft)
        return self._zoek(sleutels, np.ones(len(self), dtype=bool))

    @cached_property
    def buren(self) -> tuple[Getallen, Getallen]:
        """Pairs (knoop, knoop of the next phase) in another groep on the same locatie."""
        van, naar = [], []
        for genoot in self.plekken.genoten:
            ander = genoot[self.groep]
            weg = np.zeros(len(self), dtype=bool)
            gevonden = self._zoek(self._sleutels(self.fase + 1, ander, weg), ander >= 0)
            bron = np.flatnonzero(gevonden >= 0)
            van.append(bron)
            naar.append(gevonden[bron])
        if not van:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        return np.concatenate(van), np.concatenate(naar)

    @cached_property
    def _lagen(self) -> list[tuple[slice, slice]]:
        """Per phase: its knopen and its blokken."""
        lagen = []
        for fase in range(int(self.fase.max()) + 1 if len(self) else 0):
            lo, hi = np.searchsorted(self.fase, [fase, fase + 1])
            blo, bhi = np.searchsorted(self.blokbegin, [lo, hi])
            lagen.append((slice(int(lo), int(hi)), slice(int(blo), int(bhi))))
        return lagen

    @cached_property
    def _verhuizing(self) -> tuple[int, int]:
        """Points of a move: whole, and within one locatie."""
        gewicht = self.probleem.gewichten["verplaatsing"]
        return gewicht, gewicht // 2

    @cached_property
    def _buren_per_laag(self) -> list[tuple[Getallen, Getallen]]:
        van, naar = self.buren
        lagen = []
        for laag, _ in self._lagen:
            hier = (van >= laag.start) & (van < laag.stop)
            lagen.append((van[hier], naar[hier]))
        return lagen

    # ---- cheapest paths under prices

    def terug(self, prijs: Kommagetallen) -> tuple[Kommagetallen, Getallen]:
        """(cost from each knoop to the end of the path, the next knoop on it or -1), given knoop prices."""
        waarde = np.where(self.loopt_dood, ONEINDIG, prijs)
        keuze = np.full(len(self), -1, dtype=np.int64)
        heel, half = self._verhuizing
        for fase in reversed(range(len(self._lagen) - 1)):
            laag, blokken = self._lagen[fase]
            volgende, volgende_blokken = self._lagen[fase + 1]
            if laag.start == laag.stop or volgende.start == volgende.stop:
                continue
            # a knoop in which a resident stays can't be entered by a move
            instap = np.where(self.blijft[volgende], ONEINDIG, waarde[volgende])
            begin = self.blokbegin[volgende_blokken] - volgende.start
            laagste = np.minimum.reduceat(instap, begin)
            bij = self.blok[volgende] - volgende_blokken.start
            eerste = np.full(len(begin), -1, dtype=np.int64)
            treffers = np.flatnonzero(instap == laagste[bij])[::-1]
            eerste[bij[treffers]] = treffers + volgende.start

            volgend = self.volgend_blok[blokken][self.blok[laag] - blokken.start]
            verder = volgend >= 0
            naar = np.where(verder, volgend - volgende_blokken.start, 0)
            rest = np.where(verder, laagste[naar] + heel, 0.0)
            kies = np.where(verder, eerste[naar], -1)

            blijf = self.zelfde[laag]
            blijfwaarde = np.where(blijf >= 0, waarde[blijf], ONEINDIG)
            beter = blijfwaarde <= rest
            beter &= verder
            rest = np.where(beter, blijfwaarde, rest)
            kies = np.where(beter, blijf, kies)

            bron, doel = self._buren_per_laag[fase]
            if len(bron):
                buurwaarde = waarde[doel] + half
                np.minimum.at(rest, bron - laag.start, buurwaarde)
                raak = buurwaarde <= rest[bron - laag.start]
                geldig = raak & ~(beter[bron - laag.start] & (buurwaarde >= blijfwaarde[bron - laag.start]))
                kies[bron[geldig] - laag.start] = doel[geldig]
            waarde[laag] += rest
            keuze[laag] = kies
        return waarde, keuze

    def heen(self, prijs: Kommagetallen) -> Kommagetallen:
        """Cost from the start of the path up to each knoop, that knoop's own price left out."""
        waarde = np.zeros(len(self))
        heel, half = self._verhuizing
        for fase in range(len(self._lagen) - 1):
            laag, blokken = self._lagen[fase]
            volgende, _ = self._lagen[fase + 1]
            if laag.start == laag.stop or volgende.start == volgende.stop:
                waarde[volgende] = ONEINDIG
                continue
            tot_hier = waarde[laag] + prijs[laag]
            laagste = np.minimum.reduceat(tot_hier, self.blokbegin[blokken] - laag.start)
            vorig = np.full(len(self.blokbegin), -1, dtype=np.int64)
            heeft = self.volgend_blok[blokken] >= 0
            vorig[self.volgend_blok[blokken][heeft]] = np.flatnonzero(heeft)
            bij = vorig[self.blok[volgende]]
            aankomst = np.where(
                (bij >= 0) & ~self.blijft[volgende], laagste[np.maximum(bij, 0)] + heel, ONEINDIG
            )
            blijf = self.zelfde[laag]
            door = blijf >= 0
            doel = blijf[door] - volgende.start
            aankomst[doel] = np.minimum(aankomst[doel], tot_hier[door])
            bron, naar = self._buren_per_laag[fase]
            if len(bron):
                np.minimum.at(aankomst, naar - volgende.start, tot_hier[bron - laag.start] + half)
            waarde[volgende] = aankomst
        return waarde

    def door(self, prijs: Kommagetallen) -> Kommagetallen:
        """Cost of the cheapest path through each knoop; infinite where there is none."""
        return self.heen(prijs) + self.terug(prijs)[0]

    def pad(self, eerste: int, keuze: Getallen) -> list[int]:
        """The knopen of the path that `terug` chose from this first knoop."""
        knopen = [eerste]
        while (volgende := int(keuze[knopen[-1]])) >= 0:
            knopen.append(volgende)
        return knopen

    def padkosten(self, pad: Pad) -> int:
        """Points of a path, its moves included (`samen`, which is of a pair, left out)."""
        if (bekend := self._padkosten.get(pad)) is not None:
            return bekend
        heel, half = self._verhuizing
        punten = int(self.kosten[pad[0]])
        for vorige, knoop in pairwise(pad):
            punten += int(self.kosten[knoop])
            if self.groep[vorige] != self.groep[knoop]:
                zelfde_plek = self._locatie[self.groep[vorige]] == self._locatie[self.groep[knoop]]
                punten += half if zelfde_plek else heel
        self._padkosten[pad] = punten
        return punten

    @cached_property
    def _padkosten(self) -> dict[Pad, int]:
        """Costs of paths worked out before."""
        return {}

    def waar(self, pad: Sequence[int], week: int) -> int | None:
        """The groep of a path in a week, or None."""
        for knoop in pad:
            if self.van[knoop] <= week < self.tot[knoop]:
                return int(self.groep[knoop])
        return None

    def paden_van(
        self, kind: int, prijs: Kommagetallen, terug: Kommagetallen, hoogst: float, meeste: int
    ) -> list[Pad] | None:
        """All paths of a child that cost at most `hoogst` under knoop prices (`terug`: see there).

        None when there are more than `meeste`.
        """
        heel, half = self._verhuizing
        hoogst = min(hoogst, 1e18)  # an endless cost marks a dead end, never a path
        paden: list[Pad] = []
        begin = np.append(self.blokbegin, len(self))
        eerste = self.per_kind[kind]
        eerste = eerste[(self.fase[eerste] == 0) & (terug[eerste] <= hoogst)]
        open_: list[tuple[float, Pad]] = [(0.0, (int(knoop),)) for knoop in eerste[::-1]]
        while open_:
            tot_hier, pad = open_.pop()
            knoop = pad[-1]
            blok = int(self.volgend_blok[self.blok[knoop]])
            if blok < 0:
                paden.append(pad)
                if len(paden) > meeste:
                    return None
                continue
            volgende = np.arange(begin[blok], begin[blok + 1])
            anders = self.groep[volgende] != self.groep[knoop]
            thuis = self._locatie[self.groep[volgende]] == self._locatie[self.groep[knoop]]
            stap = np.where(anders, np.where(thuis, half, heel), 0)
            kosten = tot_hier + float(prijs[knoop]) + stap
            # staying goes on from staying, and a knoop of the same groep goes on as what it is
            mag = np.where(anders, ~self.blijft[volgende], self.blijft[volgende] == self.blijft[knoop])
            mag &= kosten + terug[volgende] <= hoogst
            open_ += [(float(kosten[plek]), (*pad, int(volgende[plek]))) for plek in np.flatnonzero(mag)]
        return paden

    @cached_property
    def per_kind(self) -> list[Getallen]:
        """The knopen of each child, in order of phase."""
        volgorde = np.argsort(self.kind, kind="stable")
        grenzen = np.searchsorted(self.kind[volgorde], np.arange(1, len(self.kinderen)))
        return np.split(volgorde, grenzen)

    @cached_property
    def nummer(self) -> dict[str, int]:
        """The index of each child by its id."""
        return {jeugdige_id: index for index, jeugdige_id in enumerate(self.kinderen)}

    def verwanten(self, paren: Iterable[tuple[str, str]]) -> dict[int, list[int]]:
        """Per child index the other half of each of its pairs."""
        anderen: dict[int, list[int]] = {}
        for een, ander in paren:
            anderen.setdefault(self.nummer[een], []).append(self.nummer[ander])
            anderen.setdefault(self.nummer[ander], []).append(self.nummer[een])
        return anderen

    @cached_property
    def _locatie(self) -> Getallen:
        """A number for the locatie of each groep."""
        return self.plekken.locatie

    def voorgangers(self, knoop: int) -> Getallen:
        """The knopen of the phase before, of the same child and start, from which this knoop can follow."""
        volgend = self.volgend_blok == self.blok[knoop]
        blok = int(np.flatnonzero(volgend)[0])
        einde = self.blokbegin[blok + 1] if blok + 1 < len(self.blokbegin) else len(self)
        vorige = np.arange(self.blokbegin[blok], einde)
        return vorige[self.zelfde[vorige] == knoop] if self.blijft[knoop] else vorige

    def verhuizing(self, vorige: Getallen, knoop: int) -> Kommagetallen:
        """Points of the move from each of these knopen to this one."""
        heel, half = self._verhuizing
        van, naar = self.buren
        punten = np.full(len(vorige), float(heel))
        punten[np.isin(vorige, van[naar == knoop])] = half
        punten[self.zelfde[vorige] == knoop] = 0
        return punten

    def plaatsingen(self, knopen: Sequence[int]) -> Iterator[Plaatsing]:
        """The placements of knopen."""
        for knoop in knopen:
            yield Plaatsing(
                self.kinderen[int(self.kind[knoop])],
                int(self.fase[knoop]) + 1,
                self.plekken.ids[int(self.groep[knoop])],
                int(self.van[knoop]),
                int(self.tot[knoop]),
            )


def bouw_opties(probleem: Probleem) -> Opties:
    """All choices that no rule on the child, the groep or the calendar forbids by itself."""
    lijst, plekken = Keuzelijst(probleem), Plekken.van(probleem)
    stukken = []
    for kind, jeugdige in enumerate(probleem.jeugdigen.values()):
        fasen = [lijst.fase(jeugdige, fase) for fase in range(len(jeugdige.fasen))]
        stukken.append(knopen_van(probleem, plekken, kind, jeugdige, fasen))
    return opties_van(probleem, plekken, stukken)


def knopen_van(
    probleem: Probleem,
    plekken: Plekken,
    kind: int,
    jeugdige: Jeugdige,
    fasen: Sequence[Fasekeuzes],
) -> Getallen:
    """A table of the knopen of one child over these choices per phase, one row each.

    Columns: kind, start, fase, groep, blijft, van, tot, kosten, uren.
    """
    starts = np.array(startweken(jeugdige, probleem.horizon), dtype=np.int64)
    weken = [fase_weken(jeugdige, int(start), probleem.horizon) for start in starts]
    euro = probleem.gewichten["kosten_euro"]
    stukken: list[Getallen] = []
    kan = np.ones(len(starts), dtype=bool)
    for fase in range(max(map(len, weken), default=0)):
        welke = np.array([rij for rij, w in enumerate(weken) if len(w) > fase], dtype=np.int64)
        van = np.array([weken[rij][fase][0] for rij in welke], dtype=np.int64)
        tot = np.array([weken[rij][fase][1] for rij in welke], dtype=np.int64)
        keuzes = fasen[fase]
        kan_erin = plekken.kan_erin(keuzes, van, tot)
        rij, keuze = np.nonzero(kan_erin)
        kan[np.setdiff1d(welke, welke[rij])] = False
        kosten = keuzes.kosten[keuze]
        if euro:
            kosten = kosten + euro * (((tot - van)[rij] * 7 * keuzes.centen[keuze] + 50) // 100)
        if fase == 0:
            factor = kosten_wachten(probleem, jeugdige, jeugdige.start + 1)
            kosten = kosten + factor * np.maximum(0, starts[welke[rij]] - jeugdige.start)
        deel = np.empty((len(rij), 9), dtype=np.int64)
        deel[:, 0], deel[:, 1], deel[:, 2] = kind, starts[welke[rij]], fase
        deel[:, 3], deel[:, 4] = keuzes.groep[keuze], keuzes.blijft[keuze]
        deel[:, 5], deel[:, 6], deel[:, 7], deel[:, 8] = van[rij], tot[rij], kosten, keuzes.uren
        stukken.append(deel)
    if not stukken:
        return np.zeros((0, 9), dtype=np.int64)
    tabel = np.concatenate(stukken)
    # a start of which some phase has nowhere to go is no start
    return np.asarray(tabel[kan[tabel[:, 1] - starts[0]]], dtype=np.int64)


def opties_van(probleem: Probleem, plekken: Plekken, stukken: Sequence[Getallen]) -> Opties:
    """The options of these tables of knopen (`knopen_van`), one table a child."""
    tabel = np.concatenate([np.zeros((0, 9), dtype=np.int64), *stukken])
    sleutel = (tabel[:, 2] * len(probleem.jeugdigen) + tabel[:, 0]) * probleem.horizon + tabel[:, 1]
    sleutel = (sleutel * len(plekken.ids) + tabel[:, 3]) * 2 + tabel[:, 4]
    tabel = tabel[np.argsort(sleutel, kind="stable")].T.copy()
    opties = Opties(
        probleem,
        plekken,
        tuple(probleem.jeugdigen),
        kind=tabel[0],
        start=tabel[1],
        fase=tabel[2],
        groep=tabel[3],
        blijft=tabel[4] == 1,
        van=tabel[5],
        tot=tabel[6],
        kosten=tabel[7],
        uren=tabel[8],
        zonder_plek=np.array(
            [
                ONEINDIG if jeugdige.bewoner else kosten_niet_geplaatst(probleem, jeugdige)
                for jeugdige in probleem.jeugdigen.values()
            ],
            dtype=np.float64,
        ),
        fasen=np.array([len(jeugdige.fasen) for jeugdige in probleem.jeugdigen.values()], dtype=np.int64),
    )
    return opties.beperk(np.ones(len(opties), dtype=bool))
