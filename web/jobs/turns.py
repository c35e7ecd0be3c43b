"""How a job goes from one status to the next.

    waiting -> running -> done, failed or stopped
          ^-------'  its process ended, or nobody said in time that it lives

Who claims a job gets the number of the attempt. All that this attempt says later carries the number, and
counts for nothing once there is a later attempt, or the job has ended. So a job has one result, whoever
still works on it somewhere. Each function locks the row: use it in a session that writes, on its own.
"""

from datetime import timedelta
from enum import Enum

from sqlalchemy.orm import Session

from web.models import Job, JobStatus
from web.repositories import jobs

MOST_INTERRUPTIONS = 3
OPNIEUW = "Het werk werd onderbroken. Het begint vanzelf opnieuw."
TE_VAAK = (
    f"Het werk is {MOST_INTERRUPTIONS} keer onverwacht gestopt. Misschien was er te weinig geheugen. "
    "Uw bestanden zijn bewaard. Probeer het opnieuw; gaat het weer mis, meld het dan aan de beheerder."
)


class Refused(Enum):
    """Why a job could not be claimed."""

    BUSY = "an attempt lives"
    OVER = "it has ended, or is gone"


def claim(session: Session, job_id: str, lease: float) -> int | Refused:
    """Begin an attempt, that counts as alive for `lease` seconds; gives its number."""
    job = jobs.locked(session, job_id)
    if job is None or not job.active:
        return Refused.OVER
    now = jobs.clock(session)
    if job.status == JobStatus.RUNNING:
        if job.lease and job.lease > now:
            return Refused.BUSY
        _interrupt(session, job)
        if not job.active:
            return Refused.OVER
    job.status = JobStatus.RUNNING
    job.attempt += 1
    job.started = job.started or now
    job.lease = now + timedelta(seconds=lease)
    return job.attempt


def holds(session: Session, job_id: str, attempt: int) -> bool:
    """Whether the attempt still has the job. Needs no session that writes."""
    job = jobs.get(session, job_id)
    return job is not None and job.status == JobStatus.RUNNING and job.attempt == attempt


def take_hold(session: Session, job_id: str, attempt: int) -> bool:
    """As `holds`, and it stays so until this session ends."""
    return _of_attempt(session, job_id, attempt) is not None


def renew(session: Session, job_id: str, attempt: int, lease: float) -> bool:
    """Say that the attempt lives; False when it has lost the job."""
    job = _of_attempt(session, job_id, attempt)
    if job is None:
        return False
    job.lease = jobs.clock(session) + timedelta(seconds=lease)
    return True


def report(session: Session, job_id: str, attempt: int, message: str) -> bool:
    """Tell the user what the attempt does; False when it has lost the job."""
    job = _of_attempt(session, job_id, attempt)
    if job is None:
        return False
    job.message = message
    return True


def end(session: Session, job_id: str, attempt: int, status: JobStatus, errors: str = "") -> bool:
    """End the job with the outcome of this attempt; False when it has lost the job."""
    job = _of_attempt(session, job_id, attempt)
    if job is None:
        return False
    _end(session, job, status, errors)
    return True


def interrupt(session: Session, job_id: str, attempt: int) -> None:
    """The attempt is over without an outcome: the job waits again, or fails when this was too often."""
    if job := _of_attempt(session, job_id, attempt):
        _interrupt(session, job)


def put_back(session: Session, job_id: str, attempt: int) -> None:
    """The attempt was ended because the worker stops; that is no fault of the job."""
    if job := _of_attempt(session, job_id, attempt):
        _wait_again(session, job)


def orphan_all(session: Session) -> None:
    """All attempts are over: this worker is the only one, and has only just begun."""
    for job_id in jobs.running(session):
        job = jobs.locked(session, job_id)
        if job and job.status == JobStatus.RUNNING:
            _interrupt(session, job)


def cancel(session: Session, job_id: str, *, hard: bool) -> None:
    """Ask the job to stop and keep what it has; it stops here and now if it is `hard`, or only waits."""
    job = jobs.locked(session, job_id)
    if job is None or not job.active:
        return
    job.stop_requested = True
    if hard or job.status == JobStatus.WAITING:
        _end(session, job, JobStatus.STOPPED)


def _of_attempt(session: Session, job_id: str, attempt: int) -> Job | None:
    job = jobs.locked(session, job_id)
    mine = job is not None and job.status == JobStatus.RUNNING and job.attempt == attempt
    return job if mine else None


def _interrupt(session: Session, job: Job) -> None:
    job.interruptions += 1
    if not job.stop_requested and job.interruptions >= MOST_INTERRUPTIONS:
        _end(session, job, JobStatus.FAILED, TE_VAAK)
    else:
        _wait_again(session, job)


def _wait_again(session: Session, job: Job) -> None:
    if job.stop_requested:
        _end(session, job, JobStatus.STOPPED)
        return
    job.status = JobStatus.WAITING
    job.lease = None
    job.message = OPNIEUW


def _end(session: Session, job: Job, status: JobStatus, errors: str = "") -> None:
    job.status = status
    job.errors = errors
    job.lease = None
    job.ended = jobs.clock(session)
