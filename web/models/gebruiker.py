"""Somebody who can log in, tied to one organisation, with one or more rollen."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, new_id, now
from web.models.organisatie import Organisatie


class Rol(StrEnum):
    COORDINATOR = "coordinator"
    BEOORDELAAR = "beoordelaar"
    HOOFDBEOORDELAAR = "hoofdbeoordelaar"
    INSCHRIJVER = "inschrijver"
    BEHEERDER = "beheerder"


class Gebruiker(Base):
    __tablename__ = "gebruikers"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    organisatie_id: Mapped[str] = mapped_column(ForeignKey("organisaties.id"), index=True)
    organisatie: Mapped[Organisatie] = relationship(lazy="joined")
    inlognaam: Mapped[str] = mapped_column(unique=True)
    """Lower case; an e-mail address or a short name."""
    naam: Mapped[str]
    rollen: Mapped[list[str]] = mapped_column(JSON)
    """Values of Rol."""
    actief: Mapped[bool] = mapped_column(default=True)
    gemaakt: Mapped[datetime] = mapped_column(default=now)
