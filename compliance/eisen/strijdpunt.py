"""One clash of a bid with an eis."""

from dataclasses import dataclass

from compliance.eisen.normen import Meting
from compliance.eisen.passages import Passage


@dataclass(frozen=True, slots=True)
class Strijd:
    """`soort`: norm, voorbehoud, tegendeel, weigering, verboden, kosten. `uitleg` goes on after "de
    inschrijving"."""

    soort: str
    passage: Passage
    uitleg: str
    zekerheid: float
    meting: Meting | None = None
