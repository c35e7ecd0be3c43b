"""A tender in a real browser: two people make their keys, a bidder hands in, and the two open the vault."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.web.chromium import NEEDS, Blik, log_in, served
from web.models.base import now
from web.services.datum import nederlandse_tijd

pytestmark = NEEDS
WACHTZIN = "de zon schijnt op dinsdag"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a server with the demo's log-ins, and its data folder."""
    data = tmp_path_factory.mktemp("kluis")
    with served(data, THUISPLEK_SOLVE_SECONDS="2") as address:
        yield address, data


class Walk:
    """One page that is looked at as it goes, and kept as pictures when THUISPLEK_BEELDEN names a folder."""

    def __init__(self, page: Any, server: str) -> None:
        self.page, self.server, self._blik = page, server, Blik("kluis")

    def look(self) -> None:
        self._blik(self.page)

    def use_key(self, key: Path, button: str) -> None:
        self.page.get_by_label("Uw sleutelbestand").set_input_files(key)
        self.page.get_by_label("Uw wachtzin").fill(WACHTZIN)
        self.page.get_by_role("button", name=button).click()


def test_from_tender_to_opened_bid(demo: tuple[str, Path], browser: Any, tmp_path: Path) -> None:
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
