"""The three jobs from upload to result, with real worker processes, and what goes wrong on the way."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from fastapi.testclient import TestClient
from pypdf import PdfWriter

from matcher.demo import schrijf_demo
from tests.web.conftest import ALLE_ROLLEN, links, log_in, start_app, wait_until_done


def region(folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    schrijf_demo(folder, date(2026, 1, 5))
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def send(client: TestClient, address: str, files: dict[str, bytes]) -> "str":
    answer = client.post(
        address, files=[("bestanden", item) for item in files.items()], follow_redirects=False
    )
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.slow
def test_placement(client: TestClient, tmp_path: Path) -> None:
    address = send(client, "/plaatsing", {"regio.zip": zipped(region(tmp_path / "regio"))})
    page = wait_until_done(client, address)
    assert "Dit is een voorstel" in page
    assert "Tijdlijn per groep" in client.get(f"{address}/tijdlijn").text
    assert "De kaart als tabel" in client.get(f"{address}/kaart").text
    assert "checked" not in page
    plan = client.get(f"{address}/plan.json").json()
    assert plan["plaatsingen"]
    points = client.get(f"{address}/kaart.geojson").json()["features"]
    children = {p["jeugdige_id"] for p in plan["plaatsingen"]}
    assert not any(child in str(points) for child in children)
    assert "verwijderd" in client.post(f"{address}/verwijderen").text
    assert client.get(address).status_code == 404
    assert not list((tmp_path / "data" / "plaatsing").iterdir())


@pytest.mark.slow
@pytest.mark.parametrize("doel", ["beoordeling", "zelfcheck"])
def test_bid(client: TestClient, bid: Path, doel: str, tmp_path: Path) -> None:
    files = {path.name: path.read_bytes() for path in bid.iterdir()}
    files["nep.pdf"] = b"dit is geen pdf"
    address = send(client, f"/{doel}", files)
    page = wait_until_done(client, address)
    assert "Stichting Verzonnen Haven" in page
    assert "nep.pdf" in page
    if doel == "zelfcheck":
        assert "Knock-out" not in page and "Strijdig" not in page
    passages = links(page, "/passage/")
    shown = [client.get(passage).text for passage in passages[:40]]
    assert any("blad__markering" in text for text in shown)
    assert any("<mark>" in text for text in shown)
    picture = next(address for text in shown for address in links(text, ".png"))
    assert client.get(picture).content.startswith(b"\x89PNG")
    assert client.get(f"{address}/rapport.json").json()["inschrijver"] == "Stichting Verzonnen Haven"
    assert client.get(f"{address}/rapport.html").text.startswith("<!doctype html>")
    if doel == "beoordeling":
        filtered = client.get(address, params={"status": "strijdig"}).text
        assert filtered.count('class="eis"') < page.count('class="eis"')
    client.post(f"{address}/verwijderen")
    assert not list((tmp_path / "data" / "inschrijving").iterdir())


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("jeugdigen.csv", b"urgentie", b"dringend", "kolom urgentie ontbreekt"),
        ("jeugdigen.csv", b"gemeente", b"bsn", "jeugdigen.csv"),
        ("groepen.csv", b"capaciteit", b"bedden", "kolom capaciteit ontbreekt"),
        ("instellingen.json", b"{", b"<", "instellingen.json"),
    ],
)
def test_bad_region(
    client: TestClient, tmp_path: Path, file: str, old: bytes, new: bytes, words: str
) -> None:
    files = region(tmp_path / "regio")
    files[file] = files[file].replace(old, new, 1)
    page = client.post(
        "/plaatsing", files=[("bestanden", item) for item in files.items()], data={"naam": "Mijn ronde"}
    )
    assert page.status_code == 422
    assert words in page.text
    assert 'value="Mijn ronde"' in page.text
    assert 'href="#bestanden"' in page.text
    assert "/work" not in page.text and str(tmp_path) not in page.text


@pytest.mark.parametrize("address", ["/plaatsing", "/beoordeling", "/zelfcheck"])
def test_nothing_chosen(client: TestClient, address: str) -> None:
    assert client.post(address).status_code == 422


@pytest.mark.parametrize("address", ["/plaatsing", "/beoordeling", "/zelfcheck"])
def test_zip_bomb(client: TestClient, address: str) -> None:
    bomb = zipped({"bom.txt": bytes(300 * 1024 * 1024)})
    page = client.post(address, files={"bestanden": ("bom.zip", bomb)})
    assert page.status_code == 422
    assert "bom" in page.text
    assert "Er is niets verloren gegaan" in page.text


@pytest.mark.slow
@pytest.mark.parametrize("doel", ["beoordeling", "zelfcheck"])
def test_bid_that_cannot_be_read(client: TestClient, doel: str) -> None:
    locked, empty = io.BytesIO(), io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("geheim", algorithm="AES-256")
    writer.write(locked)
    Document().save(empty)
    address = send(client, f"/{doel}", {"dicht.pdf": locked.getvalue(), "leeg.docx": empty.getvalue()})
    page = wait_until_done(client, address)
    assert "beveiligd met een wachtwoord" in page
    assert "in dit Word-bestand staat geen tekst" in page
    assert ("welk perceel" if doel == "zelfcheck" else "zijn niet gevonden") in page


@pytest.mark.slow
def test_work_goes_on_by_itself_after_the_server_was_away(tmp_path: Path, database_address: str) -> None:
    with start_app(tmp_path, database=database_address) as client:
        log_in(client, *ALLE_ROLLEN)
        address = client.post("/beoordeling/voorbeeld", follow_redirects=False).headers["location"]
        while "Wacht op" in client.get(address).text:
            pass
    with start_app(tmp_path, database=database_address) as client:
        log_in(client, *ALLE_ROLLEN)
        assert "Stichting Verzonnen Haven" in wait_until_done(client, address)


def test_stopped_work(guest: TestClient) -> None:
    log_in(guest, *ALLE_ROLLEN)
    address = guest.post("/zelfcheck/voorbeeld", follow_redirects=False).headers["location"]
    page = guest.post(f"{address}/stop").text
    assert "gestopt" in page and "Begin opnieuw" in page
    assert guest.get(f"{address}/voortgang").text == "event: klaar\ndata: {}\n\n"
