"""Queries on jobs. How a row goes from one status to the next is in `web.jobs.turns`."""

from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from web.models import Job, JobStatus
from web.models.base import now
from web.repositories import queue


def add(session: Session, eigenaar_id: str, kind: str, subject_id: str) -> Job:
    job = Job(eigenaar_id=eigenaar_id, kind=kind, subject_id=subject_id)
    session.add(job)
    session.flush()
    queue.add(session, job.id)
    return job


def add_done(session: Session, eigenaar_id: str, kind: str, subject_id: str) -> Job:
    """A job that has nothing left to do: its result is there already."""
    moment = now()
    job = Job(eigenaar_id=eigenaar_id, kind=kind, subject_id=subject_id, status=JobStatus.DONE)
    job.started = job.ended = moment
    session.add(job)
    session.flush()
    return job


def get(session: Session, job_id: str) -> Job | None:
    return session.get(Job, job_id)


def locked(session: Session, job_id: str) -> Job | None:
    """The job as it is now; nobody else changes it until this session ends. For a session that writes."""
    query = select(Job).where(Job.id == job_id).with_for_update()
    return session.scalars(query, execution_options={"populate_existing": True}).first()


def of_subject(session: Session, subject_id: str) -> Job | None:
    """The latest job that works for this ronde or inschrijving."""
    query = select(Job).where(Job.subject_id == subject_id).order_by(Job.created.desc()).limit(1)
    return session.scalars(query).first()


def of_subjects(session: Session, subject_ids: Collection[str]) -> dict[str, Job]:
    """The latest job of each, in one query; who has none is left out."""
    query = select(Job).where(Job.subject_id.in_(subject_ids)).order_by(Job.created)
    return {job.subject_id: job for job in session.scalars(query)}


def waiting(session: Session) -> list[str]:
    """Ids, the oldest first."""
    query = select(Job.id).where(Job.status == JobStatus.WAITING).order_by(Job.created, Job.id)
    return list(session.scalars(query))


def running(session: Session) -> list[str]:
    return list(session.scalars(select(Job.id).where(Job.status == JobStatus.RUNNING)))


def remove_of(session: Session, subject_id: str) -> None:
    for job in session.scalars(select(Job).where(Job.subject_id == subject_id)):
        session.delete(job)


def clock(session: Session) -> datetime:
    """Now in UTC, without a zone: of the database where several machines share it."""
    if session.get_bind().dialect.name != "postgresql":
        return now()
    moment: datetime = session.execute(text("SELECT clock_timestamp()")).scalar_one()
    return moment.astimezone(UTC).replace(tzinfo=None)
