"""Log-ins that last: made, recognised, ended. The secret is only in the cookie; we keep its hash."""

import hashlib
import secrets
from datetime import datetime, timedelta

from web.access.wie import Wie
from web.database import Database
from web.models.base import now
from web.models.gebruiker import Gebruiker, Rol
from web.repositories import sessies

STIL = timedelta(minutes=60)
"""Without use for so long, a log-in ends."""
LANGST = timedelta(hours=10)
"""No log-in lasts longer."""
_WRITE_EVERY = timedelta(minutes=1)


def begin(database: Database, gebruiker_id: str) -> str:
    """Start a log-in; returns the secret for the cookie."""
    geheim = secrets.token_urlsafe(32)
    with database.session(write=True) as session:
        sessies.add(session, _hash(geheim), gebruiker_id)
    return geheim


def herken(database: Database, geheim: str, adres: str, verzoek: str) -> Wie | None:
    """Who holds this secret; None when it is unknown or over, or the account is closed."""
    moment = now()
    with database.session() as session:
        sessie = sessies.get(session, _hash(geheim))
        if (
            sessie is None
            or not _geldig(sessie.gemaakt, sessie.gezien, moment)
            or not sessie.gebruiker.actief
        ):
            return None
        gebruiker, gezien = sessie.gebruiker, sessie.gezien
    if moment - gezien > _WRITE_EVERY:
        with database.session(write=True) as session:
            sessies.seen(session, _hash(geheim), moment)
    return wie_van(gebruiker, adres, verzoek)


def eindig(database: Database, geheim: str) -> None:
    with database.session(write=True) as session:
        sessies.remove(session, _hash(geheim))


def wie_van(gebruiker: Gebruiker, adres: str = "", verzoek: str = "") -> Wie:
    return Wie(
        gebruiker_id=gebruiker.id,
        naam=gebruiker.naam,
        rollen=frozenset(Rol(rol) for rol in gebruiker.rollen),
        organisatie_id=gebruiker.organisatie_id,
        organisatie=gebruiker.organisatie.naam,
        adres=adres,
        verzoek=verzoek,
    )


def _geldig(gemaakt: datetime, gezien: datetime, moment: datetime) -> bool:
    return moment - gemaakt <= LANGST and moment - gezien <= STIL


def _hash(geheim: str) -> str:
    return hashlib.sha256(geheim.encode()).hexdigest()
