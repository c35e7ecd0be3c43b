"""Keys of the API: made once, known by their hash, limited in what they reach and how long they last."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from sqlalchemy.orm import Session

from web.access.bereik import daden
from web.access.wie import Wie
from web.auth.sessies import wie_van
from web.database import Database
from web.models.apisleutel import Apisleutel
from web.models.base import now
from web.repositories import apisleutels

BEGIN = "thuisplek_"
"""By which a key that lies about is recognised."""
LANGST = 365
"""Days that a key can be valid."""
_WRITE_EVERY = timedelta(minutes=1)


def maak(session: Session, wie: Wie, naam: str, bereik: Iterable[str], dagen: int) -> tuple[Apisleutel, str]:
    """Keep a new key of this person; returns it with the secret, which is not kept."""
    geheim = BEGIN + secrets.token_urlsafe(32)
    sleutel = Apisleutel(
        eigenaar_id=wie.organisatie_id,
        naam=naam,
        hash=_hash(geheim),
        gebruiker_id=wie.gebruiker_id,
        bereik=sorted(bereik),
        verloopt=now() + timedelta(days=min(dagen, LANGST)),
    )
    apisleutels.add(session, sleutel)
    return sleutel, geheim


def herken(database: Database, geheim: str, adres: str, verzoek: str) -> Wie | None:
    """On whose behalf a program with this key acts; None when the key is unknown or over."""
    moment = now()
    with database.session() as session:
        sleutel = apisleutels.by_hash(session, _hash(geheim))
        if sleutel is None or sleutel.verloopt <= moment or not sleutel.gebruiker.actief:
            return None
        wie = wie_van(sleutel.gebruiker, adres, verzoek)
    if sleutel.gebruikt is None or moment - sleutel.gebruikt > _WRITE_EVERY:
        with database.session(write=True) as session:
            apisleutels.used(session, sleutel.id, moment)
    return replace(wie, naam=sleutel.naam, namens=wie.naam, alleen=daden(sleutel.bereik))


def _hash(geheim: str) -> str:
    return hashlib.sha256(geheim.encode()).hexdigest()
