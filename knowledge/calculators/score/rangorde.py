"""Who are chosen: the best by final mark, where a perceel has a limited number of places."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from knowledge.calculators.score.beoordeling import Beoordeling
from knowledge.calculators.score.invoer import sleutel

Plaatsing = Literal["gekozen", "gelijke stand", "niet gekozen", "komt in aanmerking"]


@dataclass(frozen=True, slots=True)
class Rang:
    """The place of one bidder. Bidders with the same mark share a rang; the next number is skipped."""

    beoordeling: Beoordeling
    eindcijfer: Decimal
    rang: int
    plaatsing: Plaatsing


def rangorde(beoordelingen: Sequence[Beoordeling], hoogstens: int | None) -> tuple[Rang, ...]:
    """The bidders that were scored, best first, by name where they are equal.

    `hoogstens`: how many are chosen; None: whoever was scored qualifies. Where the last place is shared by
    more bidders than there is room for, all of those are a "gelijke stand": the document does not decide.
    """
    scored = [(b, c) for b in beoordelingen if (c := b.eindcijfer) is not None]
    scored.sort(key=lambda bc: (-bc[1], sleutel(bc[0].naam)))
    rangen = []
    for beoordeling, cijfer in scored:
        beter = sum(c > cijfer for _, c in scored)
        gelijk_of_beter = sum(c >= cijfer for _, c in scored)
        plaatsing: Plaatsing = "komt in aanmerking"
        if hoogstens is not None:
            plaatsing = "niet gekozen" if beter >= hoogstens else "gelijke stand"
            if gelijk_of_beter <= hoogstens:
                plaatsing = "gekozen"
        rangen.append(Rang(beoordeling, cijfer, beter + 1, plaatsing))
    return tuple(rangen)
