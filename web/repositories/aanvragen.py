"""Queries on requests for an account."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models import Accountaanvraag, Organisatie, Organisatiesoort


def regios(session: Session, demo: bool) -> list[Organisatie]:
    """The regions one can ask, by name. `demo`: those of the examples too."""
    query = select(Organisatie).where(Organisatie.soort == Organisatiesoort.REGIO)
    if not demo:
        query = query.where(Organisatie.demo.is_(False))
    return list(session.scalars(query.order_by(Organisatie.naam, Organisatie.id)))


def add(session: Session, aanvraag: Accountaanvraag) -> None:
    session.add(aanvraag)
    session.flush()


def get(session: Session, aanvraag_id: str) -> Accountaanvraag | None:
    return session.get(Accountaanvraag, aanvraag_id)


def by_volgcode(session: Session, volgcode: str) -> Accountaanvraag | None:
    return session.scalars(select(Accountaanvraag).where(Accountaanvraag.volgcode == volgcode)).first()


def waiting(session: Session) -> list[Accountaanvraag]:
    """Those that this session sees and nobody decided on, the oldest first."""
    query = select(Accountaanvraag).where(Accountaanvraag.besloten.is_(None))
    return list(session.scalars(query.order_by(Accountaanvraag.gemaakt, Accountaanvraag.id)))


def organisatie_by_kvk(session: Session, kvk: str) -> Organisatie | None:
    return session.scalars(select(Organisatie).where(Organisatie.kvk == kvk)).first()


def before(session: Session, moment: datetime) -> list[Accountaanvraag]:
    return list(session.scalars(select(Accountaanvraag).where(Accountaanvraag.gemaakt < moment)))
