"""Queries on the steps of an award."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models import Gunningsstap


def add(session: Session, stap: Gunningsstap) -> None:
    session.add(stap)
    session.flush()


def of(session: Session, aanbesteding_id: str) -> list[Gunningsstap]:
    """Of all percelen, the oldest first."""
    query = select(Gunningsstap).where(Gunningsstap.aanbesteding_id == aanbesteding_id)
    return list(session.scalars(query.order_by(Gunningsstap.volgnummer)))
