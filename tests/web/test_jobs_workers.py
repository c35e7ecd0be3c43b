"""Workers with real processes, on both databases: what they do with jobs that end well or badly, or never."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from web.database import Database
from web.jobs import attempt, turns
from web.jobs.attempt import TE_GROOT, TE_LANG
from web.jobs.jobs import Jobs, make_worker
from web.jobs.worker import ONVERWACHT
from web.models import Job, JobStatus, Organisatiesoort
from web.repositories import gebruikers, jobs, rondes
from web.settings import Settings

pytestmark = pytest.mark.slow


class Place:
    """A database with workers over it."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self.settings = settings
        self.database = database
        self.jobs = Jobs(database, None)
        self._running: list[Jobs] = []
        with database.session(write=True) as session:
            self._org = gebruikers.add_organisatie(session, "Proef", Organisatiesoort.REGIO).id

    def work(self) -> Jobs:
        """One more worker."""
        self.jobs = Jobs(self.database, make_worker(self.settings, self.database, alone=False))
        self.jobs.start()
        self._running.append(self.jobs)
        return self.jobs

    def close(self) -> None:
        for running in self._running:
            running.close()
        self._running = []

    def submit(self, kind: str) -> str:
        with self.database.session(write=True) as session:
            ronde = rondes.add(session, self._org, kind, 5)
            return self.jobs.submit(session, self._org, kind, ronde.id).id

    def row(self, job_id: str) -> Job:
        with self.database.session() as session:
            job = jobs.get(session, job_id)
        assert job
        return job

    def until(self, job_id: str, *statuses: JobStatus, seconds: float = 60) -> Job:
        end = time.monotonic() + seconds
        while (job := self.row(job_id)).status not in statuses:
            assert time.monotonic() < end, (job.status, job.message, job.errors)
            time.sleep(0.05)
        return job

    def ended(self, job_id: str) -> Job:
        return self.until(job_id, JobStatus.DONE, JobStatus.FAILED, JobStatus.STOPPED)

    def outcome(self, job_id: str) -> int | None:
        with self.database.session() as session:
            ronde = rondes.get(session, self.row(job_id).subject_id)
        assert ronde
        return ronde.geplaatst


def attempts_alive() -> list[psutil.Process]:
    """Processes that this process started: of attempts only."""
    return [process for process in psutil.Process().children() if _alive(process)]


def _alive(process: psutil.Process) -> bool:
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:  # it ended while we looked
        return False


@pytest.fixture
def place(
    tmp_path: Path,
    database: Database,
    database_address: str,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Place]:
    monkeypatch.setattr(attempt, "RUNNER", "tests.web.proefwerk")
    place = Place(Settings(tmp_path, database=database_address, job_lease=3), database)
    yield place
    place.close()
    assert not attempts_alive()
    assert not [path for path in (tmp_path / "werk").glob("*") if path.is_dir()]


def test_good_and_bad_ends(place: Place) -> None:
    early = place.submit("plaatsing")
    place.work()
    expected = {
        early: (JobStatus.DONE, ""),
        place.submit("invoerfout"): (
            JobStatus.FAILED,
            "jeugdigen.csv: regel 3 klopt niet.\ngroepen.csv: dit bestand ontbreekt.",
        ),
        place.submit("fout"): (JobStatus.FAILED, ONVERWACHT),
        place.submit("valt_om"): (JobStatus.FAILED, turns.TE_VAAK),
    }
    found = {job_id: place.ended(job_id) for job_id in expected}
    assert {job_id: (job.status, job.errors) for job_id, job in found.items()} == expected
    assert place.outcome(early) == 1
    assert [job.attempt for job in found.values()] == [1, 1, 1, turns.MOST_INTERRUPTIONS]


def test_a_soft_stop_keeps_the_best_and_a_hard_one_nothing(place: Place) -> None:
    running = place.work()
    soft, hard = place.submit("zoekt"), place.submit("zoekt")
    while not (place.row(soft).message and place.row(hard).message):
        time.sleep(0.05)
    running.cancel(soft, hard=False)
    running.cancel(hard, hard=True)
    assert place.row(hard).status == JobStatus.STOPPED
    assert place.ended(soft).status == JobStatus.DONE
    assert (place.outcome(soft), place.outcome(hard)) == (7, None)
    end = time.monotonic() + 5
    while attempts_alive():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_limits_on_memory_and_time(place: Place) -> None:
    place.settings = replace(place.settings, job_memory=250_000_000)
    place.work()
    assert place.ended(place.submit("groot")).errors == TE_GROOT
    place.close()
    place.settings = replace(place.settings, job_minutes=0)
    place.work()
    assert place.ended(place.submit("lang")).errors == TE_LANG


def test_no_more_at_once_than_set(place: Place) -> None:
    place.settings = replace(place.settings, jobs_at_once=1)
    place.work()
    first, second = place.submit("plaatsing"), place.submit("plaatsing")
    most = 0
    while place.row(second).active:
        most = max(most, len(attempts_alive()))
        time.sleep(0.02)
    assert most == 1
    assert (place.outcome(first), place.outcome(second)) == (1, 1)


def test_who_stops_leaves_the_job_to_the_next(place: Place) -> None:
    place.work()
    job_id = place.submit("zoekt")
    while not place.row(job_id).message:
        time.sleep(0.05)
    place.close()
    job = place.row(job_id)
    assert (job.status, job.interruptions) == (JobStatus.WAITING, 0)
    place.work()
    job = place.until(job_id, JobStatus.RUNNING)
    assert job.attempt == 2
    place.jobs.cancel(job_id, hard=True)


def test_workers_side_by_side_do_each_job_once(place: Place) -> None:
    for _ in range(2):
        place.work()
    ids = [place.submit("plaatsing") for _ in range(3)]
    found = [place.ended(job_id) for job_id in ids]
    assert {(job.status, job.attempt, job.interruptions) for job in found} == {(JobStatus.DONE, 1, 0)}
    assert [place.outcome(job_id) for job_id in ids] == [1] * 3


def test_web_worker_as_a_command(place: Place) -> None:
    environment = os.environ | {
        "THUISPLEK_DATA": str(place.settings.data),
        "DATABASE_URL": place.settings.database,
    }
    command = [sys.executable, "-m", "web.cli", "worker"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as worker:
        try:
            assert worker.stdout and "De worker staat klaar" in worker.stdout.readline()
            # By the real handler, that misses the folder of this ronde.
            assert "deze map bestaat niet" in place.ended(place.submit("plaatsing")).errors
            worker.terminate()
            assert worker.wait(20) == 0
        finally:
            worker.kill()


def test_a_job_that_is_removed_ends(place: Place) -> None:
    running = place.work()
    job_id = place.submit("lang")
    while not attempts_alive():
        time.sleep(0.05)
    with place.database.session(write=True) as session:
        job = jobs.get(session, job_id)
        assert job
        running.remove(session, job.subject_id)
    end = time.monotonic() + 5
    while attempts_alive():
        assert time.monotonic() < end
        time.sleep(0.05)
