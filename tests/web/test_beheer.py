"""Beheer: accounts of the own organisation and of those that the region made; each act in the log."""

import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from tests.web.conftest import log_in, state_of
from web.auth import sessies, stappen
from web.models import Gebruiker, Logregel, Organisatie, Rol
from web.repositories import gebruikers
from web.services.beheer import eerste_beheerder

NIEUW = {"naam": "Jo Jansen", "inlognaam": "Jo.Jansen@Regio.nl", "rollen": ["coordinator", "beoordelaar"]}


@pytest.fixture
def beheer(guest: TestClient) -> TestClient:
    log_in(guest, Rol.BEHEERDER, organisatie="Regio Ons")
    return guest


def add(client: TestClient, **anders: object) -> tuple[str, str]:
    """Id and one-time password of a new account."""
    page = client.post("/beheer/nieuw", data=NIEUW | anders)
    assert page.status_code == 200, page.text
    wachtwoord = re.search(r"<code>([a-z0-9-]{23})</code>", page.text)
    assert wachtwoord, page.text
    with state_of(client).database.session() as session:
        gebruiker = gebruikers.by_inlognaam(session, str((NIEUW | anders)["inlognaam"]))
    assert gebruiker
    return gebruiker.id, wachtwoord[1]


def get(client: TestClient, id_: str) -> Gebruiker:
    with state_of(client).database.session() as session:
        gebruiker = session.get(Gebruiker, id_)
    assert gebruiker
    return gebruiker


def test_an_account_from_made_to_closed(beheer: TestClient) -> None:
    database = state_of(beheer).database
    id_, wachtwoord = add(beheer)
    assert get(beheer, id_).inlognaam == "jo.jansen@regio.nl"
    assert "Jo Jansen" in beheer.get("/beheer").text
    assert wachtwoord not in beheer.get(f"/beheer/{id_}").text
    wie = stappen.met_wachtwoord(database, "jo.jansen@regio.nl", wachtwoord, "")
    assert wie and stappen.volgende(database, wie, verplicht=True) == "wachtwoord"

    beheer.post(f"/beheer/{id_}", data={"naam": "Jo de Boer", "rollen": ["hoofdbeoordelaar"]})
    assert (get(beheer, id_).naam, get(beheer, id_).rollen) == ("Jo de Boer", ["hoofdbeoordelaar"])

    sessie = sessies.begin(database, id_)
    beheer.post(f"/beheer/{id_}/uitloggen")
    assert sessies.herken(database, sessie, "", "") is None

    sessie = sessies.begin(database, id_)
    assert "gesloten" in beheer.post(f"/beheer/{id_}/sluiten").text
    assert sessies.herken(database, sessie, "", "") is None
    assert stappen.met_wachtwoord(database, "jo.jansen@regio.nl", wachtwoord, "") is None
    beheer.post(f"/beheer/{id_}/openen")
    assert stappen.met_wachtwoord(database, "jo.jansen@regio.nl", wachtwoord, "")

    page = beheer.post(f"/beheer/{id_}/wachtwoord")
    assert "U ziet het alleen nu" in page.text
    assert stappen.met_wachtwoord(database, "jo.jansen@regio.nl", wachtwoord, "") is None

    with database.session() as session:
        regels = session.scalars(
            select(Logregel).where(Logregel.record == id_).order_by(Logregel.nummer)
        ).all()
    daden = [(r.handeling, r.deel) for r in regels if r.handeling not in ("lezen", "aanmelden")]
    assert daden == [
        ("maken", ""),
        ("wijzigen", ""),
        ("wijzigen", "sessies"),
        ("wijzigen", "sluiten"),
        ("wijzigen", "openen"),
        ("wijzigen", "eenmalig wachtwoord"),
    ]


@pytest.mark.parametrize(
    ("anders", "woorden"),
    [
        ({"naam": " "}, "Vul de naam in"),
        ({"inlognaam": "Jo Jansen"}, "zonder spaties"),
        ({"inlognaam": "jo@"}, "zonder spaties"),
        ({"rollen": []}, "een of meer rollen"),
        ({"rollen": ["inschrijver"]}, "past niet"),
        ({"rollen": ["koning"]}, "past niet"),
    ],
)
def test_what_is_wrong_is_told(client: TestClient, anders: dict[str, object], woorden: str) -> None:
    page = client.post("/beheer/nieuw", data=NIEUW | anders)
    assert page.status_code == 422
    assert woorden in page.text


