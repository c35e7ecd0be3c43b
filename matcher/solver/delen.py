"""Parts of a large problem: blocks that share no groep, and neighbourhoods of children who live close by."""

from collections.abc import Mapping, Sequence

import numpy as np

from matcher.solver.getallen import Getallen
from matcher.solver.opties import Opties, Pad


def streken(opties: Opties, grootte: int) -> list[list[int]]:
    """Children in parts of at most `grootte`, each a stretch of country: halved until small enough."""
    kinderen = list(opties.probleem.jeugdigen.values())
    punten = np.array([(kind.lat, 0.61 * kind.lon) for kind in kinderen], dtype=np.float64)

    def halveer(wie: Getallen) -> list[list[int]]:
        if len(wie) <= grootte:
            return [sorted(wie.tolist())] if len(wie) else []
        as_ = int(np.argmax(np.ptp(punten[wie], axis=0)))
        volgorde = wie[np.argsort(punten[wie, as_], kind="stable")]
        midden = len(volgorde) // 2
        return halveer(volgorde[:midden]) + halveer(volgorde[midden:])

    met_keuze = np.unique(opties.kind)
    return halveer(met_keuze)


def blokken(opties: Opties, paden: Mapping[int, Sequence[Pad]]) -> list[list[int]]:
    """The children of `paden` in blocks whose paths share no groep, and without a pair across blocks.

    Each block can be solved by itself. Smallest child index first, in and over blocks.
    """
    ouder = {kind: kind for kind in sorted(paden)}

    def wortel(kind: int) -> int:
        while ouder[kind] != kind:
            ouder[kind] = ouder[ouder[kind]]
            kind = ouder[kind]
        return kind

    def verbind(een: int, ander: int) -> None:
        laag, hoog = sorted((wortel(een), wortel(ander)))
        ouder[hoog] = laag

    eerste: dict[int, int] = {}
    for kind in ouder:
        for groep in sorted({int(opties.groep[knoop]) for pad in paden[kind] for knoop in pad}):
            verbind(kind, eerste.setdefault(groep, kind))
    for een, ander in (*opties.probleem.paren_samen, *opties.probleem.paren_apart):
        mijn, jouw = opties.nummer[een], opties.nummer[ander]
        if mijn in ouder and jouw in ouder:
            verbind(mijn, jouw)
    per_wortel: dict[int, list[int]] = {}
    for kind in ouder:
        per_wortel.setdefault(wortel(kind), []).append(kind)
    return list(per_wortel.values())
