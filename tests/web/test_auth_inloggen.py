"""Logging in to a local account: password, code, one-time passwords, recovery codes."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pyotp
import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient
from sqlalchemy import select

from tests.web.conftest import state_of
from web.auth import grenzen, stappen
from web.auth.cookie import COOKIE
from web.auth.wachtwoorden import hash_van, verouderd
from web.kluis.nesten import open_laag
from web.kluis.serversleutel import serversleutel
from web.models import Gebruiker, Herstelcode, Logregel, Organisatiesoort, Rol, TweedeStap
from web.repositories import gebruikers

WACHTWOORD = "vier losse woorden samen"
Clock = Callable[[timedelta], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Moves the clock of the doors forward, from a fixed moment."""
    moment = [datetime(2026, 6, 1, 9, 0, 5)]
    for module in ("sessies", "stappen", "grenzen"):
        monkeypatch.setattr(f"web.auth.{module}.now", lambda: moment[0])
    monkeypatch.setattr("web.repositories.gebruikers.now", lambda: moment[0])

    def forward(by: timedelta) -> None:
        moment[0] += by

    forward.moment = moment  # type: ignore[attr-defined]
    return forward


def account(client: TestClient, *, eenmalig: bool = False, hash_: str = "") -> str:
    with state_of(client).database.session(write=True) as session:
        org = gebruikers.add_organisatie(session, "Regio Proef", Organisatiesoort.REGIO)
        wie = gebruikers.add(session, org, "j.jansen", "Jo Jansen", frozenset({Rol.COORDINATOR}))
        gebruikers.set_wachtwoord(session, wie.id, hash_ or hash_van(WACHTWOORD), eenmalig=eenmalig)
    return wie.id


def log_in(client: TestClient, wachtwoord: str = WACHTWOORD, naam: str = "j.jansen") -> str:
    """Where the password leads to."""
    answer = client.post(
        "/inloggen",
        data={"inlognaam": naam, "wachtwoord": wachtwoord, "naar": "/eisen"},
        follow_redirects=False,
    )
    assert answer.status_code in (303, 422), answer.text
    return answer.headers.get("location", "")


def now_code(client: TestClient, clock: Clock) -> str:
    with state_of(client).database.session() as session:
        dicht = session.scalars(select(TweedeStap)).one().geheim
    geheim = open_laag(dicht, serversleutel(state_of(client).settings.sleutelmap))
    moment = clock.moment[0]  # type: ignore[attr-defined]
    return pyotp.TOTP(geheim).at((moment - datetime(1970, 1, 1)).total_seconds().__int__())


def set_up(client: TestClient, clock: Clock) -> list[str]:
    """Set up the second step; the recovery codes."""
    page = client.get("/inloggen/instellen")
    assert "data:image/svg+xml" in page.text
    done = client.post("/inloggen/instellen", data={"code": now_code(client, clock), "naar": "/eisen"})
    codes = re.findall(r"<code>([a-z2-7-]{19})</code>", done.text)
    assert len(codes) == 10, done.text
    return codes


def is_in(client: TestClient) -> bool:
    return client.get("/eisen", follow_redirects=False).status_code == 200


def test_from_a_one_time_password_to_a_code_that_works_once(guest: TestClient, clock: Clock) -> None:
    account(guest, eenmalig=True)
    assert log_in(guest) == "/inloggen/wachtwoord?naar=%2Feisen"
    assert not is_in(guest)
    fout = guest.post("/inloggen/wachtwoord", data={"nieuw": WACHTWOORD, "herhaald": WACHTWOORD})
    assert "oude wachtwoord" in fout.text
    nieuw = "een heel ander wachtwoord"
    keus = {"nieuw": nieuw, "herhaald": nieuw, "naar": "/eisen"}
    verder = guest.post("/inloggen/wachtwoord", data=keus, follow_redirects=False)
    assert verder.headers["location"] == "/inloggen/instellen?naar=%2Feisen"
    assert not is_in(guest)
    set_up(guest, clock)
    assert is_in(guest)

    guest.post("/uitloggen")
    assert not is_in(guest)
    assert log_in(guest, WACHTWOORD) == ""
    assert log_in(guest, nieuw) == "/inloggen/code?naar=%2Feisen"
    assert not is_in(guest)
    gebruikt = now_code(guest, clock)
    assert "al gebruikt" in guest.post("/inloggen/code", data={"code": gebruikt}).text
    clock(timedelta(seconds=30))
    code = now_code(guest, clock)
    spaties = f"{code[:3]} {code[3:]}"
    assert guest.post("/inloggen/code", data={"code": spaties, "naar": "/eisen"}).url.path == "/eisen"
    assert is_in(guest)


