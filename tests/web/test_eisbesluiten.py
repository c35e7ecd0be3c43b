"""An assessor decides about an eis of a bid: kept beside the proposal, counted, and taken out as labels."""

import json
import re

import pytest
from fastapi.testclient import TestClient

from compliance.rapport import Rapport
from tests.web.conftest import log_in, state_of
from tests.web.records import Voorraad, een_inschrijving, maak_voorraad
from web.auth.sessies import wie_van
from web.models import Rol
from web.repositories import gebruikers, log
from web.services.inschrijvingen import Inschrijvingsmap


@pytest.fixture(scope="module")
def voorraad(tmp_path_factory: pytest.TempPathFactory) -> Voorraad:
    return maak_voorraad(tmp_path_factory.mktemp("voorraad"))


def a_bid(client: TestClient, voorraad: Voorraad, person: str) -> tuple[str, Rapport]:
    """A judged bid of this person's organisation: its id and its report."""
    state = state_of(client)
    with state.database.session() as session:
        gebruiker = gebruikers.get(session, person)
        assert gebruiker
        wie = wie_van(gebruiker)
    id_ = een_inschrijving("beoordeling")(state, voorraad, wie)["id"]
    return id_, Inschrijvingsmap.of(state.settings, id_).rapport()


def shown(page: str, status: str) -> int:
    """How many eisen the filter of a report counts with this status."""
    found = re.search(rf'id="filter-{status}"[^>]*>[^<]*<span>(\d+)</span>', page)
    assert found
    return int(found[1])


@pytest.mark.slow
def test_a_decision_counts_and_the_proposal_stays(guest: TestClient, voorraad: Voorraad) -> None:
    client = guest
    person = log_in(client, Rol.BEOORDELAAR)
    id_, rapport = a_bid(client, voorraad, person)
    address = f"/beoordeling/{id_}"
    eis = next(o for o in rapport.eisen if o.status == "aangetoond")
    before = client.get(address).text
    proposed = client.get(f"{address}/rapport.json").json()

    page = client.get(f"{address}/eis/{eis.id}").text
    assert "Er is nog geen besluit" in page and "checked" not in page
    assert "0 met een besluit" in page

    answer = client.post(f"{address}/eis/{eis.id}", data={"besluit": "strijdig", "reden": " "})
    assert answer.status_code == 422 and "Schrijf op waarom" in answer.text
    assert client.post(f"{address}/eis/{eis.id}", data={"besluit": "goed", "reden": "x"}).status_code == 422
    too_long = {"besluit": "deels", "reden": "a" * 2001}
    assert client.post(f"{address}/eis/{eis.id}", data=too_long).status_code == 422
    assert client.get(address).text == before, "a refused form changes nothing"

    for status, reason in (
        ("deels", "Eerst gelezen als deels."),
        ("strijdig", "Op blz. 3 staat <het> anders."),
    ):
        answer = client.post(f"{address}/eis/{eis.id}", data={"besluit": status, "reden": reason})
        assert "Uw besluit is bewaard" in answer.text
    assert "Eerst gelezen als deels." in answer.text and "&lt;het&gt;" in answer.text

    after = client.get(address).text
    assert "&lt;het&gt;" in after and "Eerst gelezen" not in after
    assert shown(after, "aangetoond") == shown(before, "aangetoond") - 1
    assert shown(after, "strijdig") == shown(before, "strijdig") + 1
    assert f'id="eis-{eis.id}"' in client.get(f"{address}?status=strijdig").text
    assert f'id="eis-{eis.id}"' not in client.get(f"{address}?status=aangetoond").text
    assert client.get(f"{address}/rapport.json").json() == proposed

    assert re.search(r"Aangetoond</th><td[^>]*>1</td><td[^>]*>1</td>", after), "counted by proposed status"

    lines = client.get(f"{address}/besluiten.jsonl").text.splitlines()
    assert len(lines) == 1
    label = json.loads(lines[0])
    assert (label["eis"], label["voorstel"], label["status"]) == (eis.id, "aangetoond", "strijdig")
    assert label["bewijs"] == [b.model_dump(mode="json") for b in eis.bewijs]

    client.post(f"{address}/bevinding/1", data={"besluit": "klopt-niet", "reden": "Staat op blz. 2."})
    over = json.loads(client.get(f"{address}/besluiten.jsonl").text.splitlines()[1])
    assert over["bevinding"] == proposed["bevindingen"][0] and over["klopt"] is False

    with state_of(client).database.session() as session:
        besloten = [r for r in log.all_in_order(session) if r.handeling == "besluiten"][:-1]
    assert [r.deel for r in besloten][-2:] == [f"eis {eis.id}: deels", f"eis {eis.id}: strijdig"]

    assert client.post(f"{address}/verwijderen").status_code == 200
    assert client.get(f"{address}/eis/{eis.id}").status_code == 404


