"""The three ratios of §5.3.1, whether one meets its norm, and what follows when too many do not."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from knowledge.catalogue import Tender
from knowledge.catalogue.models import FinancieelGevolg, FinancieleNorm


@dataclass(frozen=True, slots=True)
class Formule:
    """The rows of bijlage XVI that are added up, and the row they are divided by."""

    teller: tuple[str, ...]
    noemer: str

    @property
    def rijen(self) -> tuple[str, ...]:
        return (*self.teller, self.noemer)


FORMULES: Mapping[str, Formule] = {
    "rentabiliteit": Formule(("resultaat",), "omzet"),
    "solvabiliteit": Formule(("eigen_vermogen",), "activa"),
    "current_ratio": Formule(("vlottende_activa", "liquide_middelen"), "kortlopende_schulden"),
}
"""By sleutel of the norm (§5.3.1)."""


def verhouding(norm: FinancieleNorm, cijfers: Mapping[str, Decimal | None]) -> Fraction | None:
    """The ratio of one year, exact, in the norm's unit (percent, or a plain number).

    `cijfers`: by row. None when a figure is missing, or nothing can be divided by.
    """
    formule = FORMULES[norm.sleutel]
    found = [Fraction(c) for rij in formule.rijen if (c := cijfers.get(rij)) is not None]
    if len(found) < len(formule.rijen) or not found[-1]:
        return None
    *teller, noemer = found
    return sum(teller, Fraction(0)) / noemer * (1 if norm.eenheid == "verhouding" else 100)


def voldoet(norm: FinancieleNorm, waarde: Fraction | Decimal) -> bool:
    """Does a ratio meet its norm? A value equal to the norm does not meet "meer dan"."""
    grens = Fraction(norm.waarde)
    match norm.vergelijking:
        case "meer dan":
            return waarde > grens
        case "minder dan":
            return waarde < grens
        case "hoogstens" | "uiterlijk":
            return waarde <= grens
        case "precies":
            return waarde == grens
        case "minstens" | "vanaf":
            return waarde >= grens


def gevolg(tender: Tender, jaren_onder_norm: int) -> FinancieelGevolg | None:
    """What follows when the norm that is missed in most years is missed in so many; None: nothing does."""
    for found in sorted(tender.financiele_gevolgen, key=lambda g: -g.jaren_onder_norm):
        least = found.jaren_onder_norm
        if jaren_onder_norm == least or (found.of_meer and jaren_onder_norm > least):
            return found
    return None
