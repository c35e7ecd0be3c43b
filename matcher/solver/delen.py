"""Parts of a large problem: blocks that share no groep, and neighbourhoods of children who live close by."""

import numpy as np

from matcher.solver.getallen import Getallen
from matcher.solver.opties import Opties


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


def blokken(opties: Opties) -> list[list[int]]:
    """Children in blocks that share no groep, sibling or must-keep-apart; smallest child index first."""
    ouder = list(range(len(opties.kinderen)))

    def wortel(kind: int) -> int:
        while ouder[kind] != kind:
            ouder[kind] = ouder[ouder[kind]]
            kind = ouder[kind]
        return kind

    def verbind(een: int, ander: int) -> None:
        laag, hoog = sorted((wortel(een), wortel(ander)))
        ouder[hoog] = laag

    gebruikers = np.unique(opties.groep * len(ouder) + opties.kind)
    groep, kind = gebruikers // len(ouder), gebruikers % len(ouder)
    for plek in np.flatnonzero(groep[1:] == groep[:-1]):
        verbind(int(kind[plek]), int(kind[plek + 1]))
    for paren in (opties.probleem.paren_samen, opties.probleem.paren_apart):
        for een, ander in paren:
            verbind(opties.nummer[een], opties.nummer[ander])
    per_wortel: dict[int, list[int]] = {}
    for kind_ in range(len(ouder)):
        per_wortel.setdefault(wortel(kind_), []).append(kind_)
    return list(per_wortel.values())
