"""Emptying an opened vault, when the region no longer needs what lies in it."""

from datetime import datetime

from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Toegang, Wie
from web.bestanden import Bestanden
from web.kluis.fase import Fase
from web.repositories import aanbestedingen, inzendingen, kluis
from web.services.aanbestedingen import eigen


def maak_leeg(toegang: Toegang, bestanden: Bestanden, wie: Wie, id_: str, nu: datetime) -> None:
    """Wipe the bids of an opened vault and every form of its key: then nobody reads them from a back-up of
    the files either. Receipts and history stay; copies at beoordeling have a term of their own.

    Raises InvoerFout before the opening, GeenAanbesteding.
    """
    with toegang.wijzigen(wie, Handeling.VERWIJDEREN, Soort.AANBESTEDING, id_, "kluis leeg") as session:
        eigen(session, wie, id_)
        aanbesteding = aanbestedingen.lock(session, id_)
        opening = kluis.opening(session, id_)
        if aanbesteding is None or aanbesteding.planning.fase(nu) is not Fase.GEOPEND or opening is None:
            raise InvoerFout("De kluis kan pas leeg na de opening.")
        weg: list[str] = []
        for inzending in inzendingen.all_of(session, id_):
            if versie := inzending.geldend:
                weg += inzendingen.end_version(session, inzending, versie, nu, "gewist")
        kluis.remove_layers(session, id_)
        opening.voor_server = None
    for sleutel in weg:
        bestanden.delete(sleutel)
