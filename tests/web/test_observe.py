"""What the server tells who looks after it: health, readiness, figures and a log without personal data."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from fastapi.testclient import TestClient

from tests.web.conftest import state_of
from web.app import create_app
from web.database import Database
from web.models import Logregel, Organisatiesoort
from web.models.base import now
from web.observe import logs
from web.repositories import gebruikers, jobs, log
from web.repositories import toestand as tellingen
from web.services.toestand import Toestand
from web.settings import Settings


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The lines of the log so far, as objects; the log is put back after the test."""
    handlers, level = logging.root.handlers[:], logging.root.level
    out = io.StringIO()
    monkeypatch.setattr(sys, "stderr", out)
    logs.configure("verzoeken")
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    structlog.reset_defaults()
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


def test_alive_and_ready(guest: TestClient) -> None:
    assert guest.get("/gezond").json() == {"gezond": True}
    answer = guest.get("/klaar")
    assert answer.status_code == 200
    assert answer.json() == {"klaar": True, "database": True, "schijf": True, "wachtrij": True}


def test_not_ready_without_database(guest: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        from sqlalchemy.exc import OperationalError

        raise OperationalError("select", {}, Exception("weg"))

    monkeypatch.setattr("web.access.toegang.Toegang.systeem", broken)
    answer = guest.get("/klaar")
    assert answer.status_code == 503
    assert answer.json()["database"] is False


def test_the_queue_is_counted(database: Database, tmp_path: Path) -> None:
    moment = now()
    with database.session(write=True) as session:
        regio = gebruikers.add_organisatie(session, "Regio", Organisatiesoort.REGIO)
        for minutes in (7, 3):
            jobs.add(session, regio.id, "plaatsing", "x").created = moment - timedelta(minutes=minutes)
        session.flush()
    with database.session() as session:
        assert tellingen.wachtrij(session) == (2, 0, moment - timedelta(minutes=7))


@pytest.mark.parametrize(
    ("stand", "klaar"),
    [
        (Toestand(True, 10**12), True),
        (Toestand(True, 10**12, wachtend=1, bezig=0, wacht_al=301.0), False),
        (Toestand(True, 10**12, wachtend=9, bezig=1, wacht_al=9999.0), True),
        (Toestand(True, 10**6), False),
        (Toestand(False, 10**12), False),
    ],
)
def test_what_counts_as_ready(stand: Toestand, klaar: bool) -> None:
    assert stand.klaar is klaar


def test_figures_are_for_this_computer_and_for_who_holds_the_token(tmp_path: Path) -> None:
    app = create_app(Settings(tmp_path, metrics_token="geheim"), demo=False, warm=False)
    with TestClient(app, base_url="https://127.0.0.1") as far:
        assert far.get("/metrics").status_code == 404
        assert far.get("/metrics", headers={"Authorization": "Bearer anders"}).status_code == 404
        assert far.get("/metrics", headers={"Authorization": "Bearer geheim"}).status_code == 200
        near = TestClient(app, base_url="https://127.0.0.1", client=("127.0.0.1", 5))
        assert near.get("/metrics", headers={"X-Forwarded-For": "10.0.0.1"}).status_code == 404
        near.get("/gezond")
        figures = near.get("/metrics").text
    assert 'thuisplek_request_seconds_count{method="GET",route="/gezond",status="200"}' in figures
    assert "thuisplek_jobs_waiting 0.0" in figures
    assert "thuisplek_ready 1.0" in figures


def test_without_a_token_none_is_right(tmp_path: Path) -> None:
    with TestClient(
        create_app(Settings(tmp_path), demo=False, warm=False), base_url="https://127.0.0.1"
    ) as far:
        assert far.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


def test_a_line_for_each_request_without_what_was_asked(client: TestClient, lines: Any) -> None:
    answer = client.get("/assistent?vraag=hoe+oud+is+Pietje+Puk")
    client.get("/plaatsing/0123456789abcdef01234567")
    client.get("/bestaat/niet/Pietje")
    first, second, third = lines()
    assert first["event"] == "request"
    assert (first["method"], first["route"], first["status"]) == ("GET", "/assistent", answer.status_code)
    assert first["ms"] > 0
    assert second["route"] == "/plaatsing/{ronde_id}"
    assert (third["route"], third["status"]) == ("-", 404)
    assert len({line["verzoek"] for line in lines()}) == 3
    assert "Pietje" not in json.dumps(lines())
    assert float(answer.headers["Server-Timing"].removeprefix("app;dur=")) > 0


def test_the_log_of_acts_names_the_same_request(client: TestClient, lines: Any) -> None:
    client.get("/plaatsing")
    with state_of(client).database.session() as session:
        regel = session.get(Logregel, log.last(session)[0])
    assert regel and regel.verzoek == lines()[-1]["verzoek"]


def test_an_error_tells_its_kind_and_places_but_not_its_message(lines: Any) -> None:
    try:
        try:
            raise KeyError("Pietje Puk")
        except KeyError as oorzaak:
            raise ValueError("bij Pietje Puk ging het mis") from oorzaak
    except ValueError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
        structlog.get_logger().error("onverwacht", exc_info=True)
    for line in lines():
        assert line["fout"] == ["builtins.ValueError", "builtins.KeyError"]
        assert f"{__name__.rpartition('.')[2]}.py:" in line["plek"][0][0]
        assert "Pietje" not in json.dumps(line)
    assert len(lines()) == 2
