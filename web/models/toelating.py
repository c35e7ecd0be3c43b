"""What a person decides about a bid before it is scored: on which percelen it takes part, or why not."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, now
from web.models.eigendom import Eigendom


class Toelating(Eigendom, Base):
    """One decision on a bid and a perceel; it is never changed. The latest counts."""

    __tablename__ = "toelatingen"

    volgnummer: Mapped[int] = mapped_column(primary_key=True)
    aanbesteding_id: Mapped[str] = mapped_column(ForeignKey("aanbestedingen.id"), index=True)
    inschrijving_id: Mapped[str] = mapped_column(
        ForeignKey("inschrijvingen.id", ondelete="CASCADE"), index=True
    )
    perceel: Mapped[int]
    besluit: Mapped[str]
    """"toegelaten", "geen inschrijving" (the bid is not for this perceel), or a value of
    `knowledge.calculators.score.invoer.Terzijde`."""
    reden: Mapped[str]
    """In words; goes in the letter when the bid is laid aside."""
    plekken: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    """Where the number of places counts (§6.1.2): {locatie, aantal, afstand} with the distance to the region
    in km as text."""
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey("gebruikers.id"))
    tijd: Mapped[datetime] = mapped_column(default=now)
    """UTC."""
