"""Pages without long work, doors, and errors."""

import pytest
from fastapi.testclient import TestClient

from web.middleware.headers import HEADERS


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/", "Wat er op u wacht"),
        ("/plaatsing", "Nieuwe ronde"),
        ("/beoordeling", "Start de controle"),
        ("/zelfcheck", "Kijk mijn inschrijving na"),
        ("/assistent", "Stel een vraag"),
        ("/assistent/bronnen", "Document toevoegen"),
        ("/eisen?perceel=8", "voor perceel 8"),
        ("/eisen/12", "klacht"),
        ("/tarieven", "212,55"),
    ],
)
def test_page(client: TestClient, address: str, words: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert words in answer.text
    assert HEADERS.items() <= {name: answer.headers.get(name) for name in HEADERS}.items()
    assert answer.headers["Cache-Control"] == "no-store"
    assert "set-cookie" not in answer.headers


def test_answer_leads_to_its_place(client: TestClient) -> None:
    page = client.get("/assistent", params={"vraag": "Binnen hoeveel weken is een klacht afgehandeld?"})
    assert "6 weken" in page.text
    assert 'href="/eisen/12"' in page.text
    assert client.get("/eisen/12").status_code == 200


def test_answer_from_a_table_leads_to_its_paragraph(client: TestClient) -> None:
    page = client.get("/assistent", params={"vraag": "Wat is het tarief van intensiteit E?"})
    assert "212,55" in page.text
    place = client.get(
        "/vindplaats", params={"bron": "ijsselland-inkoopdocument-jeugdhulp-2023-v1.7", "plaats": "§9.7"}
    )
    assert "212,55" in place.text


def test_a_question_without_an_answer_is_declined(client: TestClient) -> None:
    page = client.get("/assistent", params={"vraag": "Wie wint het WK voetbal?"})
    assert page.status_code == 200
    assert "Dit weten we niet zeker" in page.text


def test_an_empty_question(client: TestClient) -> None:
    page = client.get("/assistent", params={"vraag": " "})
    assert page.status_code == 422
    assert 'href="#vraag"' in page.text


def test_import_of_a_source(client: TestClient) -> None:
    text = b"1. Inleiding\n\nDe kleurenwaaier van de regio telt zeventien tinten groen.\n"
    page = client.post("/assistent/bronnen", files={"bestanden": ("waaier.txt", text)})
    assert page.status_code == 200
    assert "waaier" in page.text
    answer = client.get("/assistent", params={"vraag": "Hoeveel tinten groen?", "bron": "waaier"})
    assert "zeventien" in answer.text
    assert "/vindplaats?bron=waaier" in answer.text
    page = client.post("/assistent/bronnen/verwijderen", data={"bron": "waaier"})
    assert "De bron is verwijderd" in page.text


def test_bad_source(client: TestClient) -> None:
    page = client.post("/assistent/bronnen", files={"bestanden": ("nep.pdf", b"geen pdf")})
    assert page.status_code == 422
    assert "nep.pdf" in page.text
    assert "tijdelijk" not in page.text


@pytest.mark.parametrize(
    "address", ["/bestaat-niet", "/plaatsing/bestaat-niet", "/beoordeling/" + "0" * 24, "/eisen/999"]
)
def test_unknown_address(client: TestClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 404
    assert "Deze pagina is er niet" in page.text


def test_missing_query_is_a_dutch_page(client: TestClient) -> None:
    page = client.get("/vindplaats")
    assert page.status_code == 422
    assert "Dit kunnen we niet verwerken" in page.text


def test_too_large(client: TestClient) -> None:
    page = client.post("/beoordeling", files={"bestanden": ("groot.pdf", bytes(6_000_000))})
    assert page.status_code == 413
    assert "te groot" in page.text


def test_other_sites_and_hosts_are_refused(client: TestClient) -> None:
    assert client.post("/plaatsing/voorbeeld", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post("/plaatsing/voorbeeld", headers={"Origin": "https://elders.nl"}).status_code == 403
    assert client.get("/", headers={"Host": "elders.nl"}).status_code == 400
