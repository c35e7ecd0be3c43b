"""Queries on placement rounds."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models import Plaatsingsronde


def add(session: Session, eigenaar_id: str, naam: str, seconden: int, demo: bool = False) -> Plaatsingsronde:
    ronde = Plaatsingsronde(eigenaar_id=eigenaar_id, naam=naam, seconden=seconden, demo=demo)
    session.add(ronde)
    session.flush()
    return ronde


def get(session: Session, ronde_id: str) -> Plaatsingsronde | None:
    return session.get(Plaatsingsronde, ronde_id)


def recent(session: Session, limit: int = 50) -> list[Plaatsingsronde]:
    query = select(Plaatsingsronde).order_by(Plaatsingsronde.gemaakt.desc()).limit(limit)
    return list(session.scalars(query))


def klaar(session: Session, limit: int = 50) -> list[Plaatsingsronde]:
    """Those with a plan, the latest first."""
    query = select(Plaatsingsronde).where(Plaatsingsronde.status.in_(("OPTIMAL", "FEASIBLE")))
    return list(session.scalars(query.order_by(Plaatsingsronde.gemaakt.desc()).limit(limit)))


def all_of(session: Session) -> list[Plaatsingsronde]:
    return list(session.scalars(select(Plaatsingsronde).order_by(Plaatsingsronde.gemaakt.desc())))


def before(session: Session, gemaakt: datetime) -> list[Plaatsingsronde]:
    return list(session.scalars(select(Plaatsingsronde).where(Plaatsingsronde.gemaakt < gemaakt)))


def laatst_gepubliceerd(session: Session, eigenaar_id: str | None = None) -> Plaatsingsronde | None:
    """Of all that this session sees, or of one organisation."""
    query = select(Plaatsingsronde).where(Plaatsingsronde.gepubliceerd.is_not(None))
    if eigenaar_id is not None:
        query = query.where(Plaatsingsronde.eigenaar_id == eigenaar_id)
    return session.scalars(query.order_by(Plaatsingsronde.gepubliceerd.desc()).limit(1)).first()
