"""All choices of all children as flat arrays, cheapest first: what ruin and recreate looks at.

Start weeks are not written out: the cost of a choice does not depend on them (waiting is added, and a
price in euro), so a country fits in memory.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.domein import Probleem
from matcher.kosten import kosten_niet_geplaatst, kosten_wachten
from matcher.regels import startweken
from matcher.solver.getallen import Getallen
from matcher.solver.keuzes import Fasekeuzes
from matcher.solver.opties import Plekken

Klein = NDArray[np.int32]
Rijen = NDArray[np.void]
"""Records; in compiled code a field is an attribute of the element."""

BEWONER_ZONDER = 10_000_000
"""Points for a resident without a place while searching: more than anything else can be worth."""


KIND = np.dtype(
    [
        ("zonder", "i8"),
        ("fase0", "i4"),
        ("vroegst", "i4"),
        ("laatst", "i4"),
        ("wacht", "i4"),
        ("samen0", "i4"),
        ("apart0", "i4"),
    ]
)
FASE = np.dtype(
    [("keuze0", "i8"), ("kind", "i4"), ("weken", "i4"), ("uren", "i4"), ("klasse", "i4")], align=True
)
KEUZE = np.dtype([("groep", "i4"), ("kosten", "i4"), ("centen", "u2"), ("blijft", "?"), ("koppelt", "?")])
GROEP = np.dtype([("locatie", "i4"), ("rooster", "i4"), ("meer_bedden", "?"), ("meer_uren", "?")], align=True)


class Tabel(NamedTuple):
    """Facts, none of which change during a search.

    A *fase* is one phase of one child; those of child n are `kinderen[n].fase0` to `kinderen[n + 1].fase0`.
    A *keuze* is a groep for a fase; those of fase f are `fasen[f].keuze0` to `fasen[f + 1].keuze0`, cheapest
    first. So `kinderen` and `fasen` have one row more than there are.

    `kinderen`: points for no place (`zonder`) and for each week of waiting, the first start week (`vroegst`)
    and the one after the last (`laatst`). `keuzes`: points, price in cents per etmaal, whether a resident
    stays, and whether the fase before or after has a keuze on the same locatie (`koppelt`): only then can a
    move be saved.
    `fasen`: the hours a week (hundredths), and their rank in `klassen`, all hours that anybody asks.
    `groepen`: rostered hours (-1: no limit) and whether the input overfills it. `bedden`: [groep, week].
    """

    horizon: int
    meeste_fasen: int
    verhuizing: int
    """Points of a move; within one locatie `half`."""
    half: int
    samen: int
    euro: int
    kinderen: Rijen
    fasen: Rijen
    keuzes: Rijen
    groepen: Rijen
    bedden: Klein
    samen_met: Klein
    """Brothers and sisters of child n: from `kinderen[n].samen0` on; `apart_van` likewise."""
    apart_van: Klein
    klassen: Klein


def maak_tabel(probleem: Probleem, plekken: Plekken, keuzes: Sequence[Sequence[Fasekeuzes]]) -> Tabel:
    """The table of a problem, from the choices of each child per phase."""
    jeugdigen = list(probleem.jeugdigen.values())
    heel = probleem.gewichten["verplaatsing"]
    kinderen = np.zeros(len(jeugdigen) + 1, dtype=KIND)
    kinderen["fase0"] = _begin([len(rij) for rij in keuzes])
    samen_met = _verwanten(probleem, probleem.paren_samen, kinderen["samen0"])
    apart_van = _verwanten(probleem, probleem.paren_apart, kinderen["apart0"])
    for nummer, kind in enumerate(jeugdigen):
        starts = startweken(kind, probleem.horizon)
        kinderen[nummer]["vroegst"], kinderen[nummer]["laatst"] = starts.start, starts.stop
        kinderen[nummer]["wacht"] = kosten_wachten(probleem, kind, kind.start + 1)
        kinderen[nummer]["zonder"] = BEWONER_ZONDER if kind.bewoner else kosten_niet_geplaatst(probleem, kind)
    vlak = [fase for rij in keuzes for fase in rij]
    fasen = np.zeros(len(vlak) + 1, dtype=FASE)
    fasen["keuze0"] = _begin([len(fase.groep) for fase in vlak])
    fasen["kind"][:-1] = np.repeat(np.arange(len(keuzes)), [len(rij) for rij in keuzes])
    fasen["weken"][:-1] = [
        probleem.horizon if fase.weken is None else fase.weken for kind in jeugdigen for fase in kind.fasen
    ]
    fasen["uren"][:-1] = [fase.uren for fase in vlak]
    klassen, fasen["klasse"][:-1] = np.unique(fasen["uren"][:-1], return_inverse=True)
    groepen = np.zeros(len(plekken.ids), dtype=GROEP)
    groepen["locatie"], groepen["rooster"] = plekken.locatie, plekken.uren
    groepen["meer_bedden"], groepen["meer_uren"] = plekken.bedden_vrijgesteld, plekken.uren_vrijgesteld
    return Tabel(
        horizon=probleem.horizon,
        meeste_fasen=max((len(rij) for rij in keuzes), default=1),
        verhuizing=heel,
        half=heel // 2,
        samen=probleem.gewichten["samen"],
        euro=probleem.gewichten["kosten_euro"],
        kinderen=kinderen,
        fasen=fasen,
        keuzes=_keuzes(plekken, keuzes, fasen["keuze0"]),
        groepen=groepen,
        bedden=plekken.bedden.astype(np.int32),
        samen_met=samen_met,
        apart_van=apart_van,
        klassen=klassen,
    )


def _keuzes(plekken: Plekken, keuzes: Sequence[Sequence[Fasekeuzes]], begin: Getallen) -> Rijen:
    uit = np.zeros(int(begin[-1]), dtype=KEUZE)
    daar = np.zeros(len(plekken.ids), dtype=bool)
    teller = 0
    for rij in keuzes:
        for nummer, fase in enumerate(rij):
            hier = uit[begin[teller] : begin[teller + 1]]
            volgorde = np.lexsort((fase.groep, ~fase.blijft, fase.kosten))
            hier["groep"], hier["kosten"] = fase.groep[volgorde], fase.kosten[volgorde]
            hier["centen"], hier["blijft"] = fase.centen[volgorde], fase.blijft[volgorde]
            ernaast = [f.groep for f in (*rij[max(0, nummer - 1) : nummer], *rij[nummer + 1 : nummer + 2])]
            for groepen in ernaast:
                daar[plekken.locatie[groepen]] = True
            hier["koppelt"] = daar[plekken.locatie[hier["groep"]]]
            for groepen in ernaast:
                daar[plekken.locatie[groepen]] = False
            teller += 1
    return uit


def _begin(aantallen: Sequence[int]) -> Getallen:
    return np.concatenate([[0], np.cumsum(np.array(aantallen, dtype=np.int64))]).astype(np.int64)


def _verwanten(probleem: Probleem, paren: Iterable[tuple[str, str]], begin: Getallen) -> Klein:
    """Each child's others, one after another; fills where those of each begin."""
    nummer = {jeugdige_id: plek for plek, jeugdige_id in enumerate(probleem.jeugdigen)}
    anderen: list[list[int]] = [[] for _ in nummer]
    for een, ander in paren:
        anderen[nummer[een]].append(nummer[ander])
        anderen[nummer[ander]].append(nummer[een])
    begin[:] = _begin([len(rij) for rij in anderen])
    return np.array([ander for rij in anderen for ander in rij], dtype=np.int32)
