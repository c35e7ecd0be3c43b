"""Queries on log-ins by the organisation's own system."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from web.models.gebruiker import Gebruiker
from web.models.koppeling import Aanmelding, Koppeling


def add_aanmelding(session: Session, aanmelding: Aanmelding, oud: datetime) -> None:
    """Keep it; those that began before `oud` are dropped."""
    session.execute(delete(Aanmelding).where(Aanmelding.gemaakt < oud))
    session.add(aanmelding)


def neem_aanmelding(session: Session, hash_: str) -> Aanmelding | None:
    """It can be taken once."""
    query = delete(Aanmelding).where(Aanmelding.hash == hash_)
    return session.scalars(query.returning(Aanmelding)).first()


def gebruiker(session: Session, uitgever: str, onderwerp: str) -> Gebruiker | None:
    koppeling = session.get(Koppeling, (uitgever, onderwerp))
    return session.get(Gebruiker, koppeling.gebruiker_id) if koppeling else None


def koppel(session: Session, uitgever: str, onderwerp: str, gebruiker_id: str) -> None:
    session.add(Koppeling(uitgever=uitgever, onderwerp=onderwerp, gebruiker_id=gebruiker_id))
