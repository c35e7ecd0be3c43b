"""With which occupancy a group of wonen or verblijf may reckon (§9.7, §9.7.3)."""

from decimal import Decimal

from knowledge.calculators.getal import kort
from knowledge.calculators.uitkomst import Stap
from knowledge.catalogue import Tender
from knowledge.catalogue.models import VormVanVerblijf
from knowledge.errors import InvoerFout


def minste_bezetting(tender: Tender, vorm: VormVanVerblijf, crisisgroep: bool) -> tuple[Decimal | None, str]:
    """Lowest occupancy in percent, and its place; None where none is laid down (a crisisgroep, §9.7)."""
    places = {r.id: r.vindplaats for r in tender.regels}
    general = places.get("bezettingsgraad", vorm.vindplaats)
    if crisisgroep:
        return None, general
    return vorm.bezettingsgraad, places.get("kdv_bezetting", general) if vorm.groep == "kdv" else general


def bezetting(
    tender: Tender, vorm: VormVanVerblijf, crisisgroep: bool, eigen: Decimal | None
) -> tuple[Decimal, Stap, tuple[str, ...]]:
    """The occupancy in percent to reckon with, the step that tells it, and remarks.

    InvoerFout when nothing is filled in and the document gives no lowest one.
    """
    minste, place = minste_bezetting(tender, vorm, crisisgroep)
    if eigen is None:
        if minste is None:
            raise InvoerFout(
                "Bezettingsgraad: vul dit in. Het inkoopdocument noemt hier geen laagste bezettingsgraad."
            )
        return minste, _stap("niets ingevuld, dus de laagste die mag", minste, place), ()
    if minste is None:
        return eigen, _stap("hier geldt geen laagste", eigen, place), ()
    if eigen >= minste:
        return eigen, _stap(f"de laagste is {kort(minste)}%", eigen, place), ()
    return (
        minste,
        _stap(f"{kort(eigen)}% is te laag, dus de laagste die mag", minste, place),
        (f"Rekenen met {kort(eigen)}% mag niet; de laagste is {kort(minste)}% ({place}).",),
    )


def _stap(waarom: str, graad: Decimal, place: str) -> Stap:
    return Stap(f"Bezettingsgraad ({waarom})", "", f"{kort(graad)}%", place)
