"""Scoring: who is named to score what, what each gave on their own, and what they agreed on together."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, now
from web.models.eigendom import Eigendom
from web.models.gebruiker import Gebruiker

_TENDER = "aanbestedingen.id"
_BID = "inschrijvingen.id"
_PERSON = "gebruikers.id"


class Aanwijzing(Eigendom, Base):
    """Somebody named to score a criterium of a perceel."""

    __tablename__ = "aanwijzingen"

    aanbesteding_id: Mapped[str] = mapped_column(ForeignKey(_TENDER, ondelete="CASCADE"), primary_key=True)
    perceel: Mapped[int] = mapped_column(primary_key=True)
    criterium: Mapped[str] = mapped_column(primary_key=True)
    """Id in the catalogue."""
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey(_PERSON), primary_key=True)
    gebruiker: Mapped[Gebruiker] = relationship(lazy="joined")


class Score(Eigendom, Base):
    """What one person gives. Others read it only once all who are named have handed in theirs: use
    `web.repositories.scores`, which holds that in its queries."""

    __tablename__ = "scores"

    aanbesteding_id: Mapped[str] = mapped_column(ForeignKey(_TENDER), index=True)
    inschrijving_id: Mapped[str] = mapped_column(ForeignKey(_BID, ondelete="CASCADE"), primary_key=True)
    perceel: Mapped[int] = mapped_column(primary_key=True)
    criterium: Mapped[str] = mapped_column(primary_key=True)
    ronde: Mapped[int] = mapped_column(primary_key=True)
    """1, or 2 for a plan that was changed once (§6.1.1)."""
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey(_PERSON), primary_key=True)
    gebruiker: Mapped[Gebruiker] = relationship(lazy="joined")
    punten: Mapped[int | None] = mapped_column(default=None)
    """A value of the table of scores; None in a draft without one."""
    motivering: Mapped[str] = mapped_column(default="")
    ingediend: Mapped[datetime | None] = mapped_column(default=None)
    """UTC; None while it is a draft."""
    gewijzigd: Mapped[datetime] = mapped_column(default=now)


class Consensus(Eigendom, Base):
    """The score that the assessors agreed on; never changed, the latest counts."""

    __tablename__ = "consensusscores"

    volgnummer: Mapped[int] = mapped_column(primary_key=True)
    aanbesteding_id: Mapped[str] = mapped_column(ForeignKey(_TENDER), index=True)
    inschrijving_id: Mapped[str] = mapped_column(ForeignKey(_BID, ondelete="CASCADE"), index=True)
    perceel: Mapped[int]
    criterium: Mapped[str]
    ronde: Mapped[int]
    punten: Mapped[int]
    motivering: Mapped[str]
    verschil: Mapped[str] = mapped_column(default="")
    """How a large spread was talked over, or why the score lies outside the single ones."""
    aanwezig: Mapped[list[str]] = mapped_column(JSON)
    """Names of who were there."""
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey(_PERSON))
    gebruiker: Mapped[Gebruiker] = relationship(lazy="joined")
    tijd: Mapped[datetime] = mapped_column(default=now)


class Tweedebeurt(Eigendom, Base):
    """A plan below the minimum may be changed once (§6.1.1): it was, and is scored again; or it was not."""

    __tablename__ = "tweede_beurten"

    inschrijving_id: Mapped[str] = mapped_column(ForeignKey(_BID, ondelete="CASCADE"), primary_key=True)
    perceel: Mapped[int] = mapped_column(primary_key=True)
    aanbesteding_id: Mapped[str] = mapped_column(ForeignKey(_TENDER), index=True)
    aangepast: Mapped[bool]
    """False: the bidder did not send a changed plan in time, and the first score stays."""
    reden: Mapped[str]
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey(_PERSON))
    tijd: Mapped[datetime] = mapped_column(default=now)
