"""How far single scores lie apart, and which of them stand out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median_low

STAPPEN = 2
"""So many steps of the table of scores apart is far: "voldoende" beside "uitmuntend"."""


@dataclass(frozen=True, slots=True)
class Spreiding:
    """`afwijkend`: for each score, in order, whether it lies far from the middle one; of two
    neither stands out."""

    laagste: int
    hoogste: int
    midden: int
    afwijkend: tuple[bool, ...]
    groot: bool
    """Far apart, or on both sides of the lowest score that is enough: then they do not agree on whether the
    bid may go on."""

    def valt_buiten(self, punten: int) -> bool:
        return not self.laagste <= punten <= self.hoogste


def spreiding(punten: Sequence[int], schaal: Sequence[int], minimum: Decimal | None) -> Spreiding:
    """Of at least one score, each a value of `schaal`."""
    plaats = {waarde: nummer for nummer, waarde in enumerate(sorted(schaal))}
    laagste, hoogste, midden = min(punten), max(punten), median_low(punten)
    verdeeld = minimum is not None and laagste < minimum <= hoogste
    return Spreiding(
        laagste,
        hoogste,
        midden,
        tuple(len(punten) > 2 and abs(plaats[p] - plaats[midden]) >= STAPPEN for p in punten),
        plaats[hoogste] - plaats[laagste] >= STAPPEN or verdeeld,
    )
