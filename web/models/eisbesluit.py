"""What an assessor decides about one eis of a bid, beside the status that was proposed."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, now
from web.models.eigendom import Eigendom


class Eisbesluit(Eigendom, Base):
    """One decision; it is never changed. The latest on an eis of a bid counts."""

    __tablename__ = "eisbesluiten"

    volgnummer: Mapped[int] = mapped_column(primary_key=True)
    inschrijving_id: Mapped[str] = mapped_column(
        ForeignKey("inschrijvingen.id", ondelete="CASCADE"), index=True
    )
    eis: Mapped[str]
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey("gebruikers.id"))
    tijd: Mapped[datetime] = mapped_column(default=now)
    """UTC."""
    correctie: Mapped[dict[str, Any]] = mapped_column(JSON)
    """A `compliance.correcties.Correctie` as JSON: with the proposal and its passages as they were then."""
