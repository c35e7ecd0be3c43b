"""The model behind the tariff of gezinshuizen and zorgboerderijen with wonen (§9.7.2)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from knowledge.calculators.getal import als_getal, getal, kort
from knowledge.calculators.intensiteit.banden import ligging
from knowledge.calculators.intensiteit.som import DAGEN, intensiteit_verblijf
from knowledge.calculators.norm import grens
from knowledge.calculators.uitkomst import Stap
from knowledge.catalogue import Tender
from knowledge.catalogue.models import Intensiteit


@dataclass(frozen=True, slots=True)
class Gezinshuismodel:
    stappen: tuple[Stap, ...]
    waarden: dict[str, Any]


def gezinshuismodel(
    tender: Tender, banden: tuple[Intensiteit, ...], voltijd_uren: Decimal
) -> Gezinshuismodel:
    """What the model comes to, for full-time gezinshuisouders of so many hours a week.

    The document gives the number of gezinshuisouders and of jeugdigen, not the hours of a full-time one.
    """
    ouders, jeugdigen, place = _cijfers(tender)
    waarde = intensiteit_verblijf(ouders * voltijd_uren, jeugdigen, Decimal(100))
    found = ligging(waarde, banden)
    stap = Stap(
        "Ter vergelijking: het model van het tarief",
        f"{getal(ouders)} voltijd gezinshuisouders x {getal(voltijd_uren)} uur : "
        f"{getal(jeugdigen)} jeugdigen : {DAGEN} dagen",
        f"{kort(als_getal(waarde))} ({' of '.join(found.codes) or 'buiten alle banden'})",
        place,
    )
    return Gezinshuismodel((stap,), {"intensiteit": als_getal(waarde), "niveaus": list(found.codes)})


def opmerkingen_gezinshuis(tender: Tender) -> tuple[str, ...]:
    """What the document says, and does not say, of the hours of gezinshuisouders."""
    ouders, jeugdigen, place = _cijfers(tender)
    return (
        "Netto uren van gezinshuisouders tellen als uren van groepsbegeleiders. Het inkoopdocument zegt niet "
        "hoeveel uren dat zijn voor wie er altijd is; vul in wat bijlage X vraagt.",
        f"Het tarief gaat uit van {getal(ouders)} voltijd gezinshuisouders met {getal(jeugdigen)} jeugdigen, "
        f"en dekt ook hun vervanging bij vakantie en ziekte ({place}).",
    )


def _cijfers(tender: Tender) -> tuple[Decimal, Decimal, str]:
    """Gezinshuisouders and jeugdigen of the model, and its place. InvoerFout when the tender has no model."""
    ouders = grens(tender, "tarief_gezinshuis", "voltijd gezinshuisouders in het tariefmodel")
    jeugdigen = grens(tender, "tarief_gezinshuis", "jeugdigen in het tariefmodel gezinshuis")
    return ouders.waarde, jeugdigen.waarde, jeugdigen.vindplaats
