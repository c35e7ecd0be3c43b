"""What tests in a real browser share: Chromium, a real server of the pages, and a look at a page."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
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
WIDTHS = (1280, 320)
PATIENCE = 90_000
"""Milliseconds that a page may take on a busy machine; speed belongs in scripts/bench."""
WACHTWOORD = "vier losse woorden samen"
"""Of everybody that a walk puts in its database."""
NEEDS = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium on this machine"),
    pytest.mark.skipif(
        not (ROOT / "web/static/build/app.css").exists(), reason="the front end was not built (scripts/test)"
    ),
]
"""A file of such tests has these as its `pytestmark`."""


@contextmanager
def launched() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser: Any = playwright.chromium.launch(executable_path=PROGRAM, args=FLAGS)
        begin = browser.new_context

        def patient(**options: Any) -> Any:
            context = begin(**options)
            context.set_default_timeout(PATIENCE)
            return context

        browser.new_context = patient
        yield browser
        browser.close()


@contextmanager
def served(data: Path, database: str = "", **settings: str) -> Iterator[str]:
    """The address of `web serve` over this data folder, and this database ("": SQLite in the folder)."""
    environment = os.environ | {"THUISPLEK_DATA": str(data), "DATABASE_URL": database} | settings
    process = subprocess.Popen(
        [sys.executable, "-m", "web.cli", "serve", "--port", "0"],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        yield process.stdout.readline().split()[-1]
    finally:
        process.terminate()
        process.wait(timeout=20)


def log_in(page: Any, server: str, rol: str) -> None:
    """By the button of the demo's log-in."""
    page.goto(f"{server}/inloggen")
    page.get_by_role("button", name=rol, exact=True).click()
    page.get_by_role("button", name="Uitloggen").wait_for()


def log_in_with_password(page: Any, server: str, inlognaam: str) -> None:
    page.goto(f"{server}/inloggen")
    page.get_by_label("Inlognaam", exact=True).fill(inlognaam)
    page.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()


def hold(page: Any, width: int, *, axe: bool = False) -> None:
    """No sideways scrolling of the page. `axe`: and no violation, where test_toegankelijk can't come."""
    from axe_playwright_python.sync_playwright import Axe

    page.wait_for_load_state()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width, page.url
    if not axe:
        return
    found = Axe().run(page).response["violations"]
    assert not found, [(v["id"], v["nodes"][0]["html"][:200]) for v in found]


class Blik:
    """Looks at the pages of a walk, one after the other."""

    def __init__(self, naam: str, scripts: bool = True) -> None:
        self._naam, self._scripts, self._nummer = naam, scripts, 0

    def __call__(self, page: Any) -> None:
        """Held to its width, and kept as a picture when THUISPLEK_BEELDEN names a folder."""
        self._nummer += 1
        if not self._scripts:  # what looks is a script itself
            return
        for width in reversed(WIDTHS):
            page.set_viewport_size({"width": width, "height": 800})
            hold(page, width)
            if folder := os.environ.get("THUISPLEK_BEELDEN"):
                page.screenshot(path=f"{folder}/{self._naam}-{self._nummer:02}-{width}.png", full_page=True)
