"""A real application over real files in a temporary folder and a real database: SQLite and PostgreSQL."""

import re
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from compliance.demo import write_demo
from tests.web import chromium, postgres
from web.app import create_app
from web.auth import sessies, wachtwoorden
from web.auth.cookie import COOKIE
from web.database import Database
from web.models import Organisatiesoort, Rol
from web.repositories import gebruikers
from web.routes import taken
from web.settings import Settings
from web.state import State

ALLE_ROLLEN = frozenset(Rol)


@pytest.fixture(scope="session", autouse=True)
def quick_hashes() -> Iterator[None]:
    """Hashes of passwords as on a server, but with little memory and in one go: the tests make many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wachtwoorden, "_HASHER", PasswordHasher(time_cost=1, memory_cost=512, parallelism=1))
        yield


@cache
def _tables() -> bytes:
    """A SQLite database with its tables and nothing in them: made once, as the migrations take a while."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/leeg.sqlite3")
        database.create_tables()
        database.close()
        return (Path(folder) / "leeg.sqlite3").read_bytes()


def with_tables(settings: Settings) -> Settings:
    """The same settings; a SQLite database that did not exist has its tables now."""
    if not settings.database:
        settings.data.mkdir(parents=True, exist_ok=True)
        path = Path(settings.database_url.removeprefix("sqlite:///"))
        if not path.exists():
            path.write_bytes(_tables())
    return settings


def start_app(data: Path, *, demo: bool = False, database: str = "") -> TestClient:
    settings = with_tables(Settings(data, max_upload=5_000_000, solve_seconds=8, database=database))
    app = create_app(settings, demo=demo, warm=False)
    # The cookie of a log-in goes over https only.
    return TestClient(app, base_url="https://127.0.0.1")


def state_of(client: TestClient) -> State:
    state: State = client.app.state.thuisplek  # type: ignore[attr-defined]
    return state


def log_in(client: TestClient, *rollen: Rol, organisatie: str = "Regio Proef") -> str:
    """Make a person with these rollen in an organisation of this name, and log the client in as that person.

    Returns the id of the person.
    """
    database = state_of(client).database
    with database.session(write=True) as session:
        aanbieder = frozenset(rollen) == {Rol.INSCHRIJVER}
        soort = Organisatiesoort.AANBIEDER if aanbieder else Organisatiesoort.REGIO
        org = gebruikers.organisatie_by_naam(session, organisatie) or gebruikers.add_organisatie(
            session, organisatie, soort
        )
        naam = f"{'-'.join(rollen)}-{gebruikers.count(session)}"
        gebruiker = gebruikers.add(session, org, naam, naam, frozenset(rollen))
    client.cookies.set(COOKIE, sessies.begin(database, gebruiker.id))
    return gebruiker.id


@pytest.fixture(autouse=True)
def short_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test client gives an answer only when it is whole."""
    monkeypatch.setattr(taken, "LONGEST", 1.0)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    if postgres.programs() is None:
        pytest.skip("PostgreSQL is not installed: apt install postgresql")
    with postgres.server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_address(request: pytest.FixtureRequest) -> Iterator[str]:
    """For Settings.database: "" is SQLite in the data folder; in PostgreSQL the tables are there. A test that
    asks for it runs on both."""
    yield from _address(request, postgres.Server.with_tables)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_address(request: pytest.FixtureRequest) -> Iterator[str]:
    """The same, of a database without tables."""
    yield from _address(request, postgres.Server.fresh)


def _address(request: pytest.FixtureRequest, make: Callable[[postgres.Server], str]) -> Iterator[str]:
    if request.param == "sqlite":
        yield ""
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    address = make(server)
    yield address
    server.drop(address)


@pytest.fixture
def database(tmp_path: Path, database_address: str) -> Iterator[Database]:
    """An empty database with its tables."""
    database = Database(with_tables(Settings(tmp_path, database=database_address)).database_url)
    database.create_tables()
    yield database
    database.close()


@pytest.fixture
def guest(tmp_path: Path, database_address: str) -> Iterator[TestClient]:
    """An application on either database, with nobody logged in."""
    with start_app(tmp_path / "data", database=database_address) as client:
        yield client


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """Logged in as somebody with every rol, on SQLite."""
    with start_app(tmp_path / "data") as client:
        log_in(client, *ALLE_ROLLEN)
        yield client


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real Chromium; a file that asks for it has the marks of `chromium.NEEDS`."""
    with chromium.launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with demo data."""
    with chromium.served(tmp_path_factory.mktemp("demo"), THUISPLEK_SOLVE_SECONDS="8") as address:
        yield address


@pytest.fixture(scope="session")
def bid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inschrijving")
    write_demo(folder)
    return folder


def wait_until_done(client: TestClient, address: str, seconds: float = 90) -> str:
    """The page of a job's subject once the job has ended."""
    end = time.monotonic() + seconds
    while "event: klaar" not in client.get(f"{address}/voortgang").text:
        assert time.monotonic() < end, "the job takes too long"
    return client.get(address).text


def links(html: str, part: str) -> list[str]:
    """The addresses on a page that hold `part`."""
    return [address for address in re.findall(r'(?:href|src)="([^"]+)"', html) if part in address]
