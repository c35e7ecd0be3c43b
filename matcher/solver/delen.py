"""Parts of a problem that can be solved by themselves: blocks that share no groep."""

from collections.abc import Mapping, Sequence

from matcher.solver.opties import Opties, Pad


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
