"""The rekentools, filled in with what a draft tells."""

from compliance.rekenwaarde import Rekenwaarde
from knowledge.calculators.register import rekentool
from knowledge.catalogue.models import Tender
from knowledge.errors import InvoerFout
from web.contexts.zelfcheck import Rekenbron, Rekenlink
from web.services.rekenformulier import adres


def rekenlink(waarde: Rekenwaarde, tender: Tender) -> Rekenlink:
    tool = rekentool(waarde.rekentool)
    try:
        uitkomst = tool.uit_gegevens(tender, waarde.gegevens).antwoord
    except InvoerFout:
        uitkomst = ""
    return Rekenlink(
        naam=tool.naam,
        titel=waarde.titel,
        adres=adres(tool.sleutel, waarde.gegevens),
        uitkomst=uitkomst,
        bronnen=tuple(Rekenbron(*bron) for bron in waarde.bronnen),
    )
