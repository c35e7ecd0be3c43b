"""The guides: pages of the application, with pictures that are there and small, and nothing unsafe."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import log_in
from web.models import Rol
from web.services import handleiding

ROOT = Path(__file__).resolve().parents[2]
GIDSEN = sorted(handleiding.GIDSEN)
GROOTST = 150_000
"""Bytes of a picture."""


def pictures(text: str) -> list[tuple[str, str]]:
    return re.findall(r"!\[([^\]]*)\]\(beeld/([\w.-]+)\)", text)


@pytest.mark.parametrize("naam", GIDSEN)
def test_a_guide_is_a_page_with_its_pictures(client: TestClient, naam: str) -> None:
    text = (handleiding.MAP / f"{naam}.md").read_text(encoding="utf-8")
    page = client.get(f"/hulp/{naam}")
    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    assert len(re.findall(r'<h2 [^>]*id="', page.text)) == text.count("\n## ")
    found = pictures(text)
    assert found
    for told, file in found:
        assert len(told) > 15, "a picture says in words what is on it"
        picture = client.get(f"/hulp/beeld/{file}")
        assert picture.headers["content-type"] == "image/png"
        assert len(picture.content) < GROOTST
        assert re.search(rf'<img[^>]*src="/hulp/beeld/{file}"[^>]*width="\d+"', page.text)


def test_the_script_makes_every_picture_and_no_other() -> None:
    script = (ROOT / "scripts" / "screenshots").read_text(encoding="utf-8")
    made = {f"{naam}.png" for naam in re.findall(r'\bsave\(page, "([\w-]+)"\)', script)}
    used = {
        file
        for naam in GIDSEN
        for _, file in pictures((handleiding.MAP / f"{naam}.md").read_text(encoding="utf-8"))
    }
    assert used <= made, f"without a picture: {sorted(used - made)}"
    kept = {bestand.name for bestand in handleiding.BEELD.glob("*.png")}
    assert kept == used, f"in no guide: {sorted(kept - used)}; not there: {sorted(used - kept)}"


@pytest.mark.parametrize("naam", GIDSEN)
def test_what_a_guide_says_to_choose_is_on_the_screens(naam: str) -> None:
    """Words in bold are those of a button, link, field or heading."""
    web = ROOT / "web"
    files = (*(web / "templates").rglob("*.html"), *web.rglob("*.py"))
    screens = "\n".join(bestand.read_text(encoding="utf-8") for bestand in files)
    text = (handleiding.MAP / f"{naam}.md").read_text(encoding="utf-8")
    said = {" ".join(words.split()) for words in re.findall(r"\*\*([^*]+)\*\*", text)}
    assert said
    assert not {words for words in said if words not in screens}


def test_own_guides_come_first(guest: TestClient) -> None:
    assert "Uw rol" not in guest.get("/hulp").text
    log_in(guest, Rol.HOOFDBEOORDELAAR)
    page = guest.get("/hulp").text
    assert page.count("Uw rol") == 1
    assert page.index("/hulp/beoordelaar") < page.index("/hulp/coordinator")
    assert 'href="/hulp"' in guest.get("/").text


@pytest.mark.parametrize("address", ["/hulp/geen", "/hulp/beeld/geen.png", "/hulp/beeld/..%2fREADME.md"])
def test_what_is_no_guide_is_not_there(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_nothing_unsafe_comes_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handleiding, "MAP", tmp_path)
    bad = "<script>alert(1)</script>\n\n[klik](javascript:alert(1)) <img src=x onerror=alert(1)>"
    (tmp_path / "coordinator.md").write_text(f"# Titel\n\n{bad}\n", encoding="utf-8")
    made = handleiding.gids("coordinator")
    assert made and made.titel == "Titel"
    assert (
        "<script" not in made.inhoud
        and "<img" not in made.inhoud
        and "javascript:" not in re.sub(r">[^<]*<", "><", made.inhoud)
    )


def test_links_between_guides_lead_to_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handleiding, "MAP", tmp_path)
    (tmp_path / "beheerder.md").write_text("# Titel\n\n[zie](inschrijver.md#indienen)\n", encoding="utf-8")
    made = handleiding.gids("beheerder")
    assert made and 'href="/hulp/inschrijver#indienen"' in made.inhoud
