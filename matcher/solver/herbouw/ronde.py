"""One round after another: take some children who compete for the same places out, and place them anew.

After Slack Induction by String Removals (Christiaens and Vanden Berghe, 2020): small and near each other,
in a different order every time, overlooking a choice now and then; a worse plan may be kept while it is warm.
"""

from typing import NamedTuple

import numpy as np

from matcher.solver.getallen import Getallen, Vlaggen
from matcher.solver.herbouw.invoegen import AANTAL, START, Werkblad, goedkoopste, kans
from matcher.solver.herbouw.staat import AANTAL_LOS, TOTAAL, Staat, kosten_van, leg, neem_terug, tel_totaal
from matcher.solver.herbouw.tabel import Klein, Rijen, Tabel
from matcher.solver.machinetaal import ingang, machinetaal

MEESTE_UIT = 24
"""Room for the children of one round."""
MEESTE_BUREN = 64
"""Most children in one groep who are looked at."""
BLIND = 0.01
"""Share of the choices that is overlooked."""


UIT = np.dtype([("kind", "i4"), ("oude_start", "i4"), ("oude_fasen", "i4"), ("orde", "f8")], align=True)
KIND = np.dtype([("erin", "?"), ("is_anders", "?"), ("beste_start", "i4")], align=True)
BESTE, IN_RONDE, AANTAL_ANDERS = 0, 1, 2


class Ronde(NamedTuple):
    """The children of a round (`uit`, the first `tel[IN_RONDE]`) with what they had; and the best plan.

    The best plan costs `tel[BESTE]` and is in `kinderen` and `beste_keuze` (by fase); the first
    `tel[AANTAL_ANDERS]` of `anders` are the children whose places may differ from it by now.
    """

    uit: Rijen
    oude_keuze: Getallen
    """[rank, phase]"""
    buren: Klein
    kinderen: Rijen
    beste_keuze: Getallen
    anders: Klein
    tel: Getallen


def maak_ronde(t: Tabel) -> Ronde:
    aantal = len(t.kinderen) - 1
    ronde = Ronde(
        uit=np.zeros(MEESTE_UIT, dtype=UIT),
        oude_keuze=np.zeros((MEESTE_UIT, t.meeste_fasen), dtype=np.int64),
        buren=np.zeros(MEESTE_BUREN, dtype=np.int32),
        kinderen=np.zeros(aantal, dtype=KIND),
        beste_keuze=np.full(len(t.fasen) - 1, -1, dtype=np.int64),
        anders=np.arange(aantal, dtype=np.int32),
        tel=np.array([np.iinfo(np.int64).max, 0, aantal], dtype=np.int64),
    )
    ronde.kinderen["beste_start"] = -1
    ronde.kinderen["is_anders"] = True
    return ronde


@machinetaal
def plaats(t: Tabel, st: Staat, w: Werkblad, kind: int, blind: float, prijs: float) -> bool:
    """Give a child the cheapest row that is free; whether there was one better than no place."""
    if goedkoopste(t, st, w, kind, blind, prijs) == np.inf:
        return False
    eerste = t.kinderen[kind].fase0
    for nummer in range(w.tel[AANTAL]):
        st.fasen[eerste + nummer].keuze = w.fasen[nummer].keuze
    leg(t, st, kind, w.tel[START], w.tel[AANTAL])
    st.tel[TOTAAL] += kosten_van(t, st, kind) - t.kinderen[kind].zonder
    return True


@machinetaal
def haal_uit(t: Tabel, st: Staat, kind: int) -> None:
    """Take the place of a child away."""
    st.tel[TOTAAL] += t.kinderen[kind].zonder - kosten_van(t, st, kind)
    neem_terug(t, st, kind)


@ingang
def bewaar(t: Tabel, st: Staat, r: Ronde) -> None:
    """Keep the plan as the best so far."""
    r.tel[BESTE] = st.tel[TOTAAL]
    for plek in range(r.tel[AANTAL_ANDERS]):
        kind = r.anders[plek]
        r.kinderen[kind].is_anders = False
        r.kinderen[kind].beste_start = st.kinderen[kind].start
        for fase in range(t.kinderen[kind].fase0, t.kinderen[kind].fase0 + st.kinderen[kind].aantal):
            r.beste_keuze[fase] = st.fasen[fase].keuze
    r.tel[AANTAL_ANDERS] = 0


@machinetaal
def merk(r: Ronde, kind: int) -> None:
    """The places of this child differ from those of the best plan."""
    if not r.kinderen[kind].is_anders:
        r.kinderen[kind].is_anders = True
        r.anders[r.tel[AANTAL_ANDERS]] = kind
        r.tel[AANTAL_ANDERS] += 1


