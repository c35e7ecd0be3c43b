"""Every page in a real browser: axe in light and in dark, and own checks of what axe does not see.

The pages are those of deuren.txt, each with a rol that may see it and a real record (records.py); and the
states that an address alone does not show. One browser and one server do it all.
"""

import re
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
import uvicorn
from axe_playwright_python.base import AXE_SCRIPT

from knowledge.calculators.register import rekentool
from tests.web.chromium import NEEDS
from tests.web.records import LICHAMEN, Voorraad, een_inschrijving, een_ronde, maak_voorraad, maker
from tests.web.test_deuren import lees_tabel
from web.access import Wie
from web.app import create_app
from web.auth import sessies
from web.auth.huidig import COOKIE
from web.auth.sessies import wie_van
from web.models import JobStatus, Organisatiesoort, Rol
from web.models.base import new_id
from web.repositories import gebruikers, jobs
from web.services.rekenformulier import adres as rekenadres
from web.settings import Settings
from web.state import State

CHECKS = Path(__file__).with_name("eigen_controles.js").read_text(encoding="utf-8")
ONLY_WRONG = {"resultTypes": ["violations"]}
ALL = ONLY_WRONG | {"rules": {"target-size": {"enabled": True}}}
COLOURS = ONLY_WRONG | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""All that changes with the colours."""
pytestmark = NEEDS


@dataclass(frozen=True)
class Site:
    address: str
    state: State
    voorraad: Voorraad

    def person(self, rol: Rol) -> tuple[Wie, str]:
        """Somebody with this rol, and the secret of their log-in."""
        soort = Organisatiesoort.AANBIEDER if rol == Rol.INSCHRIJVER else Organisatiesoort.REGIO
        naam = f"Ons {soort}"
        with self.state.database.session(write=True) as session:
            ons = gebruikers.organisatie_by_naam(session, naam) or gebruikers.add_organisatie(
                session, naam, soort
            )
            wie = wie_van(gebruikers.add(session, ons, new_id(), "Jo de Wit", frozenset({rol})))
        return wie, sessies.begin(self.state.database, wie.gebruiker_id)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    settings = Settings(tmp_path_factory.mktemp("data"), worker=False)
    app = create_app(settings, demo=False, warm=False)
    state: State = app.state.thuisplek
    voorraad = maak_voorraad(tmp_path_factory.mktemp("voorraad"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield Site(f"http://127.0.0.1:{listening.getsockname()[1]}", state, voorraad)
        server.should_exit = True
        thread.join(20)


def addresses(site: Site, rol: Rol, wie: Wie) -> list[str]:
    """The pages that this rol is the first in the table to see, and the states of its work."""
    found = []
    for (methode, pad), cellen in lees_tabel().items():
        eerste = next((r for r in Rol if cellen[r.value] == "mag"), None)
        if methode != "GET" or eerste is not rol or pad.startswith(("/api/", "/static/")):
            continue
        make = maker(pad)
        parameters = make(site.state, site.voorraad, wie) if make else {}
        for naam, waarde in parameters.items():
            pad = pad.replace(f"{{{naam}}}", waarde)
        extra = LICHAMEN.get((methode, pad), {}).get("params") or _params(methode, pad)
        found.append(pad + (f"?{urlencode(extra)}" if extra else ""))
    return found + STATES.get(rol, lambda *_: [])(site, wie)


def _params(methode: str, pad: str) -> dict[str, str]:
    for (m, patroon), lichaam in LICHAMEN.items():
        if m == methode and re.fullmatch(re.sub(r"{\w+}", "[^/]+", patroon), pad):
            return dict(lichaam.get("params", {}))
    return {}


def with_job(site: Site, van: str, status: JobStatus) -> None:
    with site.state.database.session(write=True) as session:
        job = jobs.of_subject(session, van)
        assert job
        job.status, job.errors = status, "Het bestand groepen.csv is er niet."


def of_coordinator(site: Site, wie: Wie) -> list[str]:
    """A ronde while it runs, after it failed and after it was stopped; what is not there; answers."""
    rondes = []
    for status in (JobStatus.RUNNING, JobStatus.FAILED, JobStatus.STOPPED):
        ronde = een_ronde(site.state, site.voorraad, wie)["ronde_id"]
        with_job(site, ronde, status)
        rondes.append(f"/plaatsing/{ronde}")
    return [
        *rondes,
        "/bestaat-niet",
        "/beheer",
        "/register/jeugdigen?zoek=bestaatniet",
        "/assistent?vraag=Binnen hoeveel weken moet een klacht zijn afgehandeld?",
        "/assistent?eerder=Wat is het tarief van TG5 in perceel 2?&vraag=En in perceel 4?",
        "/assistent?vraag=Wie wint het WK voetbal?",
        "/assistent?vraag=",
        "/rekentools/intensiteit?reken=1",
        rekenadres("financieel", rekentool("financieel").voorbeeld),
        rekenadres("kosten", rekentool("kosten").voorbeeld),
    ]


def of_assessor(site: Site, wie: Wie) -> list[str]:
    """A bid while it is read."""
    bod = een_inschrijving("beoordeling")(site.state, site.voorraad, wie)["id"]
    with_job(site, bod, JobStatus.RUNNING)
    return [f"/beoordeling/{bod}"]


STATES = {Rol.COORDINATOR: of_coordinator, Rol.BEOORDELAAR: of_assessor}


def is_page(client: httpx.Client, address: str) -> bool:
    """A whole page (also of a fault), no download, picture, stream or part of a page."""
    with client.stream("GET", address, follow_redirects=True) as answer:
        if answer.status_code >= 500:
            return True
        if not answer.headers.get("content-type", "").startswith("text/html"):
            return False
        if "attachment" in answer.headers.get("content-disposition", ""):
            return False
        begin = next(answer.iter_text(), "")
        return begin.lstrip().lower().startswith("<!doctype") and "/static/build/app.css" in begin[:4000]


def axe(page: Any, options: dict[str, Any]) -> list[str]:
    """What axe finds, with the first part of the page that is wrong."""
    found = page.evaluate("options => axe.run(document, options).then(r => r.violations)", options)
    return [
        f"{v['id']}: {n['html'][:160]} {' '.join(c['message'] for c in n['any'][:1])}"
        for v in found
        for n in v["nodes"][:3]
    ]


def complaints(page: Any) -> list[str]:
    """What is wrong with the page that is open."""
    page.evaluate(AXE_SCRIPT)
    found = axe(page, ALL)
    page.keyboard.press("Tab")
    found += page.evaluate(f"({CHECKS})('breed')")
    page.emulate_media(color_scheme="dark")
    found += [f"in het donker: {c}" for c in axe(page, COLOURS)]
    # 1280 pixels wide and enlarged twice is as wide as 640.
    for width, size in ((640, ""), (320, ""), (640, "200%")):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("size => document.documentElement.style.fontSize = size", size)
        found += page.evaluate(f"({CHECKS})('smal')")
    return found


@pytest.mark.parametrize("rol", list(Rol))
def test_every_page(site: Site, browser: Any, rol: Rol) -> None:
    wie, geheim = site.person(rol)
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    # Playwright takes the name of a secure cookie only for https; the browser sends it to this computer too.
    https = site.address.replace("http:", "https:")
    context.add_cookies([{"name": COOKIE, "value": geheim, "url": https}])
    client = httpx.Client(base_url=site.address, headers={"Cookie": f"{COOKIE}={geheim}"}, timeout=60)
    wrong: dict[str, list[str]] = {}
    seen = 0
    for address in addresses(site, rol, wie):
        if not is_page(client, address):
            continue
        seen += 1
        page = context.new_page()
        said: list[str] = []
        page.on(
            "console", lambda m, said=said: said.append(m.text) if m.type in ("error", "warning") else None
        )
        answer = page.goto(site.address + address)
        found = complaints(page)
        if answer.status >= 500:
            found.append(f"answers {answer.status}")
        # A page for an error comes with the browser's own line about its status.
        found += [f"console: {text}" for text in said if "status of 4" not in text]
        if found:
            wrong[address] = found
        page.close()
    context.close()
    client.close()
    assert seen, "no page was looked at"
    assert not wrong, "\n".join(f"{a}\n  " + "\n  ".join(w[:8]) for a, w in wrong.items())


def test_keys(site: Site, browser: Any) -> None:
    """Shortcuts do what /sneltoetsen says, nothing while one writes, and nothing when off; Tab goes in the
    order of the page."""
    context = browser.new_context()
    https = site.address.replace("http:", "https:")
    context.add_cookies([{"name": COOKIE, "value": site.person(Rol.INSCHRIJVER)[1], "url": https}])
    page = context.new_page()
    page.goto(f"{site.address}/assistent")
    in_order = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]"
        ".filter(e => e.type !== 'hidden' && e.checkVisibility()).map(e => e.outerHTML)"
    )
    by_tab = []
    for _ in in_order:
        page.keyboard.press("Tab")
        by_tab.append(page.evaluate("document.activeElement.outerHTML"))
    assert by_tab == in_order
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "vraag"
    page.keyboard.type("1/2?")
    assert page.locator("#vraag").input_value() == "1/2?"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    page.get_by_role("heading", name="Sneltoetsen", level=1).wait_for()
    page.get_by_role("button", name="Zet de sneltoetsen uit").click()
    page.goto(f"{site.address}/eisen")
    page.keyboard.press("?")
    page.keyboard.press("/")
    assert page.url == f"{site.address}/eisen"
    context.close()


def test_paper_shows_the_content_alone(site: Site, browser: Any) -> None:
    context = browser.new_context(color_scheme="dark")
    https = site.address.replace("http:", "https:")
    wie, geheim = site.person(Rol.COORDINATOR)
    context.add_cookies([{"name": COOKIE, "value": geheim, "url": https}])
    page = context.new_page()
    page.emulate_media(media="print")
    ronde = een_ronde(site.state, site.voorraad, wie)["ronde_id"]
    for address in (f"/plaatsing/{ronde}", "/eisen/12", "/tarieven"):
        page.goto(site.address + address)
        for part in ("nav", ".voet", ".kop__wie", ".paneel", ".inhoud button"):
            for element in page.locator(part).all():
                assert not element.is_visible(), f"{address}: {part}"
        assert page.locator("h1").is_visible()
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(255, 255, 255)", "dark pages print light"
    context.close()
