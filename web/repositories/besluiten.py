"""Queries on the steps of the shortlist and on explanations that were asked for."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from web.models.besluit import Besluitstap, Uitlegverzoek


def add(session: Session, stap: Besluitstap) -> None:
    session.add(stap)
    session.flush()


def stappen(session: Session, ronde_id: str, jeugdige_id: str | None = None) -> list[Besluitstap]:
    """The oldest first; of one jeugdige or of all."""
    query = select(Besluitstap).where(Besluitstap.ronde_id == ronde_id)
    if jeugdige_id is not None:
        query = query.where(Besluitstap.jeugdige_id == jeugdige_id)
    return list(session.scalars(query.order_by(Besluitstap.tijd, Besluitstap.id)))


def van_jeugdige(session: Session, jeugdige_id: str) -> list[Besluitstap]:
    """In all rounds, the oldest first."""
    query = select(Besluitstap).where(Besluitstap.jeugdige_id == jeugdige_id)
    return list(session.scalars(query.order_by(Besluitstap.tijd, Besluitstap.id)))


def add_verzoek(session: Session, eigenaar_id: str, ronde_id: str, jeugdige_id: str) -> Uitlegverzoek:
    verzoek = Uitlegverzoek(eigenaar_id=eigenaar_id, ronde_id=ronde_id, jeugdige_id=jeugdige_id)
    session.add(verzoek)
    session.flush()
    return verzoek


def get_verzoek(session: Session, verzoek_id: str) -> Uitlegverzoek | None:
    return session.get(Uitlegverzoek, verzoek_id)


def laatste_verzoek(session: Session, ronde_id: str, jeugdige_id: str) -> Uitlegverzoek | None:
    query = select(Uitlegverzoek).where(
        Uitlegverzoek.ronde_id == ronde_id, Uitlegverzoek.jeugdige_id == jeugdige_id
    )
    return session.scalars(query.order_by(Uitlegverzoek.gemaakt.desc()).limit(1)).first()


def verzoeken(session: Session, ronde_id: str) -> list[Uitlegverzoek]:
    return list(session.scalars(select(Uitlegverzoek).where(Uitlegverzoek.ronde_id == ronde_id)))


def remove_of(session: Session, ronde_id: str) -> None:
    session.execute(delete(Besluitstap).where(Besluitstap.ronde_id == ronde_id))
    session.execute(delete(Uitlegverzoek).where(Uitlegverzoek.ronde_id == ronde_id))