@machinetaal
def _neem_op(t: Tabel, st: Staat, r: Ronde, kind: int) -> None:
    """Take a child into the round, out of its place."""
    plek = r.tel[IN_RONDE]
    r.uit[plek].kind = kind
    r.kinderen[kind].erin = True
    r.uit[plek].oude_start = st.kinderen[kind].start
    r.uit[plek].oude_fasen = st.kinderen[kind].aantal
    for nummer in range(st.kinderen[kind].aantal):
        r.oude_keuze[plek, nummer] = st.fasen[t.kinderen[kind].fase0 + nummer].keuze
    if st.kinderen[kind].start >= 0:
        haal_uit(t, st, kind)
    r.tel[IN_RONDE] += 1


@machinetaal
def _zet_terug(t: Tabel, st: Staat, r: Ronde, totaal: int) -> None:
    """Back to the plan before this round."""
    for plek in range(r.tel[IN_RONDE]):
        if st.kinderen[r.uit[plek].kind].start >= 0:
            neem_terug(t, st, r.uit[plek].kind)
    for plek in range(r.tel[IN_RONDE]):
        kind = r.uit[plek].kind
        if r.uit[plek].oude_start >= 0:
            for nummer in range(r.uit[plek].oude_fasen):
                st.fasen[t.kinderen[kind].fase0 + nummer].keuze = r.oude_keuze[plek, nummer]
            leg(t, st, kind, r.uit[plek].oude_start, r.uit[plek].oude_fasen)
    st.tel[TOTAAL] = totaal


@machinetaal
def _mededingers(t: Tabel, st: Staat, w: Werkblad, r: Ronde, plek: int, rang: float) -> int:
    """Children in one of the better groepen of a child of the round, in weeks that it could use; how many."""
    kind = r.uit[plek].kind
    start = r.uit[plek].oude_start
    if start < 0 or (t.kinderen[kind].laatst > t.kinderen[kind].vroegst + 1 and kans(w) < 0.3):
        start = t.kinderen[kind].vroegst + int(kans(w) * (t.kinderen[kind].laatst - t.kinderen[kind].vroegst))
    doel = t.kinderen[kind].fase0 + int(kans(w) * (t.kinderen[kind + 1].fase0 - t.kinderen[kind].fase0))
    van = start
    for fase in range(t.kinderen[kind].fase0, doel):
        van += t.fasen[fase].weken
    aantal = t.fasen[doel + 1].keuze0 - t.fasen[doel].keuze0
    if van >= t.horizon or aantal == 0:
        return 0
    tot = min(t.horizon, van + t.fasen[doel].weken)
    keuze = t.fasen[doel].keuze0 + int(-np.log(1.0 - kans(w)) * rang) % aantal
    gevonden = 0
    fase = st.eerste[t.keuzes[keuze].groep]
    while fase >= 0 and gevonden < MEESTE_BUREN:
        ander = t.fasen[fase].kind
        hier = st.kinderen[ander].start
        for eerder in range(t.kinderen[ander].fase0, fase):
            hier += t.fasen[eerder].weken
        if hier < tot and van < hier + t.fasen[fase].weken and not r.kinderen[ander].erin:
            r.buren[gevonden] = ander
            gevonden += 1
        fase = st.fasen[fase].volgende
    return gevonden


@machinetaal
def _breek_af(t: Tabel, st: Staat, w: Werkblad, r: Ronde, zaad: int, meest: int, rang: float) -> None:
    """Take the child `zaad` out, and others in places that it, or they, could use."""
    _neem_op(t, st, r, zaad)
    doel = 2 + int(kans(w) * (meest - 1))
    for _ in range(3 * doel):
        if r.tel[IN_RONDE] >= doel:
            break
        gevonden = _mededingers(t, st, w, r, int(kans(w) * r.tel[IN_RONDE]), rang)
        wie = 1 if kans(w) < 0.6 else 3
        for _ in range(min(wie, gevonden)):
            ander = r.buren[int(kans(w) * gevonden)]
            if not r.kinderen[ander].erin and r.tel[IN_RONDE] < doel:
                _neem_op(t, st, r, ander)


@machinetaal
def _rangschik(t: Tabel, w: Werkblad, r: Ronde) -> None:
    """Say in which order the children of the round choose: another way every time."""
    manier = int(kans(w) * 6)
    for plek in range(r.tel[IN_RONDE]):
        kind = r.uit[plek].kind
        orde = kans(w)
        if manier == 1 or manier == 2:
            orde -= float(t.kinderen[kind].zonder)
        elif manier == 3:
            weken = 0
            for fase in range(t.kinderen[kind].fase0, t.kinderen[kind + 1].fase0):
                weken += t.fasen[fase].weken
            orde -= min(weken, t.horizon)
        elif manier == 4:
            orde += float(t.fasen[t.kinderen[kind + 1].fase0].keuze0 - t.fasen[t.kinderen[kind].fase0].keuze0)
        elif manier == 5:
            orde += float(t.kinderen[kind].vroegst)
        r.uit[plek].orde = orde


