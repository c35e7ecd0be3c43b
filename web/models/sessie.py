"""A log-in that lasts: the browser holds a secret, we hold its hash."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, new_id, now
from web.models.gebruiker import Gebruiker


class Nog(StrEnum):
    """What somebody must still do before a log-in opens any page."""

    NIETS = ""
    CODE = "code"
    """Give the code of the second step."""
    WACHTWOORD = "wachtwoord"
    """Replace a one-time password."""
    INSTELLEN = "instellen"
    """Set up the second step."""


class Sessie(Base):
    __tablename__ = "sessies"

    hash: Mapped[str] = mapped_column(primary_key=True)
    """SHA-256 of the secret in the cookie."""
    kenmerk: Mapped[str] = mapped_column(unique=True, default=new_id)
    """To name it on a page, without what would let somebody use it."""
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey("gebruikers.id", ondelete="CASCADE"), index=True)
    gebruiker: Mapped[Gebruiker] = relationship(lazy="joined")
    nog: Mapped[str] = mapped_column(default=Nog.NIETS.value)
    """A Nog."""
    adres: Mapped[str] = mapped_column(default="")
    """Network address at the log-in."""
    apparaat: Mapped[str] = mapped_column(default="")
    """Browser and system, in words."""
    gemaakt: Mapped[datetime] = mapped_column(default=now)
    gezien: Mapped[datetime] = mapped_column(default=now)
    """Last use; written at most once a minute."""
