"""A good plan from the smooth bound: lay whoever is all but whole on one path, climb on, and again.

At good prices a smooth spread (`matcher.solver.zacht`) puts most children on one path, and those paths fit
together. Laid one after another while the prices follow, they leave a few hundred children who cannot be
told apart by price alone: HiGHS settles those over their best paths, all at once.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from matcher.solver.getallen import Getallen, Kommagetallen
from matcher.solver.klimmen import Klimmer
from matcher.solver.model import Padmodel
from matcher.solver.opties import Opties, Pad
from matcher.solver.prijzen import Meerkosten, Relaxatie
from matcher.solver.stand import Gebruik, Stand, apart, gebruik, past

RUIM = 400.0
"""Knopen that add more than this to the bound take no part."""
WARM, KOEL, KOELING = 3.0, 1.5, 0.8
"""Temperature (points) of the first turn, the lowest, and how it falls from turn to turn."""
STAPPEN = 20
"""Steps up the smooth bound in each turn."""
HEEL, MINSTE_DEEL = 0.95, 0.08
"""Children so much on one path are laid on it, and at least this share of those who are left."""
LAATSTEN, MEESTE_LAATSTEN = 260, 520
"""So many children are settled together at the end; at most, where time or room to lay more is out."""
PADEN, PAD_RUIMTE, MEESTE_PADEN = 60, 150.0, 3000
"""Of each of them: most paths, how much these may add to the bound, and most paths to look at."""
KNOPEN = 50
"""Most nodes of that search, so that the outcome does not hang on the clock."""
NOOD = 60_000.0
"""Points for a resident without a place, which is no plan: so that the others show where it could go."""
EINDE_DEEL = 0.6
"""Share of the time that is kept for those last children."""
POGINGEN = 3
"""Most dives: each next one lays first whom the one before left without a place."""


@dataclass
class _Gelegd:
    """Children who have their path, as keys of knopen (`Opties.sleutel`), and what they take."""

    opties: Opties
    paden: dict[int, Pad]
    bezet: Gebruik
    apart_van: Mapping[int, list[int]]

    def leg(self, kind: int, pad: Pad) -> bool:
        """Lay a child on this path; False where it does not fit beside those laid before."""
        opties = self.opties
        if not past(opties, np.array(pad, dtype=np.int64), self.bezet).all():
            return False
        anderen = self.apart_van.get(kind)
        if anderen:
            naast = {ander: self.paden.get(ander, ()) for ander in anderen} | {kind: pad}
            if not apart(opties, [kind], naast):
                return False
        self.paden[kind] = pad
        self.bezet.voeg_toe(opties, pad)
        return True


def duik(
    relaxatie: Relaxatie,
    prijzen: Kommagetallen,
    seconden: float,
    seed: int,
    stop: Callable[[], bool],
) -> Stand | None:
    """A plan from these prices, or None when time ran out or a resident was left without a place."""
    einde = time.monotonic() + seconden
    eerst = frozenset[int]()
    for _ in range(POGINGEN):
        uitkomst = _een_duik(relaxatie, prijzen, einde - time.monotonic(), seed, stop, eerst)
        if uitkomst is None or isinstance(uitkomst, Stand):
            return uitkomst
        if uitkomst <= eerst:
            return None
        eerst |= uitkomst
    return None


def _een_duik(
    relaxatie: Relaxatie,
    prijzen: Kommagetallen,
    seconden: float,
    seed: int,
    stop: Callable[[], bool],
    eerst: frozenset[int],
) -> Stand | frozenset[int] | None:
    """One dive, that lays these children first. A plan; or the residents without a place; or None when time
    ran out."""
    # machine code takes a while to load, and a small problem has no need of it
    from matcher.solver.zacht import Zacht

    einde = time.monotonic() + seconden
    opties, schaal = relaxatie.opties, relaxatie.schaars.schaal
    zonder = np.where(np.isinf(opties.zonder_plek), NOOD, opties.zonder_plek)
    gelegd = _Gelegd(opties, {}, gebruik(opties, ()), opties.verwanten(opties.probleem.paren_apart))
    knopen = np.flatnonzero(relaxatie.meerkosten(prijzen).knoop <= RUIM)
    x, warmte, klem = prijzen * schaal, WARM, False
    while True:
        rest = replace(opties.deel(knopen), zonder_plek=zonder)
        knopen = np.searchsorted(opties.sleutel, rest.sleutel)
        schaars = relaxatie.schaars.voor(rest, knopen)
        vrij = len(zonder) - len(gelegd.paden)
        laat = time.monotonic() >= einde - EINDE_DEEL * seconden
        if vrij <= (MEESTE_LAATSTEN if laat or klem else LAATSTEN):
            meer = Relaxatie(rest, schaars).meerkosten(x / schaal)
            over = einde - time.monotonic()
            return _maak_af(opties, rest, meer, gelegd, knopen, over, seed, stop)
        if laat or klem or stop():
            return None
        zacht = Zacht(rest, schaars)

        def functie(y: Kommagetallen) -> tuple[float, Kommagetallen]:
            waarde, helling = zacht.weeg(y / schaal, warmte)  # noqa: B023 - used within the turn
            return waarde, helling / schaal

        klimmer = Klimmer(functie, x)
        for _ in range(STAPPEN):
            if not klimmer.stap():
                break
        x = klimmer.x
        zacht.weeg(x / schaal, warmte)
        zwaar = [
            (deel, kind, pad) for deel, kind, pad in _zwaarste(rest, zacht.deel) if kind not in gelegd.paden
        ]
        zwaar.sort(key=lambda wie: (wie[1] not in eerst, -wie[0], wie[1]))
        nieuw, minst = 0, max(10, int(MINSTE_DEEL * len(zwaar)))
        for deel, kind, pad in zwaar:
            if deel < HEEL and nieuw >= minst and kind not in eerst:
                break
            nieuw += gelegd.leg(kind, tuple(knopen[list(pad)].tolist()))
        klem = not nieuw
        # a child with a path keeps it, and from now on cannot go without
        zonder = zonder.copy()
        zonder[list(gelegd.paden)] = np.inf
        knopen = _die_blijven(opties, knopen, gelegd)
        warmte = max(KOEL, KOELING * warmte)


def _zwaarste(opties: Opties, deel: Kommagetallen) -> Iterator[tuple[float, int, Pad]]:
    """(weight of its lightest knoop, child, path) of the heaviest path of every child that has one."""
    eerste = np.flatnonzero(opties.fase == 0)
    eerste = eerste[np.lexsort((-deel[eerste], opties.kind[eerste]))]
    kinderen, begin = np.unique(opties.kind[eerste], return_index=True)
    blok = np.append(opties.blokbegin, len(opties))
    for kind, knoop in zip(kinderen.tolist(), eerste[begin].tolist(), strict=True):
        pad = [knoop]
        while (volgend := int(opties.volgend_blok[opties.blok[pad[-1]]])) >= 0:
            hier = np.arange(blok[volgend], blok[volgend + 1])
            hier = hier[~opties.blijft[hier] | (hier == opties.zelfde[pad[-1]])]
            if not len(hier):
                break
            pad.append(int(hier[np.argmax(deel[hier])]))
        else:
            yield float(deel[pad].min()), kind, tuple(pad)


def _die_blijven(opties: Opties, knopen: Getallen, gelegd: _Gelegd) -> Getallen:
    """The knopen of the paths laid, and those of the other children that still fit beside them."""
    ligt = np.zeros(len(opties.kinderen), dtype=bool)
    ligt[list(gelegd.paden)] = True
    van_pad = np.zeros(len(opties), dtype=bool)
    van_pad[[knoop for pad in gelegd.paden.values() for knoop in pad]] = True
    blijft = van_pad[knopen]
    vrij = ~ligt[opties.kind[knopen]]
    blijft[vrij] = past(opties, knopen[vrij], gelegd.bezet)
    return knopen[blijft]


def _maak_af(
    opties: Opties,
    rest: Opties,
    meer: Meerkosten,
    gelegd: _Gelegd,
    knopen: Getallen,
    seconden: float,
    seed: int,
    stop: Callable[[], bool],
) -> Stand | frozenset[int] | None:
    """Settle the children who have no path yet, over their best paths in `rest`, beside the others.

    A plan; or the residents without a place; or None when time ran out.
    """
    vrij = [kind for kind in range(len(opties.kinderen)) if kind not in gelegd.paden]
    terug = np.full(len(opties), -1, dtype=np.int64)
    terug[knopen] = np.arange(len(knopen))
    vast = {kind: tuple(terug[list(pad)].tolist()) for kind, pad in gelegd.paden.items()}
    model = Padmodel(rest, {kind: _beste_paden(rest, meer, kind) for kind in vrij}, vast)
    uitkomst = model.programma.los_goed_op(max(0.5, seconden), seed=seed, knopen=KNOPEN, stop=stop)
    if uitkomst.gekozen is None:
        return None
    paden = dict(gelegd.paden)
    for kind, pad in model.paden_uit(uitkomst.gekozen).items():
        paden[kind] = tuple(knopen[list(pad)].tolist())
    heel = [paden.get(kind, ()) for kind in range(len(opties.kinderen))]
    dakloos = frozenset(k for k, pad in enumerate(heel) if not pad and np.isinf(opties.zonder_plek[k]))
    return dakloos or Stand.van(opties, heel)


def _beste_paden(opties: Opties, meer: Meerkosten, kind: int) -> list[Pad]:
    """The paths of a child that add least to the bound, those that add least first."""
    ruimte = PAD_RUIMTE
    while (gevonden := meer.paden(opties, kind, ruimte, MEESTE_PADEN)) is None:
        ruimte *= 0.7

    def prijs(pad: Pad) -> float:
        extra = sum(float(meer.prijs[knoop]) - int(opties.kosten[knoop]) for knoop in pad)
        return opties.padkosten(pad) + extra

    return sorted(gevonden, key=lambda pad: (prijs(pad), pad))[:PADEN]
