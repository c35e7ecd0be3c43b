"""A bidder that fell out may hand in once more, until a moment that the region sets (§4.1.4)."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, new_id, now
from web.models.eigendom import Eigendom


class Herkansing(Eigendom, Base):
    """Given by the region and shared with the bidder. One for each bid: it may be used once."""

    __tablename__ = "herkansingen"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    inzending_id: Mapped[str] = mapped_column(ForeignKey("inzendingen.id", ondelete="CASCADE"), unique=True)
    tot: Mapped[datetime]
    """UTC; it has to be in before it."""
    uitleg: Mapped[str]
    """What did not meet the demands, for the bidder."""
    door: Mapped[str]
    """Name of who gave it."""
    gemaakt: Mapped[datetime] = mapped_column(default=now)
    gebruikt: Mapped[datetime | None] = mapped_column(default=None)
