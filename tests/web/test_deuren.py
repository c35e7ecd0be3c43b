"""Every route with every rol and with nobody, on both databases, exactly as deuren.txt says.

Records of another organisation are answered as records that do not exist.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import Mount, Route

from tests.web.conftest import log_in, start_app, state_of
from tests.web.records import LICHAMEN, RECORDPARAMETERS, Maker, Voorraad, maak_voorraad, maker
from web.access import Wie
from web.access.bereik import mogelijk
from web.auth import apisleutels
from web.auth.huidig import COOKIE
from web.auth.sessies import wie_van
from web.models import Rol
from web.repositories import gebruikers
from web.state import State

TABEL = Path(__file__).with_name("deuren.txt")
NIEMAND = "niemand"
KOLOMMEN = (NIEMAND, *(rol.value for rol in Rol))
Regel = tuple[str, str]
"""Method and path."""


def lees_tabel() -> dict[Regel, dict[str, str]]:
    regels: dict[Regel, dict[str, str]] = {}
    kop: list[str] = []
    for tekst in TABEL.read_text(encoding="utf-8").splitlines():
        if not tekst.strip() or tekst.startswith("#"):
            continue
        methode, pad, *cellen = tekst.split()
        if methode == "methode":
            kop = [Rol.HOOFDBEOORDELAAR.value if cel == "hoofd" else cel for cel in cellen]
            continue
        assert (methode, pad) not in regels, f"twice: {methode} {pad}"
        regels[methode, pad] = dict(zip(kop, cellen, strict=True))
    return regels


def routes(found: Any, prefix: str = "") -> Iterator[Regel]:
    """Every method and path of the application, of what is mounted in it too."""
    for route in found:
        if inner := getattr(route, "original_router", None):
            yield from routes(inner.routes, prefix)
        elif isinstance(route, APIRoute | Route):
            for methode in sorted((route.methods or set()) - {"HEAD", "OPTIONS"}):
                yield methode, prefix + route.path
        elif isinstance(route, Mount):
            inside = list(routes(getattr(route.app, "routes", None) or [], prefix + route.path))
            yield from inside or [("GET", f"{prefix}{route.path}/*")]
        else:
            raise AssertionError(f"a route of a new kind: {route}")


@pytest.fixture(scope="module")
def voorraad(tmp_path_factory: pytest.TempPathFactory) -> Voorraad:
    return maak_voorraad(tmp_path_factory.mktemp("voorraad"))


@pytest.fixture
def app(tmp_path: Path, database_address: str) -> Iterator[TestClient]:
    """An application whose queue stands still: jobs that a route adds are not started."""
    client = start_app(tmp_path / "data", database=database_address)
    client.follow_redirects = False
    yield client
    state_of(client).database.close()


def person(client: TestClient, rol: Rol, organisatie: str) -> Wie:
    """A new person; the client is logged in as this person, with a key of theirs that reaches all it can."""
    id_ = log_in(client, rol, organisatie=organisatie)
    with state_of(client).database.session(write=True) as session:
        gebruiker = gebruikers.get(session, id_)
        assert gebruiker
        wie = wie_van(gebruiker)
        geheim = apisleutels.maak(session, wie, "Programma", mogelijk(wie), 5)[1]
    client.headers["Authorization"] = f"Bearer {geheim}"
    return wie


def answer(client: TestClient, regel: Regel, parameters: dict[str, str]) -> Any:
    methode, pad = regel
    for naam, waarde in parameters.items():
        pad = pad.replace(f"{{{naam}}}", waarde)
    assert "{" not in pad, f"no value for {pad}"
    return client.request(methode, pad.replace("/*", "/thuisplek.svg"), **LICHAMEN.get(regel, {}))


def verdict(regel: Regel, response: Any) -> str:
    assert response.status_code < 500, (regel, response.text)
    if response.status_code == 401:
        return "inlog"
    if response.status_code in (302, 303, 307):
        naar = response.headers["location"].partition("?")[0]
        return "inlog" if naar == "/inloggen" else "mag"
    return {403: "nee", 404: "weg"}.get(response.status_code, "mag")


def fresh(regel: Regel, state: State, voorraad: Voorraad, wie: Wie) -> dict[str, str]:
    make = maker(regel[1])
    return make(state, voorraad, wie) if make else {}


def test_every_route_has_a_row_and_every_row_a_route(tmp_path: Path) -> None:
    client = start_app(tmp_path / "data")
    found = set(routes(client.app.routes))  # type: ignore[attr-defined]
    rows = set(lees_tabel())
    assert found == rows, f"without a row: {sorted(found - rows)}; without a route: {sorted(rows - found)}"


class Kast:
    """Records of one person, each kind made once: for requests that change nothing."""

    def __init__(self, state: State, voorraad: Voorraad, wie: Wie) -> None:
        self._van = state, voorraad, wie
        self._gemaakt: dict[Maker, dict[str, str]] = {}

    def geef(self, regel: Regel) -> dict[str, str]:
        make = maker(regel[1])
        if make is None:
            return {}
        if make not in self._gemaakt:
            self._gemaakt[make] = make(*self._van)
        return self._gemaakt[make]


@pytest.mark.slow
@pytest.mark.parametrize("kolom", KOLOMMEN)
def test_doors(app: TestClient, voorraad: Voorraad, kolom: str) -> None:
    """With a record of the person's own organisation; nobody asks for a record of somebody."""
    state = state_of(app)
    verschil = {}

    def go(regel: Regel, verwacht: str, parameters: dict[str, str]) -> None:
        if kolom == NIEMAND:
            app.cookies.delete(COOKIE)
            del app.headers["Authorization"]
        found = verdict(regel, answer(app, regel, parameters))
        if found != verwacht:
            verschil[" ".join(regel)] = f"{found}, in the table {verwacht}"

    rol = Rol.COORDINATOR if kolom == NIEMAND else Rol(kolom)
    wie = person(app, rol, "Ons")
    cookie, sleutel = app.cookies[COOKIE], app.headers["Authorization"]
    kast = Kast(state, voorraad, wie)
    wijzigend = []
    for regel, cellen in lees_tabel().items():
        if regel[0] != "GET" and cellen[kolom] == "mag":
            wijzigend.append(regel)
            continue
        app.cookies.set(COOKIE, cookie)
        app.headers["Authorization"] = sleutel
        go(regel, cellen[kolom], kast.geef(regel))
    # What changes something: for a person and with a record of its own.
    for regel in wijzigend:
        wie = person(app, rol, "Ons")
        go(regel, "mag", fresh(regel, state, voorraad, wie))
    assert not verschil, verschil


