"""A PostgreSQL server for the tests: Debian's, in a folder of its own, reachable by a socket only."""

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from web.database import Database
from web.settings import Settings

OWNER = "postgres"
"""The account that runs the server when we are root, which PostgreSQL refuses to be."""


def programs() -> Path | None:
    """The folder of PostgreSQL's programs; None where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


class Server:
    """A running server. `fresh()` gives the address of a new, empty database; `with_tables()` of one with the
    tables of this version, made by the migrations once and copied from then on."""

    def __init__(self, folder: Path, user: str) -> None:
        self._folder = folder
        self._user = user
        self._example = ""

    def address(self, database: str) -> str:
        return f"postgresql://{self._user}@/{database}?host={self._folder}"

    def fresh(self) -> str:
        return self._make("template1")

    def with_tables(self) -> str:
        if not self._example:
            address = self.fresh()
            database = Database(Settings(self._folder, database=address).database_url)
            database.create_tables()
            database.close()
            self._example = _name(address)
        return self._make(self._example)

    def _make(self, example: str) -> str:
        name = f"test_{secrets.token_hex(6)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {example}")
        return self.address(name)

    def drop(self, address: str) -> None:
        name = _name(address)
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@contextmanager
def server() -> Iterator[Server]:
    """Start a server for as long as this lasts."""
    bin_ = programs()
    assert bin_
    root = os.geteuid() == 0
    user = OWNER if root else os.environ.get("USER", "postgres")
    become = ["runuser", "-u", OWNER, "--"] if root else []
    folder = Path(tempfile.mkdtemp(prefix="thuisplek-pg-"))
    try:
        if root:
            shutil.chown(folder, OWNER)
        data = folder / "data"
        options = ["-A", "trust", "-U", user, "-E", "UTF8", "--no-sync", "--locale=C.UTF-8"]
        _run([*become, str(bin_ / "initdb"), "-D", str(data), *options])
        settings = (
            f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c shared_buffers=32MB"
        )
        control = [*become, str(bin_ / "pg_ctl"), "-D", str(data), "-w"]
        _run([*control, "-o", settings, "-l", str(folder / "log"), "start"])
        try:
            yield Server(folder, user)
        finally:
            _run([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _name(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[2]


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd="/")
    assert done.returncode == 0, done.stdout + done.stderr
