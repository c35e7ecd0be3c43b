"""Logging in, the assistant and the rekentools in a real browser, against a real server.

The workplaces are walked in test_wandeling_*.py; whether every page is accessible: test_toegankelijk.py.
"""

from typing import Any

import pyotp
import pytest

from tests.web.chromium import NEEDS, hold, log_in

pytestmark = NEEDS


def test_an_account_from_beheer_to_recovery_codes(demo_server: str, browser: Any) -> None:
    """The beheerder makes it; its owner chooses a password and sets up the second step."""
    context = browser.new_context()
    page = context.new_page()
    naam, wachtwoord = "jo", "een paarse fiets op zolder"

    def look() -> None:
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            hold(page, width, axe=True)

    def press(name: str) -> None:
        page.get_by_role("button", name=name, exact=True).click()
        look()

    log_in(page, demo_server, "Beheerder")
    for address in ("/account", "/beheer", "/beheer/organisatie", "/beheer/nieuw"):
        page.goto(demo_server + address)
        look()
    page.get_by_label("Naam", exact=True).fill("Jo de Vries")
    page.get_by_label("Inlognaam").fill(naam)
    page.get_by_label("Coördinator").check()
    press("Account maken")
    eenmalig = page.locator("dd code").inner_text()
    page.goto(f"{demo_server}/beheer")
    page.get_by_role("link", name="Jo de Vries").click()
    look()
    press("Uitloggen")
    page.goto(f"{demo_server}/inloggen")
    page.get_by_label("Inlognaam").fill(naam)
    page.get_by_label("Wachtwoord").fill(eenmalig)
    press("Inloggen")
    page.get_by_label("Nieuw wachtwoord").fill(wachtwoord)
    page.get_by_label("Nog een keer").fill(wachtwoord)
    press("Bewaren en verder")
    page.goto(f"{demo_server}/account")
    page.get_by_label("Uw wachtwoord", exact=True).fill(wachtwoord)
    press("Instellen")
    assert page.evaluate("document.querySelector('.qr').naturalWidth") > 0
    geheim = page.locator(".geheim").inner_text().replace(" ", "")
    page.get_by_label("Code").fill(pyotp.TOTP(geheim).now())
    press("Instellen")
    assert page.locator(".herstelcodes li").count() == 10
    page.get_by_role("link", name="Ik heb ze bewaard, ga verder").click()
    page.get_by_role("heading", name="Mijn account").wait_for()
    context.close()


def test_the_cookie_is_kept_from_scripts_and_other_sites(demo_server: str, browser: Any) -> None:
    context = browser.new_context()
    page = context.new_page()
    log_in(page, demo_server, "Beheerder")
    (cookie,) = context.cookies()
    assert cookie["name"] == "__Host-thuisplek"
    assert cookie["httpOnly"] and cookie["secure"] and cookie["sameSite"] == "Lax"
    page.get_by_role("button", name="Uitloggen").click()
    page.get_by_role("link", name="Inloggen").first.wait_for()
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_conversation_and_a_sum(demo_server: str, browser: Any, javascript: bool) -> None:
    """By keyboard alone: ask, ask on, open the passage, copy the citation, work it out."""
    context = browser.new_context(java_script_enabled=javascript)
    if javascript:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    log_in(page, demo_server, "Coördinator")
    page.goto(f"{demo_server}/assistent")
    page.get_by_role("textbox", name="Uw vraag").focus()
    page.keyboard.type("Wat is het tarief van TG5 in perceel 2?")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Antwoord").wait_for()
    eerste = page.locator(".antwoord__tekst").inner_text()
    page.get_by_role("textbox", name="Vraag verder").focus()
    page.keyboard.type("en in perceel 4?")
    page.keyboard.press("Enter")
    page.get_by_text("Gelezen als").wait_for()
    assert page.locator(".antwoord__tekst").inner_text() != eerste
    assert page.get_by_role("link", name="Wat is het tarief van TG5 in perceel 2?").count() == 1
    overnemen = page.locator("summary", has_text="Neem dit citaat over").first
    overnemen.focus()
    page.keyboard.press("Enter")
    tekst = page.locator(".overnemen").first
    tekst.wait_for(state="visible")
    knop = page.get_by_role("button", name="Kopieer").first
    assert knop.is_visible() == javascript
    if javascript:
        knop.focus()
        page.keyboard.press("Enter")
        page.get_by_text("Gekopieerd.").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == tekst.inner_text()
    page.goto(f"{demo_server}/rekentools/sroi")
    page.get_by_role("link", name="Bekijk een ingevuld voorbeeld").click()
    page.get_by_role("heading", name="Uitkomst").wait_for()
    page.goto(f"{demo_server}/rekentools/kosten")
    rijen = page.locator(".rijen__rij").count()
    page.get_by_role("button", name="Regel erbij").first.click()
    page.wait_for_load_state()
    assert page.locator(".rijen__rij").count() == rijen + 1
    context.close()
