"""A log-in that lasts: the browser holds a secret, we hold its hash."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, now
from web.models.gebruiker import Gebruiker


class Sessie(Base):
    __tablename__ = "sessies"

    hash: Mapped[str] = mapped_column(primary_key=True)
    """SHA-256 of the secret in the cookie."""
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey("gebruikers.id", ondelete="CASCADE"), index=True)
    gebruiker: Mapped[Gebruiker] = relationship(lazy="joined")
    gemaakt: Mapped[datetime] = mapped_column(default=now)
    gezien: Mapped[datetime] = mapped_column(default=now)
    """Last use; written at most once a minute."""