def test_a_recovery_code_works_once_and_is_kept_as_a_hash(guest: TestClient, clock: Clock) -> None:
    account(guest)
    log_in(guest)
    codes = set_up(guest, clock)
    with state_of(guest).database.session() as session:
        kept = {rij.hash for rij in session.scalars(select(Herstelcode))}
    assert len(kept) == 10 and not kept & set(codes)
    for keer, goed in (("eerste", True), ("tweede", False)):
        guest.post("/uitloggen")
        log_in(guest)
        guest.post("/inloggen/code", data={"code": codes[3].upper().replace("-", " ")})
        assert is_in(guest) == goed, keer


def test_the_secret_of_the_app_is_of_no_use_without_the_server_s_key(guest: TestClient, clock: Clock) -> None:
    account(guest)
    log_in(guest)
    codes = set_up(guest, clock)
    with state_of(guest).database.session() as session:
        dicht = session.scalars(select(TweedeStap)).one().geheim
    assert dicht.startswith("-----BEGIN AGE ENCRYPTED FILE-----")

    clock(timedelta(minutes=1))
    code = now_code(guest, clock)
    (state_of(guest).settings.sleutelmap / "server.agekey").unlink()
    for gegeven, goed in ((code, False), (codes[0], True)):
        guest.post("/uitloggen")
        log_in(guest)
        guest.post("/inloggen/code", data={"code": gegeven})
        assert is_in(guest) == goed


def test_without_the_code_nothing_can_be_skipped(guest: TestClient, clock: Clock) -> None:
    account(guest)
    log_in(guest)
    set_up(guest, clock)
    guest.post("/uitloggen")
    log_in(guest)
    for address, data in (
        ("/inloggen/wachtwoord", {"nieuw": "een heel ander wachtwoord"}),
        ("/inloggen/instellen", {"code": "123456"}),
    ):
        answer = guest.post(address, data=data, follow_redirects=False)
        assert answer.headers["location"] == "/inloggen/code"
    assert guest.get("/inloggen/instellen", follow_redirects=False).headers["location"] == "/inloggen/code"
    assert not is_in(guest)
    clock(timedelta(minutes=11))
    assert guest.get("/inloggen/code").url.path == "/inloggen"  # too long on the way: begin again


def test_a_one_time_password_lasts_a_week(guest: TestClient, clock: Clock) -> None:
    account(guest, eenmalig=True)
    clock(stappen.EENMALIG + timedelta(minutes=1))
    assert log_in(guest) == ""


def test_a_closed_account_and_an_unknown_one_get_the_same_answer(guest: TestClient, clock: Clock) -> None:
    id_ = account(guest)
    with state_of(guest).database.session(write=True) as session:
        wie = session.get(Gebruiker, id_)
        assert wie
        wie.actief = False
    velden = {"inlognaam": "j.jansen", "wachtwoord": WACHTWOORD}
    dicht = guest.post("/inloggen", data=velden)
    onbekend = guest.post("/inloggen", data=velden | {"inlognaam": "j.janssen"})
    assert dicht.status_code == onbekend.status_code == 422
    assert dicht.text.replace("j.jansen", "") == onbekend.text.replace("j.janssen", "")


