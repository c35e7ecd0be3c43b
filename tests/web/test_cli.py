"""The command `web`."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from web.cli import main
from web.database import Database
from web.models import Organisatiesoort, Rol
from web.repositories import gebruikers
from web.settings import Settings


def test_only_this_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", "0.0.0.0"]) == 2
    assert "alleen op deze computer" in capsys.readouterr().err


def test_other_machines_only_where_the_names_are_known(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("THUISPLEK_HOSTS", "thuisplek.example.nl")
    assert main(["serve", "--host", "0.0.0.0", "--port", "70000"]) == 2
    assert "kies een poort" in capsys.readouterr().err


def test_port_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
    assert f"Poort {port} is al in gebruik" in capsys.readouterr().err


def test_migrate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("THUISPLEK_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert main(["migrate"]) == 0
    assert "versie 0001" in capsys.readouterr().out
    assert (tmp_path / "data" / "thuisplek.sqlite3").exists()


@pytest.mark.slow
@pytest.mark.parametrize(("workers", "stop"), [(1, signal.SIGINT), (2, signal.SIGTERM)])
def test_workers_share_a_port_and_their_figures(tmp_path: Path, workers: int, stop: signal.Signals) -> None:
    # With somebody in it, the server makes no demo.
    database = Database(Settings(tmp_path).database_url)
    database.create_tables()
    with database.session(write=True) as session:
        regio = gebruikers.add_organisatie(session, "Regio", Organisatiesoort.REGIO)
        gebruikers.add(session, regio, "beheer", "Beheer", frozenset({Rol.BEHEERDER}))
    database.close()
    environment = {**os.environ, "THUISPLEK_DATA": str(tmp_path), "DATABASE_URL": ""}
    command = [sys.executable, "-m", "web.cli", "serve", "--port", "0", "--workers", str(workers)]
    server = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout
        address = server.stdout.readline().split()[-1]
        for _ in range(30):
            # A connection each, so that either worker may take it.
            assert httpx.get(f"{address}/gezond", timeout=60).json() == {"gezond": True}
        figures = httpx.get(f"{address}/metrics", timeout=60).text
        assert 'route="/gezond",status="200"} 30.0' in figures
        assert httpx.get(f"{address}/klaar", timeout=60).status_code == 200
    finally:
        server.send_signal(stop)
        _, lines = server.communicate(timeout=60)
    assert server.returncode == 0
    of_requests = [json.loads(line) for line in lines.splitlines()]
    assert sum(line.get("route") == "/gezond" for line in of_requests) == 30
