"""The week of a small gezinshuis that never bid before, in a real browser: from asking for an account to
a bid that was replaced. On SQLite with JavaScript, on PostgreSQL without."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyotp
import pytest
from pyrage import x25519

from compliance.demo import write_demo
from tests.web.chromium import NEEDS, WACHTWOORD, Blik, log_in_with_password, served
from web.auth.wachtwoorden import hash_van
from web.database import Database
from web.models import Organisatiesoort, Rol
from web.models.base import now
from web.repositories import aanbestedingen, gebruikers

pytestmark = NEEDS
LANG = 60_000
"""Milliseconds that the check of a draft may take on a busy machine."""


@pytest.fixture
def server(database: Database, database_address: str, tmp_path: Path) -> Iterator[tuple[str, bool]]:
    """The address of a server with a beheerder and an open tender; whether the browser runs scripts."""
    with database.session(write=True) as session:
        # Of the demo: this beheerder does without the code of a telephone.
        regio = gebruikers.add_organisatie(session, "Regio Proef", Organisatiesoort.REGIO, demo=True)
        baas = gebruikers.add(session, regio, "baas", "Bea de Baas", frozenset({Rol.BEHEERDER}))
        gebruikers.set_wachtwoord(session, baas.id, hash_van(WACHTWOORD))
        tender = aanbestedingen.add(
            session, regio.id, "Jeugdhulp 2027", "ijsselland_2023", now() + timedelta(days=9), 24
        )
        tender.kluis_ontvanger = str(x25519.Identity.generate().to_public())
    with served(tmp_path, database_address) as address:
        yield address, not database_address


class Wandeling:
    """One browser, as the bidder or the beheerder uses it."""

    def __init__(self, page: Any, server: str, scripts: bool) -> None:
        self.page, self.server, self.scripts, self._blik = page, server, scripts, Blik("bod", scripts)

    def look(self) -> None:
        self._blik(self.page)

    def log_in(self, naam: str) -> None:
        self.page.context.clear_cookies()
        log_in_with_password(self.page, self.server, naam)

    def wait_for_list(self) -> None:
        self.page.get_by_role("heading", name="Uw lijst voor").wait_for(timeout=LANG)


def test_from_asking_an_account_to_a_replaced_bid(
    server: tuple[str, bool],
    browser: Any,
    tmp_path: Path,
) -> None:
    address, scripts = server
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    walk = Wandeling(page, address, scripts)

    _register(walk)
    _choose(walk)
    _check(walk, tmp_path)
    _mend(walk, tmp_path)
    _hand_in(walk)
    _replace(walk)
    context.close()


def _register(walk: Wandeling) -> None:
    page = walk.page
    page.goto(f"{walk.server}/inloggen")
    page.get_by_role("link", name="Vraag een account aan").click()
    walk.look()
    page.get_by_label("Naam van uw organisatie").fill("Gezinshuis De Linde")
    page.get_by_label("KvK-nummer").fill("1234 5678")
    page.get_by_label("Uw naam").fill("Jo Jansen")
    page.get_by_label("E-mailadres").fill("jo@delinde.nl")
    page.get_by_label("Nieuw wachtwoord").fill(WACHTWOORD)
    page.get_by_label("Nog een keer").fill(WACHTWOORD)
    page.get_by_role("button", name="Vraag mijn account aan").click()
    page.get_by_role("heading", name="We hebben uw aanvraag").wait_for()
    walk.look()
    mine = page.url

    walk.log_in("baas")
    page.goto(f"{walk.server}/beheer")
    walk.look()
    page.get_by_role("link", name="Gezinshuis De Linde").first.click()
    walk.look()
    page.get_by_role("button", name="Ja, maak het account").click()
    page.get_by_text("De aanvrager kan nu inloggen.").wait_for()

    page.goto(mine)
    page.get_by_role("heading", name="Uw account is klaar").wait_for()
    walk.log_in("jo@delinde.nl")
    geheim = str(page.locator("code.geheim").inner_text()).replace(" ", "")
    page.get_by_label("Code").fill(pyotp.TOTP(geheim).now())
    page.get_by_role("button", name="Instellen").click()
    page.get_by_role("link", name="Ik heb ze bewaard").click()


def _choose(walk: Wandeling) -> None:
    page = walk.page
    page.goto(f"{walk.server}/werkplek")
    walk.look()
    page.get_by_role("link", name="Jeugdhulp 2027").click()
    walk.look()
    page.get_by_role("main").get_by_role("link", name="Kies uw percelen").last.click()
    page.get_by_label("8 Wonen verblijf").check()
    if not walk.scripts:
        page.get_by_role("button", name="Laat zien wat dit betekent").click()
    page.get_by_role("main").get_by_text("Zo kan het nog niet.").last.wait_for()
    walk.look()
    page.get_by_label("Gezinshuis", exact=True).check()
    if not walk.scripts:
        page.get_by_role("button", name="Laat zien wat dit betekent").click()
    page.get_by_role("main").get_by_text("U mag perceel 8 kiezen.").last.wait_for()
    walk.look()
    page.get_by_role("button", name="Bewaar deze keuze").click()
    page.get_by_text("Uw keuze is bewaard.").wait_for()
    page.get_by_role("button", name="Vink af bij Lees de eisen").click()
    page.get_by_text("Afgevinkt door Jo Jansen").wait_for()


def _check(walk: Wandeling, tmp_path: Path) -> None:
    page = walk.page
    folder = tmp_path / "bod"
    folder.mkdir()
    files = [p for p in write_demo(folder) if p.suffix != ".pdf" or "plan" in p.name or "uea" in p.name]
    page.get_by_label("Uw stukken", exact=True).set_input_files(files)
    page.get_by_role("button", name="Kijk mijn stukken na").click()
    walk.wait_for_list()
    walk.look()
    page.get_by_text("acht weken").first.wait_for(state="attached")
    page.get_by_role("link", name="Open de rekentool met deze cijfers voor Huis De Kade").click()
    page.get_by_text("De begeleidingsintensiteit is 1,6").wait_for()
    page.go_back()


def _mend(walk: Wandeling, tmp_path: Path) -> None:
    page = walk.page
    better = tmp_path / "klachtenregeling nieuw.txt"
    better.write_text("Wij handelen een klacht binnen zes weken af.\n", encoding="utf-8")
    page.get_by_label("Nieuw of verbeterd bestand").set_input_files(better)
    page.get_by_label("Heeft het een andere naam gekregen?").select_option(
        label="Ja, het komt in plaats van klachtenregeling.docx"
    )
    page.get_by_role("button", name="Kijk opnieuw na").click()
    page.get_by_text("opgelost. Goed bezig!").wait_for(timeout=LANG)
    walk.look()
    page.get_by_role("link", name="Terug naar uw werkplek").click()
    walk.look()


def _hand_in(walk: Wandeling) -> None:
    page = walk.page
    page.get_by_role("link", name="Naar indienen").click()
    page.get_by_text("Die klok telt.").wait_for()
    walk.look()
    page.get_by_role("button", name="Dien deze bestanden in").click()
    page.get_by_role("heading", name="Ontvangstbewijs").wait_for()
    assert page.get_by_text("klachtenregeling nieuw.txt").count() == 1
    walk.look()


def _replace(walk: Wandeling) -> None:
    page = walk.page
    page.get_by_role("link", name="Jeugdhulp 2027").click()
    page.get_by_role("link", name="Uw werkplek").click()
    page.get_by_text("U heeft ingediend", exact=True).wait_for()
    page.get_by_role("link", name="Bekijk uw lijst").click()
    page.get_by_role("button", name="Haal weg klachtenregeling nieuw.txt").click()
    walk.wait_for_list()
    page.get_by_role("link", name="Terug naar uw werkplek").click()
    page.get_by_role("link", name="Vervangen of intrekken").click()
    walk.look()
    page.get_by_role("button", name="Vervang mijn inschrijving door deze bestanden").click()
    page.get_by_role("heading", name="Ontvangstbewijs").wait_for()
    assert page.get_by_text("klachtenregeling nieuw.txt").count() == 0
    page.get_by_role("link", name="Jeugdhulp 2027").click()
    page.get_by_text("Vervangen").first.wait_for()
    walk.look()
