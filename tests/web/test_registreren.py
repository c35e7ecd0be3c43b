"""An aanbieder asks for an account; nothing logs in before a beheerder of the region confirms it."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from tests.web.conftest import log_in, start_app, state_of
from web.auth import grenzen
from web.auth.cookie import COOKIE
from web.models import Accountaanvraag, Gebruiker, Logregel, Organisatie, Organisatiesoort, Rol
from web.repositories import gebruikers
from web.services.registreren import lees_kvk

WACHTWOORD = "vier losse woorden samen"
FORMULIER = {
    "organisatie": "Gezinshuis De Linde",
    "kvk": "1234 56.78",
    "naam": "Jo Jansen",
    "email": "Jo@DeLinde.nl",
    "nieuw": WACHTWOORD,
    "herhaald": WACHTWOORD,
}


def region(client: TestClient, naam: str = "Regio Proef") -> str:
    with state_of(client).database.session(write=True) as session:
        return gebruikers.add_organisatie(session, naam, Organisatiesoort.REGIO).id


def ask(client: TestClient, **anders: str) -> Any:
    return client.post("/registreren", data=FORMULIER | anders, follow_redirects=False)


def log_in_with_password(client: TestClient) -> str:
    client.cookies.delete(COOKIE)
    answer = client.post(
        "/inloggen",
        data={"inlognaam": "jo@delinde.nl", "wachtwoord": WACHTWOORD},
        follow_redirects=False,
    )
    return str(answer.headers.get("location", ""))


def test_asked_confirmed_and_in(guest: TestClient) -> None:
    region(guest)
    answer = ask(guest)
    assert answer.status_code == 303
    mine = answer.headers["location"]
    assert "We hebben uw aanvraag" in guest.get(mine).text
    assert log_in_with_password(guest) == ""

    log_in(guest, Rol.BEHEERDER)
    (found,) = re.findall(r"/beheer/aanvraag/\w+", guest.get("/beheer").text)
    assert "12345678" in guest.get(found).text
    confirmed = guest.post(f"{found}/bevestigen")
    assert "Het account is gemaakt" in confirmed.text
    assert guest.get(found).status_code == 404

    guest.cookies.delete(COOKIE)
    assert "Uw account is klaar" in guest.get(mine).text
    assert log_in_with_password(guest) == "/inloggen/instellen"
    with state_of(guest).database.session() as session:
        persoon = session.scalars(select(Gebruiker).where(Gebruiker.inlognaam == "jo@delinde.nl")).one()
        assert persoon.organisatie.kvk == "12345678"
        assert persoon.organisatie.soort == Organisatiesoort.AANBIEDER
        assert set(persoon.rollen) == {Rol.INSCHRIJVER, Rol.BEHEERDER}
        # The region cannot give a new password, and so cannot read the drafts in somebody's name.
        assert persoon.organisatie.beheerd_door_id is None
        assert session.scalars(select(Accountaanvraag)).one().wachtwoord == ""
        daden = session.scalars(select(Logregel).where(Logregel.soort == "accountaanvraag")).all()
    assert {"maken", "besluiten"} <= {r.handeling for r in daden}


def test_turned_down_with_a_reason(guest: TestClient) -> None:
    region(guest)
    mine = ask(guest).headers["location"]
    log_in(guest, Rol.BEHEERDER)
    (found,) = re.findall(r"/beheer/aanvraag/\w+", guest.get("/beheer").text)
    assert guest.post(f"{found}/afwijzen", data={"reden": " "}).status_code == 422
    guest.post(f"{found}/afwijzen", data={"reden": "Wij konden u niet bereiken."})
    assert "Wij konden u niet bereiken." in guest.get(mine).text
    assert log_in_with_password(guest) == ""


def test_what_is_known_here_is_not_told(guest: TestClient) -> None:
    id_ = region(guest)
    with state_of(guest).database.session(write=True) as session:
        org = session.get(Organisatie, id_)
        assert org
        gebruikers.add(session, org, "jo@delinde.nl", "Jo", frozenset({Rol.COORDINATOR}))
    known, unknown = ask(guest), ask(guest, email="ander@delinde.nl")
    assert known.status_code == unknown.status_code == 303
    mine = [str(a.headers["location"]) for a in (known, unknown)]
    pages = [guest.get(adres).text.replace(adres, "…") for adres in mine]
    assert pages[0].replace("jo@", "…") == pages[1].replace("ander@", "…")
    # The beheerder is told, and cannot confirm it.
    log_in(guest, Rol.BEHEERDER)
    for found in re.findall(r"/beheer/aanvraag/\w+", guest.get("/beheer").text):
        if "al een account met dit e-mailadres" in guest.get(found).text:
            assert guest.post(f"{found}/bevestigen").status_code == 422
            break
    else:
        pytest.fail("the beheerder was not told")


def test_an_organisation_is_made_once(guest: TestClient) -> None:
    region(guest)
    ask(guest)
    ask(guest, email="ander@delinde.nl", organisatie="De Linde")
    log_in(guest, Rol.BEHEERDER)
    een, twee = re.findall(r"/beheer/aanvraag/\w+", guest.get("/beheer").text)
    assert guest.post(f"{een}/bevestigen").status_code == 200
    assert "heeft hier al een account" in guest.post(f"{twee}/bevestigen").text


def test_another_region_sees_nothing_of_it(guest: TestClient) -> None:
    een, _ = region(guest, "Een"), region(guest, "Twee")
    assert ask(guest).status_code == 422  # which region?
    ask(guest, regio=een)
    log_in(guest, Rol.BEHEERDER, organisatie="Twee")
    assert "/beheer/aanvraag/" not in guest.get("/beheer").text


@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("kvk", "1234567", "heeft 8 cijfers"),
        ("kvk", "123456780000", "vestigingsnummer"),
        ("email", "geen adres", "e-mailadres"),
        ("organisatie", "  ", "naam van uw organisatie"),
        ("herhaald", "iets anders", "niet gelijk"),
    ],
)
def test_a_form_that_is_not_right(client: TestClient, veld: str, waarde: str, zin: str) -> None:
    answer = ask(client, **{veld: waarde})
    assert answer.status_code == 422
    assert zin in answer.text


def test_no_more_than_so_often(client: TestClient) -> None:
    answers = [ask(client).status_code for _ in range(grenzen.REGISTREREN_ADRES.hoogstens + 1)]
    assert answers[-1] == 429
    assert set(answers[:-1]) == {303}


def test_it_can_be_turned_off(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with start_app(tmp_path / "data") as client:
        region(client)
        assert "/registreren" in client.get("/inloggen").text
        object.__setattr__(state_of(client).settings, "registreren", False)
        assert "/registreren" not in client.get("/inloggen").text
        assert client.get("/registreren").status_code == 404
        assert ask(client).status_code == 404


def test_a_number_is_read_as_people_write_it() -> None:
    assert lees_kvk(" 12.34 56-78 ") == "12345678"