def test_a_log_in_name_is_used_once(beheer: TestClient) -> None:
    add(beheer)
    page = beheer.post("/beheer/nieuw", data=NIEUW | {"inlognaam": "JO.JANSEN@regio.nl"})
    assert page.status_code == 422
    assert "bestaat al" in page.text


def test_nobody_locks_himself_out(guest: TestClient) -> None:
    zelf = log_in(guest, Rol.BEHEERDER)
    for address in (f"/beheer/{zelf}/sluiten", f"/beheer/{zelf}/wachtwoord"):
        assert guest.post(address).status_code == 422
    page = guest.post(f"/beheer/{zelf}", data={"naam": "Ik", "rollen": ["coordinator"]})
    assert page.status_code == 422
    assert (get(guest, zelf).actief, get(guest, zelf).rollen) == (True, ["beheerder"])


def test_a_region_makes_an_aanbieder_that_manages_itself(beheer: TestClient) -> None:
    page = beheer.post("/beheer/organisatie", data={"naam": "Zorg BV"})
    with state_of(beheer).database.session() as session:
        zorg = session.scalars(select(Organisatie).where(Organisatie.naam == "Zorg BV")).one()
    assert page.url.query.decode() == f"organisatie={zorg.id}"
    assert beheer.post("/beheer/organisatie", data={"naam": "Zorg BV"}).status_code == 422
    fout = beheer.post("/beheer/nieuw", data=NIEUW | {"organisatie": zorg.id})
    assert "past niet" in fout.text  # who bids does not judge
    id_, _ = add(beheer, organisatie=zorg.id, rollen=["inschrijver", "beheerder"], inlognaam="zorg")
    assert beheer.get(f"/beheer/{id_}").status_code == 200
    beheer.post(f"/beheer/organisatie/{zorg.id}", data={"naam": "Zorg en Zo BV"})
    assert "Zorg en Zo BV" in beheer.get("/beheer").text

    # The aanbieder's own beheerder sees its own accounts, and makes no organisations.
    with state_of(beheer).database.session() as session:
        regio = session.scalars(select(Organisatie).where(Organisatie.naam == "Regio Ons")).one()
        (hunne,) = gebruikers.of(session, regio.id)
    log_in(beheer, Rol.BEHEERDER, organisatie="Zorg en Zo BV")
    assert beheer.get(f"/beheer/{id_}").status_code == 200
    assert beheer.get(f"/beheer/{hunne.id}").status_code == 404
    assert beheer.get(f"/beheer/organisatie/{regio.id}").status_code == 404
    assert beheer.get("/beheer/organisatie").status_code == 404
    assert beheer.post("/beheer/organisatie", data={"naam": "Nog een"}).status_code == 404
    assert "Regio Ons" not in beheer.get("/beheer").text.partition("<main")[2]


def test_an_account_of_another_region_does_not_exist(beheer: TestClient) -> None:
    id_, _ = add(beheer)
    log_in(beheer, Rol.BEHEERDER, organisatie="Regio Hun")
    onbekend = "f" * 24
    for pad in ("", "/sluiten", "/openen", "/uitloggen", "/wachtwoord"):
        hier = beheer.post(f"/beheer/{id_}{pad}", data={"naam": "X", "rollen": ["coordinator"]})
        nergens = beheer.post(f"/beheer/{onbekend}{pad}", data={"naam": "X", "rollen": ["coordinator"]})
        assert hier.status_code == nergens.status_code == 404
        assert hier.text.replace(id_, "") == nergens.text.replace(onbekend, "")
    assert get(beheer, id_).actief


def test_the_first_beheerder_and_a_lost_password(guest: TestClient) -> None:
    database = state_of(guest).database
    with database.session(write=True) as session:
        eerste = eerste_beheerder(session, "Regio Nieuw")
    wie = stappen.met_wachtwoord(database, "beheerder", eerste, "")
    assert wie and wie.rollen == ["beheerder"] and wie.organisatie.naam == "Regio Nieuw"
    with database.session(write=True) as session:
        tweede = eerste_beheerder(session, "Regio Nieuw")
    assert stappen.met_wachtwoord(database, "beheerder", eerste, "") is None
    assert stappen.met_wachtwoord(database, "beheerder", tweede, "")