@machinetaal
def _volgende(r: Ronde) -> int:
    """The rank of who chooses next; nobody comes twice."""
    eerste = 0
    for plek in range(r.tel[IN_RONDE]):
        if r.uit[plek].orde < r.uit[eerste].orde:
            eerste = plek
    r.uit[eerste].orde = np.inf
    return eerste


@machinetaal
def _een_ronde(
    t: Tabel, st: Staat, w: Werkblad, r: Ronde, zaad: int, meest: int, rang: float, marge: float, prijs: float
) -> bool:
    """Whether the plan changed: it may cost up to `marge` more than before."""
    voor = st.tel[TOTAAL]
    r.tel[IN_RONDE] = 0
    _breek_af(t, st, w, r, zaad, meest, rang)
    # now and then somebody else who has no place may try as well
    if st.tel[AANTAL_LOS] > r.tel[IN_RONDE] and kans(w) < 0.3:
        ander = st.los[int(kans(w) * st.tel[AANTAL_LOS])]
        if not r.kinderen[ander].erin and r.tel[IN_RONDE] < MEESTE_UIT:
            _neem_op(t, st, r, ander)
    _rangschik(t, w, r)
    # what is certain by now: those still to choose count for nothing yet
    zeker = float(st.tel[TOTAAL])
    for plek in range(r.tel[IN_RONDE]):
        zeker -= t.kinderen[r.uit[plek].kind].zonder
    gelukt = True
    for _ in range(r.tel[IN_RONDE]):
        kind = r.uit[_volgende(r)].kind
        eerst = st.tel[TOTAAL]
        plaats(t, st, w, kind, BLIND, prijs)
        zeker += st.tel[TOTAAL] - eerst + t.kinderen[kind].zonder
        if zeker > voor + marge:
            gelukt = False
            break
    for plek in range(r.tel[IN_RONDE]):
        r.kinderen[r.uit[plek].kind].erin = False
    if not gelukt:
        _zet_terug(t, st, r, voor)
        return False
    for plek in range(r.tel[IN_RONDE]):
        merk(r, r.uit[plek].kind)
    return True


@ingang
def zoek(
    t: Tabel,
    st: Staat,
    w: Werkblad,
    r: Ronde,
    zaden: Klein,
    rondes: int,
    warmte: float,
    koeling: float,
    meest: int,
    rang: float,
    los: float,
    prijs: float,
    stop: Vlaggen,
) -> None:
    """Rounds around children from `zaden`, or (a share `los` of them) children without a place.

    `warmte` cools by a factor every round, and each takes at most `meest` children out.

    `stop[0]` ends it before the next round.
    """
    for _ in range(rondes):
        if stop[0]:
            break
        if st.tel[AANTAL_LOS] and kans(w) < los:
            zaad = st.los[int(kans(w) * st.tel[AANTAL_LOS])]
        else:
            zaad = zaden[int(kans(w) * len(zaden))]
        hier = prijs * int(kans(w) * 3) / 2
        marge = -warmte * np.log(1.0 - kans(w))
        if _een_ronde(t, st, w, r, zaad, meest, rang, marge, hier) and st.tel[TOTAAL] < r.tel[BESTE]:
            bewaar(t, st, r)
        warmte *= koeling


@ingang
def leg_bewoners(t: Tabel, st: Staat, w: Werkblad, volgorde: Klein, thuis: Getallen, prijs: float) -> None:
    """Place residents in this order, everybody keeping its bed until its turn.

    `thuis` has the keuze of staying in the first phase of each child, or -1.
    """
    for plek in range(len(volgorde)):
        kind = volgorde[plek]
        if thuis[kind] >= 0:
            st.fasen[t.kinderen[kind].fase0].keuze = thuis[kind]
            leg(t, st, kind, 0, 1)
    for plek in range(len(volgorde)):
        kind = volgorde[plek]
        if st.kinderen[kind].start >= 0:
            neem_terug(t, st, kind)
        plaats(t, st, w, kind, 0.0, prijs)
    # what was counted beside those who had not had their turn was not yet right
    tel_totaal(t, st)


@ingang
def leg_rij(t: Tabel, st: Staat, kind: int, start: int, aantal: int) -> None:
    """Place a child in the keuze that `st.fasen` has for its first `aantal` fasen; there must be room."""
    leg(t, st, kind, start, aantal)
    st.tel[TOTAAL] += kosten_van(t, st, kind) - t.kinderen[kind].zonder


@ingang
def leg_rijen(t: Tabel, st: Staat, w: Werkblad, volgorde: Klein, prijs: float) -> None:
    """Place children one by one, each in the cheapest row that is free."""
    for plek in range(len(volgorde)):
        if st.kinderen[volgorde[plek]].start < 0:
            plaats(t, st, w, volgorde[plek], 0.0, prijs)
