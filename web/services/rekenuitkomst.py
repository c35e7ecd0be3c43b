"""The outcome of a rekentool as a page shows it: each place a link where the catalogue has a page for it."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from knowledge.calculators.uitkomst import Uitkomst
from knowledge.catalogue.models import Tender
from web.contexts.rekenen import Plaatslink, Rekenuitkomst, Stapregel
from web.services.rekenformulier import naar_query


def rekenuitkomst(uitkomst: Uitkomst, tender: Tender, gegevens: Mapping[str, Any]) -> Rekenuitkomst:
    query = urlencode(naar_query(gegevens))
    return Rekenuitkomst(
        antwoord=uitkomst.antwoord,
        stappen=tuple(Stapregel(s, plaatslink(s.vindplaats, tender)) for s in uitkomst.stappen),
        opmerkingen=uitkomst.opmerkingen,
        plaatsen=plaatslinks(uitkomst.vindplaatsen, tender),
        download=f"/rekentools/{uitkomst.rekentool}/uitkomst.xlsx?{query}",
    )


def plaatslinks(plaatsen: Iterable[str], tender: Tender) -> tuple[Plaatslink, ...]:
    return tuple(plaatslink(plaats, tender) for plaats in plaatsen)


def plaatslink(plaats: str, tender: Tender) -> Plaatslink:
    """A place ("eis 12", "§9.7") with its page: an eis has its own, a paragraph the catalogue knows too."""
    soort, _, id = plaats.partition(" ")
    if soort == "eis" and any(e.id == id for e in tender.eisen):
        return Plaatslink(plaats, f"/eisen/{quote(id)}")
    if any(r.vindplaats == plaats for r in tender.regels):
        return Plaatslink(
            plaats, f"/vindplaats?bron={quote(tender.bron, safe='')}&plaats={quote(plaats, safe='')}"
        )
    return Plaatslink(plaats, "")
