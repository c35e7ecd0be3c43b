"""A key with which another program uses the API, on behalf of who made it."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, new_id, now
from web.models.eigendom import Eigendom
from web.models.gebruiker import Gebruiker


class Apisleutel(Eigendom, Base):
    __tablename__ = "apisleutels"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    naam: Mapped[str]
    """Which program uses it, in the words of who made it."""
    hash: Mapped[str] = mapped_column(unique=True)
    """SHA-256 of the key; the key itself is shown once."""
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey("gebruikers.id", ondelete="CASCADE"), index=True)
    gebruiker: Mapped[Gebruiker] = relationship(lazy="joined")
    bereik: Mapped[list[str]] = mapped_column(JSON)
    """Keys of `web.access.bereik.BEREIKEN`."""
    gemaakt: Mapped[datetime] = mapped_column(default=now)
    verloopt: Mapped[datetime]
    gebruikt: Mapped[datetime | None] = mapped_column(default=None)
    """Last use; written at most once a minute."""
