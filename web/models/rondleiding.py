"""How far somebody is with the tour for new people."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base


class Rondleiding(Base):
    """No row: the person was not there before."""

    __tablename__ = "rondleidingen"

    gebruiker_id: Mapped[str] = mapped_column(
        ForeignKey("gebruikers.id", ondelete="CASCADE"), primary_key=True
    )
    gedaan: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Keys of steps (`web.services.rondleiding`)."""
    gesloten: Mapped[datetime | None] = mapped_column(default=None)
    """When it was put away, UTC."""
