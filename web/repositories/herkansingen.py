"""Queries on the second turn of a bidder."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models import Herkansing, Inschrijving, Inzending


def of_bid(session: Session, inzending_id: str) -> Herkansing | None:
    return session.scalars(select(Herkansing).where(Herkansing.inzending_id == inzending_id)).first()


def add(
    session: Session, regio_id: str, inzending: Inzending, tot: datetime, uitleg: str, door: str
) -> Herkansing:
    herkansing = Herkansing(
        eigenaar_id=regio_id,
        gedeeld_met_id=inzending.eigenaar_id,
        inzending_id=inzending.id,
        tot=tot,
        uitleg=uitleg,
        door=door,
    )
    session.add(herkansing)
    session.flush()
    return herkansing


def copy_of(session: Session, inzending_id: str) -> Inschrijving | None:
    """The bid at beoordeling that came out of the vault."""
    return session.scalars(select(Inschrijving).where(Inschrijving.inzending_id == inzending_id)).first()
