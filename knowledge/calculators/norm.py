"""A figure of the catalogue that a rekentool holds something to, with its place."""

from dataclasses import dataclass
from decimal import Decimal

from knowledge.catalogue import Tender
from knowledge.errors import InvoerFout


@dataclass(frozen=True, slots=True)
class Grens:
    """`waarde` in the unit of the norm."""

    waarde: Decimal
    vindplaats: str


def grens(tender: Tender, van: str, grootheid: str) -> Grens:
    """The figure of a norm of an eis ("eis 72") or a regel (its id). InvoerFout when this tender has none."""
    try:
        return Grens(Decimal(tender.norm(van, grootheid).waarde), tender.vindplaats(van))
    except KeyError:
        raise InvoerFout(f"{tender.naam} heeft hiervoor geen regel ({grootheid}).") from None
