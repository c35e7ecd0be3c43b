"""Queries on tenders."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models import Aanbesteding, Organisatie


def add(
    session: Session, regio_id: str, naam: str, catalogus: str, sluiting: datetime, venster_uren: int
) -> Aanbesteding:
    aanbesteding = Aanbesteding(
        eigenaar_id=regio_id, naam=naam, catalogus=catalogus, sluiting=sluiting, venster_uren=venster_uren
    )
    session.add(aanbesteding)
    session.flush()
    return aanbesteding


def get(session: Session, aanbesteding_id: str) -> Aanbesteding | None:
    return session.get(Aanbesteding, aanbesteding_id)


def of_region(session: Session, regio_id: str, aanbesteding_id: str) -> Aanbesteding | None:
    aanbesteding = get(session, aanbesteding_id)
    return aanbesteding if aanbesteding and aanbesteding.eigenaar_id == regio_id else None


def region_name(session: Session, aanbesteding: Aanbesteding) -> str:
    regio = session.get(Organisatie, aanbesteding.eigenaar_id)
    assert regio
    return regio.naam


def lock(session: Session, aanbesteding_id: str) -> Aanbesteding | None:
    """The tender as it is now; who locks it after us waits for the end of this session."""
    query = select(Aanbesteding).where(Aanbesteding.id == aanbesteding_id).with_for_update()
    return session.scalars(query.execution_options(populate_existing=True)).first()


def all_of_region(session: Session, regio_id: str) -> list[Aanbesteding]:
    """The latest closing first."""
    query = select(Aanbesteding).where(Aanbesteding.eigenaar_id == regio_id)
    return list(session.scalars(query.order_by(Aanbesteding.sluiting.desc(), Aanbesteding.id)))


def published(session: Session) -> list[Aanbesteding]:
    """Those of every region that take bids, or took them; the latest closing first."""
    query = select(Aanbesteding).where(Aanbesteding.kluis_ontvanger.is_not(None))
    return list(session.scalars(query.order_by(Aanbesteding.sluiting.desc(), Aanbesteding.id)))