def test_an_old_hash_is_renewed(guest: TestClient, clock: Clock) -> None:
    id_ = account(guest, hash_=PasswordHasher(time_cost=2, memory_cost=512).hash(WACHTWOORD))
    with state_of(guest).database.session() as session:
        oud = gebruikers.wachtwoord(session, id_)
    log_in(guest)
    with state_of(guest).database.session() as session:
        nieuw = gebruikers.wachtwoord(session, id_)
    assert oud and nieuw and nieuw.hash.startswith("$argon2id$")
    assert verouderd(oud.hash) and not verouderd(nieuw.hash)


def test_passwords_are_guessed_ten_times_at_most(guest: TestClient, clock: Clock) -> None:
    account(guest)
    for _ in range(8):
        grenzen.tel(state_of(guest).database, grenzen.INLOGGEN_ACCOUNT, "j.jansen")
    for _ in range(2):
        assert log_in(guest, "fout") == ""
    te_vaak = guest.post("/inloggen", data={"inlognaam": "J.Jansen ", "wachtwoord": WACHTWOORD})
    assert te_vaak.status_code == 429
    assert 0 < int(te_vaak.headers["Retry-After"]) <= 15 * 60
    assert "minuten" in te_vaak.text
    assert log_in(guest, "fout", "iemand.anders") == ""  # one account, not all
    clock(timedelta(seconds=int(te_vaak.headers["Retry-After"])))
    assert log_in(guest) != ""


def test_an_address_tries_sixty_times_at_most(guest: TestClient, clock: Clock) -> None:
    for _ in range(58):
        grenzen.tel(state_of(guest).database, grenzen.INLOGGEN_ADRES, "testclient")
    for nummer in range(2):
        assert log_in(guest, "fout", f"naam{nummer}") == ""
    assert guest.post("/inloggen", data={"inlognaam": "naam61"}).status_code == 429


def test_codes_are_guessed_five_times_at_most(guest: TestClient, clock: Clock) -> None:
    account(guest)
    log_in(guest)
    set_up(guest, clock)
    guest.post("/uitloggen")
    log_in(guest)
    for _ in range(5):
        assert guest.post("/inloggen/code", data={"code": "000000"}).status_code == 422
    clock(timedelta(seconds=30))
    assert guest.post("/inloggen/code", data={"code": now_code(guest, clock)}).status_code == 429


def test_only_pages_of_our_own_after_the_log_in(guest: TestClient, clock: Clock) -> None:
    account(guest)
    for naar in ("https://elders.nl", "//elders.nl", "/\\elders.nl", "/\t/elders.nl", ""):
        answer = guest.get("/inloggen", params={"naar": naar})
        assert 'name="naar" value="/"' in answer.text, naar


def test_what_was_tried_is_in_the_log_without_names_or_passwords(guest: TestClient, clock: Clock) -> None:
    id_ = account(guest)
    log_in(guest, "mijn geheim")
    log_in(guest)
    set_up(guest, clock)
    with state_of(guest).database.session() as session:
        regels = list(session.scalars(select(Logregel).order_by(Logregel.nummer)))
    gevonden = [(r.handeling, r.uitkomst, r.record) for r in regels if r.handeling == "aanmelden"]
    assert gevonden == [("aanmelden", "geweigerd", ""), ("aanmelden", "gelukt", id_)]
    assert "mijn geheim" not in repr([vars(r) for r in regels])
    assert COOKIE in guest.cookies


def test_the_demo_needs_no_code_and_is_for_this_computer_only(guest: TestClient, clock: Clock) -> None:
    id_ = account(guest)
    state = state_of(guest)
    with state.database.session(write=True) as session:
        wie = session.get(Gebruiker, id_)
        assert wie
        wie.organisatie.demo = True
    assert log_in(guest) == "/eisen"
    object.__setattr__(state.settings, "hosts", ("thuisplek.regio.nl",))
    assert log_in(guest) == ""
