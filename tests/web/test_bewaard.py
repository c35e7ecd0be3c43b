"""Answers that people keep: as they were seen, for themselves or for colleagues, held against the sources."""

import re
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from knowledge.catalogue import load_tender
from knowledge.sources.passages import Brondocument, Passage
from tests.web.conftest import links, log_in, state_of
from web.bewaren.opruimen import ruim_op
from web.models import Rol
from web.models.base import now
from web.services.bronstand import Bronstand
from web.services.gesprek import Gesprek
from web.services.waarover import van_pagina, waarover

KLACHT = "Binnen hoeveel weken moet een klacht zijn afgehandeld?"


def fields(page: str) -> dict[str, str]:
    """The hidden fields of the form that keeps an answer."""
    form = re.search(r'<form class="bewaarknop".*?</form>', page, re.S)
    assert form, "there is no button to keep the answer"
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', form.group()))


def keep(client: TestClient, vraag: str, **velden: str) -> str:
    """Ask, keep the answer, and give the address of its page."""
    seen = client.get("/assistent", params={"vraag": vraag, **velden}).text
    answer = client.post("/bewaard", data=fields(seen), follow_redirects=False)
    assert answer.status_code == 303
    return str(answer.headers["location"]).partition("?")[0]


def import_document(client: TestClient, weken: str) -> None:
    """The tender's own document, with this number of weeks in eis 12."""
    tekst = f"De aanbieder handelt elke klacht binnen {weken} weken af en bevestigt de ontvangst."
    bron = load_tender().bron
    document = Brondocument(bron, "inkoop.pdf", "Inkoop", (Passage("eis 12", tekst, soort="eis"),))
    state_of(client).assistent.bronnen.bewaar(document)


def test_an_answer_is_kept_as_it_was(client: TestClient) -> None:
    page = client.get(keep(client, KLACHT)).text
    assert KLACHT in page and "6 weken" in page and 'href="/eisen/12"' in page
    assert "klopt misschien niet meer" not in page
    assert KLACHT in client.get("/bewaard").text
    assert "Niets gevonden" in client.get("/bewaard", params={"zoek": "paardenbloem"}).text
    assert KLACHT in client.get("/bewaard", params={"zoek": "KLACHT weken"}).text


def test_what_was_not_seen_is_not_kept(client: TestClient) -> None:
    for data in ({"vraag": KLACHT, "gezien": "0" * 16}, {"vraag": "Wie wint het WK voetbal?"}):
        answer = client.post("/bewaard", data=data, follow_redirects=False)
        assert answer.headers["location"].startswith("/assistent?")
    assert "nog niets bewaard" in client.get("/bewaard").text


def test_a_number_of_a_person_is_not_kept(client: TestClient) -> None:
    seen = fields(client.get("/assistent", params={"vraag": KLACHT}).text)
    answer = client.post("/bewaard", data=seen | {"eerder": "En voor 123456782?"})
    assert answer.status_code in (200, 422)
    assert "nog niets bewaard" in client.get("/bewaard").text


def test_only_who_keeps_it_sees_it_until_it_is_shared(guest: TestClient) -> None:
    log_in(guest, Rol.BEOORDELAAR)
    address = keep(guest, KLACHT)
    mine = dict(guest.cookies)
    log_in(guest, Rol.BEHEERDER)
    assert guest.get(address).status_code == 404
    assert guest.post(f"{address}/delen", data={"gedeeld": "ja"}).status_code == 404
    colleague = dict(guest.cookies)
    guest.cookies.clear()
    guest.cookies.update(mine)
    assert "Gedeeld met" in guest.post(f"{address}/delen", data={"gedeeld": "ja"}).text
    guest.cookies.clear()
    guest.cookies.update(colleague)
    assert KLACHT in guest.get("/bewaard?van=collegas").text
    seen = guest.get(address).text
    assert "6 weken" in seen and not links(seen, "/verwijderen")
    assert guest.post(f"{address}/verwijderen").status_code == 404
    log_in(guest, Rol.BEOORDELAAR, organisatie="Andere regio")
    assert guest.get(address).status_code == 404
    guest.cookies.clear()
    guest.cookies.update(mine)
    assert guest.post(f"{address}/verwijderen").status_code == 200
    assert guest.get(address).status_code == 404


def test_a_source_that_changes_makes_an_answer_old(client: TestClient) -> None:
    import_document(client, "zes")
    address = keep(client, KLACHT)
    assert "Bron is gelijk" in client.get("/bewaard").text
    import_document(client, "negen")
    assert "Bron is veranderd" in client.get("/bewaard").text
    old = client.get(address).text
    assert "zes weken" in old and "De tekst op deze plaats is veranderd" in old and "negen weken" not in old
    again = client.get(f"{address}?opnieuw=1").text
    assert "zes weken" in again and "negen weken" in again
    new = client.post(f"{address}/vernieuwen").text
    assert "negen weken" in new and "zes weken" not in new and "klopt misschien" not in new
    state_of(client).assistent.bronnen.verwijder(load_tender().bron)
    assert "Deze bron is weggehaald" in client.get(address).text
    assert client.get(f"{address}?opnieuw=1").status_code == 200


