"""The assistant beside a page and the tour, in a real browser: with scripts, and without."""

from typing import Any

import pytest

from tests.web.chromium import NEEDS, hold, log_in

pytestmark = NEEDS


@pytest.mark.parametrize("width", [1280, 320])
def test_ask_beside_a_page(demo_server: str, browser: Any, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    log_in(page, demo_server, "Coördinator")
    page.goto(f"{demo_server}/eisen/12")
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if "/assistent/paneel" in r.url else None)
    page.wait_for_load_state("networkidle")
    assert not asked, "nothing is asked for before the panel opens"
    page.get_by_text("Vraag de assistent").click()
    page.locator("#paneel-form").wait_for()
    page.get_by_label("Uw vraag").fill("Binnen hoeveel weken moet dit?")
    page.get_by_role("button", name="Vraag", exact=True).click()
    page.get_by_role("heading", name="Binnen hoeveel weken moet dit?").wait_for()
    assert page.locator(".beurt").get_by_text("6 weken").first.is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Binnen hoeveel weken moet dit?"
    page.locator(".paneel__citaat summary").first.click()
    assert page.get_by_role("link", name="Open deze eis").first.get_attribute("href") == "/eisen/12"
    page.get_by_role("button", name="Bewaar dit antwoord").click()
    page.get_by_text("Bekijk of deel het").wait_for()
    hold(page, width)
    page.get_by_label("Vraag verder").fill("En voor perceel 4?")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="En voor perceel 4?").wait_for()
    page.keyboard.press("Escape")
    assert not page.locator("#paneel-form").is_visible()

    page.goto(f"{demo_server}/tarieven")
    page.get_by_text("Vraag de assistent").click()
    page.get_by_text("Eerder gevraagd (2)").click()
    assert page.get_by_role("link", name="En voor perceel 4?").is_visible()
    page.get_by_role("button", name="Begin een nieuw gesprek").click()
    assert page.get_by_text("Eerder gevraagd").count() == 0
    page.goto(f"{demo_server}/bewaard")
    page.get_by_role("link", name="Binnen hoeveel weken moet dit?").first.click()
    hold(page, width)
    page.goto(f"{demo_server}/hulp/coordinator")
    hold(page, width)
    assert not complaints
    context.close()


def test_ask_and_be_shown_around_without_scripts(demo_server: str, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    log_in(page, demo_server, "Inschrijver")
    page.get_by_role("button", name="Kijk een concept na").click()
    assert page.url.endswith("/zelfcheck")
    page.goto(demo_server)
    assert page.get_by_text("1 van de 5 stappen gedaan").is_visible()
    page.get_by_role("button", name="Sluit de rondleiding").click()
    assert page.get_by_text("stappen gedaan").count() == 0
    page.goto(f"{demo_server}/eisen/12")
    page.get_by_text("Vraag de assistent").click()
    page.locator("#paneel-vraag").fill("Binnen hoeveel weken moet dit?")
    page.get_by_role("button", name="Vraag", exact=True).click()
    assert page.locator(".antwoord").get_by_text("6 weken").first.is_visible()
    assert page.get_by_role("link", name="eis 12: klachtenprocedure").get_attribute("href") == "/eisen/12"
    page.get_by_role("button", name="Bewaar dit antwoord").click()
    assert page.get_by_text("Het antwoord is bewaard.").is_visible()
    context.close()
