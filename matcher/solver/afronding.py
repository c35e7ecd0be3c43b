"""A good plan from the linear program: keep what comes out whole, and settle the rest by search.

Over the best few paths of each child the linear program (GLOP) takes seconds, and under good prices most
children come out in one piece. They fit together, so only the others still have to be placed.
"""

import time
from collections.abc import Callable

import numpy as np

from matcher.solver.getallen import Getallen
from matcher.solver.model import Padmodel
from matcher.solver.opties import Opties, Pad
from matcher.solver.prijzen import Meerkosten
from matcher.solver.stand import Stand, gebruik, past

PADEN_PER_KIND = 10
"""Paths in the linear program, on average over all children."""
RUIMTE = 50.0
"""How much the paths of children who came out in parts may add to the bound."""
MEESTE_PADEN = 1000
"""Most paths of one such child."""
LP_DEEL = 0.6
"""Most of the time that the linear program may take."""
HEEL = 1 - 1e-6
KNOPEN = 50
"""Most nodes of the search for the others: neighbourhoods do the rest."""


def rond_af(
    opties: Opties,
    nu: Stand,
    meer: Meerkosten,
    seconden: float,
    seed: int,
    stop: Callable[[], bool],
) -> Stand | None:
    """A plan near the linear program, or None when what came out whole leaves the others no place."""
    wie = range(len(opties.kinderen))
    paden = beste_paden(opties, meer, PADEN_PER_KIND * len(wie))
    einde = time.monotonic() + seconden
    heel = _hele_paden(opties, paden, LP_DEEL * seconden)
    if heel is None:
        # too few paths for a plan: with those of a plan that exists there is one
        for kind in wie:
            if nu.paden[kind] and nu.paden[kind] not in paden[kind]:
                paden[kind].append(nu.paden[kind])
        heel = _hele_paden(opties, paden, LP_DEEL * (einde - time.monotonic()))
    if heel is None:
        return None
    vast = {kind: pad for kind, pad in heel.items() if pad}
    vrij = [kind for kind in wie if kind not in vast]
    if vrij:
        rest = Padmodel(opties, _ruimer(opties, meer, paden, vrij, vast), vast)
        over = max(0.5, einde - time.monotonic())
        gevonden = rest.programma.los_goed_op(over, seed=seed, knopen=KNOPEN, stop=stop)
        if gevonden.gekozen is None:
            return None
        vast |= rest.paden_uit(gevonden.gekozen)
    return Stand.van(opties, [vast.get(kind, ()) for kind in range(len(opties.kinderen))])


def _hele_paden(opties: Opties, paden: dict[int, list[Pad]], seconden: float) -> dict[int, Pad] | None:
    """The paths that the linear program takes whole, by child; None when it has no solution in time."""
    model = Padmodel(opties, paden, {})
    uitkomst = model.programma.los_op_lp(seconden)
    if uitkomst is None:
        return None
    return model.paden_uit(np.flatnonzero(uitkomst.deel >= HEEL).tolist())


def _passend(opties: Opties, knopen: Getallen, vast: dict[int, Pad]) -> set[int]:
    """Which of these knopen fit, each alone, beside the paths of those who stay put."""
    return set(knopen[past(opties, knopen, gebruik(opties, vast.values()))].tolist())


def _ruimer(
    opties: Opties,
    meer: Meerkosten,
    paden: dict[int, list[Pad]],
    vrij: list[int],
    vast: dict[int, Pad],
) -> dict[int, list[Pad]]:
    """More paths for the children who are left, as far as they fit beside the others."""
    knopen = np.concatenate([opties.per_kind[kind] for kind in vrij])
    knopen = knopen[meer.knoop[knopen] <= RUIMTE]
    passend = _passend(opties, knopen, vast)
    uit = {}
    for kind in vrij:
        erbij = meer.paden(opties, kind, RUIMTE, MEESTE_PADEN) or []
        uit[kind] = list(dict.fromkeys([*paden[kind], *(pad for pad in erbij if passend.issuperset(pad))]))
    return uit


def beste_paden(opties: Opties, meer: Meerkosten, meeste: int) -> dict[int, list[Pad]]:
    """The paths of all children that add least to the bound, at most `meeste` in all."""
    kinderen = range(len(opties.kinderen))
    gekozen: dict[int, list[Pad]] = {kind: [] for kind in kinderen}
    ruimte = 1.0
    while ruimte < 1e5:
        paden: dict[int, list[Pad]] = {}
        over = meeste
        for kind in kinderen:
            gevonden = meer.paden(opties, kind, ruimte, over)
            if gevonden is None:
                return gekozen
            paden[kind] = gevonden
            over -= len(gevonden)
        gekozen = paden
        ruimte *= 1.4
    return gekozen
