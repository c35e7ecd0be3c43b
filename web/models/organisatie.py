"""A region (that buys care and places jeugdigen) or an aanbieder (that bids)."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, new_id, now


class Organisatiesoort(StrEnum):
    REGIO = "regio"
    AANBIEDER = "aanbieder"


class Organisatie(Base):
    __tablename__ = "organisaties"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    naam: Mapped[str]
    soort: Mapped[str]
    """An Organisatiesoort."""
    beheerd_door_id: Mapped[str | None] = mapped_column(
        ForeignKey("organisaties.id"), default=None, index=True
    )
    """The region that made it, whose beheerder manages its accounts too."""
    kvk: Mapped[str] = mapped_column(default="", index=True)
    """Eight digits; "" where it is not known."""
    demo: Mapped[bool] = mapped_column(default=False)
    gemaakt: Mapped[datetime] = mapped_column(default=now)
