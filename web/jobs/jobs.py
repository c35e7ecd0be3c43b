"""Long work as routes and services use it: submit, progress, cancel, result."""

from typing import Protocol

from sqlalchemy import event
from sqlalchemy.orm import Session

from web.database import Database
from web.jobs import turns
from web.jobs.machine import OnePerMachine
from web.jobs.pool import JobPool
from web.models import Job
from web.repositories import jobs
from web.settings import Settings


class Worker(Protocol):
    """Does the waiting jobs, in processes of their own."""

    def start(self) -> None: ...

    def wake(self) -> None:
        """Look now: a job was added or cancelled."""

    def close(self) -> None:
        """End all processes; their jobs wait for the next worker."""


class Jobs:
    """`worker`: does the jobs in this process; None where other processes do them (`web worker`)."""

    def __init__(self, database: Database, worker: Worker | None) -> None:
        self._database = database
        self._worker = worker

    def start(self) -> None:
        if self._worker:
            self._worker.start()

    def close(self) -> None:
        if self._worker:
            self._worker.close()

    def submit(self, session: Session, eigenaar_id: str, kind: str, subject_id: str) -> Job:
        """Have work of a kind done for a ronde or inschrijving, once this session has ended well."""
        job = jobs.add(session, eigenaar_id, kind, subject_id)
        event.listen(session, "after_commit", lambda _: self._wake(), once=True)
        return job

    def progress(self, session: Session, subject_id: str) -> Job | None:
        """The row of the latest job for a ronde or inschrijving: its status, and what it does now."""
        return jobs.of_subject(session, subject_id)

    def result(self, session: Session, subject_id: str) -> Job | None:
        """The same once it has ended: done, stopped, or failed with its errors. What it made is with the
        subject."""
        job = self.progress(session, subject_id)
        return None if job is None or job.active else job

    def cancel(self, job_id: str, *, hard: bool) -> None:
        """Ask a job to stop and keep what it has; `hard` stops it at once, without a result."""
        with self._database.session(write=True) as session:
            turns.cancel(session, job_id, hard=hard)
        self._wake()

    def remove(self, session: Session, subject_id: str) -> None:
        """Remove the jobs of a subject that goes; one that runs is ended, and keeps nothing."""
        jobs.remove_of(session, subject_id)
        event.listen(session, "after_commit", lambda _: self._wake(), once=True)

    def _wake(self) -> None:
        if self._worker:
            self._worker.wake()


def make_worker(settings: Settings, database: Database, *, alone: bool) -> Worker:
    """The worker for this database. `alone`: with PostgreSQL, wait while another server of this machine
    works (with SQLite only one ever works)."""
    if not settings.conninfo:
        return JobPool(settings, database)
    from web.jobs.postgresql import PostgresqlWorker

    return PostgresqlWorker(settings, database, OnePerMachine(settings.data) if alone else None)
