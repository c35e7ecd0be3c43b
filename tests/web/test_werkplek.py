"""The bidder's workplace: choosing, ticking, mending a draft by one file, handing in what was checked."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pyrage import x25519

from compliance.demo import write_demo
from tests.web.conftest import log_in, start_app, state_of, wait_until_done
from web.access import GeenToegang, Handeling, Soort, Toegang, Wie
from web.access.grenzen import GrensFout
from web.auth.sessies import wie_van
from web.database import Database
from web.models import Inschrijving, Organisatiesoort, Rol
from web.models.base import now
from web.repositories import aanbestedingen, gebruikers, inschrijvingen, inzendingen, werkplekken


def open_tender(client: TestClient) -> str:
    with state_of(client).database.session(write=True) as session:
        regio = gebruikers.add_organisatie(session, "Regio", Organisatiesoort.REGIO)
        tender = aanbestedingen.add(
            session, regio.id, "Jeugdhulp 2027", "ijsselland_2023", now() + timedelta(days=9), 24
        )
        tender.kluis_ontvanger = str(x25519.Identity.generate().to_public())
    return tender.id


@pytest.fixture
def bidder(guest: TestClient) -> TestClient:
    log_in(guest, Rol.INSCHRIJVER, organisatie="Gezinshuis De Linde")
    return guest


def put(client: TestClient, address: str, *paths: Path, **fields: str) -> Any:
    files = [("bestanden", (path.name, path.read_bytes())) for path in paths]
    return client.post(address, files=files, data=fields, follow_redirects=False)


def test_the_rules_are_told_as_one_chooses(bidder: TestClient) -> None:
    address = f"/werkplek/{open_tender(bidder)}/percelen"
    assert "Kruis een perceel aan" in bidder.get(address).text
    alone = bidder.get(f"{address}?toon=1&perceel=8").text
    assert "Zo kan het nog niet" in alone
    family = bidder.get(f"{address}?toon=1&perceel=8&vorm=gezinshuis").text
    assert "U mag perceel 8 kiezen." in family
    assert "Keurmerk Gezinshuizen" in family
    assert "Keurmerk Gezinshuizen" not in bidder.get(f"{address}?toon=1&perceel=1").text
    two = bidder.get(f"{address}?toon=1&perceel=1&perceel=2").text
    assert "mag er hoogstens één" in two
    # Showing keeps nothing, and what may not be is not kept.
    assert bidder.post(address, data={"perceel": ["1", "2"]}).status_code == 422
    assert bidder.post(address, data={}).status_code == 422
    assert "Uw bewaarde keuze" not in bidder.get(address).text
    page = bidder.post(address, data={"perceel": "8", "vorm": "gezinshuis", "geval": "holdingverklaring"})
    assert "Uw keuze is bewaard" in page.text
    with state_of(bidder).database.session(write=True) as session:
        tender = aanbestedingen.get(session, address.split("/")[2])
        assert tender
        tender.percelen = [1, 9]
    assert re.findall(r'name="perceel" value="(\d)"', bidder.get(address).text) == ["1", "9"]
    assert bidder.post(address, data={"perceel": "8", "vorm": "gezinshuis"}).status_code == 422
    assert "Holdingverklaring" in page.text
    assert "Verklaring van de combinatie" not in page.text


def test_ticks_stay_and_can_be_taken_away(bidder: TestClient) -> None:
    id_ = open_tender(bidder)
    bidder.post(f"/werkplek/{id_}/percelen", data={"perceel": "1"})
    page = bidder.post(f"/werkplek/{id_}/vinkje", data={"punt": "jaarcijfers"}).text
    assert "Afgevinkt door" in page
    assert "Afgevinkt door" in bidder.get(f"/werkplek/{id_}").text
    page = bidder.post(f"/werkplek/{id_}/vinkje", data={"punt": "jaarcijfers", "weg": "1"}).text
    assert "Afgevinkt door" not in page
    # What only the check or the vault can say, and what is not asked, is not ticked by hand.
    for punt in ("ingediend", "percelen", "rekentool_groepsaanbod", "iets"):
        assert bidder.post(f"/werkplek/{id_}/vinkje", data={"punt": punt}).status_code == 404


def test_nothing_is_asked_after_the_closing(bidder: TestClient) -> None:
    id_ = open_tender(bidder)
    bidder.post(f"/werkplek/{id_}/percelen", data={"perceel": "1"})
    with state_of(bidder).database.session(write=True) as session:
        tender = aanbestedingen.get(session, id_)
        assert tender
        tender.sluiting = now() - timedelta(minutes=1)
    page = bidder.get(f"/werkplek/{id_}").text
    assert "Indienen kan niet meer" in page
    assert "1 Specialistische Jeugdhulpaanbieder" in page
    for asked in ("Vink af", "Verander uw keuze", "Kijk mijn stukken na", "Uw stappen"):
        assert asked not in page


def draft(client: TestClient, id_: str, tmp_path: Path, *namen: str) -> str:
    """The address of a checked draft of these files of the demo bid."""
    folder = tmp_path / "bod"
    folder.mkdir()
    paths = [p for p in write_demo(folder) if p.name in namen]
    address = str(put(client, f"/werkplek/{id_}/bestanden", *paths).headers["location"])
    assert "Uw lijst voor" in wait_until_done(client, address)
    return address


@pytest.mark.slow
def test_checked_mended_handed_in_and_replaced(tmp_path: Path) -> None:
    with start_app(tmp_path / "data") as client:
        log_in(client, Rol.INSCHRIJVER, organisatie="Gezinshuis De Linde")
        id_ = open_tender(client)
        client.post(f"/werkplek/{id_}/percelen", data={"perceel": "8", "vorm": "gezinshuis"})
        eerste = draft(
            client, id_, tmp_path, "bijlage_I_invulsjabloon.docx", "klachtenregeling.docx",
            "rekentool_gezinshuis.xlsx", "plan_van_aanpak.pdf",
        )  # fmt: skip
        page = client.get(eerste).text
        assert "acht weken" in page
        assert "Zo lost u het op." in page
        # The choice here and the percelen in the form differ: told in a sentence.
        assert "In uw stukken lezen we perceel 1 en 8" in page
        # A rekentool filled in from the own file, and where it was read.
        assert "Gelezen in rekentool" in re.sub("<wbr>|\u200b|\xad", "", page)
        filled = re.search(r'href="(/rekentools/intensiteit\?[^"]+)"', page)
        assert filled
        assert "De begeleidingsintensiteit is" in client.get(filled[1].replace("&amp;", "&")).text

        beter = tmp_path / "klachtenregeling.docx"
        beter.write_bytes((tmp_path / "bod" / "plan_van_aanpak.pdf").read_bytes())
        beter = beter.rename(tmp_path / "klachten.pdf")
        rij = re.search(r'value="(\d+)">Ja, het komt in plaats van klachtenregeling', page)
        assert rij
        tweede = str(put(client, f"{eerste}/aanvullen", beter, in_plaats_van=rij[1]).headers["location"])
        page = wait_until_done(client, tweede)
        assert re.search(r"\d+ ding(en)? opgelost", page)
        assert "klachtenregeling.docx" not in client.get(f"{tweede}/rapport.json").text
        # The draft before is as it was.
        assert "acht weken" in client.get(eerste).text

        concept = tweede.rpartition("/")[2]
        oud = client.post(f"/indienen/{id_}/concept", data={"concept": eerste.rpartition("/")[2]})
        assert oud.status_code == 422 and "nieuwere versie" in oud.text
        bewijs = client.post(f"/indienen/{id_}/concept", data={"concept": concept})
        assert "Ontvangstbewijs" in bewijs.text
        assert "klachten.pdf" in re.sub("<wbr>|\u200b|\xad", "", bewijs.text)
        assert "U heeft ingediend" in client.get(f"/werkplek/{id_}").text

        rijen = re.findall(r'name="bestand" value="(\d+)"', client.get(tweede).text)
        derde = client.post(f"{tweede}/weglaten", data={"bestand": rijen[-1]}, follow_redirects=False)
        wait_until_done(client, derde.headers["location"])
        concept = derde.headers["location"].rpartition("/")[2]
        client.post(f"/indienen/{id_}/concept", data={"concept": concept})
        with state_of(client).database.session() as session:
            org = gebruikers.organisatie_by_naam(session, "Gezinshuis De Linde")
            assert org
            inzending = inzendingen.own(session, org.id, id_)
            assert inzending and [v.reden for v in inzending.versies] == ["vervangen", ""]
            assert len(inzending.versies[1].bestanden) == len(inzending.versies[0].bestanden) - 1

        assert "zijn gewist" in client.post(f"/werkplek/{id_}/wissen").text
        assert client.get(tweede).status_code == 404
        assert "U heeft ingediend" in client.get(f"/werkplek/{id_}").text


def test_the_last_file_stays(bidder: TestClient) -> None:
    """Without a check that is done there is no page to show it on, and nothing is lost."""
    id_ = open_tender(bidder)
    path = Path(__file__)
    address = put(bidder, f"/werkplek/{id_}/bestanden", path.with_name("deuren.txt")).headers["location"]
    wait_until_done(bidder, address)
    answer = bidder.post(f"{address}/weglaten", data={"bestand": "1"})
    assert answer.status_code == 422 and "enige bestand" in answer.text
    assert bidder.post(f"{address}/weglaten", data={"bestand": "7"}).status_code == 404
    assert bidder.post(f"{address}/aanvullen").status_code == 422
    assert bidder.post(f"/werkplek/{id_}/bestanden").status_code == 422


def person(database: Database, organisatie: str, *rollen: Rol) -> Wie:
    aanbieder = Rol.INSCHRIJVER in rollen
    with database.session(write=True) as session:
        soort = Organisatiesoort.AANBIEDER if aanbieder else Organisatiesoort.REGIO
        org = gebruikers.organisatie_by_naam(session, organisatie) or gebruikers.add_organisatie(
            session, organisatie, soort
        )
        return wie_van(gebruikers.add(session, org, f"{organisatie}{rollen}", "Iemand", frozenset(rollen)))


def test_drafts_are_read_by_nobody_else(database: Database) -> None:
    """Whatever somebody of another organisation asks the repositories, and whatever rol of the region."""
    toegang = Toegang(database)
    ons, hun = (person(database, naam, Rol.INSCHRIJVER) for naam in ("Ons", "Hun"))
    regio = person(database, "Regio", *(rol for rol in Rol if rol is not Rol.INSCHRIJVER))
    with database.session(write=True) as session:
        tender = aanbestedingen.add(
            session, regio.organisatie_id, "T", "ijsselland_2023", now() + timedelta(days=2), 24
        )
    with toegang.wijzigen(ons, Handeling.WIJZIGEN, Soort.WERKPLEK) as session:
        werkplek = werkplekken.own_or_new(session, ons.organisatie_id, tender.id)
        concept = inschrijvingen.add(session, ons.organisatie_id, "zelfcheck", "Geheim plan")
        concept.werkplek_id = werkplek.id
    with toegang.lezen(ons, Soort.WERKPLEK) as session:
        assert [c.id for c in werkplekken.drafts(session, werkplek.id)] == [concept.id]
    with toegang.lezen(hun, Soort.ZELFCHECK) as session:
        assert inschrijvingen.get(session, concept.id) is None
        assert inschrijvingen.recent(session, "zelfcheck") == []
        assert werkplekken.get(session, werkplek.id) is None
        assert werkplekken.own(session, ons.organisatie_id, tender.id) is None
        assert werkplekken.drafts(session, werkplek.id) == []
        assert werkplekken.all_of(session) == []
    for soort in (Soort.ZELFCHECK, Soort.WERKPLEK):
        with pytest.raises(GeenToegang), toegang.lezen(regio, soort, concept.id):
            pass
    # Nor by a page that the region does read, as of the bids that it judges.
    with toegang.lezen(regio, Soort.INSCHRIJVING) as session:
        assert inschrijvingen.get(session, concept.id) is None
        assert inschrijvingen.all_of(session, "zelfcheck") == []
        assert werkplekken.all_of(session) == []
    # Nor can anybody give it away, or put something of their own in its place.
    with pytest.raises(GrensFout), toegang.wijzigen(hun, Handeling.WIJZIGEN, Soort.ZELFCHECK) as session:
        session.add(Inschrijving(eigenaar_id=ons.organisatie_id, doel="zelfcheck", naam="Vals"))


def test_a_beheerder_of_the_region_cannot_reach_an_organisation_that_registered(database: Database) -> None:
    """Who can give a new password can read in somebody's name."""
    from web.services import beheer

    toegang = Toegang(database)
    ons = person(database, "Ons", Rol.INSCHRIJVER)
    baas = person(database, "Regio", Rol.BEHEERDER)
    with toegang.lezen(baas, Soort.GEBRUIKER) as session:
        assert beheer.vind_gebruiker(session, baas, ons.gebruiker_id) is None
