"""The API: keys with a reach, registers, lists in pages, faults as problem details, its description."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import Phase, given, settings
from schemathesis import checks
from sqlalchemy import update

from matcher.demo import schrijf_demo
from tests.web.conftest import log_in, start_app, state_of
from web.access.bereik import BEREIKEN
from web.app import create_app
from web.models import Apisleutel, Gebruiker, Logregel, Rol
from web.models.base import now
from web.settings import Settings


def key(client: TestClient, *reach: str, days: int = 30) -> str:
    """A new key of who is logged in, as somebody makes it on the page."""
    page = client.post("/sleutels", data={"naam": "Zaaksysteem", "dagen": str(days), "bereik": list(reach)})
    assert page.status_code == 200, page.text
    return page.text.partition("thuisplek_")[2].partition("<")[0]


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer thuisplek_{secret}"}


@pytest.fixture
def coordinator(guest: TestClient) -> TestClient:
    log_in(guest, Rol.COORDINATOR)
    return guest


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    folder = tmp_path_factory.mktemp("regio")
    schrijf_demo(folder, date(2026, 1, 5))
    return {
        name: list(csv.DictReader(io.StringIO((folder / f"{name}.csv").read_text()), delimiter=";"))
        for name in ("groepen", "jeugdigen")
    }


def test_a_register_is_kept_by_a_program(coordinator: TestClient, region: Any) -> None:
    headers = bearer(key(coordinator, "groepen:lezen", "groepen:schrijven"))
    row = region["groepen"][0]
    made = coordinator.post("/api/v1/groepen", json=row, headers=headers)
    assert made.status_code == 201 and made.headers["Location"].endswith(made.json()["id"])
    address = made.headers["Location"]
    assert coordinator.post("/api/v1/groepen", json=row, headers=headers).status_code == 409
    assert coordinator.get(address, headers=headers).json()["capaciteit"] == row["capaciteit"]
    changed = coordinator.put(address, json={**row, "capaciteit": "7"}, headers=headers)
    assert changed.json()["capaciteit"] == "7"
    bad = coordinator.put(address, json={**row, "capaciteit": "veel", "lat": "x"}, headers=headers)
    assert bad.status_code == 422 and bad.headers["content-type"] == "application/problem+json"
    assert {line.partition(":")[0] for line in bad.json()["fouten"]} == {"capaciteit", "lat"}
    assert coordinator.delete(address, headers=headers).status_code == 204
    assert coordinator.get(address, headers=headers).status_code == 404


@pytest.mark.parametrize("column", ["bsn", "geslacht", "geboortedatum"])
def test_no_column_but_those_of_the_matcher_is_taken(
    coordinator: TestClient, region: Any, column: str
) -> None:
    headers = bearer(key(coordinator, "jeugdigen:schrijven"))
    row = {**region["jeugdigen"][0], column: "1"}
    assert coordinator.post("/api/v1/jeugdigen", json=row, headers=headers).status_code == 422
    row = {**region["jeugdigen"][0], "gemeente": "123456782"}
    answer = coordinator.post("/api/v1/jeugdigen", json=row, headers=headers)
    assert answer.status_code == 422 and "BSN" in answer.text


def test_a_key_reaches_what_it_was_given_and_no_more(coordinator: TestClient) -> None:
    headers = bearer(key(coordinator, "groepen:lezen"))
    assert coordinator.get("/api/v1/groepen", headers=headers).status_code == 200
    for method, address in (("GET", "/jeugdigen"), ("GET", "/plaatsingsrondes"), ("GET", "/inschrijvingen")):
        assert coordinator.request(method, f"/api/v1{address}", headers=headers).status_code == 403
    made = coordinator.post("/api/v1/groepen", json={"groep_id": "G1"}, headers=headers)
    assert made.status_code == 403
    assert "inschrijvingen:lezen" not in coordinator.get("/sleutels").text, "more than a coordinator may"
    page = coordinator.post("/sleutels", data={"naam": "x", "dagen": "9", "bereik": ["inschrijvingen:lezen"]})
    assert page.status_code == 422


def test_a_key_ends(coordinator: TestClient) -> None:
    headers = bearer(key(coordinator, "groepen:lezen"))
    state = state_of(coordinator)

    def works() -> bool:
        return coordinator.get("/api/v1/groepen", headers=headers).status_code == 200

    assert works()
    for table, values, back in (
        (Apisleutel, {"verloopt": now() - timedelta(seconds=1)}, {"verloopt": now() + timedelta(days=1)}),
        (Gebruiker, {"actief": False}, {"actief": True}),
        (Gebruiker, {"rollen": [Rol.BEHEERDER]}, {"rollen": [Rol.COORDINATOR]}),
    ):
        for change, expected in ((values, False), (back, True)):
            with state.database.session(write=True) as session:
                session.execute(update(table).values(**change))
            assert works() is expected
    page = coordinator.get("/sleutels").text
    coordinator.post(
        "/sleutels/" + page.partition('action="/sleutels/')[2].partition("/")[0] + "/verwijderen"
    )
    assert not works()
    assert not coordinator.get("/api/v1/groepen", headers=bearer("onzin")).is_success


def test_the_log_names_the_program_and_on_whose_behalf(coordinator: TestClient) -> None:
    headers = bearer(key(coordinator, "groepen:lezen"))
    coordinator.get("/api/v1/groepen", headers=headers)
    with state_of(coordinator).database.session() as session:
        line = session.query(Logregel).order_by(Logregel.nummer.desc()).first()
    assert line and (line.gebruiker, line.namens, line.soort) == ("Zaaksysteem", "coordinator-0", "groep")


def test_a_log_in_is_no_key(coordinator: TestClient) -> None:
    answer = coordinator.get("/api/v1/groepen")
    assert answer.status_code == 401 and answer.headers["WWW-Authenticate"] == "Bearer"


def test_an_address_or_method_that_is_not_there(guest: TestClient) -> None:
    answer = guest.options("/api/v1/groepen")
    assert answer.status_code == 405 and answer.headers["Allow"] == "GET, POST"
    for address in ("/api/v1/niets", "/api/v1/rekentools/%0a"):
        answer = guest.get(address)
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_program_that_sends_too_often_is_told_so_in_its_own_way(tmp_path: Path) -> None:
    settings = replace(Settings(tmp_path), verstuurd_per_minuut=2)
    client = TestClient(create_app(settings, demo=False, warm=False), base_url="https://127.0.0.1")
    answers = [client.post("/api/v1/vragen", json={}) for _ in range(3)]
    assert [a.status_code for a in answers] == [401, 401, 429]
    assert answers[-1].headers["content-type"] == "application/problem+json"
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_lists_come_in_pages(coordinator: TestClient) -> None:
    first = coordinator.get("/api/v1/eisen?paginagrootte=50&perceel=9").json()
    ids, page = [], first
    while True:
        ids += [eis["id"] for eis in page["resultaten"]]
        if page["volgende"] is None:
            break
        page = coordinator.get(page["volgende"]).json()
    assert len(ids) == len(set(ids)) == first["aantal"] and first["vorige"] is None
    assert page["vorige"] and coordinator.get(page["vorige"]).status_code == 200


@pytest.mark.slow
def test_a_plan_by_a_program(coordinator: TestClient, region: Any) -> None:
    reach = [naam for naam in BEREIKEN if naam.split(":")[0] in ("groepen", "jeugdigen", "plaatsingsrondes")]
    headers = bearer(key(coordinator, *reach))
    files = []
    for name, rows in region.items():
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, list(rows[0]), delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        files.append(("bestanden", (f"{name}.csv", out.getvalue().encode())))
    preview = coordinator.post("/register/importeren", files=files, follow_redirects=False)
    coordinator.post(preview.headers["location"])
    ronde = coordinator.post("/api/v1/plaatsingsrondes", json={"seconden": 5}, headers=headers)
    assert ronde.status_code == 201
    address = ronde.headers["Location"]
    end = now() + timedelta(seconds=120)
    while coordinator.get(address, headers=headers).json()["voortgang"] in ("waiting", "running"):
        assert now() < end
    assert coordinator.get(address, headers=headers).json()["voortgang"] == "done"
    plan = coordinator.get(f"{address}/plan", headers=headers).json()
    assert {row["jeugdige_id"] for row in plan["plaatsingen"]} <= {
        j["jeugdige_id"] for j in region["jeugdigen"]
    }
    assert coordinator.delete(address, headers=headers).status_code == 204
    assert coordinator.get(f"{address}/plan", headers=headers).status_code == 404


def test_questions(coordinator: TestClient) -> None:
    headers = bearer(key(coordinator, "bronnen:lezen"))

    def ask(**body: Any) -> Any:
        return coordinator.post("/api/v1/vragen", json=body, headers=headers)

    answer = ask(vraag="Wat is het tarief van TG5 in perceel 2?").json()
    assert answer["beantwoord"] and answer["citaten"][0]["vindplaats"].startswith("§8.5")
    later = ask(vraag="En in perceel 4?", gesprek=["Wat is het tarief van TG5 in perceel 2?"]).json()
    assert "perceel 4" in later["gelezen_als"].lower()
    assert ask(vraag=" ").status_code == 422


def test_anybody_may_read_the_description(guest: TestClient) -> None:
    answer = guest.get("/api/v1/openapi.json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*" and answer.headers["API-Version"] == "1.0.0"
    described = answer.json()
    assert described["openapi"].startswith("3.") and described["servers"] == [
        {"url": "/api/v1", "description": "Deze server"}
    ]
    for path, operations in described["paths"].items():
        assert path == path.lower().rstrip("/") or "{" in path
        for operation in operations.values():
            assert all("API-Version" in answer["headers"] for answer in operation["responses"].values())
            assert operation["operationId"] and operation["summary"]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, dict[str, str]]]:
    with start_app(tmp_path_factory.mktemp("data")) as client:
        log_in(client, Rol.COORDINATOR, Rol.BEOORDELAAR)
        headers = bearer(key(client, *BEREIKEN))

        async def running(scope: Any, receive: Any, send: Any) -> None:
            """The application, without being started once more."""
            if scope["type"] == "lifespan":
                await send({"type": "lifespan.startup.complete"})
            else:
                await client.app(scope, receive, send)

        headers["Host"] = "127.0.0.1"
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", running, headers=headers), headers


@pytest.mark.slow
def test_every_answer_is_as_described(described: tuple[Any, dict[str, str]]) -> None:
    """A few tries for each operation; scripts/proef_api goes on for as long as one likes."""
    schema, headers = described
    operations = [found.ok() for found in schema.get_all_operations()]
    for operation in operations:

        @settings(max_examples=6, derandomize=True, database=None, phases=[Phase.generate], deadline=None)
        @given(case=operation.as_strategy())
        def holds(case: Any) -> None:
            # What the matcher asks of a row is more than a schema can say: 422 tells it.
            case.call_and_validate(headers=headers, excluded_checks=[checks.positive_data_acceptance])

        holds()
    assert len(operations) > 20
