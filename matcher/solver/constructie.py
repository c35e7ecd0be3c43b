"""A first plan within seconds: first every resident, then the children who wait, one by one."""

import time
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from knowledge.errors import InvoerFout
from matcher.solver.getallen import Getallen, Kommagetallen
from matcher.solver.model import Knopenmodel
from matcher.solver.opties import Opties, Pad
from matcher.solver.stand import Stand, gebruik, past

BEURTRONDES = 4
"""Most rounds of turns for residents."""
MAAK_PLAATS = (20, 80, 320, 1200)
"""Others placed anew for one resident who is left without a place: first few, then more."""
MAAT = 2.0
"""Deterministic time for each such attempt."""
RUIMTE = (20.0, 100.0, 500.0)
"""How much dearer than its best a resident's choice may be at the first, second ... attempt."""


class GeenPlanBestaat(Exception):
    """The residents alone can't all be housed: no plan exists."""


class TijdOp(InvoerFout):
    """Time ran out, or the user stopped, before there was any plan."""

    def __init__(self) -> None:
        super().__init__("Er is nog geen plan gevonden. Geef het zoeken meer tijd.")


def plaats_bewoners(
    opties: Opties,
    meer: Kommagetallen,
    einde: float,
    stop: Callable[[], bool],
    workers: int,
    seed: int,
) -> dict[int, Pad]:
    """Some path for every resident, by child index, cheap choices tried first; nobody who waits is placed.

    `meer` says of each knoop how much it lifts the bound. Raises GeenPlanBestaat when there is none,
    TijdOp when the clock (`time.monotonic`) reaches `einde`.
    """
    bewoners = [kind for kind, leeg in enumerate(opties.zonder_plek) if np.isinf(leeg)]
    van_bewoner = np.isinf(opties.zonder_plek)[opties.kind]
    for ruimte in (*RUIMTE, np.inf):
        model = Knopenmodel(opties, np.flatnonzero(van_bewoner & (meer <= ruimte)), bewoners)
        over = einde - time.monotonic()
        if over <= 0 or stop():
            raise TijdOp
        uitkomst = model.programma.los_op_cpsat(over, workers=workers, seed=seed, eerste=True, stop=stop)
        if uitkomst.gekozen is not None:
            return model.paden_uit(uitkomst.gekozen)
        if not uitkomst.klaar:
            raise TijdOp
    raise GeenPlanBestaat


def bewoners_om_beurten(opties: Opties, prijs: Kommagetallen) -> tuple[dict[int, Pad], list[int]]:
    """(a path for each resident, who is left without one), some rounds of turns.

    Who is left without a place in one round comes first in the next.
    """
    eerst: set[int] = set()
    for _ in range(BEURTRONDES):
        paden, klem = _beurten(opties, prijs, eerst)
        if not klem:
            break
        eerst.update(klem)
    return paden, klem


def _beurten(opties: Opties, prijs: Kommagetallen, eerst: set[int]) -> tuple[dict[int, Pad], list[int]]:
    """One round: everybody keeps its bed until its turn.

    After those in `eerst`, whoever's first phase ends first chooses first: the cheapest path beside the
    others at these prices.
    """
    paden: dict[int, Pad] = {}
    thuis_pad: dict[int, Pad] = {}
    for kind in np.flatnonzero(np.isinf(opties.zonder_plek)).tolist():
        knopen = opties.per_kind[kind]
        thuis = knopen[(opties.fase[knopen] == 0) & opties.blijft[knopen]]
        thuis_pad[kind] = tuple(thuis.tolist())
    bezet = gebruik(opties, thuis_pad.values())
    apart = opties.verwanten(opties.probleem.paren_apart)
    klem = []
    for kind in sorted(thuis_pad, key=lambda k: (k not in eerst, _einde(opties, thuis_pad[k]), k)):
        nu = thuis_pad[kind]
        if nu and opties.volgend_blok[opties.blok[nu[0]]] < 0 and kind not in apart:
            paden[kind] = nu
            continue
        bezet.voeg_toe(opties, nu, -1)
        knopen = opties.per_kind[kind]
        vrij = knopen[past(opties, knopen, bezet)]
        pad = _goedkoopste_pad(opties, _naast(opties, vrij, kind, apart, paden), prijs, np.inf)
        if not pad:
            klem.append(kind)
            continue
        paden[kind] = pad
        bezet.voeg_toe(opties, pad)
    return paden, klem


def _einde(opties: Opties, pad: Pad) -> int:
    return int(opties.tot[pad[-1]]) if pad else 0


def _naast(
    opties: Opties, vrij: Getallen, kind: int, apart: Mapping[int, Sequence[int]], paden: Mapping[int, Pad]
) -> Getallen:
    """These knopen less those in which the child would meet one it must be kept apart from."""
    for ander in apart.get(kind, ()):
        for knoop in paden.get(ander, ()):
            bots = (opties.groep[vrij] == opties.groep[knoop]) & (opties.van[vrij] < opties.tot[knoop])
            vrij = vrij[~(bots & (opties.tot[vrij] > opties.van[knoop]))]
    return vrij


