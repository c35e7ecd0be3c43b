"""One placement round: an uploaded folder and, when solved, its plan (both in files)."""

from datetime import datetime

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
    niet_geplaatst: Mapped[int | None] = mapped_column(default=None)
