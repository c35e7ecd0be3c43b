"""The start page: what waits for somebody, in one session, and the tour for who is new."""

from datetime import date, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from tests.web.conftest import links, log_in, state_of
from web.models import Besluitstap, Logregel, Organisatie, Rol
from web.models.base import now
from web.models.register import Registersoort
from web.repositories import aanbestedingen, besluiten, inschrijvingen, register, rondes
from web.services.rondleiding import STAPPEN, stappen


def waiting(html: str) -> str:
    """The part of the page that tells what waits."""
    return html.partition('id="vandaag"')[2].partition("</section>")[0]


def test_a_coordinator_sees_who_waits_and_what_is_open(guest: TestClient) -> None:
    log_in(guest, Rol.COORDINATOR)
    state = state_of(guest)
    assert "Er wacht vandaag niets op u" in guest.get("/").text
    with state.database.session(write=True) as session:
        regio = session.scalars(select(Organisatie.id)).one()
        begin = date.today() - timedelta(weeks=7)
        for code, groep in (("J1", ""), ("J2", ""), ("J3", "G1")):
            velden = {"start": begin.isoformat(), "huidige_groep": groep}
            register.add(session, regio, Registersoort.JEUGDIGE, code, velden)
        ronde = rondes.add(session, regio, "Ronde", 5)
        ronde.status = "OPTIMAL"
        for jeugdige, stand in (("J1", "voorgesteld"), ("J1", "aanbieder_niet"), ("J2", "voorgesteld")):
            besluiten.add(
                session,
                Besluitstap(
                    eigenaar_id=regio,
                    ronde_id=ronde.id,
                    jeugdige_id=jeugdige,
                    groep_id="G1",
                    stand=stand,
                    redencode="",
                    reden="",
                    gebruiker="",
                    tijd=now(),
                ),
            )
    page = waiting(guest.get("/").text)
    assert "jeugdigen wachten op een plek" in page and "7 weken" in page
    assert "voorstel is nog niet rond" in page and "plek is geweigerd of ingetrokken" in page
    assert "plan is klaar en nog niet gepubliceerd" in page
    assert set(links(page, "/")) == {"/register/jeugdigen", f"/plaatsing/{ronde.id}"}
    log_in(guest, Rol.COORDINATOR, organisatie="Andere regio")
    assert "Er wacht vandaag niets op u" in guest.get("/").text


def test_the_page_writes_one_line_in_the_log(client: TestClient) -> None:
    client.get("/")
    with state_of(client).database.session() as session:
        assert session.scalars(select(Logregel.soort)).all() == ["startpagina"]


def test_who_reads_and_who_bids_see_the_closing(guest: TestClient) -> None:
    log_in(guest, Rol.BEOORDELAAR, organisatie="Regio Proef")
    with state_of(guest).database.session(write=True) as session:
        regio = session.scalars(select(Organisatie.id)).one()
        tender = aanbestedingen.add(
            session, regio, "Jeugdhulp", "ijsselland_2023", now() + timedelta(days=3, hours=1), 24
        )
        tender.kluis_ontvanger = "age1proef"
        bod = inschrijvingen.add(session, regio, "beoordeling", "Bod")
        bod.knockouts, bod.aandachtspunten = 1, 4
    page = waiting(guest.get("/").text)
    assert "dagen tot Jeugdhulp sluit" in page and f"/aanbestedingen/{tender.id}" in page
    assert "inschrijving om te lezen" in page and "staat een knock-out" in page
    log_in(guest, Rol.INSCHRIJVER, organisatie="Aanbieder Proef")
    page = waiting(guest.get("/").text)
    assert "U hebt nog niet ingediend" in page and f"/indienen/{tender.id}" in page
    assert "om te lezen" not in page


def test_a_beheerder_sees_what_was_refused(guest: TestClient) -> None:
    log_in(guest, Rol.BEHEERDER)
    guest.get("/plaatsing")
    page = waiting(guest.get("/").text)
    assert "keer is iets geweigerd" in page
    assert "geweigerd" in guest.get(links(page, "/logboek")[0].replace("&amp;", "&")).text


@pytest.mark.parametrize("rol", list(Rol))
def test_every_step_of_the_tour_leads_to_a_page(client: TestClient, rol: Rol) -> None:
    log_in(client, rol, organisatie="Aanbieder" if rol is Rol.INSCHRIJVER else "Regio")
    assert 4 <= len(STAPPEN[rol]) <= 6
    for nummer, stap in enumerate(STAPPEN[rol], 1):
        assert client.post(f"/rondleiding/stap/{stap.sleutel}").status_code == 200
        page = client.get("/").text
        told = "U kent nu de weg" if nummer == len(STAPPEN[rol]) else f"{nummer} van de {len(STAPPEN[rol])}"
        assert told in page
    assert client.post("/rondleiding/stap/geen").status_code == 404


def test_the_tour_is_put_away_and_found_again(client: TestClient) -> None:
    assert "Eerste keer hier?" in client.get("/").text
    assert "Eerste keer hier?" not in client.post("/rondleiding/sluiten").text
    assert "/rondleiding/opnieuw" in client.get("/account").text
    assert "Eerste keer hier?" in client.post("/rondleiding/opnieuw").text


def test_the_tour_is_of_one_person(guest: TestClient) -> None:
    log_in(guest, Rol.COORDINATOR)
    guest.post("/rondleiding/sluiten")
    log_in(guest, Rol.COORDINATOR)
    assert "Eerste keer hier?" in guest.get("/").text


def test_who_has_more_rollen_does_each_step_once() -> None:
    alle = stappen(Rol)
    assert len({stap.sleutel for stap in alle}) == len(alle)
    assert [stap.sleutel for stap in alle[-2:]] == ["assistent", "account"]
