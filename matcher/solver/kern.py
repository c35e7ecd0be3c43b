"""The core problem: the few best paths of every child, all at once, solved as one program.

Under good prices nearly every child of a best plan takes one of its few best paths, and HiGHS finds a plan
over those that no neighbourhood reaches. It runs in a process of its own, beside the neighbourhoods.
"""

from collections.abc import Callable

from matcher.solver.afronding import beste_paden
from matcher.solver.model import Padmodel
from matcher.solver.opties import Opties
from matcher.solver.prijzen import Meerkosten
from matcher.solver.programma import uitkomst_van
from matcher.solver.schaars import Schaars
from matcher.solver.stand import Stand

MEESTE_KINDEREN = 4000
"""With more children than this the core is too large to solve as one."""
KNOPEN = 400
"""Most nodes of the search tree, so that the outcome does not hang on the clock."""


class Kern:
    """A core problem that is being solved; `stand` waits for the outcome."""

    def __init__(
        self,
        opties: Opties,
        schaars: Schaars,
        meer: Meerkosten,
        nu: Stand,
        per_kind: int,
        seconden: float,
        seed: int,
    ) -> None:
        self._opties = opties
        paden = beste_paden(opties, meer, per_kind * len(opties.kinderen))
        for kind, pad in enumerate(nu.paden):
            if pad and pad not in paden[kind]:
                paden[kind].append(pad)
        self._model = Padmodel(opties, paden, {}, schaars)
        hint = self._model.kolommen_van(dict(enumerate(nu.paden)))
        self._proces = self._model.programma.los_op_highs(seconden, seed=seed, hint=hint, knopen=KNOPEN)

    @property
    def bezig(self) -> bool:
        return self._proces.bezig

    def stand(self, stop: Callable[[], bool]) -> Stand | None:
        """The plan that was found, or None."""
        uitkomst = uitkomst_van(self._proces.wacht(stop))
        if uitkomst.gekozen is None:
            return None
        uit = self._model.paden_uit(uitkomst.gekozen)
        return Stand.van(self._opties, [uit[kind] for kind in range(len(self._opties.kinderen))])

    def eindig(self) -> None:
        """Give up."""
        self._proces.eindig()
