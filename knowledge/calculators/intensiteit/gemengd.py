"""A group in which jeugdigen of different intensity live: the hours they need together (§9.7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from knowledge.calculators.getal import als_getal, getal, kort
from knowledge.calculators.intensiteit.invoer import Deelgroep
from knowledge.calculators.intensiteit.som import DAGEN
from knowledge.calculators.uitkomst import Stap
from knowledge.catalogue import Tender

PLAATS = "§9.7"


@dataclass(frozen=True, slots=True)
class Gemengd:
    """Hours that the jeugdigen need together, and the hours of the roster where it is known."""

    deelgroepen: Sequence[Deelgroep]
    rooster: Fraction | None

    @property
    def per_dag(self) -> Decimal:
        return sum((d.aantal * d.intensiteit for d in self.deelgroepen), Decimal(0))

    @property
    def per_week(self) -> Decimal:
        return self.per_dag * DAGEN

    @property
    def waarden(self) -> dict[str, Any]:
        """uren_per_dag, uren_per_week and, with a roster, verschil (rostered less needed) and klopt."""
        found: dict[str, Any] = {"uren_per_dag": self.per_dag, "uren_per_week": self.per_week}
        if self.rooster is not None:
            verschil = self.rooster - Fraction(self.per_week)
            found |= {"verschil": als_getal(verschil), "klopt": verschil == 0}
        return found

    def stappen(self) -> list[Stap]:
        som = " + ".join(f"{d.aantal} x {getal(d.intensiteit)}" for d in self.deelgroepen)
        dag, week = kort(self.per_dag), kort(self.per_week)
        steps = [
            Stap("Uren per dag die de jeugdigen samen vragen", som, f"{dag} uur", PLAATS),
            Stap("Uren per week die zij samen vragen", f"{DAGEN} x {dag}", f"{week} uur", PLAATS),
        ]
        if self.rooster is not None:
            rooster = als_getal(self.rooster)
            verschil = rooster - self.per_week
            meer = "meer" if verschil > 0 else "minder"
            found = "gelijk" if not verschil else f"{kort(abs(verschil))} uur {meer} dan zij vragen"
            steps.append(Stap("Roosteruren naast gevraagde uren", f"{kort(rooster)} - {week}", found, PLAATS))
        return steps

    def opmerkingen(self, tender: Tender, plaatsen: Decimal) -> list[str]:
        lines = ["De opdrachtnemer moet op elk van deze intensiteiten hebben ingeschreven (§9.7)."]
        aantal = sum(d.aantal for d in self.deelgroepen)
        if aantal != plaatsen:
            lines.append(
                f"U noemt {aantal} jeugdigen met een eigen intensiteit; er zijn {getal(plaatsen)} plaatsen."
            )
        strijdig = next((i for i in tender.inconsistenties if i.id == "gemengde_groep_bezetting"), None)
        if strijdig and self.rooster is not None:
            lines.append(" ".join((*strijdig.wat_staat_er, strijdig.reden)))
        return lines
