"""Every child spread over its paths instead of on the cheapest: smooth, so prices can be climbed by slope.

At a temperature T a child takes a path with a weight of exp(-cost / T), and its cost is -T log of the sum of
those weights: never more than that of its cheapest path, and as good as equal to it where T is small. What
the spread uses of each row is the slope. It only finds prices; what they prove is for `Relaxatie` to say.
Brothers and sisters (`samen_met`) are spread each by themselves.
"""

from typing import NamedTuple

import numpy as np

from matcher.solver.getallen import Getallen, Kommagetallen, Vlaggen
from matcher.solver.machinetaal import ingang, machinetaal
from matcher.solver.opties import Opties
from matcher.solver.schaars import Schaars

VER = 30.0
"""A knoop so many temperatures dearer than the cheapest beside it has no weight that counts."""


class Net(NamedTuple):
    """The knopen of some options and what connects them (see `Opties`), for compiled code."""

    kosten: Kommagetallen
    soort: Getallen
    van: Getallen
    tot: Getallen
    blijft: Vlaggen
    dood: Vlaggen
    """Knopen from which no path goes on, though one should."""
    zelfde: Getallen
    buur0: Getallen
    """The knopen on the same locatie in the next phase: `buren[buur0[n]:buur0[n + 1]]` of knoop n."""
    buren: Getallen
    blok0: Getallen
    volgend: Getallen
    kind: Getallen
    """Per blok: the child where it is one of a first phase, else -1."""
    zonder: Kommagetallen
    heel: float
    half: float


class Blad(NamedTuple):
    """Room to reckon in: per knoop the value to the end and of what comes after it, and its weight; per blok
    the cheapest to enter, the sum of weights relative to it, and the weight that comes in."""

    waarde: Kommagetallen
    rest: Kommagetallen
    deel: Kommagetallen
    minst: Kommagetallen
    som: Kommagetallen
    erin: Kommagetallen


