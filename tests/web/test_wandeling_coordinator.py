"""The morning of a coordinator in a real browser: read in a list, have a plan made, look why, hear a refusal,
plan again, hear yes from everybody, publish. On SQLite with JavaScript, on PostgreSQL without."""

import csv
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from matcher.invoer import GROEPKOLOMMEN, JEUGDIGEKOLOMMEN
from tests.web.chromium import NEEDS, WACHTWOORD, Blik, log_in_with_password, served
from web.auth.wachtwoorden import hash_van
from web.database import Database
from web.models import Organisatiesoort, Rol
from web.repositories import gebruikers

pytestmark = NEEDS
LANG = 60_000
"""Milliseconds that a search may take on a busy machine."""
ZWOLLE = {"pc4": "8011", "lat": "52.51", "lon": "6.09"}


@pytest.fixture
def server(database: Database, database_address: str, tmp_path: Path) -> Iterator[tuple[str, bool]]:
    """The address of a server with one coordinator; whether the browser runs scripts."""
    with database.session(write=True) as session:
        # Of the demo: this coordinator does without the code of a telephone.
        regio = gebruikers.add_organisatie(session, "Regio Proef", Organisatiesoort.REGIO, demo=True)
        wie = gebruikers.add(session, regio, "co", "Co de Vries", frozenset({Rol.COORDINATOR}))
        gebruikers.set_wachtwoord(session, wie.id, hash_van(WACHTWOORD))
    with served(tmp_path, database_address, THUISPLEK_SOLVE_SECONDS="2") as address:
        yield address, not database_address


@pytest.fixture
def lists(tmp_path: Path) -> list[Path]:
    """Two gezinshuizen and a behandelgroep; one jeugdige who waits and one who lives somewhere."""
    groepen = [
        {"groep_id": code, "aanbieder": "Proefzorg", "locatie": f"Huis {code}", "woonvorm": vorm,
         "intensiteiten": "D", "capaciteit": "2", "kgw": kgw, "regio_km": "0", **ZWOLLE}
        for code, vorm, kgw in (
            ("G1", "gezinshuis", "1"), ("G2", "gezinshuis", "1"), ("G3", "behandelgroep", "0")
        )
    ]  # fmt: skip
    basis = {"gemeente": "Zwolle", "fasen": "D:", "urgentie": "1", "kgw_voorkeur": "2",
             "intensiteit_marge": "0", "machtiging_gesloten": "0", "buiten_regio": "0", **ZWOLLE}  # fmt: skip
    straks = (date.today() + timedelta(days=7)).isoformat()
    jeugdigen = [
        {**basis, "jeugdige_id": "J1", "start": straks},
        {**basis, "jeugdige_id": "J2", "huidige_groep": "G3"},
    ]
    paden = []
    for naam, kolommen, rijen in (
        ("groepen.csv", GROEPKOLOMMEN, groepen),
        ("jeugdigen.csv", JEUGDIGEKOLOMMEN, jeugdigen),
    ):
        paden.append(tmp_path / naam)
        with paden[-1].open("w", encoding="utf-8", newline="") as bestand:
            schrijver = csv.DictWriter(bestand, kolommen, delimiter=";", restval="")
            schrijver.writeheader()
            schrijver.writerows(rijen)
    return paden


def test_a_morning(server: tuple[str, bool], browser: Any, lists: list[Path]) -> None:
    address, scripts = server
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=scripts)
    page = context.new_page()

    blik = Blik("plaatsing", scripts)

    def look() -> None:
        blik(page)

    def press(name: str) -> None:
        page.get_by_role("button", name=name, exact=True).click()

    def take(stand: str, reden: str = "") -> None:
        page.get_by_label(stand, exact=True).check()
        if reden:
            page.get_by_label("Gaat het niet door? Waarom niet?").select_option(label=reden)
        press("Bewaar deze stap")
        page.get_by_text("De stap is bewaard.").wait_for()

    def propose() -> str:
        keuze = page.get_by_role("group", name="Welke plek stelt u voor?").get_by_role("radio").first
        groep = str(keuze.get_attribute("value"))
        keuze.check()
        press("Bewaar deze stap")
        page.get_by_text("De stap is bewaard.").wait_for()
        return groep

    def wait_for(heading: str) -> None:
        """Until the page has it: by the stream, and without scripts by loading again."""
        end = time.monotonic() + LANG / 1000
        while page.get_by_role("heading", name=heading).count() == 0:
            assert time.monotonic() < end, heading
            time.sleep(0.5)
            if not scripts:
                page.reload()

    def open_plan() -> None:
        wait_for("Jeugdigen, de meest dringende eerst")

    log_in_with_password(page, address, "co")
    page.get_by_role("button", name="Uitloggen").wait_for(state="attached")

    # Import.
    page.goto(f"{address}/register")
    page.get_by_label("Lijst van groepen, van jeugdigen of allebei").set_input_files(lists)
    press("Lees in en laat zien")
    page.get_by_role("heading", name="Controleer de import").wait_for()
    look()
    press("Neem over in het register")
    page.get_by_text("Het register is bijgewerkt.").wait_for()
    # Solve.
    press("Maak een plan van dit register")
    open_plan()
    look()
    first = page.url.partition("?")[0]
    # Explain.
    page.get_by_role("link", name="J1", exact=True).click()
    page.get_by_role("heading", name="Waarom deze plek").wait_for()
    look()
    press("Reken andere keuzes uit")
    wait_for("Andere plekken")
    # Refuse with a reason.
    refused = propose()
    take("Aanbieder niet akkoord", "De groep past niet bij de jeugdige, of andersom")
    page.get_by_role("link", name="Stuk voor het Regionaal Expertise Team").click()
    page.get_by_text("1 weigering").wait_for()
    look()
    # Solve again: the refused place is not proposed any more.
    page.goto(first)
    press("Maak een nieuw plan")
    open_plan()
    second = page.url.partition("?")[0]
    assert second != first
    # Accept.
    page.get_by_role("link", name="J1", exact=True).click()
    accepted = propose()
    assert accepted != refused
    take("Aanbieder akkoord")
    take("Ouders en jeugdige akkoord")
    with page.expect_download() as download:
        page.get_by_role("link", name="Brief over de plek (Word)").click()
    assert download.value.suggested_filename == "brief J1.docx"
    take("Kennismaking")
    # Publish.
    page.goto(second)
    press("Publiceer dit plan")
    page.get_by_text("Dit plan is gepubliceerd.").wait_for()
    look()
    for part in ("Tijdlijn", "Kaart", "Wat als", "Uitvoer"):
        page.get_by_role("navigation", name="Dit plan").get_by_role("link", name=part).click()
        page.get_by_role("heading", level=1).wait_for()
        look()
    context.close()
