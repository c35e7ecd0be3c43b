"""Does the jobs of a PostgreSQL database, beside any number of workers like it, on any number of machines.

procrastinate (in the same database) brings a job to one worker, and to another when that worker falls silent.
It may bring a job twice: the row of the job decides who works (`turns`).
"""

import asyncio
import logging
import threading
from contextlib import suppress

import procrastinate
from procrastinate.exceptions import ConnectorException
from sqlalchemy.exc import SQLAlchemyError

from web.database import Database
from web.jobs import turns
from web.jobs.attempt import LOOK_EVERY, Attempt
from web.jobs.machine import OnePerMachine
from web.repositories import queue
from web.settings import Settings

_LOG = logging.getLogger(__name__)
_AGAIN_AFTER = 2.0
"""Seconds to wait when another process of this machine works, or the database was away."""
_BUSY = 0.5
"""Seconds between two tries to claim a job whose earlier attempt may still live."""
_REPAIR_EVERY = 10
"""Seconds between two repairs of the queue, or less when a lease is shorter."""
_REPAIR_FIRST = 10
"""Priority of the repair; jobs have 0."""


class Sluiting(Exception):
    """The worker stops; the job goes back to the queue."""


class PostgresqlWorker:
    """`slot`: work only while no other process of this machine has it."""

    def __init__(self, settings: Settings, database: Database, slot: OnePerMachine | None = None) -> None:
        self._settings = settings
        self._database = database
        self._slot = slot
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """Nothing to do: the database tells the workers."""

    def close(self) -> None:
        """End all processes; their jobs go back to the queue."""
        self._closing.set()
        self._thread.join()
        if self._slot:
            self._slot.free()

    def _work(self) -> None:
        while not self._closing.is_set():
            if self._slot is None or self._slot.take():
                try:
                    asyncio.run(self._serve())
                except Exception:  # the database may be away for a while
                    _LOG.exception("jobs")
            self._closing.wait(_AGAIN_AFTER)

    async def _serve(self) -> None:
        app = self._app()
        async with app.open_async():
            worker = asyncio.create_task(
                app.run_worker_async(
                    concurrency=self._settings.jobs_at_once,
                    update_heartbeat_interval=self._settings.job_lease / 3,
                    stalled_worker_timeout=self._settings.job_lease,
                    delete_jobs="always",
                    install_signal_handlers=False,
                )
            )
            while not (worker.done() or self._closing.is_set()):
                await asyncio.sleep(LOOK_EVERY)
            worker.cancel()
            with suppress(asyncio.CancelledError):
                await worker

    def _app(self) -> procrastinate.App:
        app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=self._settings.conninfo))

        async def repair(timestamp: int) -> None:
            """Have what a silent worker had, and what never came into the queue, done by others."""
            manager = app.job_manager
            for stalled in await manager.get_stalled_jobs(seconds_since_heartbeat=self._settings.job_lease):
                with suppress(ConnectorException):  # it ended, or was queued, in the meantime
                    await manager.retry_job(stalled)
            await asyncio.to_thread(self._queue_forgotten)

        seconds = min(_REPAIR_EVERY, self._settings.job_lease)
        # No `lock`: a repair that was cut off itself would hold up all later ones.
        task = app.task(name="herstel", queueing_lock="herstel", priority=_REPAIR_FIRST)(repair)
        app.periodic(cron=f"* * * * * */{seconds}")(task)
        app.task(name=queue.TASK, retry=procrastinate.RetryStrategy(wait=1))(self._do)
        return app

    async def _do(self, job_id: str) -> None:
        """Work until the job has ended, in as many attempts as it takes."""
        while not self._closing.is_set():
            number = await asyncio.to_thread(self._claim, job_id)
            if number is turns.Refused.OVER:
                return
            if number is turns.Refused.BUSY:
                await asyncio.sleep(_BUSY)
                continue
            assert isinstance(number, int)
            attempt = await asyncio.to_thread(Attempt, self._settings, self._database, job_id, number)
            while await asyncio.to_thread(self._goes_on, attempt):
                await asyncio.sleep(LOOK_EVERY)
        raise Sluiting

    def _claim(self, job_id: str) -> int | turns.Refused:
        with self._database.session(write=True) as session:
            return turns.claim(session, job_id, self._settings.job_lease)

    def _goes_on(self, attempt: Attempt) -> bool:
        if self._closing.is_set():
            attempt.put_back()
            return False
        try:
            return attempt.look()
        except SQLAlchemyError:  # the database may be back at the next look
            _LOG.exception("jobs")
            return True

    def _queue_forgotten(self) -> None:
        with self._database.session(write=True) as session:
            for job_id in queue.forgotten(session):
                queue.add(session, job_id)
