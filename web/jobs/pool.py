"""Does the jobs of a SQLite database: the waiting rows are the queue, and one pool at a time works on it."""

import logging
import threading

from web.database import Database
from web.jobs import turns
from web.jobs.attempt import LOOK_EVERY, Attempt
from web.jobs.machine import OnePerMachine
from web.repositories import jobs
from web.settings import Settings

_LOG = logging.getLogger(__name__)


class JobPool:
    """Several processes may hold a pool: one works, the next takes over when that one is gone."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings = settings
        self._database = database
        self._slot = OnePerMachine(settings.data)
        self._working = False
        self._running: list[Attempt] = []
        self._wake = threading.Event()
        self._closing = False
        self._thread = threading.Thread(target=self._loop, name="jobs", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """Look now: a job was added or cancelled."""
        self._wake.set()

    def close(self) -> None:
        """End all processes; their jobs begin again when a pool starts."""
        self._closing = True
        self._wake.set()
        self._thread.join()
        for attempt in self._running:
            attempt.put_back()
        self._slot.free()

    def _loop(self) -> None:
        while not self._closing:
            try:
                self._turn()
            except Exception:  # the database may be busy or away; the pool must not end for it
                _LOG.exception("jobs")
            self._wake.wait(LOOK_EVERY)
            self._wake.clear()

    def _turn(self) -> None:
        if not self._working:
            if not self._slot.take():
                return
            with self._database.session(write=True) as session:
                # No other pool works, and the processes of the last one ended with it.
                turns.orphan_all(session)
            self._working = True
        self._running = [attempt for attempt in self._running if attempt.look()]
        self._begin_waiting()

    def _begin_waiting(self) -> None:
        free = self._settings.jobs_at_once - len(self._running)
        if free <= 0:
            return
        with self._database.session() as session:
            queue = jobs.waiting(session)
        for job_id in queue[:free]:
            with self._database.session(write=True) as session:
                number = turns.claim(session, job_id, self._settings.job_lease)
            if isinstance(number, int):
                self._running.append(Attempt(self._settings, self._database, job_id, number))
