"""Queries on what assessors decide about the eisen of a bid."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models import Eisbesluit


def add(session: Session, besluit: Eisbesluit) -> None:
    session.add(besluit)
    session.flush()


def of(session: Session, inschrijving_id: str) -> list[Eisbesluit]:
    """The oldest first."""
    query = select(Eisbesluit).where(Eisbesluit.inschrijving_id == inschrijving_id)
    return list(session.scalars(query.order_by(Eisbesluit.volgnummer)))
