"""Brothers and sisters in the relaxation: the cheapest two paths of a pair, `samen` included."""

from dataclasses import dataclass

import numpy as np

from matcher.solver.getallen import Getallen, Kommagetallen
from matcher.solver.opties import ONEINDIG, Opties


@dataclass(frozen=True)
class Uitkomst:
    """The cost of a pair and the knopen of its paths."""

    kosten: float
    knopen: list[int]


@dataclass(frozen=True)
class Paar:
    """Two children to keep together (`een` and `ander` are child indexes).

    They count as together when the later of them starts in a groep where the other is in that week.
    `begin` and `bij` list all such pairs of knopen: a first knoop of one, a knoop of the other.
    """

    een: int
    ander: int
    punten: int
    begin: Getallen
    bij: Getallen
    eerste: tuple[Getallen, Getallen]
    """First knopen of each child."""
    einde: tuple[Getallen, Getallen]
    """The week in which the path from each of those first knopen ends."""

    def goedkoopst(
        self,
        opties: Opties,
        prijs: Kommagetallen,
        heen: Kommagetallen,
        terug: Kommagetallen,
        keuze: Getallen,
    ) -> Uitkomst:
        """The exact least cost of the pair under these prices, given what `heen` and `terug` say of them."""
        beste: list[tuple[float, int]] = []
        for kind, eerste in zip((self.een, self.ander), self.eerste, strict=True):
            plek = int(np.argmin(terug[eerste])) if len(eerste) else -1
            waarde = float(terug[eerste[plek]]) if plek >= 0 else ONEINDIG
            leeg = float(opties.zonder_plek[kind])
            beste.append((leeg, -1) if leeg <= waarde else (waarde, int(eerste[plek])))
        (kosten_een, knoop_een), (kosten_ander, knoop_ander) = beste
        beide = knoop_een >= 0 and knoop_ander >= 0
        uit = kosten_een + kosten_ander + (self.punten if beide else 0)
        knopen: tuple[list[int], list[int]] | None = None

        if len(self.begin):
            samen = terug[self.begin] + heen[self.bij] + terug[self.bij]
            plek = int(np.argmin(samen))
            if samen[plek] < uit:
                uit = float(samen[plek])
                bij = int(self.bij[plek])
                knopen = opties.pad(int(self.begin[plek]), keuze), _pad_door(opties, bij, prijs, heen, keuze)
        apart = self._zonder_ontmoeting(opties, terug, uit)
        if apart is not None:
            uit, eerste_knopen = apart
            knopen = tuple(opties.pad(knoop, keuze) for knoop in eerste_knopen)  # type: ignore[assignment]
            beide = False
        if knopen is None:
            heel = [opties.pad(knoop, keuze) for knoop in (knoop_een, knoop_ander) if knoop >= 0]
            return Uitkomst(uit, [knoop for pad in heel for knoop in pad])
        return Uitkomst(uit, [knoop for pad in knopen for knoop in pad])

    def _zonder_ontmoeting(
        self, opties: Opties, terug: Kommagetallen, lager_dan: float
    ) -> tuple[float, list[int]] | None:
        """Cheapest outcome, below a value, in which `samen` costs nothing without being together.

        Either one has no place, or one has left for good before the other starts.
        """
        gevonden: tuple[float, list[int]] | None = None
        for ik, wij in ((0, 1), (1, 0)):
            mijn, jouw = self.eerste[ik], self.eerste[wij]
            leeg = float(opties.zonder_plek[(self.een, self.ander)[ik]])
            if len(jouw):
                plek = int(np.argmin(terug[jouw]))
                waarde = leeg + float(terug[jouw[plek]])
                if waarde < lager_dan:
                    lager_dan, gevonden = waarde, (waarde, [int(jouw[plek])])
            if not len(mijn) or not len(jouw):
                continue
            # mine has ended when yours begins: the cheapest of mine by the week in which it ends
            per_week = np.full(opties.probleem.horizon + 1, ONEINDIG)
            np.minimum.at(per_week, self.einde[ik], terug[mijn])
            tot_dan = np.minimum.accumulate(per_week)
            som = tot_dan[opties.start[jouw]] + terug[jouw]
            plek = int(np.argmin(som))
            if som[plek] < lager_dan:
                lager_dan = float(som[plek])
                op_tijd = self.einde[ik] <= opties.start[jouw[plek]]
                mijn_plek = int(np.argmin(np.where(op_tijd, terug[mijn], ONEINDIG)))
                gevonden = lager_dan, [int(mijn[mijn_plek]), int(jouw[plek])]
        return gevonden


def _pad_door(
    opties: Opties, knoop: int, prijs: Kommagetallen, heen: Kommagetallen, keuze: Getallen
) -> list[int]:
    """The cheapest path through a knoop."""
    pad = opties.pad(knoop, keuze)
    while opties.fase[pad[0]] > 0:
        vorige = opties.voorgangers(pad[0])
        kosten = heen[vorige] + prijs[vorige] + opties.verhuizing(vorige, pad[0])
        pad.insert(0, int(vorige[int(np.argmin(kosten))]))
    return pad


def koppels(opties: Opties) -> list[Paar]:
    """Pairs of samen_met children such that no child is in two of them; other pairs are left out."""
    punten = opties.probleem.gewichten["samen"]
    if not punten:
        return []
    bezet: set[str] = set()
    paren = []
    for een, ander in opties.probleem.paren_samen:
        if een in bezet or ander in bezet:
            continue
        bezet |= {een, ander}
        paren.append(_paar(opties, opties.nummer[een], opties.nummer[ander], punten))
    return paren


def _paar(opties: Opties, een: int, ander: int, punten: int) -> Paar:
    knopen = [np.flatnonzero(opties.kind == kind) for kind in (een, ander)]
    eerste = [rij[opties.fase[rij] == 0] for rij in knopen]
    begin, bij = [], []
    for ik, wij in ((0, 1), (1, 0)):
        for knoop in eerste[ik]:
            week = opties.start[knoop]
            rij = knopen[wij]
            raak = (opties.groep[rij] == opties.groep[knoop]) & (opties.van[rij] <= week)
            raak &= opties.tot[rij] > week
            bij.append(rij[raak])
            begin.append(np.full(len(bij[-1]), knoop, dtype=np.int64))
    leeg = np.zeros(0, dtype=np.int64)
    einde = [_einde(opties, rij) for rij in eerste]
    return Paar(
        een,
        ander,
        punten,
        np.concatenate([leeg, *begin]),
        np.concatenate([leeg, *bij]),
        (eerste[0], eerste[1]),
        (einde[0], einde[1]),
    )


def _einde(opties: Opties, eerste: Getallen) -> Getallen:
    """The week in which the paths from these first knopen end: it depends on child and start only."""
    einde = np.zeros(len(eerste), dtype=np.int64)
    for plek, knoop in enumerate(eerste):
        blok = int(opties.blok[knoop])
        while (volgend := int(opties.volgend_blok[blok])) >= 0:
            blok = volgend
        einde[plek] = opties.tot[opties.blokbegin[blok]]
    return einde
