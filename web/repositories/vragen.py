"""Queries on questions to bidders: what is on the list of a bid, and the letters."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models import Lijstvraag, Vragenbrief


def on_list(session: Session, inschrijving_id: str) -> list[Lijstvraag]:
    """In no order that means something."""
    query = select(Lijstvraag).where(Lijstvraag.inschrijving_id == inschrijving_id)
    return list(session.scalars(query.order_by(Lijstvraag.sleutel)))


def add(session: Session, vraag: Lijstvraag) -> None:
    session.add(vraag)
    session.flush()


def remove(session: Session, vraag: Lijstvraag) -> None:
    session.delete(vraag)


def letters(session: Session, inschrijving_id: str) -> list[Vragenbrief]:
    """The latest first."""
    query = select(Vragenbrief).where(Vragenbrief.inschrijving_id == inschrijving_id)
    return list(session.scalars(query.order_by(Vragenbrief.tijd.desc(), Vragenbrief.id)))


def letter(session: Session, inschrijving_id: str, brief_id: str) -> Vragenbrief | None:
    query = select(Vragenbrief).where(
        Vragenbrief.id == brief_id, Vragenbrief.inschrijving_id == inschrijving_id
    )
    return session.scalars(query).first()


def add_letter(
    session: Session,
    eigenaar_id: str,
    inschrijving_id: str,
    gebruiker_id: str,
    door: str,
    tijd: datetime,
    uiterlijk: date,
    vragen: list[dict[str, Any]],
    document: bytes,
) -> Vragenbrief:
    brief = Vragenbrief(
        eigenaar_id=eigenaar_id,
        inschrijving_id=inschrijving_id,
        gebruiker_id=gebruiker_id,
        door=door,
        tijd=tijd,
        uiterlijk=uiterlijk,
        vragen=vragen,
        document=document,
    )
    session.add(brief)
    session.flush()
    return brief
