"""Log-ins that last: made, recognised, ended. The secret is only in the cookie; we keep its hash."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from web.access.wie import Wie
from web.database import Database
from web.models.base import now
from web.models.gebruiker import Gebruiker, Rol
from web.models.sessie import Nog, Sessie
from web.repositories import sessies

STIL = timedelta(minutes=60)
"""Without use for so long, a log-in ends."""
LANGST = timedelta(hours=10)
"""No log-in lasts longer."""
ONDERWEG = timedelta(minutes=10)
"""So long may somebody take for the steps after the password."""
_WRITE_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Halverwege:
    """Somebody whose password was right, but who must do more before a page opens."""

    gebruiker: Gebruiker
    nog: Nog


def begin(
    database: Database,
    gebruiker_id: str,
    *,
    nog: Nog = Nog.NIETS,
    oud: str = "",
    adres: str = "",
    apparaat: str = "",
) -> str:
    """Start a log-in, or its next step; returns the secret for the cookie.

    `oud`: the secret that the browser had. It ends: nobody who knew it comes in with it.
    """
    geheim = secrets.token_urlsafe(32)
    moment = now()
    with database.session(write=True) as session:
        sessies.remove_over(session, moment - LANGST, moment - STIL)
        if oud:
            sessies.remove(session, hash_van(oud))
        sessies.add(
            session,
            Sessie(
                hash=hash_van(geheim),
                gebruiker_id=gebruiker_id,
                nog=nog.value,
                adres=adres,
                apparaat=apparaat,
                gemaakt=moment,
                gezien=moment,
            ),
        )
    return geheim


def herken(database: Database, geheim: str, adres: str, verzoek: str) -> Wie | None:
    """Who holds this secret; None when it is unknown or over, not yet complete, or the account is closed."""
    moment = now()
    sessie = _get(database, geheim, moment)
    if sessie is None or sessie.nog != Nog.NIETS:
        return None
    if moment - sessie.gezien > _WRITE_EVERY:
        with database.session(write=True) as session:
            sessies.seen(session, sessie.hash, moment)
    return wie_van(sessie.gebruiker, adres, verzoek)


def halverwege(database: Database, geheim: str) -> Halverwege | None:
    """Who is on the way in with this secret."""
    moment = now()
    sessie = _get(database, geheim, moment)
    if sessie is None or sessie.nog == Nog.NIETS or moment - sessie.gemaakt > ONDERWEG:
        return None
    return Halverwege(sessie.gebruiker, Nog(sessie.nog))


def eindig(database: Database, geheim: str) -> None:
    with database.session(write=True) as session:
        sessies.remove(session, hash_van(geheim))


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


def hash_van(geheim: str) -> str:
    return hashlib.sha256(geheim.encode()).hexdigest()


def _get(database: Database, geheim: str, moment: datetime) -> Sessie | None:
    """Of an open account, and not over."""
    with database.session() as session:
        sessie = sessies.get(session, hash_van(geheim))
    if sessie is None or not sessie.gebruiker.actief:
        return None
    return sessie if moment - sessie.gemaakt <= LANGST and moment - sessie.gezien <= STIL else None
