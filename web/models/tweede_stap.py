"""The second step of a local account: a code from an app (TOTP, RFC 6238), and codes for when it is lost."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base


class TweedeStap(Base):
    __tablename__ = "tweede_stappen"

    gebruiker_id: Mapped[str] = mapped_column(
        ForeignKey("gebruikers.id", ondelete="CASCADE"), primary_key=True
    )
    geheim: Mapped[str]
    """What the app and we share (base32), locked with the server's key; age text."""
    bevestigd: Mapped[bool] = mapped_column(default=False)
    """The app gave a right code once; before that it is not asked for."""
    laatste: Mapped[int] = mapped_column(default=0)
    """Number of the half minute of the last code that was used: a code works once."""


class Herstelcode(Base):
    """One code that replaces the app once; gone when used."""

    __tablename__ = "herstelcodes"

    gebruiker_id: Mapped[str] = mapped_column(
        ForeignKey("gebruikers.id", ondelete="CASCADE"), primary_key=True
    )
    hash: Mapped[str] = mapped_column(primary_key=True)
    """SHA-256; the code itself has 80 random bits."""
