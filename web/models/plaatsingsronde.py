"""One placement round: an uploaded folder and, when solved, its plan (both in files)."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, new_id, now
from web.models.eigendom import Eigendom


class Plaatsingsronde(Eigendom, Base):
    __tablename__ = "plaatsingsrondes"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    naam: Mapped[str]
    demo: Mapped[bool] = mapped_column(default=False)
    gemaakt: Mapped[datetime] = mapped_column(default=now)
    seconden: Mapped[int]
    """Time that the search for a plan may take."""
    status: Mapped[str | None] = mapped_column(default=None)
    """Of the plan: OPTIMAL, FEASIBLE or INFEASIBLE; None until there is one."""
    geplaatst: Mapped[int | None] = mapped_column(default=None)
    gepubliceerd: Mapped[datetime | None] = mapped_column(default=None)
    """When the plan was told to people as what will happen."""
    basis_id: Mapped[str | None] = mapped_column(
        ForeignKey("plaatsingsrondes.id", ondelete="SET NULL"), default=None
    )
    """The published ronde whose places this one keeps, unless a change gains enough."""
    belofte: Mapped[int] = mapped_column(default=0)
    """Points that a change of a published place must gain at least."""
    niet_geplaatst: Mapped[int | None] = mapped_column(default=None)
