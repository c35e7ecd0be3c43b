"""Proof: solve over every path that could be part of a better plan."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matcher.solver.delen import blokken
from matcher.solver.model import Padmodel
from matcher.solver.opties import Opties, Pad
from matcher.solver.prijzen import Meerkosten
from matcher.solver.schaars import Schaars
from matcher.solver.stand import Stand

MEESTE_KOLOMMEN = 20_000
"""More paths than this are not tried: it would take too long."""


@dataclass(frozen=True)
class Bewijs:
    """A better plan if there was one, and whether no plan is better than the best now known."""

    stand: Stand
    klaar: bool


def bewijs(
    opties: Opties,
    schaars: Schaars,
    stand: Stand,
    meer: Meerkosten,
    seconden: float,
    seed: int,
    stop: Callable[[], bool],
) -> Bewijs | None:
    """Try to prove a plan best; None when too many paths could be in a better one.

    A path that adds more to the bound than the gap can be in no better plan, so it is left out.
    """
    ruimte = stand.kosten - 1 - meer.ondergrens + 0.01
    paden: dict[int, list[Pad]] = {}
    over = MEESTE_KOLOMMEN
    for kind, nu in enumerate(stand.paden):
        gevonden = meer.paden(opties, kind, ruimte, over)
        if gevonden is None or stop():
            return None
        over -= len(gevonden)
        if nu and nu not in gevonden:
            gevonden.append(nu)
        paden[kind] = gevonden
    beste, klaar, einde = list(stand.paden), True, time.monotonic() + seconden
    for blok in blokken(opties, paden):
        if all(len(paden[kind]) == 1 and np.isinf(opties.zonder_plek[kind]) for kind in blok):
            for kind in blok:
                beste[kind] = paden[kind][0]
            continue
        model = Padmodel(opties, {kind: paden[kind] for kind in blok}, {}, schaars)
        hint = model.kolommen_van({kind: stand.paden[kind] for kind in blok})
        tijd = max(0.1, einde - time.monotonic())
        uitkomst = model.programma.los_goed_op(tijd, seed=seed, hint=hint, stop=stop)
        klaar = klaar and uitkomst.klaar
        if uitkomst.gekozen is not None:
            for kind, pad in model.paden_uit(uitkomst.gekozen).items():
                beste[kind] = pad
    nieuw = Stand.van(opties, beste)
    return Bewijs(nieuw if nieuw.kosten < stand.kosten else stand, klaar)
