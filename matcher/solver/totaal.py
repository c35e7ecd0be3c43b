"""All children at once over a small choice of paths: the best of each child and those of plans seen before.

Neighbourhoods improve a plan in places; this puts the good parts of many plans together. SCIP solves it,
in a thread of its own beside the neighbourhoods when there is a core for it.
"""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from matcher.solver.model import Padmodel
from matcher.solver.opties import Opties, Pad
from matcher.solver.prijzen import Meerkosten
from matcher.solver.stand import Stand

MINST, EERST, MEEST = 0.5, 4.0, 60.0
"""How many of the best paths to take in, on average over all children: at least, at first, at most."""
BEWAARD = 4
"""How many paths of plans seen so far to keep of one child."""
DEEL_VAN_DE_TIJD = 0.35
"""How much of the time that is left one attempt may take."""


@dataclass(frozen=True)
class Antwoord:
    """What one attempt gave: a plan (None if nothing was found) and whether it is the best of its paths."""

    stand: Stand | None
    klaar: bool


def los_alles_op(opties: Opties, paden: dict[int, list[Pad]], nu: Stand, seconden: float) -> Antwoord:
    """The best plan over these paths (those of `nu` among them)."""
    for kind, pad in enumerate(nu.paden):
        if pad and pad not in paden[kind]:
            paden[kind].append(pad)
    model = Padmodel(opties, paden, {})
    hint = model.kolommen_van(dict(enumerate(nu.paden)))
    uitkomst = model.programma.los_op_scip(seconden, hint=hint)
    if uitkomst.gekozen is None:
        return Antwoord(None, False)
    gevonden = model.paden_uit(uitkomst.gekozen)
    return Antwoord(
        Stand.van(opties, [gevonden[kind] for kind in range(len(opties.kinderen))]), uitkomst.klaar
    )


def beste_paden(opties: Opties, meer: Meerkosten, meeste: int) -> dict[int, list[Pad]]:
    """The paths of all children that add least to the bound, not many more than `meeste` in all."""
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


class Totaal:
    """Attempts over all children, one after another, each with more or fewer paths than the last."""

    def __init__(self, opties: Opties, samen: ThreadPoolExecutor | None) -> None:
        """Without `samen` each attempt is made at once, by whoever asks for it."""
        self.opties = opties
        self._samen = samen
        self._per_kind = EERST
        self._bewaard: list[dict[Pad, None]] = [{} for _ in opties.kinderen]
        self._bezig: Future[Antwoord] | None = None

    def onthoud(self, paden: Sequence[Pad]) -> None:
        """Keep the paths of a plan for the next attempts."""
        for kind, pad in enumerate(paden):
            if pad:
                self._bewaard[kind].pop(pad, None)
                self._bewaard[kind][pad] = None
                if len(self._bewaard[kind]) > BEWAARD:
                    del self._bewaard[kind][next(iter(self._bewaard[kind]))]

    def begin(self, nu: Stand, meer: Meerkosten, over: float) -> None:
        """Start an attempt unless one is under way."""
        if self._bezig is not None:
            return
        paden = beste_paden(self.opties, meer, int(self._per_kind * len(self.opties.kinderen)))
        for kind, rij in enumerate(self._bewaard):
            paden[kind] += [pad for pad in rij if pad not in paden[kind]]
        seconden = DEEL_VAN_DE_TIJD * over
        if self._samen is None:
            self._bezig = Future()
            self._bezig.set_result(los_alles_op(self.opties, paden, nu, seconden))
        else:
            self._bezig = self._samen.submit(los_alles_op, self.opties, paden, nu, seconden)

    @property
    def bezig(self) -> bool:
        return self._bezig is not None

    def antwoord(self, wacht: float | None = None) -> Stand | None:
        """The plan of an attempt that is finished, once; None while there is none."""
        if self._bezig is None or (wacht is None and not self._bezig.done()):
            return None
        antwoord = self._bezig.result(timeout=wacht)
        self._bezig = None
        factor = 1.6 if antwoord.klaar else 0.6
        self._per_kind = min(MEEST, max(MINST, self._per_kind * factor))
        return antwoord.stand
