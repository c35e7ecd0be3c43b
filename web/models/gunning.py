"""The award of a perceel: proposed, decided and made final by a person."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, now
from web.models.eigendom import Eigendom
from web.models.gebruiker import Gebruiker


class Gunningsstap(Eigendom, Base):
    """One step; never changed. The latest of a perceel tells how far it is."""

    __tablename__ = "gunningsstappen"

    volgnummer: Mapped[int] = mapped_column(primary_key=True)
    aanbesteding_id: Mapped[str] = mapped_column(ForeignKey("aanbestedingen.id"), index=True)
    perceel: Mapped[int]
    soort: Mapped[str]
    """A `web.services.gunningsstand.Stapsoort`."""
    dag: Mapped[date]
    """The day of the decision, as the person says."""
    bezwaar_tot: Mapped[date | None] = mapped_column(default=None)
    """With the decision: the last day to go to court."""
    reden: Mapped[str]
    vergelijking: Mapped[str] = mapped_column(default="")
    """With the decision: what the chosen bids did better, for the letters to who is not chosen."""
    gegund: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Ids of the bids that get the perceel."""
    uitslag: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """The outcome as it was then: a `web.services.uitslag.Uitslag` as JSON."""
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey("gebruikers.id"))
    gebruiker: Mapped[Gebruiker] = relationship(lazy="joined")
    tijd: Mapped[datetime] = mapped_column(default=now)
