"""Queries on log-ins that last."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from web.models.sessie import Sessie


def add(session: Session, hash_: str, gebruiker_id: str) -> None:
    session.add(Sessie(hash=hash_, gebruiker_id=gebruiker_id))


def get(session: Session, hash_: str) -> Sessie | None:
    return session.get(Sessie, hash_)


def seen(session: Session, hash_: str, moment: datetime) -> None:
    session.execute(update(Sessie).where(Sessie.hash == hash_).values(gezien=moment))


def remove(session: Session, hash_: str) -> None:
    session.execute(delete(Sessie).where(Sessie.hash == hash_))


def remove_of(session: Session, gebruiker_id: str) -> None:
    session.execute(delete(Sessie).where(Sessie.gebruiker_id == gebruiker_id))
