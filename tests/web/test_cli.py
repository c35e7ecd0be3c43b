"""The command `web`."""

import socket
from pathlib import Path

import pytest

from web.cli import main


def test_only_this_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", "0.0.0.0"]) == 2
    assert "alleen op deze computer" in capsys.readouterr().err


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