@pytest.mark.slow
def test_eisen_that_did_not_apply_and_those_that_are_none(guest: TestClient, voorraad: Voorraad) -> None:
    client = guest
    id_, rapport = a_bid(client, voorraad, log_in(client, Rol.HOOFDBEOORDELAAR))
    address = f"/beoordeling/{id_}"
    nvt = next(o for o in rapport.eisen if o.status == "nvt")
    assert f'id="eis-{nvt.id}"' not in client.get(address).text
    client.post(f"{address}/eis/{nvt.id}", data={"besluit": "ontbreekt", "reden": "Geldt hier wel."})
    assert f'id="eis-{nvt.id}"' in client.get(address).text
    client.post(f"{address}/eis/{nvt.id}", data={"besluit": "nvt", "reden": "Toch niet."})
    assert f'id="eis-{nvt.id}"' not in client.get(address).text
    for form in ({}, {"besluit": "deels", "reden": "Waarom niet."}):
        assert client.post(f"{address}/eis/999", data=form).status_code == 404
    log_in(client, Rol.BEOORDELAAR, organisatie="Andere regio")
    assert client.post(f"{address}/eis/{nvt.id}", data={"besluit": "deels", "reden": "x"}).status_code == 404
    assert client.get(f"{address}/besluiten.jsonl").status_code == 404


@pytest.mark.slow
def test_reading_goes_on_to_the_next_without_a_decision(guest: TestClient, voorraad: Voorraad) -> None:
    client = guest
    id_, rapport = a_bid(client, voorraad, log_in(client, Rol.BEOORDELAAR))
    address = f"/beoordeling/{id_}"
    assert rapport.bevindingen[0].ernst == "knock-out"
    page = client.get(f"{address}/lezen")
    assert page.url.path == f"{address}/bevinding/1" and "Punt 1 van" in page.text

    for form in ({"besluit": "aangetoond", "reden": "x"}, {"besluit": "klopt", "reden": " "}):
        assert client.post(f"{address}/bevinding/1", data=form).status_code == 422
    form = {"besluit": "klopt-niet", "reden": "Het is <geen> knock-out.", "verder": "ja"}
    page = client.post(f"{address}/bevinding/1", data=form)
    assert page.url.path == f"{address}/bevinding/2" and "1 met een besluit" in page.text
    assert client.get(f"{address}/lezen").url.path == f"{address}/bevinding/2"
    page = client.get(f"{address}/bevinding/1")
    assert "&lt;geen&gt;" in page.text and "Dit klopt niet" in page.text
    knockouts = sum(b.ernst == "knock-out" for b in rapport.bevindingen)
    bid = client.get(address).text
    assert f"<span>{knockouts - 1} gevonden; 1 klopt niet volgens een beoordelaar</span>" in bid
    assert "&lt;geen&gt;" in bid
    for nummer in (0, len(rapport.bevindingen) + 1):
        assert client.get(f"{address}/bevinding/{nummer}").status_code == 404
        assert client.post(f"{address}/bevinding/{nummer}", data=form).status_code == 404
        assert client.post(f"{address}/bevinding/{nummer}", data={}).status_code == 404
    log_in(client, Rol.BEOORDELAAR, organisatie="Andere regio")
    assert client.post(f"{address}/bevinding/2", data=form).status_code == 404


@pytest.mark.slow
def test_the_passage_stands_beside_what_is_read(guest: TestClient, voorraad: Voorraad) -> None:
    client = guest
    id_, rapport = a_bid(client, voorraad, log_in(client, Rol.BEOORDELAAR))
    eis = next(o for o in rapport.eisen if len(o.bewijs) > 1 and o.status != "nvt")
    for nummer, bewijs in enumerate(eis.bewijs, 1):
        page = client.get(f"/beoordeling/{id_}/eis/{eis.id}?passage={nummer}").text
        chosen = re.search(r'passage=(\d+)#blad" aria-current', page)
        assert chosen and int(chosen[1]) == nummer
        assert ("<svg" in page) == bool(bewijs.pagina and bewijs.bestand.endswith(".pdf"))
    assert client.get(f"/beoordeling/{id_}/eis/{eis.id}?passage=99").status_code == 200
