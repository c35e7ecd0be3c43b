"""Who is where while ruin and recreate runs, and what is taken of each groep week by week."""

from typing import NamedTuple

import numpy as np

from matcher.solver.getallen import Getallen
from matcher.solver.herbouw.tabel import Klein, Rijen, Tabel
from matcher.solver.machinetaal import ingang, machinetaal

WEEK = np.dtype([("hoofden", "i4"), ("uren", "i4"), ("binnen", "i4"), ("vol_vanaf", "i4")])
KIND = np.dtype([("start", "i4"), ("aantal", "i4"), ("waar_los", "i4")])
FASE = np.dtype([("keuze", "i8"), ("volgende", "i4"), ("vorige", "i4")])
TOTAAL, AANTAL_LOS = 0, 1


class Staat(NamedTuple):
    """A plan being changed. `tel[TOTAAL]` is its cost, children without a place included.

    `weken` [groep, week]: heads, hundredths of hours, heads that are not residents who stay (they end the
    exception of an overfull groep), and the first week from this one on in which the groep is full.
    `kinderen`: start week (-1 without a place), how many fasen are laid, and the place in `los`.
    `fasen`: the keuze, and the next and former fase in the same groep (-1 ends the list that begins at
    `eerste[groep]`). The first `tel[AANTAL_LOS]` of `los` are the children without a place.
    """

    weken: Rijen
    kinderen: Rijen
    fasen: Rijen
    eerste: Klein
    los: Klein
    tel: Getallen


def lege_staat(t: Tabel) -> Staat:
    """Nobody has a place."""
    aantal = len(t.kinderen) - 1
    staat = Staat(
        weken=np.zeros((len(t.groepen), t.horizon + 1), dtype=WEEK),
        kinderen=np.zeros(aantal, dtype=KIND),
        fasen=np.full(len(t.fasen) - 1, -1, dtype=FASE),
        eerste=np.full(len(t.groepen), -1, dtype=np.int32),
        los=np.arange(aantal, dtype=np.int32),
        tel=np.array([t.kinderen["zonder"].sum(), aantal], dtype=np.int64),
    )
    staat.weken["vol_vanaf"] = t.horizon
    staat.kinderen["start"] = -1
    staat.kinderen["waar_los"] = staat.los
    for groep in range(len(t.groepen)):
        tel_vol(t, staat, groep, 0, t.horizon)
    return staat


@ingang
def tel_vol(t: Tabel, st: Staat, groep: int, van: int, tot: int) -> None:
    """Set `vol_vanaf` of a groep again after the weeks from `van` to `tot` changed."""
    eerst = st.weken[groep, tot].vol_vanaf
    for week in range(tot - 1, -1, -1):
        vol = st.weken[groep, week].hoofden >= t.bedden[groep, week]
        if vol:
            eerst = week
        st.weken[groep, week].vol_vanaf = eerst
        if vol and week < van:
            break


@machinetaal
def _tel(t: Tabel, st: Staat, fase: int, van: int, tot: int, keer: int) -> None:
    keuze = st.fasen[fase].keuze
    groep = t.keuzes[keuze].groep
    uren = keer * t.fasen[fase].uren
    binnen = 0 if t.keuzes[keuze].blijft else keer
    for week in range(van, tot):
        st.weken[groep, week].hoofden += keer
        st.weken[groep, week].uren += uren
        st.weken[groep, week].binnen += binnen
    tel_vol(t, st, groep, van, tot)


@machinetaal
def leg(t: Tabel, st: Staat, kind: int, start: int, aantal: int) -> None:
    """Take the places in `st.keuze` for the first `aantal` fasen of a child without a place.

    What it costs is for the caller to count.
    """
    van = start
    for fase in range(t.kinderen[kind].fase0, t.kinderen[kind].fase0 + aantal):
        tot = min(t.horizon, van + t.fasen[fase].weken)
        _tel(t, st, fase, van, tot, 1)
        groep = t.keuzes[st.fasen[fase].keuze].groep
        st.fasen[fase].vorige = -1
        st.fasen[fase].volgende = st.eerste[groep]
        if st.eerste[groep] >= 0:
            st.fasen[st.eerste[groep]].vorige = fase
        st.eerste[groep] = fase
        van = tot
    st.kinderen[kind].start = start
    st.kinderen[kind].aantal = aantal
    plek = st.kinderen[kind].waar_los
    st.tel[AANTAL_LOS] -= 1
    laatste = st.los[st.tel[AANTAL_LOS]]
    st.los[plek] = laatste
    st.kinderen[laatste].waar_los = plek


