"""The tender of the demo: closed yesterday, opened by two, with three invented bids to be assessed."""

import tempfile
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from pyrage import x25519
from sqlalchemy.orm import Session

from compliance.demo import NAAM as DEMO
from compliance.demo import STUKKEN, write_demo
from web.access import Wie
from web.auth.sessies import wie_van
from web.kluis.serversleutel import serversleutel
from web.models.gebruiker import Rol
from web.models.organisatie import Organisatiesoort
from web.repositories import gebruikers, kluis
from web.services import aanbestedingen
from web.services.aanbestedingen import Opzet
from web.services.concept import Conceptdeel
from web.services.indienen import dien_in
from web.services.opening import open_met
from web.state import State

NAAM = "Voorbeeldaanbesteding"
CATALOGUS = "ijsselland_2023"
OPEN, SLUITING, GEOPEND = timedelta(days=-30), timedelta(days=-1), timedelta(hours=-23)
"""When bids could come in, until when, and when the vault was opened: from now."""
ANDEREN = {
    "Gezinshuis De Verzonnen Linde": (
        "bijlage_I_invulsjabloon.docx",
        "klachtenregeling.docx",
        "plan_van_aanpak.pdf",
        "uea.pdf",
    ),
    "Praktijk Denkbeeld": ("bijlage_I_invulsjabloon.docx", "plan_van_aanpak.pdf"),
}
"""Bidders of whom nobody logs in, and the files that they handed in."""


def maak_voorbeeld(state: State, mensen: Mapping[Rol, Wie], nu: datetime) -> None:
    """`mensen`: the log-ins of the demo. Its keys are thrown away: nobody opens this vault again."""
    leider, toen = mensen[Rol.HOOFDBEOORDELAAR], nu + OPEN
    sleutels = {wie: x25519.Identity.generate() for wie in (mensen[Rol.BEOORDELAAR], leider)}
    sluiting = (nu + SLUITING).replace(minute=0, second=0, microsecond=0)
    opzet = Opzet(NAAM, CATALOGUS, sluiting, 24, tuple(wie.gebruiker_id for wie in sleutels))
    id_ = aanbestedingen.maak(state.toegang, leider, opzet, toen)
    with state.toegang.systeem() as session:
        for wie, sleutel in sleutels.items():
            houder = kluis.holder(session, id_, wie.gebruiker_id)
            assert houder
            houder.publiek, houder.beproefd = str(sleutel.to_public()), toen
        anderen = {_aanbieder(session, naam): (naam, stukken) for naam, stukken in ANDEREN.items()}
    aanbestedingen.maak_klaar(state.toegang, leider, id_, toen)
    for bieder, (naam, stukken) in {mensen[Rol.INSCHRIJVER]: (DEMO, STUKKEN), **anderen}.items():
        with tempfile.TemporaryDirectory() as map_:
            delen = _delen(write_demo(Path(map_), naam, stukken))
            dien_in(state.toegang, state.bestanden, bieder, id_, delen, lambda: toen)
    server = serversleutel(state.settings.sleutelmap)
    van_publiek = {str(sleutel.to_public()): sleutel for sleutel in sleutels.values()}
    for wie in sleutels:
        open_met(state.toegang, state.jobs, wie, id_, van_publiek.__getitem__, server, nu + GEOPEND)


def _aanbieder(session: Session, naam: str) -> Wie:
    """Somebody of a new organisation, who has no password and so can't log in."""
    organisatie = gebruikers.add_organisatie(session, naam, Organisatiesoort.AANBIEDER, demo=True)
    return wie_van(gebruikers.add(session, organisatie, naam, naam, frozenset({Rol.INSCHRIJVER})))


def _delen(paden: Collection[Path]) -> Iterator[Conceptdeel]:
    for pad in paden:
        with pad.open("rb") as inhoud:
            yield Conceptdeel(pad.name, inhoud)
