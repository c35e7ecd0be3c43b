"""Queries on what was decided about bids before they are scored."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models import Inschrijving, Toelating


def add(session: Session, toelating: Toelating) -> None:
    session.add(toelating)
    session.flush()


def of(session: Session, aanbesteding_id: str) -> list[Toelating]:
    """The oldest first."""
    query = select(Toelating).where(Toelating.aanbesteding_id == aanbesteding_id)
    return list(session.scalars(query.order_by(Toelating.volgnummer)))


def successors(session: Session, inschrijvingen: Iterable[str]) -> dict[str, Inschrijving]:
    """By id of a bid the one that was handed in once more in its place (§4.1.4)."""
    query = select(Inschrijving).where(Inschrijving.eerdere_id.in_(list(inschrijvingen)))
    return {bod.eerdere_id: bod for bod in session.scalars(query) if bod.eerdere_id}
