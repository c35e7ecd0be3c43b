"""An assessor with many bids in a real browser: check them at once, put them side by side, read one by
keyboard, decide otherwise with a reason, ask the bidder. On SQLite with JavaScript, on PostgreSQL without."""

import io
import re
import shutil
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook

from compliance.demo import write_demo
from tests.web.chromium import NEEDS, WACHTWOORD, Blik, log_in_with_password, served
from web.auth.wachtwoorden import hash_van
from web.database import Database
from web.models import Organisatiesoort, Rol
from web.repositories import gebruikers

pytestmark = NEEDS
REDEN = "Op blz. 2 staat zes weken; acht weken geldt alleen voor de tweede fase."


@pytest.fixture
def server(database: Database, database_address: str, tmp_path: Path) -> Iterator[tuple[str, bool]]:
    """The address of a server with a region and its assessor, and whether the browser runs scripts."""
    with database.session(write=True) as session:
        # Of the demo: no code of a telephone is asked for.
        regio = gebruikers.add_organisatie(session, "Regio Proef", Organisatiesoort.REGIO, demo=True)
        lezer = gebruikers.add(session, regio, "lezer", "Lea de Lezer", frozenset({Rol.BEOORDELAAR}))
        gebruikers.set_wachtwoord(session, lezer.id, hash_van(WACHTWOORD))
    with served(tmp_path, database_address) as address:
        yield address, not database_address


@pytest.fixture
def zips(tmp_path: Path) -> list[Path]:
    """Two bids: the demo's, and one of a single small file."""
    write_demo(tmp_path / "bod")
    klein = tmp_path / "Zorg Twee.zip"
    with zipfile.ZipFile(klein, "w") as zip_:
        zip_.writestr("plan.txt", "Wij handelen een klacht af binnen zes weken.\n")
    return [Path(shutil.make_archive(str(tmp_path / "Zorg Een"), "zip", tmp_path / "bod")), klein]


class Wandeling:
    def __init__(self, page: Any, server: str, scripts: bool) -> None:
        self.page, self.server, self.scripts, self._blik = page, server, scripts, Blik("lezen", scripts)

    def look(self) -> None:
        self._blik(self.page)

    def key(self, toets: str, link: str) -> None:
        """Press a key that leads to another page; without scripts the link that the page has for it."""
        before = self.page.url
        if self.scripts:
            self.page.keyboard.press(toets)
            self.page.wait_for_function("old => location.href !== old", arg=before)
        else:
            self.page.get_by_role("link", name=link).first.click()
        self.page.wait_for_load_state()

    def wait_for(self, text: str, seconds: float = 60) -> None:
        """Until the page says so: it loads again by itself with scripts, else we do."""
        end = time.monotonic() + seconds
        while self.page.get_by_text(text).count() == 0:
            assert time.monotonic() < end, text
            time.sleep(0.5)
            if not self.scripts:
                self.page.reload()


def test_from_zips_to_a_letter(
    server: tuple[str, bool],
    browser: Any,
    zips: list[Path],
) -> None:
    address, scripts = server
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    walk = Wandeling(page, address, scripts)
    log_in_with_password(page, address, "lezer")

    page.goto(f"{address}/beoordeling/reeks")
    page.get_by_label("Een zip voor elke inschrijving").set_input_files(zips)
    page.get_by_role("button", name="Start de controle van alle zips").click()
    page.get_by_text("De controle is gestart.").wait_for()
    walk.wait_for("2 van 2 nagekeken.")
    walk.look()

    page.get_by_role("link", name="Zet de nagekeken inschrijvingen naast elkaar").click()
    walk.look()
    page.get_by_label("Status").select_option("strijdig")
    if scripts:
        page.wait_for_url(re.compile("status=strijdig"))
    else:
        page.get_by_role("button", name="Toon").click()
    page.get_by_role("link", name="Toon alles").wait_for()
    assert page.locator(".matrix tbody tr").count() < 25
    page.get_by_role("link", name=re.compile("^Stichting Verzonnen Haven")).first.click()
    page.get_by_role("heading", name="Lees dit eerst").wait_for()
    walk.look()

    page.get_by_role("link", name="Begin met lezen").click()
    page.get_by_text("Punt 1 van").wait_for()
    walk.look()
    first = page.url
    walk.key("j", "Volgende")
    page.get_by_text("Punt 2 van").wait_for()
    walk.key("k", "Vorige")
    assert page.url == first
    page.goto(re.sub(r"/bevinding/\d+$", "/eis/12", page.url))
    walk.look()
    if scripts:
        page.keyboard.press("2")
        assert page.get_by_role("radio", name="Deels aangetoond").is_checked()
        page.keyboard.press("r")
        page.keyboard.type(REDEN)
        assert page.get_by_label("Waarom?").input_value() == REDEN, "the letters are text in a field"
    else:
        page.get_by_role("radio", name="Deels aangetoond").check()
        page.get_by_label("Waarom?").fill(REDEN)
    page.get_by_role("button", name="Bewaar mijn besluit").click()
    page.get_by_text("Uw besluit is bewaard.").wait_for()
    page.get_by_text(REDEN).wait_for()
    assert page.get_by_text("1 met een besluit").count() == 1
    walk.look()
    page.get_by_role("button", name="Zet een vraag hierover op de lijst").click()
    page.get_by_text("De vraag staat op de lijst.").wait_for()
    walk.key("o", "Volgende zonder besluit")
    if scripts:
        page.keyboard.press("e")
    else:
        page.get_by_role("button", name="Eens met het voorstel").click()
    page.get_by_text("2 met een besluit").wait_for()

    page.goto(f"{first.partition('/bevinding')[0]}/vragen")
    walk.look()
    page.get_by_label(re.compile("^Uw vraag over Eis 12")).fill("Geldt zes of acht weken?")
    page.get_by_role("button", name="Maak de brief").click()
    page.get_by_text("De brief is gemaakt.").wait_for()
    walk.look()
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("^Brief van")).click()
    letter = docx.Document(str(download.value.path()))
    assert "Geldt zes of acht weken?" in [c.text for t in letter.tables for r in t.rows for c in r.cells]
    assert any("Lea de Lezer" in p.text for p in letter.paragraphs)

    page.goto(f"{address}/beoordeling/matrix")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download als Excel").click()
    boek = load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    besluiten = list(boek["Besluiten"].iter_rows(min_row=2, values_only=True))
    assert [(b[1], b[5], b[6], b[7]) for b in besluiten if b[6] == REDEN] == [
        ("12", "ja", REDEN, "Lea de Lezer")
    ]
    context.close()
