"""Log-ins that last: they change at each log-in, end by themselves, and can be ended."""

from datetime import datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from tests.web.conftest import log_in, state_of
from web.auth import sessies
from web.auth.apparaat import apparaat
from web.auth.cookie import COOKIE
from web.auth.wachtwoorden import hash_van
from web.database import Database
from web.models import Organisatiesoort, Rol, Sessie
from web.models.sessie import Nog
from web.repositories import gebruikers

BEGIN = datetime(2026, 6, 1, 9, 0)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The clock of the sessions: set its one element."""
    moment = [BEGIN]
    monkeypatch.setattr("web.auth.sessies.now", lambda: moment[0])
    return moment


def person(database: Database) -> str:
    with database.session(write=True) as session:
        org = gebruikers.add_organisatie(session, "Regio", Organisatiesoort.REGIO)
        return gebruikers.add(session, org, "iemand", "Iemand", frozenset({Rol.BEHEERDER})).id


def known(database: Database, geheim: str) -> bool:
    return sessies.herken(database, geheim, "", "") is not None


def kept(database: Database) -> list[Sessie]:
    with database.session() as session:
        return list(session.scalars(select(Sessie)))


def test_the_secret_is_not_kept(database: Database) -> None:
    geheim = sessies.begin(database, person(database))
    (rij,) = kept(database)
    assert len(geheim) >= 43
    assert geheim not in repr(vars(rij))
    assert known(database, geheim)
    assert not known(database, rij.hash)
    assert not known(database, rij.kenmerk)


def test_each_step_ends_the_secret_before(database: Database) -> None:
    wie = person(database)
    eerste = sessies.begin(database, wie, nog=Nog.CODE)
    assert not known(database, eerste)
    tweede = sessies.begin(database, wie, oud=eerste)
    assert known(database, tweede)
    assert sessies.halverwege(database, eerste) is None
    assert len(kept(database)) == 1


def test_idle_for_an_hour(database: Database, clock: list[datetime]) -> None:
    geheim = sessies.begin(database, person(database))
    for _ in range(4):
        clock[0] += timedelta(minutes=59)
        assert known(database, geheim)
    clock[0] += timedelta(minutes=61)
    assert not known(database, geheim)


def test_ten_hours_at_most(database: Database, clock: list[datetime]) -> None:
    geheim = sessies.begin(database, person(database))
    while clock[0] < BEGIN + timedelta(hours=9, minutes=30):
        clock[0] += timedelta(minutes=30)
        assert known(database, geheim)
    clock[0] = BEGIN + timedelta(hours=10, minutes=1)
    assert not known(database, geheim)


def test_what_is_over_is_removed(database: Database, clock: list[datetime]) -> None:
    wie = person(database)
    sessies.begin(database, wie)
    clock[0] += timedelta(minutes=30)
    levend = sessies.begin(database, wie)
    clock[0] += timedelta(minutes=40)
    sessies.begin(database, wie)
    assert len(kept(database)) == 2
    assert known(database, levend)


def test_people_see_and_end_their_own(guest: TestClient) -> None:
    state = state_of(guest)
    wie = log_in(guest, Rol.COORDINATOR)
    eigen = guest.cookies[COOKIE]
    andere = sessies.begin(state.database, wie, adres="192.0.2.7", apparaat="Firefox op Windows")
    derde = sessies.begin(state.database, wie)
    page = guest.get("/account").text
    assert "Firefox op Windows" in page and "192.0.2.7" in page and "(dit apparaat)" in page
    kenmerk = next(s.kenmerk for s in kept(state.database) if s.hash == sessies.hash_van(andere))
    assert "uitgelogd" in guest.post(f"/account/sessies/{kenmerk}/beeindigen").text
    assert not known(state.database, andere)
    assert known(state.database, derde)
    guest.post("/account/sessies/beeindigen")
    assert not known(state.database, derde)
    assert known(state.database, eigen)


def test_a_new_password_ends_all_others(guest: TestClient) -> None:
    state = state_of(guest)
    wie = log_in(guest, Rol.COORDINATOR)
    with state.database.session(write=True) as session:
        gebruikers.set_wachtwoord(session, wie, hash_van("het wachtwoord van nu"))
    eigen, andere = guest.cookies[COOKIE], sessies.begin(state.database, wie)
    velden = {"huidig": "iets anders dan dat", "nieuw": "een heel nieuw wachtwoord"}
    velden["herhaald"] = velden["nieuw"]
    assert guest.post("/account/wachtwoord", data=velden).status_code == 422
    velden["huidig"] = "het wachtwoord van nu"
    assert "gewijzigd" in guest.post("/account/wachtwoord", data=velden).text
    assert not known(state.database, andere)
    assert not known(state.database, eigen)
    assert guest.get("/account").url.path == "/account"


def test_another_phone_needs_the_password_and_a_new_code(guest: TestClient) -> None:
    state = state_of(guest)
    wie = log_in(guest, Rol.COORDINATOR)
    with state.database.session(write=True) as session:
        gebruikers.set_wachtwoord(session, wie, hash_van("het wachtwoord van nu"))
    assert guest.post("/account/tweede-stap", data={"wachtwoord": "fout"}).status_code == 422
    page = guest.post("/account/tweede-stap", data={"wachtwoord": "het wachtwoord van nu"})
    assert page.url.path == "/inloggen/instellen"
    assert guest.get("/eisen").url.path == "/inloggen"


@pytest.mark.parametrize(
    ("gezegd", "woorden"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox op Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari op iPhone",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 "
            "Edg/140.0",
            "Edge op Windows",
        ),
        ("curl/8", "Onbekend"),
    ],
)  # fmt: skip
def test_browsers_in_words(gezegd: str, woorden: str) -> None:
    assert apparaat(gezegd) == woorden
