"""Questions to a bidder: on a list, edited, in a letter that is kept; and a bid handed in once more."""

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from fastapi.testclient import TestClient

from compliance.verslag.vragenbrief import Brief, Briefvraag, vragenbrief
from knowledge.errors import InvoerFout
from tests.web.conftest import log_in, state_of, wait_until_done
from tests.web.records import Voorraad, maak_voorraad
from tests.web.test_eisbesluiten import a_bid
from web.models import Rol
from web.repositories import inschrijvingen, log, vragen
from web.services.vragen import lees_dag


@pytest.fixture(scope="module")
def voorraad(tmp_path_factory: pytest.TempPathFactory) -> Voorraad:
    return maak_voorraad(tmp_path_factory.mktemp("voorraad"))


def words(document: bytes) -> str:
    gelezen = docx.Document(io.BytesIO(document))
    cellen = [c.text for t in gelezen.tables for r in t.rows for c in r.cells]
    return "\n".join([*(p.text for p in gelezen.paragraphs), *cellen])


def test_a_letter_tells_what_may_be_done_and_until_when() -> None:
    brief = Brief(
        "Regio Proef", "Zorg <Twee>", "Jeugdhulp 2027", date(2026, 11, 25), date(2026, 12, 2),
        "A. Beoordelaar",
        (Briefvraag("Polis", "Stuurt u de polis na?", ()),),
        (Briefvraag("Eis 12", "Zes of acht weken?", ("plan.pdf, pagina 3", "klacht.docx")),),
    )  # fmt: skip
    tekst = words(vragenbrief(brief))
    for deel in ("§4.1.4", "woensdag 2 december 2026", "5 werkdagen", "Zorg <Twee>", "pagina 3\nklacht.docx"):
        assert deel in tekst
    assert tekst.index("Stuurt u de polis na?") < tekst.index("Zes of acht weken?")
    alleen_uitleg = words(vragenbrief(replace(brief, aanvullingen=())))
    assert "Stukken die wij" not in alleen_uitleg and "Vragen om uitleg" in alleen_uitleg


@pytest.mark.parametrize("tekst", ["", "morgen", "31-02-2027", "25-11-2026", "24-11-2026", "2026-12-02"])
def test_the_last_day_is_a_day_after_today(tekst: str) -> None:
    with pytest.raises(InvoerFout):
        lees_dag(tekst, date(2026, 11, 25))
    assert lees_dag(" 1-12-2026", date(2026, 11, 25)) == date(2026, 12, 1)


@pytest.mark.slow
def test_from_a_point_to_a_letter_that_is_kept(guest: TestClient, voorraad: Voorraad) -> None:
    client = guest
    id_, rapport = a_bid(client, voorraad, log_in(client, Rol.BEOORDELAAR))
    address = f"/beoordeling/{id_}"
    eis = next(o for o in rapport.eisen if o.status == "strijdig")
    page = client.post(f"{address}/vragen/erbij", data={"sleutel": f"eis-{eis.id}", "terug": "ja"})
    assert page.url.path == f"{address}/eis/{eis.id}" and "staat op de lijst" in page.text
    stuk = next(s for s in rapport.stukken if s.status in ("ontbreekt", "onvolledig", "verlopen"))
    sleutels = [f"stuk-{stuk.sleutel}", f"eis-{eis.id}", "eis-999", "stuk-", "bevinding-0", "x"]
    client.post(f"{address}/vragen/erbij", data={"sleutel": sleutels})
    page = client.get(f"{address}/vragen")
    velden = re.findall(r'name="(tekst-[0-9a-f]+)"', page.text)
    assert len(velden) == 2, "each once, and what is no point not at all"

    form = {velden[0]: "Zes of acht <weken>?", velden[1]: " "}
    answer = client.post(f"{address}/vragen", data=form)
    assert answer.status_code == 422 and "Zes of acht &lt;weken&gt;?" in answer.text
    form[velden[1]] = "Stuurt u dit stuk na?"
    answer = client.post(f"{address}/vragen", data=form | {"brief": "ja", "uiterlijk": "1-1-2001"})
    assert answer.status_code == 422 and "na vandaag" in answer.text
    assert 'Brieven <span class="telling">1<' in client.get(f"{address}/vragen").text, "that of the record"
    answer = client.post(f"{address}/vragen", data=form | {"brief": "ja", "uiterlijk": "1-1-2099"})
    assert "De brief is gemaakt" in answer.text and "De lijst is leeg" in answer.text
    with state_of(client).database.session() as session:
        brief = vragen.letters(session, id_)[0]
        assert brief.uiterlijk == date(2099, 1, 1) and "beoordelaar" in brief.door
    document = client.get(f"{address}/vragen/{brief.id}")
    assert "attachment" in document.headers["content-disposition"]
    assert "Zes of acht <weken>?" in words(document.content)
    assert "Hierover is al een brief gemaakt" in client.get(f"{address}/eis/{eis.id}").text
    assert client.post(f"{address}/vragen", data={"brief": "ja", "uiterlijk": "1-1-2099"}).status_code == 422

    page = client.post(f"{address}/vragen/erbij", data={"sleutel": f"eis-{eis.id}"})
    (veld,) = re.findall(r'name="(tekst-[0-9a-f]+)"', page.text)
    page = client.post(f"{address}/vragen", data={veld: "", "weg": veld.removeprefix("tekst-")})
    assert "De vraag is van de lijst" in page.text and "De lijst is leeg" in page.text
    with state_of(client).database.session() as session:
        delen = [r.deel for r in log.all_in_order(session) if r.handeling == "besluiten"]
    assert "brief met vragen" in delen
    log_in(client, Rol.BEOORDELAAR, organisatie="Andere regio")
    assert client.get(f"{address}/vragen/{brief.id}").status_code == 404


