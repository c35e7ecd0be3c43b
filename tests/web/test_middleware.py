"""What is refused before a page is asked: other sites, other names, too much at once."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import state_of
from web.app import create_app
from web.middleware.headers import HEADERS, HTTPS_ONLY
from web.settings import Settings

UNSAFE = ("POST", "PUT", "PATCH", "DELETE")


def post(client: TestClient, **headers: str) -> int:
    names = {"site": "Sec-Fetch-Site", "origin": "Origin"}
    return client.post("/inloggen", headers={names[k]: v for k, v in headers.items()}).status_code


@pytest.mark.parametrize("method", UNSAFE)
def test_another_site_sends_nothing(client: TestClient, method: str) -> None:
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},  # a neighbour under the same domain is another site too
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://127.0.0.1"},
        {"Origin": "https://elders.nl"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1.elders.nl"},
        {"Origin": "https://127.0.0.1:444"},
    ):
        assert client.request(method, "/uitloggen", headers=headers).status_code == 403, headers


def test_our_own_pages_send(client: TestClient) -> None:
    assert post(client, site="same-origin", origin="https://127.0.0.1") == 422
    assert post(client, site="none") == 422  # typed by the user
    assert post(client, origin="https://127.0.0.1") == 422
    assert post(client) == 422  # no browser, and so nobody's cookie


def test_reading_changes_nothing_and_is_let_through(client: TestClient) -> None:
    assert client.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


@pytest.mark.parametrize("hosts", [(), ("thuisplek.regio.nl",)])
def test_names(tmp_path: Path, hosts: tuple[str, ...]) -> None:
    client = TestClient(create_app(Settings(tmp_path, hosts=hosts), demo=False, warm=False))
    for host, status in (
        ("127.0.0.1:8000", 200),
        ("localhost", 200),
        ("[::1]:8000", 200),
        ("thuisplek.regio.nl", 200 if hosts else 400),
        ("elders.nl", 400),
        ("thuisplek.regio.nl.elders.nl", 400),
        ("testserver", 400),
    ):
        answer = client.get("/inloggen", headers={"Host": host})
        assert answer.status_code == status, host
        assert ("Strict-Transport-Security" in answer.headers) == bool(hosts)
    assert HTTPS_ONLY.keys().isdisjoint(HEADERS)
    state_of(client).database.close()


def test_one_address_does_not_send_without_end(guest: TestClient) -> None:
    sent = guest.app.user_middleware  # type: ignore[attr-defined]
    assert "SentLimit" in [m.cls.__name__ for m in sent]
    state = state_of(guest)
    settings = Settings(state.settings.data, database=state.settings.database, verstuurd_per_minuut=3)
    # Two servers on one database count together.
    servers = [
        TestClient(create_app(settings, demo=False, warm=False), base_url="https://127.0.0.1")
        for _ in range(2)
    ]
    answers = [servers[n % 2].post("/uitloggen", follow_redirects=False) for n in range(8)]
    refused = [a for a in answers if a.status_code == 429]
    assert 2 <= len(refused) <= 5  # a new minute may begin in between
    assert 0 < int(refused[0].headers["Retry-After"]) <= 60
    assert "te vaak" in refused[0].text
    for server in servers:
        assert server.get("/inloggen").status_code == 200
        state_of(server).database.close()
