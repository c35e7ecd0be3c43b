"""How long before an appointment it was cancelled, and whether that leaves something to declare."""

from decimal import Decimal
from typing import Literal

from knowledge.calculators.getal import getal, kort
from knowledge.calculators.norm import Grens
from knowledge.calculators.uitkomst import Stap

Oordeel = Literal["declarabel", "niet declarabel", "overleggen"]
GRENSGEVAL = "precies_24_uur"
"""The inconsistentie about a cancellation exactly at the limit: one place says more, another less."""


def beoordeel_afzegging(uren_vooraf: Decimal | None, grens: Grens) -> Oordeel:
    """None: not cancelled at all, which is a no-show. At the limit itself the document does not decide."""
    if uren_vooraf is None or uren_vooraf < grens.waarde:
        return "declarabel"
    return "overleggen" if uren_vooraf == grens.waarde else "niet declarabel"


def stap_afzegging(uren_vooraf: Decimal | None, grens: Grens) -> Stap:
    uren = getal(grens.waarde)
    if uren_vooraf is None:
        return Stap("Afzegging", "niet afgezegd", "no-show", grens.vindplaats)
    wat = {
        "declarabel": (f"korter dan {uren} uur", "telt als no-show"),
        "overleggen": (f"precies {uren} uur", "het document beslist dit niet"),
        "niet declarabel": (f"langer dan {uren} uur", "geen no-show"),
    }[beoordeel_afzegging(uren_vooraf, grens)]
    return Stap("Afzegging", f"{kort(uren_vooraf)} uur van tevoren, {wat[0]}", wat[1], grens.vindplaats)
