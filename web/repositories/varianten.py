"""Queries on the what-ifs of plans."""

from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from web.models.variant import Variant


def add(
    session: Session, eigenaar_id: str, ronde_id: str, naam: str, gebruiker: str, voornemen: dict[str, Any]
) -> Variant:
    variant = Variant(
        eigenaar_id=eigenaar_id, ronde_id=ronde_id, naam=naam, gebruiker=gebruiker, voornemen=voornemen
    )
    session.add(variant)
    session.flush()
    return variant


def get(session: Session, variant_id: str) -> Variant | None:
    return session.get(Variant, variant_id)


def of_ronde(session: Session, ronde_id: str) -> list[Variant]:
    """The latest first."""
    query = select(Variant).where(Variant.ronde_id == ronde_id).order_by(Variant.gemaakt.desc())
    return list(session.scalars(query))


def remove_of(session: Session, ronde_id: str) -> None:
    session.execute(delete(Variant).where(Variant.ronde_id == ronde_id))
