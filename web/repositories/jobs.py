"""Queries on jobs."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from web.models import Job, JobStatus
from web.models.base import now


def add(session: Session, eigenaar_id: str, kind: str, subject_id: str) -> Job:
    job = Job(eigenaar_id=eigenaar_id, kind=kind, subject_id=subject_id)
    session.add(job)
    session.flush()
    return job


def get(session: Session, job_id: str) -> Job | None:
    return session.get(Job, job_id)


def of_subject(session: Session, subject_id: str) -> Job | None:
    """The latest job that works for this ronde or inschrijving."""
    query = select(Job).where(Job.subject_id == subject_id).order_by(Job.created.desc()).limit(1)
    return session.scalars(query).first()


def waiting(session: Session) -> list[Job]:
    query = select(Job).where(Job.status == JobStatus.WAITING).order_by(Job.created, Job.id)
    return list(session.scalars(query))


def start(session: Session, job_id: str) -> bool:
    """Claim a waiting job; False when someone stopped or claimed it first."""
    return _turn(session, job_id, JobStatus.WAITING, JobStatus.RUNNING, started=now())


def end(session: Session, job_id: str, status: JobStatus, errors: str = "") -> bool:
    """End a running job; False when it had ended already."""
    return _turn(session, job_id, JobStatus.RUNNING, status, ended=now(), errors=errors)


def stop_waiting(session: Session, job_id: str) -> bool:
    return _turn(session, job_id, JobStatus.WAITING, JobStatus.STOPPED, ended=now())


def request_stop(session: Session, job_id: str) -> None:
    session.execute(update(Job).where(Job.id == job_id).values(stop_requested=True))


def report(session: Session, job_id: str, message: str) -> None:
    session.execute(update(Job).where(Job.id == job_id).values(message=message))


def mark_interrupted(session: Session) -> None:
    """At the start of a server: what still runs in the database runs nowhere."""
    query = update(Job).where(Job.status == JobStatus.RUNNING)
    session.execute(query.values(status=JobStatus.INTERRUPTED, ended=now()))


def remove_of(session: Session, subject_id: str) -> None:
    for job in session.scalars(select(Job).where(Job.subject_id == subject_id)):
        session.delete(job)


def _turn(session: Session, job_id: str, old: JobStatus, new: JobStatus, **values: object) -> bool:
    query = update(Job).where(Job.id == job_id, Job.status == old).values(status=new, **values)
    done = session.execute(query.returning(Job.id).execution_options(synchronize_session=False))
    return done.first() is not None
