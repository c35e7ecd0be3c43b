"""A what-if of a plan: what was changed to try it, and how it came out. Its plan is in files beside that of
the ronde, which never changes by it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, new_id, now
from web.models.eigendom import Eigendom


class Variant(Eigendom, Base):
    __tablename__ = "varianten"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    ronde_id: Mapped[str] = mapped_column(ForeignKey("plaatsingsrondes.id", ondelete="CASCADE"), index=True)
    naam: Mapped[str]
    gemaakt: Mapped[datetime] = mapped_column(default=now)
    gebruiker: Mapped[str]
    """The name of who asked, as it was then."""
    voornemen: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What is tried; see `web.services.voornemen.Voornemen`."""
    status: Mapped[str | None] = mapped_column(default=None)
    """Of the plan: OPTIMAL, FEASIBLE or INFEASIBLE; None until there is one."""
    punten: Mapped[int | None] = mapped_column(default=None)
    """Points of this plan less those of the ronde's, both priced with the change."""
    verschuift: Mapped[int | None] = mapped_column(default=None)
    """Jeugdigen for whom something changes."""
    ronde_gemaakt_id: Mapped[str | None] = mapped_column(default=None)
    """The ronde that somebody made of it."""
