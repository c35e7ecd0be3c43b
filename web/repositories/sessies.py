"""Queries on log-ins that last."""

from datetime import datetime

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from web.models.sessie import Nog, Sessie


def add(session: Session, sessie: Sessie) -> None:
    session.add(sessie)


def get(session: Session, hash_: str) -> Sessie | None:
    return session.get(Sessie, hash_)


def of(session: Session, gebruiker_id: str) -> list[Sessie]:
    """Log-ins of a person, the last used first."""
    query = select(Sessie).where(Sessie.gebruiker_id == gebruiker_id, Sessie.nog == Nog.NIETS.value)
    return list(session.scalars(query.order_by(Sessie.gezien.desc())))


def seen(session: Session, hash_: str, moment: datetime) -> None:
    session.execute(update(Sessie).where(Sessie.hash == hash_).values(gezien=moment))


def remove(session: Session, hash_: str) -> None:
    session.execute(delete(Sessie).where(Sessie.hash == hash_))


def remove_one(session: Session, gebruiker_id: str, kenmerk: str) -> bool:
    """Whether this person had it."""
    query = delete(Sessie).where(Sessie.gebruiker_id == gebruiker_id, Sessie.kenmerk == kenmerk)
    return session.execute(query.returning(Sessie.hash)).first() is not None


def remove_of(session: Session, gebruiker_id: str, behalve: str = "") -> None:
    """All log-ins of a person, but the one with the hash `behalve`."""
    session.execute(delete(Sessie).where(Sessie.gebruiker_id == gebruiker_id, Sessie.hash != behalve))


def remove_over(session: Session, gemaakt_voor: datetime, gezien_voor: datetime) -> None:
    session.execute(delete(Sessie).where(or_(Sessie.gemaakt < gemaakt_voor, Sessie.gezien < gezien_voor)))
