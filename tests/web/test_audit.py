"""The log holds, and its check finds every change to it; on both databases."""

from datetime import timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from tests.web.conftest import log_in, state_of
from web.access.rechten import Handeling, Soort
from web.audit.nakijken import Anker, kijk_na
from web.audit.schrijven import Gebeurtenis, hash_van, schrijf
from web.cli import main
from web.database import Database
from web.models import Logregel, Rol
from web.models.base import now
from web.repositories import log


def fill(database: Database, number: int) -> None:
    for n in range(number):
        with database.session(write=True) as session:
            schrijf(session, Gebeurtenis(None, Handeling.LEZEN, Soort.RONDE, f"record {n}"))


def chain(number: int) -> list[Logregel]:
    lines: list[Logregel] = []
    for n in range(1, number + 1):
        line = Logregel(
            nummer=n, tijd=now() + timedelta(seconds=n), handeling="lezen", uitkomst="gelukt",
            gebruiker_id="", gebruiker="", rollen="", organisatie_id="", namens="",
            soort="plaatsingsronde", record=str(n), deel="", adres="", verzoek="",
            vorige=lines[-1].hash if lines else "", hash="",
        )  # fmt: skip
        line.hash = hash_van(line)
        lines.append(line)
    return lines


def test_what_the_database_gives_back_has_the_same_hash(database: Database) -> None:
    fill(database, 5)
    with database.session() as session:
        checked = kijk_na(log.all_in_order(session))
    assert (checked.aantal, checked.fouten) == (5, ())


@pytest.mark.parametrize("statement", ["UPDATE logregels SET deel = 'x'", "DELETE FROM logregels"])
def test_the_database_refuses_to_change_the_log(database: Database, statement: str) -> None:
    fill(database, 2)
    with pytest.raises(DatabaseError), database.session(write=True) as session:
        session.execute(text(statement))
    with database.session() as session:
        assert kijk_na(log.all_in_order(session)).aantal == 2


@given(st.integers(0, 7), st.sampled_from(["deel", "gebruiker", "record", "uitkomst", "adres"]))
def test_any_changed_field_is_found(which: int, field: str) -> None:
    lines = chain(8)
    setattr(lines[which], field, "anders")
    assert f"Regel {which + 1} is veranderd nadat zij was geschreven." in kijk_na(lines).fouten
    lines[which].hash = hash_van(lines[which])
    found = kijk_na(lines).fouten
    assert found == () if which == 7 else found == (f"Regel {which + 2} sluit niet aan op de regel ervoor.",)


@given(st.integers(0, 7))
def test_a_line_that_is_gone_is_found(which: int) -> None:
    lines = chain(8)
    anchor = Anker(8, lines[-1].hash)
    del lines[which]
    assert kijk_na(lines, [anchor]).fouten, "the last one too, by what was noted"


def test_a_chain_made_anew_is_found_by_what_was_noted() -> None:
    noted = Anker(3, chain(3)[-1].hash)
    assert kijk_na(chain(5), [Anker(3, chain(5)[2].hash)]).aantal == 5
    other = chain(5)
    other[0].deel = "herschreven"
    for before, line in zip([None, *other], other, strict=False):
        line.vorige = before.hash if before else ""
        line.hash = hash_van(line)
    assert kijk_na(other).fouten == ()
    assert kijk_na(other, [noted]).fouten == ("Regel 3 is een andere dan het genoteerde anker.",)


def test_the_command(
    tmp_path: Path, database_address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("THUISPLEK_DATA", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", database_address)
    from web.settings import from_environment

    database = Database(from_environment().database_url)
    database.create_tables()
    fill(database, 3)
    assert main(["audit", "verify"]) == 0
    out = capsys.readouterr().out
    assert "Het logboek klopt: 3 regels." in out
    anchor = next(line for line in out.splitlines() if "Noteer" in line).split()[-1]
    assert main(["audit", "verify", "--anker", anchor]) == 0
    assert main(["audit", "verify", "--anker", "3:" + "0" * 64]) == 1
    assert main(["audit", "verify", "--anker", "onzin"]) == 2
    with database.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER logregels_geen_wijziging"))
        else:
            connection.execute(text("ALTER TABLE logregels DISABLE TRIGGER ALL"))
        connection.execute(text("UPDATE logregels SET record = 'weggemoffeld' WHERE nummer = 2"))
    database.close()
    capsys.readouterr()
    assert main(["audit", "verify"]) == 1
    assert "Regel 2 is veranderd" in capsys.readouterr().out


def test_the_page_of_the_beheerder(guest: TestClient) -> None:
    log_in(guest, Rol.COORDINATOR)
    guest.get("/plaatsing")
    assert guest.get("/logboek").status_code == 403
    log_in(guest, Rol.COORDINATOR, organisatie="Andere Regio")
    guest.get("/register/jeugdigen?zoek=geheime-zoekterm")
    log_in(guest, Rol.BEHEERDER)
    page = guest.get("/logboek").text
    assert "coordinator-0" in page and "(geweigerd)" in page
    assert "geheime-zoekterm" not in page, "another organisation's log"
    assert "1 regel," in guest.get("/logboek?zoek=onvindbaar").text, "only the search itself"
    export = guest.get("/logboek/uitvoer.csv")
    assert export.text.startswith("nummer;tijd;gebruiker") and "plaatsingsronde" in export.text
    with state_of(guest).database.session() as session:
        assert kijk_na(log.all_in_order(session)).fouten == ()
