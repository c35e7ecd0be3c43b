"""A walk through the three jobs and the assistant in a real browser, against a real server."""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ROOT = Path(__file__).resolve().parent.parent.parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    pytest.mark.skipif(
        not (ROOT / "web/static/build/app.css").exists(), reason="the front end was not built (scripts/test)"
    ),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with demo data."""
    environment = os.environ | {
        "THUISPLEK_DATA": str(tmp_path_factory.mktemp("data")),
        "THUISPLEK_SOLVE_SECONDS": "8",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "web.cli", "serve", "--port", "0"],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    address = process.stdout.readline().split()[-1]
    try:
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def wait_for_demo(server: str) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        with urllib.request.urlopen(server, timeout=10) as answer:
            html = answer.read().decode()
        if "label--bezig" not in html:
            return
        time.sleep(0.5)
    raise AssertionError("the demo data take too long")


def first_result(page: Any, server: str, section: str) -> str:
    page.goto(f"{server}/{section}")
    return str(page.locator(".resultaat__naam").first.get_attribute("href"))


def hold(page: Any, width: int) -> None:
    """No axe violation, no sideways scrolling of the page."""
    from axe_playwright_python.sync_playwright import Axe

    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width, page.url
    found = Axe().run(page).response["violations"]
    assert not found, [(v["id"], v["nodes"][0]["html"][:200]) for v in found]


@pytest.mark.parametrize("width", [1280, 320])
def test_pages_are_accessible(server: str, browser: Any, width: int) -> None:
    wait_for_demo(server)
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    report = first_result(page, server, "beoordeling")
    for address in (
        "/",
        first_result(page, server, "plaatsing"),
        report,
        f"{report}/passage/bevinding-2-1",
        first_result(page, server, "zelfcheck"),
        "/assistent?vraag=Binnen hoeveel weken moet een klacht zijn afgehandeld?",
        "/eisen",
    ):
        page.goto(server + address)
        hold(page, width)
    assert not complaints
    context.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_walk(server: str, browser: Any, javascript: bool) -> None:
    wait_for_demo(server)
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto(server)
    page.get_by_role("link", name="Zelfcheck").last.click()
    page.get_by_role("button", name="Gebruik het voorbeeld").click()
    page.get_by_role("heading", name="Uw lijst voor").wait_for(timeout=60_000)
    page.goto(server + first_result(page, server, "beoordeling"))
    page.locator("#filter-strijdig").click()
    page.locator("#filter-strijdig[aria-current]").wait_for()
    assert page.locator(".eis").count() < 10
    page.locator(".citaat a").first.click()
    assert page.locator(".blad, .tekstblad").count() == 1
    page.goto(server)
    page.get_by_label("Uw vraag").fill("Wat is het tarief van intensiteit E?")
    page.get_by_role("button", name="Vraag").click()
    page.get_by_text("212,55").first.wait_for()
    page.locator(".vindplaats a").first.click()
    page.get_by_text("212,55").first.wait_for()
    context.close()
