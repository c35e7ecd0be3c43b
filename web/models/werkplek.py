"""Where one organisation works at its bid for one tender: what it chose, and its ticks on the checklist."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, new_id, now
from web.models.eigendom import Eigendom


class Werkplek(Eigendom, Base):
    """Never shared: no other organisation reads it, the region neither."""

    __tablename__ = "werkplekken"
    __table_args__ = (UniqueConstraint("aanbesteding_id", "eigenaar_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    aanbesteding_id: Mapped[str] = mapped_column(ForeignKey("aanbestedingen.id", ondelete="CASCADE"))
    percelen: Mapped[list[int]] = mapped_column(JSON, default=list)
    vormen: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Kinds of wonen and verblijf that will be offered in perceel 8."""
    gevallen: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Keys of the stukken that are asked only in some case, for the cases that are this bidder's."""
    vinkjes: Mapped[dict[str, dict[str, str]]] = mapped_column(JSON, default=dict)
    """By item of the checklist: who ticked it ("door") and when ("op", UTC in ISO form)."""
    gewijzigd: Mapped[datetime] = mapped_column(default=now)
