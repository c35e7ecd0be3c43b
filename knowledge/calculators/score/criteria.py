"""The criteria of a perceel, how much each counts, and the rule on places near the region (§6.1.1-6.1.3)."""

from collections.abc import Iterable
from decimal import Decimal

from knowledge.calculators.getal import getal
from knowledge.calculators.norm import grens
from knowledge.calculators.score.invoer import Plekken
from knowledge.calculators.woorden import opsomming
from knowledge.catalogue import Tender
from knowledge.catalogue.models import Criterium
from knowledge.errors import InvoerFout

_REGEL = "locaties_in_regio"
_AFSTAND = "afstand van een locatie tot de regio"
_PLEKKEN = "plekken in of nabij de regio"


def veld_van(criterium: Criterium) -> str:
    """The field of `Inschrijver` that holds its score."""
    return criterium.id.rpartition("_")[2]


def criteria_van(tender: Tender, perceel: int) -> list[Criterium]:
    """The criteria of a perceel that get a score of their own. InvoerFout where there is none."""
    eigen = [c for c in tender.criteria if perceel in c.percelen]
    gedeeld = {c.onderdeel_van for c in eigen}
    found = [c for c in eigen if c.id not in gedeeld]
    if not found:
        met = opsomming(map(str, sorted({n for c in tender.criteria for n in c.percelen})), "of")
        if any(p.nummer == perceel for p in tender.percelen):
            raise InvoerFout(f"Voor perceel {perceel} is geen plan van aanpak nodig (§6.1). Kies uit {met}.")
        raise InvoerFout(f"Perceel {perceel} bestaat niet. Kies uit {met}.")
    return found


def wegingen(tender: Tender, criterium: Criterium) -> tuple[Decimal, ...]:
    """The percentages that together say how much a criterium counts: (40, 50) is 40% of 50%."""
    boven = next((c for c in tender.criteria if c.id == criterium.onderdeel_van), None)
    return (criterium.weging, *(wegingen(tender, boven) if boven else ()))


def minimum_van(criteria: Iterable[Criterium]) -> tuple[Criterium, Decimal]:
    """The criterium with a lowest score, and that score."""
    return next((c, c.minimum) for c in criteria if c.minimum is not None)


def hoogste_score(tender: Tender) -> Decimal:
    return Decimal(max(s.punten for s in tender.scorewaarden))


def plekken_nabij(tender: Tender, plekken: Iterable[Plekken]) -> int:
    """The places in the region or no further from it than the distance that still counts (15 km)."""
    grens_km = grens(tender, _REGEL, _AFSTAND).waarde
    return sum(p.aantal for p in plekken if p.afstand <= grens_km)


def nodige_plekken(tender: Tender) -> int:
    """So many places near the region give the highest score for locations (10)."""
    return int(grens(tender, _REGEL, _PLEKKEN).waarde)


def afstand_km(tender: Tender) -> str:
    """The distance up to which places count, in km."""
    return getal(grens(tender, _REGEL, _AFSTAND).waarde)
