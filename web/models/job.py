"""Long work, done by a process of its own. Its row tells how far it is."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, new_id, now
from web.models.eigendom import Eigendom


class JobStatus(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


class Job(Eigendom, Base):
    __tablename__ = "jobs"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str]
    """A key of `web.jobs.handlers.HANDLERS`."""
    subject_id: Mapped[str] = mapped_column(index=True)
    """Id of the plaatsingsronde or inschrijving it works for."""
    status: Mapped[str] = mapped_column(default=JobStatus.WAITING, index=True)
    message: Mapped[str] = mapped_column(default="")
    """What it does now, in Dutch for the user."""
    errors: Mapped[str] = mapped_column(default="")
    """Lines for the user when it failed."""
    stop_requested: Mapped[bool] = mapped_column(default=False)
    attempt: Mapped[int] = mapped_column(default=0)
    """How often it was begun. Only the process of this very attempt may write about it."""
    interruptions: Mapped[int] = mapped_column(default=0)
    """How many attempts ended without being asked to."""
    lease: Mapped[datetime | None] = mapped_column(default=None)
    """Until when the attempt counts as alive if nobody says so again; UTC, by the database's clock."""
    created: Mapped[datetime] = mapped_column(default=now)
    started: Mapped[datetime | None] = mapped_column(default=None)
    ended: Mapped[datetime | None] = mapped_column(default=None)

    @property
    def active(self) -> bool:
        return self.status in (JobStatus.WAITING, JobStatus.RUNNING)
