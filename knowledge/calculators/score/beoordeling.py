"""The assessment of one bidder: may it be scored, does it reach the minimum, and what is its final mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import Literal

from knowledge.calculators.score.criteria import (
    criteria_van,
    hoogste_score,
    minimum_van,
    nodige_plekken,
    plekken_nabij,
    veld_van,
    wegingen,
)
from knowledge.calculators.score.invoer import Inschrijver, Plekken
from knowledge.catalogue import Tender
from knowledge.catalogue.models import Criterium
from knowledge.errors import InvoerFout

Stand = Literal["terzijde gelegd", "mag plan aanpassen", "afgewezen", "beoordeeld"]
LOCATIES = "locaties"
"""The field of the criterium for which enough places near the region give the highest score."""


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """The score of one criterium and what it adds to the final mark."""

    criterium: Criterium
    score: Decimal
    wegingen: tuple[Decimal, ...]
    """In percent, each of what the next leaves: (40, 50) is 40% of 50%."""
    door_plekken: bool = False
    """The score follows from the number of places, not from the committee."""

    @property
    def punten(self) -> Decimal:
        return prod((weging / 100 for weging in self.wegingen), start=self.score)


@dataclass(frozen=True, slots=True)
class Beoordeling:
    """One bidder. `eindcijfer` and `onderdelen` only where the bid is `beoordeeld`."""

    inschrijver: Inschrijver
    stand: Stand
    plan: Decimal | None
    """The score of the plan van aanpak that counts: the one after the change where there is one."""
    nabij: int
    """Places in or near the region."""
    onderdelen: tuple[Onderdeel, ...] = ()

    @property
    def naam(self) -> str:
        return self.inschrijver.naam

    @property
    def eindcijfer(self) -> Decimal | None:
        if self.stand != "beoordeeld":
            return None
        return sum((o.punten for o in self.onderdelen), Decimal(0))


def beoordeel(
    tender: Tender, perceel: int, inschrijver: Inschrijver, plekken: Sequence[Plekken] = ()
) -> Beoordeling:
    """Assess one bidder. `plekken`: its own. InvoerFout, naming the bidder, for a score that is missing."""
    criteria = criteria_van(tender, perceel)
    nabij = plekken_nabij(tender, plekken)
    if inschrijver.terzijde is not None:
        return Beoordeling(inschrijver, "terzijde gelegd", None, nabij)
    criterium, minimum = minimum_van(criteria)
    eerste = _score(inschrijver, criterium, perceel)
    plan = eerste
    if eerste < minimum:
        if inschrijver.aangepast is None:
            return Beoordeling(inschrijver, "mag plan aanpassen", eerste, nabij)
        plan = inschrijver.aangepast
        if plan < minimum:
            return Beoordeling(inschrijver, "afgewezen", plan, nabij)
    onderdelen = []
    for c in criteria:
        door_plekken = veld_van(c) == LOCATIES and nabij >= nodige_plekken(tender)
        if door_plekken:
            score = hoogste_score(tender)
        else:
            score = plan if c is criterium else _score(inschrijver, c, perceel)
        onderdelen.append(Onderdeel(c, score, wegingen(tender, c), door_plekken))
    return Beoordeling(inschrijver, "beoordeeld", plan, nabij, tuple(onderdelen))


def _score(inschrijver: Inschrijver, criterium: Criterium, perceel: int) -> Decimal:
    veld = veld_van(criterium)
    score: Decimal | None = getattr(inschrijver, veld)
    if score is None:
        titel = Inschrijver.model_fields[veld].title
        raise InvoerFout(f"{inschrijver.naam}, {titel}: vul de score voor perceel {perceel} in.")
    return score
