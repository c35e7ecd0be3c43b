"""The first beheerder: made at the first start of a server that is no trial one, or by `web beheerder`."""

import re
from pathlib import Path

import pytest

from web.auth import stappen
from web.cli import main
from web.commands.beheerder import eerste_start
from web.database import Database
from web.settings import Settings


def told(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Log-in name and password, as printed."""
    gevonden = re.search(r"naam (\S+) en het wachtwoord (\S+)", capsys.readouterr().out)
    assert gevonden
    return gevonden[1], gevonden[2]


def test_first_start(database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    eerste_start(database, Settings(tmp_path))
    assert capsys.readouterr().out == ""  # a trial server has its own log-ins
    echt = Settings(tmp_path, hosts=("thuisplek.regio.nl",))
    eerste_start(database, echt)
    wie = stappen.met_wachtwoord(database, *told(capsys), "")
    assert wie and wie.rollen == ["beheerder"]
    assert stappen.volgende(database, wie, verplicht=True) == "wachtwoord"
    eerste_start(database, echt)
    assert capsys.readouterr().out == ""


def test_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("THUISPLEK_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert main(["beheerder", "--inlognaam", "Jo", "--organisatie", "Regio Nieuw"]) == 0
    eerste = told(capsys)
    assert main(["beheerder", "--inlognaam", "jo"]) == 0
    tweede = told(capsys)
    database = Database(Settings(tmp_path).database_url)
    assert stappen.met_wachtwoord(database, *eerste, "") is None
    wie = stappen.met_wachtwoord(database, *tweede, "")
    assert wie and wie.organisatie.naam == "Regio Nieuw"
    database.close()
