"""Queries on what assessors decide about the findings of a bid."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models import Bevindingbesluit


def add(session: Session, besluit: Bevindingbesluit) -> None:
    session.add(besluit)
    session.flush()


def of(session: Session, inschrijving_id: str) -> list[Bevindingbesluit]:
    """The oldest first."""
    return of_all(session, (inschrijving_id,))


def of_all(session: Session, inschrijving_ids: Collection[str]) -> list[Bevindingbesluit]:
    """Of these bids, the oldest first."""
    query = select(Bevindingbesluit).where(Bevindingbesluit.inschrijving_id.in_(inschrijving_ids))
    return list(session.scalars(query.order_by(Bevindingbesluit.volgnummer)))
