"""The cheapest row of places for one child, all phases and start weeks together, beside those laid already.

Phases are weighed from the last to the first. Choices lie cheapest first, so that most of them need no
look: beyond the cheapest that is free only a choice that saves a move can be better.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.solver.getallen import Getallen, Kommagetallen
from matcher.solver.herbouw.staat import Staat, waar
from matcher.solver.herbouw.tabel import Rijen, Tabel
from matcher.solver.machinetaal import machinetaal

MEESTE_BROERS = 16
"""More brothers and sisters than this do not count while placing (they do in the cost)."""


FASE = np.dtype([("van", "i4"), ("tot", "i4"), ("kandidaten", "i4"), ("keuze", "i8")], align=True)
KANDIDAAT = np.dtype([("keuze", "i8"), ("waarde", "f8"), ("verder", "i4")], align=True)
GROEP = np.dtype(
    [("groep_stempel", "i8"), ("locatie_stempel", "i8"), ("groep_plek", "i4"), ("locatie_plek", "i4")],
    align=True,
)
BROER = np.dtype([("fase", "i4"), ("groep", "i4")])
STEMPEL, START, AANTAL = 0, 1, 2


class Werkblad(NamedTuple):
    """Room to reckon in, and the outcome: `tel[START]`, `tel[AANTAL]` phases, the keuze of each in `fasen`.

    `kandidaten` are [phase, rank]: a keuze, the points from there to the end, and the rank in the next phase.
    In `groepen` is the best candidate, in the phase weighed last, of each groep and of each locatie, valid
    where the stamp is `tel[STEMPEL]`. `kans` is the state of the random numbers.
    """

    fasen: Rijen
    kandidaten: Rijen
    groepen: Rijen
    broers: Rijen
    tel: Getallen
    kans: NDArray[np.uint64]
    tarief: Kommagetallen
    """[klasse, groep, week]: the price of a place in all weeks before."""


def maak_werkblad(t: Tabel, seed: int) -> Werkblad:
    fasen, breed = t.meeste_fasen, max(1, int(np.diff(t.fasen["keuze0"]).max(initial=1)))
    return Werkblad(
        fasen=np.zeros(fasen, dtype=FASE),
        kandidaten=np.zeros((fasen, breed), dtype=KANDIDAAT),
        groepen=np.zeros(len(t.groepen), dtype=GROEP),
        broers=np.zeros(MEESTE_BROERS, dtype=BROER),
        tel=np.zeros(3, dtype=np.int64),
        # an odd number, so never 0; the factor keeps near seeds apart
        kans=np.array([(seed * 0x9E3779B97F4A7C15 + 0xD1B54A32D192ED03) % 2**64 | 1], dtype=np.uint64),
        tarief=np.zeros((len(t.klassen), len(t.groepen), t.horizon + 1)),
    )


@machinetaal
def kans(w: Werkblad) -> float:
    """A random number from 0 up to 1."""
    x = w.kans[0]
    x ^= x << np.uint64(13)
    x ^= x >> np.uint64(7)
    x ^= x << np.uint64(17)
    w.kans[0] = x
    return float(x >> np.uint64(11)) * (1.0 / 9007199254740992.0)


@machinetaal
def past(t: Tabel, st: Staat, kind: int, fase: int, keuze: int, van: int, tot: int) -> bool:
    """Whether there is room in these weeks (rules 1, 5 apart and 7)."""
    groep = t.keuzes[keuze].groep
    blijft = t.keuzes[keuze].blijft
    if st.weken[groep, van].vol_vanaf < tot:
        if not (blijft and t.groepen[groep].meer_bedden):
            return False
        for week in range(van, tot):
            if st.weken[groep, week].hoofden >= t.bedden[groep, week] and st.weken[groep, week].binnen > 0:
                return False
    if t.groepen[groep].rooster >= 0:
        vrij = t.groepen[groep].rooster - t.fasen[fase].uren
        mag = blijft and t.groepen[groep].meer_uren
        for week in range(van, tot):
            if st.weken[groep, week].uren > vrij and not (mag and st.weken[groep, week].binnen == 0):
                return False
    for plek in range(t.kinderen[kind].apart0, t.kinderen[kind + 1].apart0):
        ander = t.apart_van[plek]
        if st.kinderen[ander].start < 0:
            continue
        hier = st.kinderen[ander].start
        for andere_fase in range(
            t.kinderen[ander].fase0, t.kinderen[ander].fase0 + st.kinderen[ander].aantal
        ):
            daar = min(t.horizon, hier + t.fasen[andere_fase].weken)
            if t.keuzes[st.fasen[andere_fase].keuze].groep == groep and hier < tot and van < daar:
                return False
            hier = daar
    return True


@machinetaal
def _leg_weken(t: Tabel, w: Werkblad, kind: int, start: int) -> tuple[int, float]:
    """(how many phases begin before the horizon, the least they can cost); fills the weeks of each."""
    aantal, van, minst = 0, start, 0.0
    for fase in range(t.kinderen[kind].fase0, t.kinderen[kind + 1].fase0):
        if van >= t.horizon:
            break
        if t.fasen[fase].keuze0 == t.fasen[fase + 1].keuze0:
            return aantal + 1, np.inf
        w.fasen[aantal].van = van
        van = min(t.horizon, van + t.fasen[fase].weken)
        w.fasen[aantal].tot = van
        minst += t.keuzes[t.fasen[fase].keuze0].kosten
        aantal += 1
    return aantal, minst


@machinetaal
def _zoek_broers(t: Tabel, st: Staat, w: Werkblad, kind: int, start: int, aantal: int) -> int:
    """Which phase falls in the first week together with each placed brother or sister; gives how many."""
    gevonden = 0
    for plek in range(t.kinderen[kind].samen0, t.kinderen[kind + 1].samen0):
        ander = t.samen_met[plek]
        if st.kinderen[ander].start < 0 or gevonden == MEESTE_BROERS:
            continue
        week = max(start, st.kinderen[ander].start)
        daar = waar(t, st, ander, week)
        if daar < 0:
            continue
        for nummer in range(aantal):
            if w.fasen[nummer].van <= week < w.fasen[nummer].tot:
                w.broers[gevonden].fase = nummer
                w.broers[gevonden].groep = daar
                gevonden += 1
    return gevonden


@machinetaal
def _verder(t: Tabel, w: Werkblad, nummer: int, keuze: int, laagste: int) -> tuple[float, int]:
    """(least cost of the later phases with the move to them, rank of the candidate) after this keuze.

    `laagste` is the rank of the cheapest candidate to move to in the next phase, or -1.
    """
    waarde = w.kandidaten[nummer + 1]
    groep = t.keuzes[keuze].groep
    beste, plek = np.inf, laagste
    if laagste >= 0:
        beste = waarde[laagste].waarde + t.verhuizing
    locatie = t.groepen[groep].locatie
    if w.groepen[locatie].locatie_stempel == w.tel[STEMPEL]:
        daar = w.groepen[locatie].locatie_plek
        if waarde[daar].waarde + t.half < beste:
            beste, plek = waarde[daar].waarde + t.half, daar
    if t.keuzes[keuze].blijft:
        # a resident who stays goes on staying: that lies among the candidates once at most
        for daar in range(w.fasen[nummer + 1].kandidaten):
            if t.keuzes[w.kandidaten[nummer + 1, daar].keuze].blijft:
                if waarde[daar].waarde < beste:
                    beste, plek = waarde[daar].waarde, daar
                break
    elif w.groepen[groep].groep_stempel == w.tel[STEMPEL]:
        daar = w.groepen[groep].groep_plek
        if waarde[daar].waarde < beste:
            beste, plek = waarde[daar].waarde, daar
    return beste, plek


@machinetaal
def _onthoud(t: Tabel, w: Werkblad, nummer: int) -> int:
    """Index the candidates of this phase by groep and locatie; gives the rank of the cheapest to move to."""
    w.tel[STEMPEL] += 1
    stempel = w.tel[STEMPEL]
    laagste = -1
    for plek in range(w.fasen[nummer].kandidaten):
        keuze = w.kandidaten[nummer, plek].keuze
        if t.keuzes[keuze].blijft:
            continue  # nobody comes in and stays
        groep = t.keuzes[keuze].groep
        w.groepen[groep].groep_stempel = stempel
        w.groepen[groep].groep_plek = plek
        waarde = w.kandidaten[nummer, plek].waarde
        locatie = t.groepen[groep].locatie
        if (
            w.groepen[locatie].locatie_stempel != stempel
            or waarde < w.kandidaten[nummer, w.groepen[locatie].locatie_plek].waarde
        ):
            w.groepen[locatie].locatie_stempel = stempel
            w.groepen[locatie].locatie_plek = plek
        if laagste < 0 or waarde < w.kandidaten[nummer, laagste].waarde:
            laagste = plek
    return laagste


@machinetaal
def _weeg_fase(
    t: Tabel,
    st: Staat,
    w: Werkblad,
    kind: int,
    nummer: int,
    aantal: int,
    broers: int,
    laagste: int,
    hoogst: float,
    blind: float,
    prijs: float,
) -> float:
    """Fill the candidates of one phase; gives the least value from here to the end, endless without any.

    Choices of `hoogst` points or more are of no use.
    """
    fase = t.kinderen[kind].fase0 + nummer
    van, tot = w.fasen[nummer].van, w.fasen[nummer].tot
    klasse = t.fasen[fase].klasse
    # what a choice can at most save on moves before and after it
    marge = float(t.verhuizing * ((nummer > 0) + (nummer + 1 < aantal)))
    hier = 0
    for broer in range(broers):
        if w.broers[broer].fase == nummer:
            hier += 1
    goedkoopst, minst, gevonden = np.inf, np.inf, 0
    for keuze in range(t.fasen[fase].keuze0, t.fasen[fase + 1].keuze0):
        punten = float(t.keuzes[keuze].kosten)
        if punten > goedkoopst + marge or punten >= hoogst:
            break
        if t.euro:
            punten += t.euro * (((tot - van) * 7 * t.keuzes[keuze].centen + 50) // 100)
        if hier:
            for broer in range(broers):
                if w.broers[broer].fase == nummer and w.broers[broer].groep != t.keuzes[keuze].groep:
                    punten += t.samen
        if prijs > 0.0:
            groep = t.keuzes[keuze].groep
            punten += prijs * (w.tarief[klasse, groep, tot] - w.tarief[klasse, groep, van])
        if punten >= goedkoopst and not (t.keuzes[keuze].koppelt and punten <= goedkoopst + marge):
            continue
        if blind > 0.0 and not t.keuzes[keuze].blijft and kans(w) < blind:
            continue
        if not past(t, st, kind, fase, keuze, van, tot):
            continue
        rest, plek = 0.0, -1
        if nummer + 1 < aantal:
            rest, plek = _verder(t, w, nummer, keuze, laagste)
            if rest == np.inf:
                continue
        if nummer == 0 or not t.keuzes[keuze].blijft:
            goedkoopst = min(goedkoopst, punten)
        w.kandidaten[nummer, gevonden].keuze = keuze
        w.kandidaten[nummer, gevonden].waarde = punten + rest
        w.kandidaten[nummer, gevonden].verder = plek
        minst = min(minst, punten + rest)
        gevonden += 1
    w.fasen[nummer].kandidaten = gevonden
    return minst


@machinetaal
def goedkoopste(t: Tabel, st: Staat, w: Werkblad, kind: int, blind: float, prijs: float) -> float:
    """The cost of the cheapest row for a child without a place, endless where none beats having no place.

    Brothers and sisters elsewhere are counted, and `prijs` times what the places cost others (`tarief`). With
    `blind` above 0 that share of the choices is overlooked. The row is in the werkblad.
    """
    beste = float(t.kinderen[kind].zonder)
    uit = np.inf
    for start in range(t.kinderen[kind].vroegst, t.kinderen[kind].laatst):
        wachten = float(t.kinderen[kind].wacht * (start - t.kinderen[kind].vroegst))
        aantal, eerder = _leg_weken(t, w, kind, start)
        if wachten + eerder >= beste:
            continue
        broers = 0
        if t.kinderen[kind].samen0 < t.kinderen[kind + 1].samen0:
            broers = _zoek_broers(t, st, w, kind, start, aantal)
        laagste = -1
        waarde = 0.0
        for nummer in range(aantal - 1, -1, -1):
            eerder -= t.keuzes[t.fasen[t.kinderen[kind].fase0 + nummer].keuze0].kosten
            # the later phases cost at least `waarde`, those before at least `eerder`
            hoogst = beste - wachten - eerder - waarde
            waarde = _weeg_fase(t, st, w, kind, nummer, aantal, broers, laagste, hoogst, blind, prijs)
            if wachten + eerder + waarde >= beste:
                waarde = np.inf
                break
            if nummer > 0:
                laagste = _onthoud(t, w, nummer)
        if waarde < np.inf:
            beste = uit = wachten + waarde
            _schrijf(t, w, start, aantal)
    return uit


@machinetaal
def _schrijf(t: Tabel, w: Werkblad, start: int, aantal: int) -> None:
    """Keep the cheapest row just weighed as the outcome."""
    plek = 0
    for ander in range(w.fasen[0].kandidaten):
        if w.kandidaten[0, ander].waarde < w.kandidaten[0, plek].waarde:
            plek = ander
    for nummer in range(aantal):
        w.fasen[nummer].keuze = w.kandidaten[nummer, plek].keuze
        plek = w.kandidaten[nummer, plek].verder
    w.tel[START] = start
    w.tel[AANTAL] = aantal
