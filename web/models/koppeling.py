"""Log-in by the organisation's own system (OpenID Connect)."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, now


class Koppeling(Base):
    """Who somebody of that system is here."""

    __tablename__ = "koppelingen"

    uitgever: Mapped[str] = mapped_column(primary_key=True)
    onderwerp: Mapped[str] = mapped_column(primary_key=True)
    """The system's own id of the person (`sub`)."""
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey("gebruikers.id", ondelete="CASCADE"), index=True)


class Aanmelding(Base):
    """A log-in that is on its way to that system and back."""

    __tablename__ = "aanmeldingen"

    hash: Mapped[str] = mapped_column(primary_key=True)
    """SHA-256 of the secret in the browser's cookie: it must come back in the same browser."""
    state: Mapped[str]
    nonce: Mapped[str]
    verifier: Mapped[str]
    """For PKCE (RFC 7636)."""
    naar: Mapped[str]
    """The page to go to afterwards."""
    gemaakt: Mapped[datetime] = mapped_column(default=now, index=True)