def nota(tekst: str) -> Brondocument:
    passage = Passage("vraag 3", tekst, soort="vraag", over=("eis 12",))
    bron = load_tender().bron
    return Brondocument("nota 1", "nota.pdf", "Nota", (passage,), wijzigt=bron, volgnummer=1)


def test_a_nota_van_inlichtingen_makes_an_answer_old() -> None:
    tender = load_tender()
    before = Bronstand(tender, ())
    then = before.afdruk(tender.bron, "eis 12")
    assert before.verschil(tender.bron, "eis 12", then) == ""
    with_nota = Bronstand(tender, [nota("De termijn is acht weken.")])
    assert "nota 1" in with_nota.verschil(tender.bron, "eis 12", then)
    assert with_nota.verschil(tender.bron, "eis 13", with_nota.afdruk(tender.bron, "eis 13")) == ""
    changed = Bronstand(tender, [nota("De termijn is tien weken.")])
    assert "nota 1" in changed.verschil(tender.bron, "eis 12", with_nota.afdruk(tender.bron, "eis 12"))
    assert "weggehaald" in before.verschil(tender.bron, "eis 12", with_nota.afdruk(tender.bron, "eis 12"))


def test_a_document_that_is_imported_later_is_no_change() -> None:
    tender = load_tender()
    then = Bronstand(tender, ()).afdruk(tender.bron, "eis 12")
    passages = (Passage("eis 12", "De volle tekst.", soort="eis"), Passage("eis 13", "Iets anders."))
    later = Bronstand(tender, [Brondocument(tender.bron, "a.pdf", "Inkoop", passages)])
    assert later.verschil(tender.bron, "eis 12", then) == ""
    kept = later.afdruk(tender.bron, "eis 12")
    without = Bronstand(tender, [Brondocument(tender.bron, "a.pdf", "Inkoop", passages[1:])])
    assert "staat niet meer" in without.verschil(tender.bron, "eis 12", kept)
    assert "weggehaald" in Bronstand(tender, ()).verschil(tender.bron, "eis 12", kept)


@pytest.mark.parametrize(
    ("address", "about", "points_at"),
    [
        ("/eisen/12", "eis 12: klachtenprocedure", "klachtenprocedure (eis 12)"),
        ("/beoordeling/0f0f/eis/12", "eis 12: klachtenprocedure", "klachtenprocedure (eis 12)"),
        ("/eisen?perceel=4", "perceel 4: GGZ 2", "perceel 4"),
        ("/plaatsing/0f0f/jeugdige?id=B01", "plaatsing in de regio IJsselland", ""),
        ("/account", "", ""),
        ("/eisen/zomaar?perceel=77", f"de aanbesteding: {load_tender().naam}, IJsselland", ""),
    ],
)
def test_a_page_tells_what_it_is_about(address: str, about: str, points_at: str) -> None:
    kept = van_pagina(address)
    assert "0f0f" not in kept and "B01" not in kept, "no record of anybody goes along with a question"
    found = waarover(kept)
    assert (found.naam, found.onderwerp) == (about, points_at)


def test_a_question_points_at_the_page_it_comes_from(client: TestClient) -> None:
    panel = client.get("/assistent/paneel", params={"van": "/eisen/12"}).text
    assert "eis 12: klachtenprocedure" in panel and "<html" not in panel
    turn = client.get("/assistent/paneel", params={"van": "/eisen/12", "vraag": "Binnen hoeveel weken?"}).text
    assert "6 weken" in turn and 'name="eerder" value="Binnen hoeveel weken?"' in turn
    page = client.get("/assistent", params={"van": "/eisen/12", "vraag": "Binnen hoeveel weken?"}).text
    assert "6 weken" in page


def test_the_page_comes_between_what_was_asked_elsewhere_and_here() -> None:
    gesprek = Gesprek.uit("/eisen/12", "", ["Wat is perceel 4?"], ["Wat staat hier?"])
    assert gesprek.vragen() == ("Wat is perceel 4?", "klachtenprocedure (eis 12)", "Wat staat hier?")


def test_every_page_has_the_panel_and_none_loads_it(client: TestClient) -> None:
    page = client.get("/eisen/12").text
    assert page.count('id="paneel"') == 1 and 'name="van" value="/eisen/12"' in page
    assert 'id="paneel"' not in client.get("/assistent").text


def test_an_empty_question_in_the_panel(client: TestClient) -> None:
    turn = client.get("/assistent/paneel", params={"vraag": " "})
    assert turn.status_code == 200 and "Stel een vraag" in turn.text


def test_kept_from_the_panel_without_leaving_the_page(client: TestClient) -> None:
    turn = client.get("/assistent/paneel", params={"vraag": KLACHT}).text
    answer = client.post("/bewaard", data=fields(turn), headers={"HX-Request": "true"})
    assert "Bewaard." in answer.text and links(answer.text, "/bewaard/")


def test_an_old_answer_goes_by_itself(client: TestClient) -> None:
    address = keep(client, KLACHT)
    state = state_of(client)
    later = now() + timedelta(days=state.settings.bewaar_antwoorden + 1)
    assert ruim_op(state.toegang, state.opslag, state.settings, now()).antwoorden == 0
    assert ruim_op(state.toegang, state.opslag, state.settings, later).antwoorden == 1
    assert client.get(address).status_code == 404
