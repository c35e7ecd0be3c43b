"""The password of a local account, as Argon2id keeps it."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, now


class Wachtwoord(Base):
    __tablename__ = "wachtwoorden"

    gebruiker_id: Mapped[str] = mapped_column(
        ForeignKey("gebruikers.id", ondelete="CASCADE"), primary_key=True
    )
    hash: Mapped[str]
    eenmalig: Mapped[bool] = mapped_column(default=False)
    """Must be replaced at the first log-in, and soon."""
    gemaakt: Mapped[datetime] = mapped_column(default=now)
