"""Counts over all organisations, for who looks after the system: numbers only."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from web.models.job import Job, JobStatus


def wachtrij(session: Session) -> tuple[int, int, datetime | None]:
    """How many jobs wait, how many run, and since when the first one waits (UTC)."""
    query = select(Job.status, func.count(), func.min(Job.created)).group_by(Job.status)
    by_status = {status: (count, first) for status, count, first in session.execute(query)}
    wachtend, oudste = by_status.get(JobStatus.WAITING, (0, None))
    bezig, _ = by_status.get(JobStatus.RUNNING, (0, None))
    return wachtend, bezig, oudste
