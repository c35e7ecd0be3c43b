"""Begin from an earlier plan: find its placements among the options, and keep what still obeys the rules."""

from collections.abc import Sequence

import numpy as np

from matcher.plan import Plaatsing, Plan
from matcher.solver.constructie import plaats_bij
from matcher.solver.herbouw.zoeker import Rij
from matcher.solver.opties import Opties, Pad
from matcher.solver.stand import Stand, apart, binnen_grenzen, gebruik, past


def stand_van_plan(opties: Opties, plan: Plan) -> Stand | None:
    """The plan as a Stand, completed where it no longer fits; None when a resident is left without a place.

    Whoever's placements no longer follow the rules, or no longer fit beside the others, is placed anew in
    what is still free, residents first.
    """
    per_jeugdige = plan.per_jeugdige
    paden = {}
    for kind, jeugdige_id in enumerate(opties.kinderen):
        if pad := _pad(opties, kind, per_jeugdige.get(jeugdige_id, ())):
            paden[kind] = pad
    heel = [paden.get(kind, ()) for kind in range(len(opties.kinderen))]
    bekend = {*per_jeugdige, *(zonder.jeugdige_id for zonder in plan.niet_geplaatst)}
    alles_terug = len(paden) == len(per_jeugdige) and bekend.issuperset(opties.kinderen)
    klopt = binnen_grenzen(opties, gebruik(opties, heel)) and apart(opties, range(len(heel)), heel)
    if alles_terug and klopt:
        return None if _bewoner_zonder(opties, heel) else Stand.van(opties, heel)
    over = paden if klopt else _die_passen(opties, paden)
    weer_heel = plaats_bij(opties, opties.kosten.astype(np.float64), over, ook_bewoners=True)
    return None if _bewoner_zonder(opties, weer_heel) else Stand.van(opties, weer_heel)


def stand_van_rijen(opties: Opties, rijen: Sequence[Rij | None]) -> Stand:
    """A plan of ruin and recreate over these options, which hold all of it."""
    paden: list[Pad] = []
    for kind, rij in enumerate(rijen):
        start, plekken = rij or (0, [])
        paden.append(
            tuple(
                opties.vind(kind, start, fase, opties.plekken.ids[groep], blijft)
                for fase, (groep, blijft) in enumerate(plekken)
            )
        )
    return Stand.van(opties, paden)


def rijen_van_stand(opties: Opties, stand: Stand) -> list[Rij | None]:
    """A plan over these options for ruin and recreate."""
    return [
        (int(opties.start[pad[0]]), [(int(opties.groep[knoop]), bool(opties.blijft[knoop])) for knoop in pad])
        if pad
        else None
        for pad in stand.paden
    ]


def _bewoner_zonder(opties: Opties, paden: Sequence[Pad]) -> bool:
    return any(not pad and np.isinf(opties.zonder_plek[kind]) for kind, pad in enumerate(paden))


def _pad(opties: Opties, kind: int, rij: tuple[Plaatsing, ...]) -> Pad:
    """The knopen of these placements, or an empty path when the rules no longer allow them."""
    if not rij:
        return ()
    jeugdige = opties.probleem.jeugdigen[opties.kinderen[kind]]
    knopen, blijft = [], jeugdige.bewoner
    for plaatsing in rij:
        blijft = blijft and plaatsing.groep_id == jeugdige.huidige_groep
        knoop = opties.vind(kind, rij[0].week_van, plaatsing.fase - 1, plaatsing.groep_id, blijft)
        if knoop < 0 or (opties.van[knoop], opties.tot[knoop]) != (plaatsing.week_van, plaatsing.week_tot):
            return ()
        knopen.append(knoop)
    laatste = opties.volgend_blok[opties.blok[knopen[-1]]] < 0
    begint = rij[0].fase == 1 and [p.fase for p in rij] == list(range(1, len(rij) + 1))
    return tuple(knopen) if laatste and begint else ()


def _die_passen(opties: Opties, paden: dict[int, Pad]) -> dict[int, Pad]:
    """As many of these paths as fit together, residents before those who wait."""
    volgorde = sorted(paden, key=lambda kind: (not np.isinf(opties.zonder_plek[kind]), kind))
    goed: dict[int, Pad] = {}
    bezet = gebruik(opties, ())
    anderen = opties.verwanten(opties.probleem.paren_apart)
    for kind in volgorde:
        pad = np.array(paden[kind], dtype=np.int64)
        if not past(opties, pad, bezet).all():
            continue
        naast = {ander: goed.get(ander, ()) for ander in anderen.get(kind, ())} | {kind: paden[kind]}
        if apart(opties, [kind], naast):
            goed[kind] = paden[kind]
            bezet.voeg_toe(opties, paden[kind])
    return goed
