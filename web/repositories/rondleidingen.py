"""Queries on how far people are with the tour."""

from sqlalchemy.orm import Session

from web.models import Rondleiding
from web.models.base import now


def get(session: Session, gebruiker_id: str) -> Rondleiding | None:
    return session.get(Rondleiding, gebruiker_id)


def done(session: Session, gebruiker_id: str, stap: str) -> None:
    rij = _own(session, gebruiker_id)
    if stap not in rij.gedaan:
        rij.gedaan = [*rij.gedaan, stap]


def put_away(session: Session, gebruiker_id: str) -> None:
    _own(session, gebruiker_id).gesloten = now()


def begin_again(session: Session, gebruiker_id: str) -> None:
    rij = _own(session, gebruiker_id)
    rij.gedaan, rij.gesloten = [], None


def _own(session: Session, gebruiker_id: str) -> Rondleiding:
    rij = get(session, gebruiker_id)
    if rij is None:
        rij = Rondleiding(gebruiker_id=gebruiker_id, gedaan=[])
        session.add(rij)
    return rij
