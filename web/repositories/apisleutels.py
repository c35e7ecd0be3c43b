"""Queries on the keys of other programs."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from web.models.apisleutel import Apisleutel


def add(session: Session, sleutel: Apisleutel) -> None:
    session.add(sleutel)
    session.flush()


def by_hash(session: Session, hash_: str) -> Apisleutel | None:
    return session.scalars(select(Apisleutel).where(Apisleutel.hash == hash_)).first()


def get(session: Session, sleutel_id: str) -> Apisleutel | None:
    return session.get(Apisleutel, sleutel_id)


def all_of(session: Session, gebruiker_id: str | None) -> list[Apisleutel]:
    """Those of one person; None: of everybody in the organisation."""
    query = select(Apisleutel).order_by(Apisleutel.gemaakt.desc())
    if gebruiker_id is not None:
        query = query.where(Apisleutel.gebruiker_id == gebruiker_id)
    return list(session.scalars(query))


def used(session: Session, sleutel_id: str, moment: datetime) -> None:
    session.execute(update(Apisleutel).where(Apisleutel.id == sleutel_id).values(gebruikt=moment))


def remove(session: Session, sleutel: Apisleutel) -> None:
    session.delete(sleutel)
