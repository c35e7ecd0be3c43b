"""One attempt at a job, as its supervisor sees it: a process of its own, watched as long as it runs."""

import base64
import os
import pickle
import signal
import subprocess
import sys
import time
from contextlib import suppress

import psutil

from web.database import Database
from web.jobs import turns
from web.jobs.werk import clear_workdir
from web.models import JobStatus
from web.settings import Settings

RUNNER = "web.jobs.worker"
LOOK_EVERY = 0.25
"""Seconds between two looks at a process."""
_RENEWALS = 4
"""Times that a lease is renewed before it would run out."""
TE_GROOT = (
    "Het werk heeft meer geheugen nodig dan het mag gebruiken. Uw bestanden zijn bewaard. "
    "Vraag de beheerder om meer ruimte."
)
TE_LANG = (
    "Het werk duurt langer dan het mag duren. Uw bestanden zijn bewaard. Vraag de beheerder om meer tijd."
)


class Attempt:
    """A process that works for a claimed job. It ends by itself when this process is gone."""

    def __init__(self, settings: Settings, database: Database, job_id: str, number: int) -> None:
        self._settings = settings
        self._database = database
        self.job_id = job_id
        self._number = number
        self._begun = self._renewed = time.monotonic()
        # A group of its own: what the process starts ends with it.
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", RUNNER, job_id, str(number)], stdin=subprocess.PIPE, start_new_session=True
        )
        assert self._process.stdin
        with suppress(BrokenPipeError):  # it died at once: the first look will see that
            # By the pipe, so that no list of processes shows the address of the database.
            self._process.stdin.write(base64.b64encode(pickle.dumps(settings)) + b"\n")
            self._process.stdin.flush()

    def look(self) -> bool:
        """Whether it goes on. Ends it when it lost its job, or takes too much memory or time."""
        if self._process.poll() is not None:
            self.kill()
            with self._database.session(write=True) as session:
                # An attempt ends its own job; one that could not has crashed.
                turns.interrupt(session, self.job_id, self._number)
            return False
        too_much = self._too_much()
        if too_much or not self._keeps_job():
            self.kill()
            with self._database.session(write=True) as session:
                turns.end(session, self.job_id, self._number, JobStatus.FAILED, too_much)
            return False
        return True

    def put_back(self) -> None:
        """End the process and let the job wait again."""
        self.kill()
        with self._database.session(write=True) as session:
            turns.put_back(session, self.job_id, self._number)

    def kill(self) -> None:
        """End the process and all that it started, and remove what it was making."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()
        clear_workdir(self._settings, self.job_id, self._number)

    def _keeps_job(self) -> bool:
        if time.monotonic() - self._renewed < self._settings.job_lease / _RENEWALS:
            with self._database.session() as session:
                return turns.holds(session, self.job_id, self._number)
        self._renewed = time.monotonic()
        with self._database.session(write=True) as session:
            return turns.renew(session, self.job_id, self._number, self._settings.job_lease)

    def _too_much(self) -> str:
        """What to tell the user when it must end; "" when all is well."""
        if time.monotonic() - self._begun > self._settings.job_minutes * 60:
            return TE_LANG
        return TE_GROOT if self._memory() > self._settings.job_memory else ""

    def _memory(self) -> int:
        """Bytes in use by the process and all that it started."""
        total = 0
        try:
            process = psutil.Process(self._process.pid)
            family = [process, *process.children(recursive=True)]
        except psutil.Error:
            return 0
        for member in family:
            try:
                total += member.memory_info().rss
            except psutil.Error:
                continue
        return total
