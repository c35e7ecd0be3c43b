"""What every child may choose in short, and whether that is few enough to write out by start week.

A country has hundreds of groepen for every phase of every child: its choices by start week do not fit.
"""

from collections.abc import Sequence

import numpy as np

from matcher.domein import Probleem
from matcher.plan import Plaatsing, Plan
from matcher.regels import blijft, fase_weken, startweken
from matcher.solver.herbouw.zoeker import Rij
from matcher.solver.keuzes import Fasekeuzes, Keuzelijst
from matcher.solver.opties import Opties, Plekken, knopen_van, opties_van

MEESTE_KNOPEN = 2_500_000
"""Up to this many knopen everything is written out."""


class Zeef:
    """All choices of every child in short."""

    def __init__(self, probleem: Probleem) -> None:
        self.probleem = probleem
        self.plekken = Plekken.van(probleem)
        self._kinderen = list(probleem.jeugdigen.values())
        lijst = Keuzelijst(probleem)
        self._nummer = lijst.nummer
        self.keuzes: list[list[Fasekeuzes]] = []
        """Of each child, per phase."""
        knopen = 0
        for jeugdige in self._kinderen:
            fasen = [lijst.fase(jeugdige, fase) for fase in range(len(jeugdige.fasen))]
            knopen += len(startweken(jeugdige, probleem.horizon)) * sum(len(k.groep) for k in fasen)
            self.keuzes.append(fasen)
        self.alles = knopen <= MEESTE_KNOPEN
        """Whether everything can be written out."""

    def opties(self) -> Opties:
        """All options, written out."""
        stukken = [
            knopen_van(self.probleem, self.plekken, kind, jeugdige, self.keuzes[kind])
            for kind, jeugdige in enumerate(self._kinderen)
        ]
        return opties_van(self.probleem, self.plekken, stukken)

    def zonder_keuze(self) -> bool:
        """Whether some resident has a phase for which there is no groep at all."""
        for jeugdige, fasen in zip(self._kinderen, self.keuzes, strict=True):
            if jeugdige.bewoner:
                for (van, tot), keuzes in zip(
                    fase_weken(jeugdige, 0, self.probleem.horizon), fasen, strict=False
                ):
                    if not self.plekken.kan_erin(keuzes, np.array([van]), np.array([tot])).any():
                        return True
        return False

    def rijen_van(self, plan: Plan) -> list[Rij | None]:
        """A plan that keeps the rules, child by child."""
        per_jeugdige, uit = plan.per_jeugdige, list[Rij | None]()
        for jeugdige in self._kinderen:
            rij = per_jeugdige.get(jeugdige.id)
            groepen = [p.groep_id for p in rij or ()]
            plekken = [
                (self._nummer[groep_id], blijft(jeugdige, groepen[: fase + 1]))
                for fase, groep_id in enumerate(groepen)
            ]
            uit.append((rij[0].week_van, plekken) if rij else None)
        return uit

    def plaatsingen(self, rijen: Sequence[Rij | None]) -> dict[str, tuple[Plaatsing, ...]]:
        """The placements of each child that has a place."""
        ids, uit = self.plekken.ids, {}
        for jeugdige, rij in zip(self._kinderen, rijen, strict=True):
            if rij is not None:
                weken = fase_weken(jeugdige, rij[0], self.probleem.horizon)
                uit[jeugdige.id] = tuple(
                    Plaatsing(jeugdige.id, fase, ids[groep], van, tot)
                    for fase, ((groep, _), (van, tot)) in enumerate(zip(rij[1], weken, strict=True), 1)
                )
        return uit