@machinetaal
def neem_terug(t: Tabel, st: Staat, kind: int) -> None:
    """Give the places of a child back; `st.keuze` keeps them. What it costs is for the caller to count."""
    van = st.kinderen[kind].start
    for fase in range(t.kinderen[kind].fase0, t.kinderen[kind].fase0 + st.kinderen[kind].aantal):
        tot = min(t.horizon, van + t.fasen[fase].weken)
        _tel(t, st, fase, van, tot, -1)
        if st.fasen[fase].vorige >= 0:
            st.fasen[st.fasen[fase].vorige].volgende = st.fasen[fase].volgende
        else:
            st.eerste[t.keuzes[st.fasen[fase].keuze].groep] = st.fasen[fase].volgende
        if st.fasen[fase].volgende >= 0:
            st.fasen[st.fasen[fase].volgende].vorige = st.fasen[fase].vorige
        van = tot
    st.kinderen[kind].start = -1
    st.kinderen[kind].aantal = 0
    st.los[st.tel[AANTAL_LOS]] = kind
    st.kinderen[kind].waar_los = st.tel[AANTAL_LOS]
    st.tel[AANTAL_LOS] += 1


@machinetaal
def waar(t: Tabel, st: Staat, kind: int, week: int) -> int:
    """The groep in which a child is in a week, or -1."""
    van = st.kinderen[kind].start
    if van < 0 or week < van:
        return -1
    for fase in range(t.kinderen[kind].fase0, t.kinderen[kind].fase0 + st.kinderen[kind].aantal):
        van = min(t.horizon, van + t.fasen[fase].weken)
        if week < van:
            return int(t.keuzes[st.fasen[fase].keuze].groep)
    return -1


@machinetaal
def kosten_van(t: Tabel, st: Staat, kind: int) -> int:
    """What a placed child costs: its own points, and those for each placed brother or sister elsewhere."""
    return _eigen_kosten(t, st, kind) + _samen_kosten(t, st, kind)


@machinetaal
def _eigen_kosten(t: Tabel, st: Staat, kind: int) -> int:
    punten = t.kinderen[kind].wacht * (st.kinderen[kind].start - t.kinderen[kind].vroegst)
    van = st.kinderen[kind].start
    vorige = -1
    for fase in range(t.kinderen[kind].fase0, t.kinderen[kind].fase0 + st.kinderen[kind].aantal):
        tot = min(t.horizon, van + t.fasen[fase].weken)
        keuze = st.fasen[fase].keuze
        groep = t.keuzes[keuze].groep
        punten += t.keuzes[keuze].kosten
        if t.euro:
            punten += t.euro * (((tot - van) * 7 * t.keuzes[keuze].centen + 50) // 100)
        if vorige >= 0 and vorige != groep:
            punten += t.half if t.groepen[vorige].locatie == t.groepen[groep].locatie else t.verhuizing
        vorige = groep
        van = tot
    return int(punten)


@machinetaal
def _samen_kosten(t: Tabel, st: Staat, kind: int) -> int:
    punten = 0
    for plek in range(t.kinderen[kind].samen0, t.kinderen[kind + 1].samen0):
        ander = t.samen_met[plek]
        if st.kinderen[ander].start >= 0:
            week = max(st.kinderen[kind].start, st.kinderen[ander].start)
            hier = waar(t, st, kind, week)
            daar = waar(t, st, ander, week)
            if hier >= 0 and daar >= 0 and hier != daar:
                punten += t.samen
    return punten


@ingang
def tel_totaal(t: Tabel, st: Staat) -> None:
    """Set the cost of the whole again."""
    totaal, samen = 0, 0
    for kind in range(len(st.kinderen)):
        if st.kinderen[kind].start < 0:
            totaal += t.kinderen[kind].zonder
        else:
            totaal += _eigen_kosten(t, st, kind)
            samen += _samen_kosten(t, st, kind)
    # both of a pair counted what it costs
    st.tel[TOTAAL] = totaal + samen // 2