@pytest.mark.slow
def test_a_bid_is_handed_in_once_more_only_once(
    guest: TestClient, voorraad: Voorraad, bid: Path, tmp_path: Path
) -> None:
    client = guest
    person = log_in(client, Rol.BEOORDELAAR)
    id_, rapport = a_bid(client, voorraad, person)
    ander, _ = a_bid(client, voorraad, person)
    address = f"/beoordeling/{id_}"
    eis = next(o for o in rapport.eisen if o.status == "verklaard")
    client.post(f"{address}/eis/{eis.id}", data={"besluit": "strijdig", "reden": "Zo lees ik het."})
    assert "één keer een herziene" in client.get(f"{address}/versies").text
    assert client.post(f"{address}/versies", data={}).status_code == 422
    assert client.post(f"{address}/versies", data={"ander": id_}).status_code == 422
    assert client.post(f"{address}/versies", data={"ander": "0" * 24}).status_code == 404

    files = [("bestanden", (p.name, p.read_bytes())) for p in sorted(bid.iterdir()) if "polis" not in p.name]
    files.append(("bestanden", ("toelichting.txt", b"Wij handelen een klacht af binnen zes weken.")))
    page = client.post(f"{address}/versies", files=files)
    assert "De controle is nog niet klaar" in page.text
    with state_of(client).database.session() as session:
        latere = inschrijvingen.in_place_of(session, id_)
        assert latere
    wait_until_done(client, f"/beoordeling/{latere.id}")
    page = client.get(f"{address}/versies")
    rij = re.search(
        rf'/beoordeling/{latere.id}/eis/{eis.id}">Eis {eis.id}[^<]*</a></th>(.*?)</tr>', page.text
    )
    assert rij and "Strijdig" in rij[1] and "besluit" in rij[1] and "Alleen verklaard" in rij[1]
    assert "toelichting.txt" in page.text
    matrix = client.get("/beoordeling/matrix").text
    assert "Vervangen door een herziene inschrijving: 1." in matrix and f"/beoordeling/{id_}/" not in matrix
    assert "Dit is een herziene inschrijving" in client.get(f"/beoordeling/{latere.id}").text
    assert "Er is een herziene inschrijving" in client.get(address).text
    for eerst in (id_, latere.id):
        answer = client.post(f"/beoordeling/{eerst}/versies", data={"ander": ander})
        assert answer.status_code == 422 and "Een tweede keer mag niet" in answer.text
    client.post(f"{address}/verwijderen")
    assert client.get(f"/beoordeling/{latere.id}").status_code == 200, "the later one stays"
