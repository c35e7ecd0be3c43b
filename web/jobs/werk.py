"""A job as its handler sees it."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.orm import Session

from web.database import Database
from web.jobs import turns
from web.models import JobStatus
from web.repositories import jobs
from web.settings import Settings

WERK = "werk"
"""Folder below the data folder for what is being made; nothing in it is worth a backup."""
_SYNC_EVERY = 1.0
"""Seconds between two times that a search tells how far it is and asks whether to stop."""


class Achterhaald(BaseException):
    """The job is no longer ours: stopped, removed, or begun again by another. Not an error of a handler."""


@dataclass(slots=True)
class Werk:
    """One attempt at a job. It may have been tried before, up to any point, and may be tried again."""

    settings: Settings
    database: Database
    job_id: str
    attempt: int
    subject_id: str
    _pending: str = ""
    _stop: bool = False
    _synced: float = field(default=0.0)

    @property
    def werkmap(self) -> Path:
        """A folder for this attempt alone; it goes when the attempt is over."""
        folder = workdir(self.settings, self.job_id) / str(self.attempt)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def meld(self, bericht: str) -> None:
        """Tell the user that a next step begins."""
        self._pending = ""
        self._report(bericht)

    def meld_stand(self, bericht: str) -> None:
        """Tell the user how far a step is; of many such messages the last ones count."""
        self._pending = bericht
        self._sync()

    def stop_gevraagd(self) -> bool:
        self._sync()
        return self._stop

    @contextmanager
    def bijwerken(self) -> Iterator[Session]:
        """A session to keep something halfway, only if the job is still ours. Ends before the next step."""
        with self.database.session(write=True) as session:
            if not turns.take_hold(session, self.job_id, self.attempt):
                raise Achterhaald
            yield session

    @contextmanager
    def afronden(self) -> Iterator[Session]:
        """A session that ends the job: all that happens in it counts, or nothing.

        Make the files of the result ready in `werkmap` first, and here only move them to where they belong
        (`neem_over`): no other attempt can come in between.
        """
        with self.database.session(write=True) as session:
            if not turns.end(session, self.job_id, self.attempt, JobStatus.DONE):
                raise Achterhaald
            yield session

    def _sync(self) -> None:
        if time.monotonic() - self._synced < _SYNC_EVERY:
            return
        self._synced = time.monotonic()
        if self._pending:
            self._report(self._pending)
            self._pending = ""
        with self.database.session() as session:
            job = jobs.get(session, self.job_id)
            self._stop = job is None or job.stop_requested

    def _report(self, bericht: str) -> None:
        with self.database.session(write=True) as session:
            if not turns.report(session, self.job_id, self.attempt, bericht):
                raise Achterhaald


Handler = Callable[[Werk], None]
"""Does a kind of job."""


def neem_over(van: Path, naar: Path) -> None:
    """Move all that is in one folder into another, in place of what has the same name there."""
    naar.mkdir(parents=True, exist_ok=True)
    for item in van.iterdir():
        doel = naar / item.name
        if doel.is_dir():
            shutil.rmtree(doel)
        item.replace(doel)


def workdir(settings: Settings, job_id: str) -> Path:
    """Holds the folders of the attempts at a job."""
    return settings.data / WERK / job_id


def clear_workdir(settings: Settings, job_id: str, attempt: int) -> None:
    """Remove the folders of this attempt and of those before it."""
    folder = workdir(settings, job_id)
    for number in range(1, attempt + 1):
        shutil.rmtree(folder / str(number), ignore_errors=True)
    with suppress(OSError):  # there was none, or a later attempt works in it
        folder.rmdir()