def _gebruikers(opties: Opties, prijs: Kommagetallen, kind: int, paden: Mapping[int, Pad]) -> list[int]:
    """Who uses the groepen this child could use, first those of its cheapest groepen per phase."""
    knopen = opties.per_kind[kind]
    rang: dict[int, int] = {}
    for fase in np.unique(opties.fase[knopen]):
        hier = knopen[opties.fase[knopen] == fase]
        for plek, knoop in enumerate(hier[np.argsort(prijs[hier], kind="stable")]):
            groep = int(opties.groep[knoop])
            rang[groep] = min(plek, rang.get(groep, plek))
    met_rang = {}
    for ander, pad in paden.items():
        rangen = [rang[groep] for knoop in pad if (groep := int(opties.groep[knoop])) in rang]
        if rangen:
            met_rang[ander] = min(rangen)
    return sorted(met_rang, key=lambda ander: (met_rang[ander], ander))


def maak_plaats(
    opties: Opties,
    prijs: Kommagetallen,
    paden: dict[int, Pad],
    klem: Sequence[int],
    einde: float,
    stop: Callable[[], bool],
    seed: int,
) -> bool:
    """Give the residents in `klem` a path too, by placing others who use the same groepen anew.

    False when that does not work out: there may still be a plan. Raises TijdOp when time is up.
    """
    anderen = opties.verwanten(opties.probleem.paren_apart)
    bewoner = np.isinf(opties.zonder_plek)
    for kind in klem:
        if kind in paden:
            continue
        wie = _gebruikers(opties, prijs, kind, paden)
        for grootte in MAAK_PLAATS:
            vrij = {kind, *wie[:grootte]}
            vrij |= {ander for k in vrij for ander in anderen.get(k, ()) if bewoner[ander]}
            bezet = gebruik(opties, [pad for k, pad in paden.items() if k not in vrij])
            knopen = np.concatenate([opties.per_kind[k] for k in sorted(vrij)])
            model = Knopenmodel(opties, np.sort(knopen[past(opties, knopen, bezet)]), sorted(vrij), bezet)
            over = einde - time.monotonic()
            if over <= 0 or stop():
                raise TijdOp
            uitkomst = model.programma.los_op_cpsat(over, seed=seed, eerste=True, stop=stop, maat=MAAT)
            if uitkomst.gekozen is not None:
                paden |= model.paden_uit(uitkomst.gekozen)
                break
        else:
            return False
    return True


def vul_aan(opties: Opties, prijs: Kommagetallen, paden: dict[int, Pad]) -> Stand:
    """A whole plan: every resident is in `paden`, and those who wait are placed as by `plaats_bij`."""
    return Stand.van(opties, plaats_bij(opties, prijs, paden))


def plaats_bij(
    opties: Opties, prijs: Kommagetallen, paden: dict[int, Pad], ook_bewoners: bool = False
) -> list[Pad]:
    """Give children who wait, the most urgent first, the cheapest path that is still free.

    `prijs` (per knoop) holds what a place is worth to others, so that nobody takes a scarce place who
    has a nearly as good one elsewhere. With `ook_bewoners` residents not in `paden` come first.
    """
    wachtend = [
        kind
        for kind, leeg in enumerate(opties.zonder_plek)
        if kind not in paden and (ook_bewoners or np.isfinite(leeg))
    ]
    wachtend.sort(key=lambda kind: (-opties.zonder_plek[kind], kind))
    apart = opties.verwanten(opties.probleem.paren_apart)
    alle = dict(paden)
    bezet = gebruik(opties, alle.values())
    for kind in wachtend:
        knopen = opties.per_kind[kind]
        vrij = _naast(opties, knopen[past(opties, knopen, bezet)], kind, apart, alle)
        alle[kind] = _goedkoopste_pad(opties, vrij, prijs, float(opties.zonder_plek[kind]))
        bezet.voeg_toe(opties, alle[kind])
    return [alle.get(kind, ()) for kind in range(len(opties.kinderen))]


def _goedkoopste_pad(opties: Opties, knopen: Getallen, prijs: Kommagetallen, hoogst: float) -> Pad:
    """The cheapest path over these knopen, or none where having no place costs no more."""
    deel = opties.deel(np.sort(knopen))
    if not len(deel):
        return ()
    terug = np.searchsorted(opties.sleutel, deel.sleutel)
    waarde, keuze = deel.terug(prijs[terug])
    eerste = np.flatnonzero(deel.fase == 0)
    beste = int(eerste[int(np.argmin(waarde[eerste]))])
    if waarde[beste] >= hoogst:
        return ()
    return tuple(int(terug[knoop]) for knoop in deel.pad(beste, keuze))
