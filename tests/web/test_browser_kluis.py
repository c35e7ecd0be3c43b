"""A tender in a real browser: two people make their keys, a bidder hands in, and the two open the vault."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.web.test_browser import ROOT, browser, hold, log_in, pytestmark  # noqa: F401
from web.models.base import now
from web.services.datum import nederlandse_tijd

WACHTZIN = "de zon schijnt op dinsdag"
WIDTHS = (1280, 320)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a server with the demo's log-ins, and its data folder."""
    data = tmp_path_factory.mktemp("kluis")
    process = subprocess.Popen(
        [sys.executable, "-m", "web.cli", "serve", "--port", "0"],
        env=os.environ | {"THUISPLEK_DATA": str(data), "THUISPLEK_SOLVE_SECONDS": "2"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    address = process.stdout.readline().split()[-1]
    try:
        yield address, data
    finally:
        process.terminate()
        process.wait(timeout=20)


class Walk:
    """One page that is looked at as it goes, and kept as pictures when THUISPLEK_BEELDEN names a folder."""

    def __init__(self, page: Any, server: str) -> None:
        self.page, self.server, self.number = page, server, 0

    def look(self) -> None:
        self.number += 1
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 800})
            hold(self.page, width)
            if folder := os.environ.get("THUISPLEK_BEELDEN"):
                self.page.screenshot(path=f"{folder}/{self.number:02}-{width}.png", full_page=True)

    def use_key(self, key: Path, button: str) -> None:
        self.page.get_by_label("Uw sleutelbestand").set_input_files(key)
        self.page.get_by_label("Uw wachtzin").fill(WACHTZIN)
        self.page.get_by_role("button", name=button).click()


def test_from_tender_to_opened_bid(demo: tuple[str, Path], browser: Any, tmp_path: Path) -> None:  # noqa: F811
    server, data = demo
    context = browser.new_context()
    page = context.new_page()
    walk = Walk(page, server)
    log_in(page, server, "Hoofdbeoordelaar")
    page.goto(f"{server}/aanbestedingen")
    page.get_by_role("link", name="Nieuwe aanbesteding").click()
    page.get_by_label("Naam", exact=True).fill("Jeugdhulp 2027")
    page.get_by_label("Datum van sluiting").fill(f"{nederlandse_tijd(now() + timedelta(days=9)):%d-%m-%Y}")
    page.get_by_label("Tijd van sluiting").fill("11:00")
    walk.look()
    page.get_by_role("button", name="Aanbesteding maken").click()
    page.get_by_role("alert").wait_for()
    walk.look()
    for naam in ("Beoordelaar", "Hoofdbeoordelaar"):
        page.get_by_label(naam, exact=True).check()
    page.get_by_role("button", name="Aanbesteding maken").click()
    page.get_by_role("status").wait_for()
    walk.look()
    tender = page.url.partition("?")[0]

    keys = {}
    for rol in ("Hoofdbeoordelaar", "Beoordelaar"):
        log_in(page, server, rol)
        page.goto(tender)
        page.get_by_label("Kies een wachtzin").fill(WACHTZIN)
        page.get_by_label("Dezelfde wachtzin nog eens").fill(WACHTZIN)
        with page.expect_download() as download:
            page.get_by_role("button", name="Maak mijn sleutel").click()
        keys[rol] = tmp_path / f"{rol}.age"
        download.value.save_as(keys[rol])
        page.goto(tender)
        if rol == "Beoordelaar":
            walk.look()
        walk.use_key(keys[rol], "Probeer mijn sleutel")
        page.get_by_text("Uw sleutel werkt. Bewaar").wait_for()
    log_in(page, server, "Hoofdbeoordelaar")
    page.goto(tender)
    walk.look()
    page.get_by_role("button", name="Zet de kluis klaar").click()
    page.get_by_text("De kluis is klaar.").wait_for()
    walk.look()

    log_in(page, server, "Inschrijver")
    page.goto(f"{server}/aanbestedingen")
    walk.look()
    page.get_by_role("link", name="Jeugdhulp 2027").click()
    walk.look()
    plan, prijs = tmp_path / "Plan van aanpak - perceel 2.txt", tmp_path / "prijs.txt"
    plan.write_text("Wij handelen een klacht af binnen zes weken.\n" * 200, encoding="utf-8")
    prijs.write_text("2.000", encoding="utf-8")
    page.get_by_label("Bestanden van uw inschrijving").set_input_files([plan, prijs])
    page.get_by_role("button", name="Dien in").click()
    page.get_by_role("heading", name="Ontvangstbewijs").wait_for()
    walk.look()
    page.goto(f"{server}/indienen/{tender.rpartition('/')[2]}")
    page.get_by_label("Bestanden van uw inschrijving").set_input_files([plan])
    page.get_by_role("button", name="Vervang mijn inschrijving").click()
    page.get_by_role("heading", name="Ontvangstbewijs").wait_for()
    page.goto(f"{server}/indienen/{tender.rpartition('/')[2]}")
    walk.look()

    with sqlite3.connect(data / "thuisplek.sqlite3") as database:
        database.execute("UPDATE aanbestedingen SET sluiting = ?", [str(now() - timedelta(minutes=1))])
    page.reload()
    walk.look()
    log_in(page, server, "Beoordelaar")
    page.goto(tender)
    walk.look()
    walk.use_key(keys["Beoordelaar"], "Begin met openen")
    page.get_by_text("Uw sleutel is gebruikt").wait_for()
    walk.look()
    log_in(page, server, "Hoofdbeoordelaar")
    page.goto(tender)
    walk.use_key(keys["Hoofdbeoordelaar"], "Open de kluis")
    page.get_by_text("De kluis is open.").wait_for()
    walk.look()
    assert page.get_by_role("link", name="Voorbeeldaanbieder").count() == 1
    context.close()
