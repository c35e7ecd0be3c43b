"""kill -9 of workers and servers at random moments, while people upload: nothing is lost or done twice."""

import os
import random
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path

import httpx
import psutil
import pytest
from sqlalchemy import select

from matcher.demo import schrijf_demo
from web.audit.nakijken import kijk_na
from web.auth import sessies
from web.auth.huidig import COOKIE
from web.database import Database
from web.models import Job, JobStatus, Logregel, Organisatiesoort, Plaatsingsronde, Rol
from web.repositories import gebruikers
from web.services.plaatsingen import Rondemap
from web.settings import Settings

pytestmark = pytest.mark.slow

KILLS = 20
EVERY = 6
"""Each so many kills, it is the server."""
ROOT = Path(__file__).resolve().parent.parent.parent


class Server:
    """The server of the pages, which is killed and started again."""

    def __init__(self, environment: dict[str, str], cookie: str) -> None:
        self._environment = environment
        self._headers = {"Cookie": f"{COOKIE}={cookie}"}
        self._lock = threading.Lock()
        self.start()

    def start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.web.proefserver"],
            env=self._environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout
        self._address = f"http://127.0.0.1:{int(self._process.stdout.readline())}"

    def upload(self, files: dict[str, bytes]) -> str | None:
        """The id of the new ronde; None when the server did not say that it took it."""
        parts = [("bestanden", item) for item in files.items()]
        try:
            answer = httpx.post(f"{self._address}/plaatsing", files=parts, headers=self._headers, timeout=30)
        except httpx.TransportError:
            return None
        assert answer.status_code == 303, answer.text
        return answer.headers["location"].rpartition("/")[2]

    def workers(self) -> list[psutil.Process]:
        return psutil.Process(self._process.pid).children()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


def kill_at_random(server: Server, chance: random.Random, life: float) -> None:
    """Workers, and now and then the server. `life`: seconds that a worker lives when it is left alone."""
    for number in range(KILLS):
        while not server.workers():
            time.sleep(0.02)
        time.sleep(chance.uniform(0, life))
        if number % EVERY == 2:
            server.kill()
            server.start()
        elif workers := server.workers():
            chance.choice(workers).kill()


class Uploader(threading.Thread):
    """Uploads until told to stop, so that there is always work to do but never much."""

    def __init__(self, server: Server, database: Database, files: dict[str, bytes]) -> None:
        super().__init__(daemon=True)
        self._server, self._database, self._files = server, database, files
        self.accepted: list[str] = []
        self.enough = threading.Event()

    def run(self) -> None:
        while not self.enough.wait(0.1):
            if active(self._database) < 3 and (ronde_id := self._server.upload(self._files)):
                self.accepted.append(ronde_id)


def test_every_accepted_job_ends_once_whatever_is_killed(
    tmp_path: Path, database: Database, database_address: str
) -> None:
    with database.session(write=True) as session:
        org = gebruikers.add_organisatie(session, "Regio Proef", Organisatiesoort.REGIO)
        wie = gebruikers.add(session, org, "co", "Co", frozenset({Rol.COORDINATOR}))
    schrijf_demo(tmp_path / "regio", date(2026, 1, 5))
    files = {path.name: path.read_bytes() for path in (tmp_path / "regio").iterdir()}
    settings = Settings(tmp_path, database=database_address)
    environment = os.environ | {
        "THUISPLEK_DATA": str(tmp_path),
        "DATABASE_URL": database_address,
        "THUISPLEK_JOB_LEASE_SECONDS": "3",
    }
    server = Server(environment, sessies.begin(database, wie.id))
    uploader = Uploader(server, database, files)
    try:
        first = server.upload(files)
        begin = time.monotonic()
        wait_until_idle(database)
        uploader.start()
        kill_at_random(server, random.Random(6), time.monotonic() - begin)
        uploader.enough.set()
        uploader.join()
        wait_until_idle(database)
    finally:
        server.kill()

    with database.session() as session:
        rows = {ronde.id: ronde for ronde in session.scalars(select(Plaatsingsronde))}
        jobs = list(session.scalars(select(Job)))
        log = list(session.scalars(select(Logregel).order_by(Logregel.nummer)))
    assert {first, *uploader.accepted} <= set(rows)
    assert sorted(job.subject_id for job in jobs) == sorted(rows)
    assert {job.status for job in jobs} == {JobStatus.DONE}
    assert {ronde.geplaatst for ronde in rows.values()} == {1}
    assert sum(job.interruptions for job in jobs) > KILLS / 2
    for ronde_id in rows:
        map_ = Rondemap.of(settings, ronde_id)
        assert {path.name: path.read_bytes() for path in map_.invoer.iterdir()} == files
        assert map_.plan.stat().st_size > 100_000
    assert kijk_na(log).fouten == ()
    made = [regel.record for regel in log if regel.handeling == "maken"]
    assert sorted(made) == sorted(rows)


def active(database: Database) -> int:
    """Jobs that are not at their end."""
    with database.session() as session:
        return sum(job.active for job in session.scalars(select(Job)))


def wait_until_idle(database: Database) -> None:
    end = time.monotonic() + 120
    while active(database):
        assert time.monotonic() < end
        time.sleep(0.1)
