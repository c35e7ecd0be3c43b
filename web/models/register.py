"""The living registers of groepen and jeugdigen, and what changed in them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, new_id, now
from web.models.eigendom import Eigendom


class Registersoort(StrEnum):
    GROEP = "groep"
    JEUGDIGE = "jeugdige"


class Registerrij(Eigendom, Base):
    __tablename__ = "registerrijen"
    __table_args__ = (UniqueConstraint("eigenaar_id", "soort", "sleutel"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    soort: Mapped[str]
    """A Registersoort."""
    sleutel: Mapped[str]
    """The groep_id, or the pseudonym of the jeugdige."""
    velden: Mapped[dict[str, str]] = mapped_column(JSON)
    """The columns that the matcher reads (groepen.csv or jeugdigen.csv), as text."""
    gewijzigd: Mapped[datetime] = mapped_column(default=now)


class Registerwijziging(Eigendom, Base):
    __tablename__ = "registerwijzigingen"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    rij_id: Mapped[str] = mapped_column(index=True)
    tijd: Mapped[datetime] = mapped_column(default=now)
    gebruiker: Mapped[str]
    """The name of who did it, as it was then."""
    veld: Mapped[str]
    """The column; "" when the whole row was added."""
    oud: Mapped[str]
    nieuw: Mapped[str]
    reden: Mapped[str]


class Registerimport(Eigendom, Base):
    """Files that were read and found good, until somebody says that they may go into the register."""

    __tablename__ = "registerimporten"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    gemaakt: Mapped[datetime] = mapped_column(default=now)
    bestanden: Mapped[dict[str, str]] = mapped_column(JSON)
    """The matcher's own files, as text, by Registersoort: only the kinds that the user gave."""
    kolommen: Mapped[list[list[str]]] = mapped_column(JSON)
    """How columns were read: file, the user's heading, our column, "zeker" or "lijkt"."""
    opmerkingen: Mapped[list[str]] = mapped_column(JSON)
