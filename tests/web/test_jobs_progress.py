"""What a page that follows a job is told, and who may follow it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from tests.web.conftest import log_in, start_app, state_of
from web.jobs import turns
from web.models import JobStatus, Logregel, Rol
from web.repositories import jobs


@pytest.fixture
def app(tmp_path: Path, database_address: str) -> Iterator[TestClient]:
    """An application whose workers stand still."""
    client = start_app(tmp_path / "data", database=database_address)
    yield client
    state_of(client).database.close()


def example(client: TestClient, section: str) -> tuple[str, str]:
    """Address of a new subject, and id of its job."""
    address = client.post(f"/{section}/voorbeeld", follow_redirects=False).headers["location"]
    with state_of(client).database.session() as session:
        job = jobs.of_subject(session, address.rpartition("/")[2])
    assert job
    return address, job.id


def events(client: TestClient, address: str) -> list[tuple[str, object]]:
    answer = client.get(f"{address}/voortgang")
    assert answer.headers["content-type"].startswith("text/event-stream")
    found = []
    for event in answer.text.strip().split("\n\n"):
        name, data = event.split("\n")
        found.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return found


def test_a_page_is_told_what_changes_and_when_it_ends(
    app: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two looks the job goes on by a step."""
    log_in(app, Rol.COORDINATOR)
    address, job_id = example(app, "plaatsing")
    assert "Wacht op een ander werk" in app.get(address).text
    database = state_of(app).database
    steps = iter(["eerste", "eerste", "tweede", ""])

    async def step(_: float) -> None:
        said = next(steps)
        with database.session(write=True) as session:
            turns.claim(session, job_id, 60)
        with database.session(write=True) as session:
            if said:
                turns.report(session, job_id, 1, said)
            else:
                turns.end(session, job_id, 1, JobStatus.STOPPED)

    monkeypatch.setattr("web.routes.taken.anyio.sleep", step)
    assert events(app, address) == [
        ("stand", "Wacht op een ander werk dat bezig is."),
        ("stand", "eerste"),
        ("stand", "tweede"),
        ("klaar", {}),
    ]
    with database.session() as session:
        query = select(Logregel.deel).where(Logregel.record == address.rpartition("/")[2])
        assert list(session.scalars(query)).count("voortgang") == 1


def test_a_stream_ends_in_time_so_that_access_is_asked_again(app: TestClient) -> None:
    log_in(app, Rol.INSCHRIJVER)
    address, _ = example(app, "zelfcheck")
    assert events(app, address) == [("stand", "Wacht op een ander werk dat bezig is.")]


def test_who_may_not_see_the_page_is_told_nothing(app: TestClient) -> None:
    log_in(app, Rol.COORDINATOR)
    address, _ = example(app, "plaatsing")
    log_in(app, Rol.COORDINATOR, organisatie="Een andere regio")
    assert app.get(f"{address}/voortgang").status_code == 404
    log_in(app, Rol.BEHEERDER)
    assert app.get(f"{address}/voortgang").status_code == 403
    app.cookies.clear()
    assert app.get(f"{address}/voortgang", follow_redirects=False).status_code == 303


def test_a_job_that_is_removed_while_followed_ends_the_stream(
    app: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_in(app, Rol.COORDINATOR)
    address, _ = example(app, "plaatsing")
    state = state_of(app)

    async def remove(_: float) -> None:
        with state.database.session(write=True) as session:
            jobs.remove_of(session, address.rpartition("/")[2])

    monkeypatch.setattr("web.routes.taken.anyio.sleep", remove)
    assert events(app, address)[-1] == ("klaar", {})


def test_the_page_works_without_javascript(app: TestClient) -> None:
    log_in(app, Rol.COORDINATOR)
    address, job_id = example(app, "plaatsing")
    page = app.get(address).text
    assert '<noscript><meta http-equiv="refresh"' in page
    with state_of(app).database.session(write=True) as session:
        turns.claim(session, job_id, 60)
        turns.end(session, job_id, 1, JobStatus.FAILED, "regel 1 is fout\nregel 2 ook")
    page = app.get(address).text
    assert "refresh" not in page
    assert "<li>regel 1 is fout</li><li>regel 2 ook</li>" in page
    assert "Probeer opnieuw" in page
