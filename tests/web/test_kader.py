"""The frame of the pages: colours, theme, shortcuts, static files, and how much the first page weighs."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.exceptions import HTTPException

from knowledge.errors import InvoerFout
from tests.web.conftest import log_in, start_app, state_of
from web.app import create_app
from web.middleware.headers import HEADERS
from web.models import Rol
from web.settings import Settings
from web.statisch import FOLDER, FOR_GOOD, Statisch, adres
from web.thema import lees_thema
from web.voorkeuren import BEELD, TOETSEN

BUILT = pytest.mark.skipif(
    not (FOLDER / "build/app.css").exists(), reason="the front end was not built (scripts/test)"
)
THEMA = """/* Verzonnen gemeente Hazeldonk, zie https://voorbeeld.example */
:root { --thuisplek-kop-vlak: light-dark(#5b1a4b, #34102b); --thuisplek-knop: light-dark(#7a2365, #e6a9d5); }
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
MOST_BYTES = 150_000


@pytest.mark.parametrize("beeld", ["licht", "donker"])
def test_colours_are_chosen_by_a_plain_form(client: TestClient, beeld: str) -> None:
    assert "data-beeld" not in client.get("/eisen").text
    answer = client.post(
        "/weergave", data={"beeld": beeld, "terug": "/eisen?perceel=8"}, follow_redirects=False
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/eisen?perceel=8")
    page = client.get("/eisen?perceel=8").text
    assert f'data-beeld="{beeld}"' in page
    assert 'name="terug" value="/eisen?perceel=8"' in page
    client.post("/weergave", data={"beeld": ""})
    assert BEELD not in client.cookies
    assert "data-beeld" not in client.get("/eisen").text


def test_a_choice_that_is_none_and_a_way_back_elsewhere(client: TestClient) -> None:
    answer = client.post(
        "/weergave", data={"beeld": '"><script>', "terug": "//elders.nl"}, follow_redirects=False
    )
    assert answer.headers["location"] == "/"
    client.cookies.set(BEELD, "paars")
    assert "data-beeld" not in client.get("/").text


def test_shortcuts_can_be_switched_off(client: TestClient) -> None:
    assert "sneltoetsen.js" in client.get("/eisen").text
    client.post("/sneltoetsen", data={"stand": "uit"})
    assert client.cookies[TOETSEN] == "uit"
    assert "sneltoetsen.js" not in client.get("/eisen").text
    assert "staan nu <strong>uit</strong>" in client.get("/sneltoetsen").text
    client.post("/sneltoetsen", data={"stand": "aan"})
    assert "sneltoetsen.js" in client.get("/eisen").text


def test_the_theme_of_a_municipality(tmp_path: Path) -> None:
    (tmp_path / "hazeldonk.css").write_text(THEMA)
    (tmp_path / "logo.svg").write_text(LOGO)
    settings = Settings(tmp_path, naam="Gemeente <Hazeldonk>", thema="hazeldonk.css", logo="logo.svg")
    client = TestClient(create_app(settings, demo=False, warm=False), base_url="https://127.0.0.1")
    page = client.get("/").text
    assert "Gemeente &lt;Hazeldonk&gt;" in page
    sheets = re.findall(r'rel="stylesheet" href="([^"]+)"', page)
    assert sheets[1].startswith("/static/thema/stijl.css?v=")  # after our own, so that it counts
    style = client.get(sheets[1])
    assert style.text == THEMA
    assert style.headers["content-type"].startswith("text/css")
    assert style.headers["cache-control"] == FOR_GOOD
    (logo,) = re.findall(r'<img src="([^"]+)"', page)
    assert client.get(logo).headers["content-type"].startswith("image/svg")
    assert "default-src 'none'" in client.get(logo).headers["content-security-policy"]  # no script of an SVG
    state_of(client).database.close()


def test_an_existing_theme_of_nl_design_system_puts_its_name_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "t.css").write_text(".hazeldonk-theme { --basis-color-action-1-bg-default: #123456 }")
    assert lees_thema(Settings(tmp_path, thema="t.css")).klasse == "hazeldonk-theme"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("weg.css", None, "is er niet"),
        ("t.txt", ":root {}", r"moet eindigen op \.css"),
        ("t.css", '@import "https://elders.nl/x.css";', "van elders"),
        ("t.css", "a { background: url(//elders.nl/x.png) }", "van elders"),
        ("t.css", " " * 500_001, "groter dan 500 kB"),
    ],
)
def test_a_theme_that_cannot_be_is_refused_at_the_start(
    tmp_path: Path, name: str, text: str | None, says: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(InvoerFout, match=f"THUISPLEK_THEMA.*{says}"):
        create_app(Settings(tmp_path, thema=name), demo=False, warm=False)


def test_every_rol_sees_a_calm_menu_with_its_place(tmp_path: Path) -> None:
    client = start_app(tmp_path / "data")
    for rol in Rol:
        log_in(client, rol, organisatie=f"Van de {rol}")
        page = client.get("/tarieven").text
        menu = re.findall(r'<nav class="nav__rij.*?</nav>', page, re.DOTALL)[0]
        assert 5 <= menu.count("<a ") <= 9, rol
        assert re.findall(r'aria-current="(\w+)">(\w+)', menu) == [("page", "Tarieven")]
        below = client.get("/eisen/12").text
        assert 'aria-current="true">Eisen' in below
    state_of(client).database.close()


@BUILT
def test_the_first_page_is_light_over_the_wire(client: TestClient) -> None:
    """The page and all it loads at once, as a browser asks for it; fonts included."""
    total = 0
    for start in ("/", "/inloggen"):
        page = fetch(client, start)
        total = len(page[0])
        names = re.findall(r'(?:href|src)="(/static/[^"]+)"', page[1])
        style = next(fetch(client, n)[1] for n in names if "app.css" in n)
        fonts = set(re.findall(r"url\(\"?\./(fonts/[^)\"]+\.woff2)\"?\)", style))
        assert fonts
        total += sum(len(fetch(client, n)[0]) for n in {*names, *(f"/static/build/{f}" for f in fonts)})
        assert total < MOST_BYTES, f"{start}: {total} bytes"


def fetch(client: TestClient, address: str) -> tuple[bytes, str]:
    """As sent, and as read."""
    with client.stream("GET", address, headers={"Accept-Encoding": "gzip"}) as answer:
        assert answer.status_code == 200, address
        sent = b"".join(answer.iter_raw())
    return sent, client.get(address).text


@BUILT
def test_static_files_are_packed_and_kept() -> None:
    client = TestClient(Statisch({}), base_url="https://127.0.0.1")
    naam = adres("build/app.css").removeprefix("/static")
    for asked, given in (("br, gzip", "br"), ("gzip", "gzip"), ("", None), ("br;q=0", None)):
        with client.stream("GET", naam, headers={"Accept-Encoding": asked}) as answer:
            assert answer.headers.get("content-encoding") == given, asked
            assert answer.headers["cache-control"] == FOR_GOOD
            assert answer.headers["vary"] == "Accept-Encoding"
            etag = answer.headers["etag"]
    again = client.get(naam, headers={"Accept-Encoding": "", "If-None-Match": etag})
    assert again.status_code == 304
    old = client.get("/build/app.css?v=0123", headers={"Accept-Encoding": ""})
    assert old.headers["cache-control"] == "no-cache"
    with pytest.raises(HTTPException):
        client.get("/build/%2e%2e/%2e%2e/app.py")


def test_a_fault_of_ours_is_a_page_with_the_security_headers(tmp_path: Path) -> None:
    client = start_app(tmp_path / "data")
    app = client.app

    @app.get("/stuk")  # type: ignore[attr-defined]
    def broken() -> None:
        raise RuntimeError("geheim")

    quiet = TestClient(app, base_url="https://127.0.0.1", raise_server_exceptions=False)
    for address in ("/stuk", "/bestaat-niet"):
        answer = quiet.get(address)
        assert answer.status_code in (500, 404)
        assert HEADERS.items() <= {name: answer.headers.get(name) for name in HEADERS}.items()
        assert answer.headers["cache-control"] == "no-store"
        assert "geheim" not in answer.text
        assert "Naar de startpagina" in answer.text
    number = re.findall(r"<code>(\w+)</code>", quiet.get("/stuk").text)
    assert number and len(number[0]) == 16  # the same as in the log
    with pytest.raises(RuntimeError):  # the server itself still hears of it, for its log
        client.get("/stuk")
    state_of(client).database.close()


def test_pages_about_the_website_name_who_runs_it(tmp_path: Path) -> None:
    settings = Settings(tmp_path, naam="Regio Hazeldonk", contact="hulp@hazeldonk.example")
    client = TestClient(create_app(settings, demo=False, warm=False), base_url="https://127.0.0.1")
    for address in ("/toegankelijkheid", "/privacy"):
        page = client.get(address).text
        assert "Regio Hazeldonk" in page
        assert 'href="mailto:hulp@hazeldonk.example"' in page
    assert "WCAG 2.2" in client.get("/toegankelijkheid").text
    assert settings.bewaar_rondes == 2 * 365
    assert "<td>2 jaar</td>" in client.get("/privacy").text
    state_of(client).database.close()
