"""Runs waiting jobs, each in a process of its own, at most two at a time.

The rows in the database are the queue. A worker ends by itself when the server is gone: it watches its
standard input, whose other end is here.
"""

import subprocess
import sys
import threading

from web.database import Database
from web.models import JobStatus
from web.repositories import jobs
from web.settings import Settings

AT_ONCE = 2
_LOOK_EVERY = 0.5
"""Seconds between two looks at workers and queue when nobody wakes the pool."""


class JobPool:
    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings = settings
        self._database = database
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._wake = threading.Event()
        self._closing = False
        self._thread = threading.Thread(target=self._loop, name="jobs", daemon=True)

    def start(self) -> None:
        with self._database.session(write=True) as session:
            jobs.mark_interrupted(session)
        self._thread.start()

    def wake(self) -> None:
        """Look at the queue now: a job was added."""
        self._wake.set()

    def stop(self, job_id: str, *, hard: bool) -> None:
        """Ask a job to stop and keep what it has; `hard` ends its process at once."""
        with self._database.session(write=True) as session:
            if jobs.stop_waiting(session, job_id):
                return
            jobs.request_stop(session, job_id)
            if hard:
                jobs.end(session, job_id, JobStatus.STOPPED)
        if hard:
            self.kill(job_id)

    def kill(self, job_id: str) -> None:
        """End the process of a job, if it runs."""
        if process := self._running.get(job_id):
            process.kill()
            process.wait()

    def close(self) -> None:
        """End all workers; their jobs are marked as interrupted."""
        self._closing = True
        self._wake.set()
        self._thread.join()
        for process in self._running.values():
            process.kill()
            process.wait()
        if self._running:
            with self._database.session(write=True) as session:
                jobs.mark_interrupted(session)

    def _loop(self) -> None:
        while not self._closing:
            self._reap()
            self._start_waiting()
            self._wake.wait(_LOOK_EVERY)
            self._wake.clear()

    def _reap(self) -> None:
        for job_id, process in list(self._running.items()):
            if process.poll() is None:
                continue
            del self._running[job_id]
            with self._database.session(write=True) as session:
                # A worker ends its own job; one that could not has crashed.
                jobs.end(
                    session,
                    job_id,
                    JobStatus.FAILED,
                    "De berekening is onverwacht gestopt. Misschien was er te weinig geheugen. "
                    "Probeer het opnieuw.",
                )

    def _start_waiting(self) -> None:
        if len(self._running) >= AT_ONCE:
            return
        with self._database.session(write=True) as session:
            queue = [job.id for job in jobs.waiting(session)]
        for job_id in queue[: AT_ONCE - len(self._running)]:
            with self._database.session(write=True) as session:
                claimed = jobs.start(session, job_id)
            if claimed:
                command = [sys.executable, "-m", "web.jobs.worker", str(self._settings.data), job_id]
                self._running[job_id] = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603
