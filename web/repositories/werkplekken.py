"""Queries on workplaces of bidders, and on the drafts made in them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models import Inschrijving, Werkplek


def own(session: Session, organisatie_id: str, aanbesteding_id: str) -> Werkplek | None:
    query = select(Werkplek).where(
        Werkplek.aanbesteding_id == aanbesteding_id, Werkplek.eigenaar_id == organisatie_id
    )
    return session.scalars(query).first()


def own_or_new(session: Session, organisatie_id: str, aanbesteding_id: str) -> Werkplek:
    """The workplace, made when there is none yet. For a session that writes."""
    werkplek = own(session, organisatie_id, aanbesteding_id)
    if werkplek is None:
        werkplek = Werkplek(
            eigenaar_id=organisatie_id,
            aanbesteding_id=aanbesteding_id,
            percelen=[],
            vormen=[],
            gevallen=[],
            vinkjes={},
        )
        session.add(werkplek)
        session.flush()
    return werkplek


def get(session: Session, werkplek_id: str) -> Werkplek | None:
    return session.get(Werkplek, werkplek_id)


def drafts(session: Session, werkplek_id: str) -> list[Inschrijving]:
    """The latest first."""
    query = select(Inschrijving).where(Inschrijving.werkplek_id == werkplek_id)
    return list(session.scalars(query.order_by(Inschrijving.gemaakt.desc(), Inschrijving.id)))


def all_of(session: Session) -> list[Werkplek]:
    """Those that this session sees."""
    return list(session.scalars(select(Werkplek)))
