"""An answer of the assistant that somebody keeps, with what its sources said then."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, new_id, now
from web.models.eigendom import Eigendom


class Antwoordbewaring(Eigendom, Base):
    """Of one person; the others of the organisation see it only when it is `gedeeld`."""

    __tablename__ = "bewaarde_antwoorden"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    gebruiker_id: Mapped[str] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    gebruiker: Mapped[str]
    """The name of who keeps it, as it was then."""
    gedeeld: Mapped[bool] = mapped_column(default=False)
    vraag: Mapped[str]
    gesprek: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What the question leaned on: the fields of `web.services.gesprek.Gesprek`."""
    gelezen_als: Mapped[str]
    kort: Mapped[str]
    antwoord: Mapped[str]
    citaten: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    """Each a `web.services.antwoorden.Bewaardcitaat`: the passage, and prints of what stood there."""
    versies: Mapped[dict[str, str]] = mapped_column(JSON)
    """By the name of each cited source its version; "" is the key of the catalogue."""
    tijd: Mapped[datetime] = mapped_column(default=now)
    """When it was asked, UTC."""
