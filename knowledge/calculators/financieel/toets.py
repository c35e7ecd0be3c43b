"""Holds the figures of the years against one norm (§5.3.1: per norm, not per calendar year)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from knowledge.calculators.financieel.invoer import Jaarcijfers
from knowledge.calculators.financieel.verhoudingen import FORMULES, verhouding, voldoet
from knowledge.calculators.getal import als_getal, getal
from knowledge.calculators.uitkomst import Stap
from knowledge.calculators.woorden import opsomming, reeks
from knowledge.catalogue.models import FinancieleNorm


@dataclass(frozen=True, slots=True)
class Jaartoets:
    """One norm in one year. `haalt` None: it can't be shown; `som` is empty where a figure is missing."""

    jaar: int
    som: str
    waarde: Fraction | None
    haalt: bool | None


@dataclass(frozen=True, slots=True)
class Normtoets:
    norm: FinancieleNorm
    jaren: tuple[Jaartoets, ...]

    @property
    def onder(self) -> tuple[int, ...]:
        """Years that do not meet the norm."""
        return tuple(j.jaar for j in self.jaren if j.haalt is False)

    @property
    def onbekend(self) -> tuple[int, ...]:
        """Years for which it can't be shown."""
        return tuple(j.jaar for j in self.jaren if j.haalt is None)

    @property
    def verhoudingen(self) -> dict[int, Decimal]:
        return {j.jaar: als_getal(j.waarde) for j in self.jaren if j.waarde is not None}

    def stappen(self) -> list[Stap]:
        steps = [
            Stap(f"{self.norm.naam} {j.jaar}", j.som, self._uitkomst(j), self.norm.vindplaats)
            for j in self.jaren
            if j.som
        ]
        if missing := [j.jaar for j in self.jaren if not j.som]:
            rows = opsomming(_titel(rij) for rij in FORMULES[self.norm.sleutel].rijen)
            steps.append(
                Stap(
                    f"{self.norm.naam} {reeks(missing)}: niet alle cijfers zijn er ({rows})",
                    "",
                    "niet te zeggen",
                    self.norm.vindplaats,
                )
            )
        missed = f"{len(self.onder)} van {len(self.jaren)}"
        which = f" ({opsomming(map(str, self.onder))})" if self.onder else ""
        unknown = f", {len(self.onbekend)} niet te zeggen" if self.onbekend else ""
        total = Stap(
            f"{self.norm.naam}: jaren onder de norm", "", f"{missed}{which}{unknown}", self.norm.vindplaats
        )
        return [*steps, total]

    def _uitkomst(self, jaar: Jaartoets) -> str:
        if jaar.haalt is None:
            return "niet te zeggen"
        grens = f"{self.norm.vergelijking} {self._toon(Fraction(self.norm.waarde))}"
        oordeel = f"haalt de norm ({grens})" if jaar.haalt else f"haalt de norm niet ({grens})"
        return oordeel if jaar.waarde is None else f"{self._toon(jaar.waarde)}, {oordeel}"

    def _toon(self, waarde: Fraction) -> str:
        """Two decimals; more where these would hide on which side of the norm the value lies."""
        sign = "%" if self.norm.eenheid == "procent" else ""
        places = 2
        number, grens = als_getal(waarde), self.norm.waarde
        while places < 8 and number != grens and getal(number, places) == getal(grens, places):
            places += 1
        return f"{getal(number, places)}{sign}"


def toets(norm: FinancieleNorm, cijfers: Mapping[int, Jaarcijfers]) -> Normtoets:
    """Every year that the norm asks for, with the figures there are."""
    return Normtoets(norm, tuple(_jaar(norm, jaar, cijfers.get(jaar)) for jaar in norm.jaren))


def _jaar(norm: FinancieleNorm, jaar: int, cijfers: Jaarcijfers | None) -> Jaartoets:
    formule = FORMULES[norm.sleutel]
    figures: dict[str, Decimal] = {
        rij: cijfer for rij in formule.rijen if (cijfer := getattr(cijfers, rij, None)) is not None
    }
    if len(figures) < len(formule.rijen):
        return Jaartoets(jaar, "", None, None)
    teller = [getal(figures[rij]) for rij in formule.teller]
    above = teller[0] if len(teller) == 1 else f"({' + '.join(teller)})"
    som = f"{above} : {getal(figures[formule.noemer])}"
    waarde = verhouding(norm, figures)
    if waarde is None:
        # Without short-term debts whatever money there is covers them; without turnover nothing can be said.
        covered = norm.sleutel == "current_ratio" and sum(figures[rij] for rij in formule.teller) > 0
        return Jaartoets(jaar, som, None, True if covered else None)
    return Jaartoets(jaar, som, waarde, voldoet(norm, waarde))


def _titel(rij: str) -> str:
    return (Jaarcijfers.model_fields[rij].title or rij).lower()
