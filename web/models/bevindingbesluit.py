"""What an assessor decides about one finding of a bid: it stands, or it does not, and why."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, now
from web.models.eigendom import Eigendom


class Bevindingbesluit(Eigendom, Base):
    """One decision; it is never changed. The latest on a finding counts."""

    __tablename__ = "bevindingbesluiten"

    volgnummer: Mapped[int] = mapped_column(primary_key=True)
    inschrijving_id: Mapped[str] = mapped_column(
        ForeignKey("inschrijvingen.id", ondelete="CASCADE"), index=True
    )
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey("gebruikers.id"))
    door: Mapped[str]
    """Name of the person, as it was then."""
    tijd: Mapped[datetime] = mapped_column(default=now)
    """UTC."""
    staat: Mapped[bool]
    """Whether the finding stands."""
    reden: Mapped[str]
    bevinding: Mapped[dict[str, Any]] = mapped_column(JSON)
    """A `compliance.rapport.Bevinding` as JSON, as it was then: also tells which one it is about."""
