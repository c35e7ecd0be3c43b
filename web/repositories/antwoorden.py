"""Queries on answers that people keep: those of one person, and those that are shared with that person."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from web.models import Antwoordbewaring


def add(session: Session, antwoord: Antwoordbewaring) -> None:
    session.add(antwoord)
    session.flush()


def get(session: Session, gebruiker_id: str, antwoord_id: str) -> Antwoordbewaring | None:
    """One's own, or one that a colleague shares."""
    antwoord = session.get(Antwoordbewaring, antwoord_id)
    if antwoord is None or (antwoord.gebruiker_id != gebruiker_id and not antwoord.gedeeld):
        return None
    return antwoord


def own(session: Session, gebruiker_id: str, antwoord_id: str) -> Antwoordbewaring | None:
    antwoord = session.get(Antwoordbewaring, antwoord_id)
    return antwoord if antwoord is not None and antwoord.gebruiker_id == gebruiker_id else None


def page(
    session: Session, gebruiker_id: str, gedeeld: bool, zoek: str, offset: int, limit: int
) -> list[Antwoordbewaring]:
    """The latest first. `gedeeld`: what colleagues share instead of one's own."""
    query = select(Antwoordbewaring).where(*_which(gebruiker_id, gedeeld, zoek))
    query = query.order_by(Antwoordbewaring.tijd.desc(), Antwoordbewaring.id).offset(offset).limit(limit)
    return list(session.scalars(query))


def count(session: Session, gebruiker_id: str, gedeeld: bool, zoek: str) -> int:
    query: Select[tuple[int]] = select(func.count(Antwoordbewaring.id))
    return session.scalar(query.where(*_which(gebruiker_id, gedeeld, zoek))) or 0


def before(session: Session, tijd: datetime) -> list[Antwoordbewaring]:
    return list(session.scalars(select(Antwoordbewaring).where(Antwoordbewaring.tijd < tijd)))


def remove(session: Session, antwoord: Antwoordbewaring) -> None:
    session.delete(antwoord)
    session.flush()


def _which(gebruiker_id: str, gedeeld: bool, zoek: str) -> list[ColumnElement[bool]]:
    van_mij = Antwoordbewaring.gebruiker_id == gebruiker_id
    which: list[ColumnElement[bool]] = (
        [~van_mij, Antwoordbewaring.gedeeld.is_(True)] if gedeeld else [van_mij]
    )
    for woord in zoek.lower().split():
        waar = func.lower(Antwoordbewaring.vraag + " " + Antwoordbewaring.antwoord)
        which.append(waar.contains(woord, autoescape=True))
    return which