def maak_net(opties: Opties, schaars: Schaars) -> Net:
    van, naar = opties.buren
    volgorde = np.argsort(van, kind="stable")
    heel = opties.probleem.gewichten["verplaatsing"]
    eerste = opties.fase[opties.blokbegin] == 0
    return Net(
        kosten=opties.kosten.astype(np.float64),
        soort=schaars.soort,
        van=opties.van,
        tot=opties.tot,
        blijft=opties.blijft,
        dood=opties.loopt_dood,
        zelfde=opties.zelfde,
        buur0=np.searchsorted(van[volgorde], np.arange(len(opties) + 1)).astype(np.int64),
        buren=naar[volgorde],
        blok0=np.append(opties.blokbegin, len(opties)),
        volgend=opties.volgend_blok,
        kind=np.where(eerste, opties.kind[opties.blokbegin], -1),
        zonder=opties.zonder_plek,
        heel=float(heel),
        half=float(heel // 2),
    )


def maak_blad(n: Net) -> Blad:
    knopen, blokken = len(n.kosten), len(n.volgend)
    return Blad(*np.zeros((3, knopen)), *np.zeros((3, blokken)))


@machinetaal
def _gewicht(waarde: float, minst: float, warmte: float) -> float:
    afstand = (waarde - minst) / warmte
    return float(np.exp(-afstand)) if afstand < VER else 0.0


@machinetaal
def _verder(n: Net, b: Blad, knoop: int, blok: int, warmte: float) -> float:
    """The value of what comes after a knoop, with `blok` next.

    A move to where the child already is counts as a way too: it is never cheaper than to stay there.
    """
    zelfde, verhuist = n.zelfde[knoop], b.minst[blok] + n.heel
    minst = verhuist if zelfde < 0 else min(verhuist, b.waarde[zelfde])
    for plek in range(n.buur0[knoop], n.buur0[knoop + 1]):
        minst = min(minst, b.waarde[n.buren[plek]] + n.half)
    if minst == np.inf:
        return np.inf
    som = b.som[blok] * _gewicht(verhuist, minst, warmte)
    if zelfde >= 0:
        som += _gewicht(b.waarde[zelfde], minst, warmte)
    for plek in range(n.buur0[knoop], n.buur0[knoop + 1]):
        som += _gewicht(b.waarde[n.buren[plek]] + n.half, minst, warmte)
    return float(minst - warmte * np.log(som))


@machinetaal
def _terug(n: Net, b: Blad, tarief: Kommagetallen, extra: Kommagetallen, warmte: float) -> None:
    """The values of all knopen, from the last phase to the first."""
    for blok in range(len(n.volgend) - 1, -1, -1):
        volgend = n.volgend[blok]
        eerste = n.kind[blok] >= 0
        minst = np.inf
        for knoop in range(n.blok0[blok], n.blok0[blok + 1]):
            rest = 0.0
            if n.dood[knoop]:
                rest = np.inf
            elif volgend >= 0:
                rest = _verder(n, b, knoop, volgend, warmte)
            soort = n.soort[knoop]
            waarde = n.kosten[knoop] + tarief[soort, n.tot[knoop]] - tarief[soort, n.van[knoop]] + rest
            if len(extra):
                waarde += extra[knoop]
            b.rest[knoop] = rest
            b.waarde[knoop] = waarde
            if waarde < minst and (eerste or not n.blijft[knoop]):
                minst = waarde
        som = 0.0
        if minst < np.inf:
            for knoop in range(n.blok0[blok], n.blok0[blok + 1]):
                if eerste or not n.blijft[knoop]:
                    som += _gewicht(b.waarde[knoop], minst, warmte)
        b.minst[blok], b.som[blok] = minst, som


@machinetaal
def _per_kind(n: Net, b: Blad, warmte: float, minst: Kommagetallen, som: Kommagetallen) -> float:
    """The total of all children; fills the cheapest and the sum of weights of each."""
    minst[:] = n.zonder
    for blok in range(len(n.volgend)):
        kind = n.kind[blok]
        if kind >= 0:
            minst[kind] = min(minst[kind], b.minst[blok])
    for kind in range(len(n.zonder)):
        som[kind] = _gewicht(n.zonder[kind], minst[kind], warmte) if minst[kind] < np.inf else 0.0
    for blok in range(len(n.volgend)):
        kind = n.kind[blok]
        if kind >= 0 and b.minst[blok] < np.inf:
            som[kind] += b.som[blok] * _gewicht(b.minst[blok], minst[kind], warmte)
    totaal = 0.0
    for kind in range(len(n.zonder)):
        if som[kind] > 0.0:
            totaal += minst[kind] - warmte * np.log(som[kind])
    return totaal


@ingang
def weeg(
    n: Net,
    b: Blad,
    tarief: Kommagetallen,
    extra: Kommagetallen,
    warmte: float,
    aantal: Kommagetallen,
) -> float:
    """The total of all children at this temperature; fills the weight of each knoop (`b.deel`).

    `tarief` [soort, 1 + week] is the price of all weeks before; `extra` may be empty, or has more to pay per
    knoop. `aantal` [soort, 1 + week] becomes how many of each soort come (in a week) less how many leave.
    """
    _terug(n, b, tarief, extra, warmte)
    minst, som = np.empty(len(n.zonder)), np.empty(len(n.zonder))
    totaal = _per_kind(n, b, warmte, minst, som)
    aantal[:] = 0.0
    b.deel[:] = 0.0
    b.erin[:] = 0.0
    for blok in range(len(n.volgend)):
        kind, volgend = n.kind[blok], n.volgend[blok]
        if kind >= 0 and (b.minst[blok] - minst[kind]) / warmte >= VER:
            continue
        for knoop in range(n.blok0[blok], n.blok0[blok + 1]):
            if kind >= 0:
                b.deel[knoop] = _gewicht(b.waarde[knoop], minst[kind], warmte) / som[kind]
            elif b.erin[blok] > 0.0 and not n.blijft[knoop]:
                b.deel[knoop] += b.erin[blok] * _gewicht(b.waarde[knoop], b.minst[blok], warmte)
            deel = b.deel[knoop]
            if deel < 1e-12:
                continue
            aantal[n.soort[knoop], n.van[knoop]] += deel
            aantal[n.soort[knoop], n.tot[knoop]] -= deel
            if volgend >= 0:
                _geef_door(n, b, knoop, volgend, deel, warmte)
    return totaal


@machinetaal
def _geef_door(n: Net, b: Blad, knoop: int, blok: int, deel: float, warmte: float) -> None:
    """Spread the weight of a knoop over those of the next phase."""
    zelfde, rest = n.zelfde[knoop], b.rest[knoop]
    b.erin[blok] += deel * _gewicht(b.minst[blok] + n.heel, rest, warmte)
    if zelfde >= 0:
        b.deel[zelfde] += deel * _gewicht(b.waarde[zelfde], rest, warmte)
    for plek in range(n.buur0[knoop], n.buur0[knoop + 1]):
        b.deel[n.buren[plek]] += deel * _gewicht(b.waarde[n.buren[plek]] + n.half, rest, warmte)


class Zacht:
    """The smooth total over some options and rows."""

    def __init__(self, opties: Opties, schaars: Schaars) -> None:
        self._schaars = schaars
        self._net = maak_net(opties, schaars)
        self._blad = maak_blad(self._net)
        self._verandering = np.zeros((len(schaars.soort_groep), opties.probleem.horizon + 1))

    def weeg(self, prijzen: Kommagetallen, warmte: float) -> tuple[float, Kommagetallen]:
        """(the smooth bound, its slope [rows, week]) at these prices."""
        schaars = self._schaars
        tarief, extra = schaars.tarief(prijzen)
        totaal = weeg(self._net, self._blad, tarief, extra, warmte, self._verandering)
        gebruik = schaars.gebruik_van(self.aantal, self._blad.deel)
        return totaal - float((prijzen * schaars.aanbod).sum()), gebruik - schaars.aanbod

    @property
    def deel(self) -> Kommagetallen:
        """How much of its child the last spread put on each knoop."""
        return self._blad.deel

    @property
    def aantal(self) -> Kommagetallen:
        """[soorten, week]: how many children the last spread has of each kind of use."""
        return np.asarray(self._verandering.cumsum(axis=1)[:, :-1])