@pytest.mark.slow
@pytest.mark.parametrize("rol", list(Rol))
def test_records_of_others_do_not_exist(app: TestClient, voorraad: Voorraad, rol: Rol) -> None:
    kast = Kast(state_of(app), voorraad, person(app, rol, "Hun"))
    person(app, rol, "Ons")
    for regel in lees_tabel():
        if not RECORDPARAMETERS & set(re.findall(r"{(\w+)}", regel[1])):
            continue
        van_ander = kast.geef(regel)
        onbestaand = {k: "f" * 24 if k in RECORDPARAMETERS else v for k, v in van_ander.items()}
        hun, geen = (answer(app, regel, parameters) for parameters in (van_ander, onbestaand))
        assert verdict(regel, hun) in ("weg", "nee"), regel
        assert hun.status_code == geen.status_code, regel
        assert blind(hun, van_ander) == blind(geen, onbestaand), regel


def blind(response: Any, parameters: dict[str, str]) -> tuple[str, dict[str, str]]:
    """What was answered, without the id that was asked for."""
    tekst, headers = response.text, dict(response.headers)
    for naam in RECORDPARAMETERS & set(parameters):
        tekst = tekst.replace(parameters[naam], "…")
        headers = {k: v.replace(parameters[naam], "…") for k, v in headers.items()}
    headers.pop("server-timing", None)
    # Of a page that is sent compressed: another id takes another number of bytes.
    headers.pop("content-length", None)
    return tekst, headers
