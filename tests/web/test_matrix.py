"""Eisen beside bids, and the check of many bids at once."""

import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from compliance.rapport import EisStatus
from compliance.verslag.beeld import tender_van
from knowledge.catalogue import load_tender
from tests.web.conftest import log_in, state_of, wait_until_done
from tests.web.records import Voorraad, maak_voorraad
from tests.web.test_eisbesluiten import a_bid
from tests.web.test_lezen import STATUSSEN, een_rapport
from web.models import Rol
from web.models.base import now
from web.repositories import inschrijvingen, jobs
from web.repositories.eisbesluiten import Besluitstand
from web.services.matrix import Bod, Boden, Keuze, gekozen, uitsnede

TENDER = load_tender()


@pytest.fixture(scope="module")
def voorraad(tmp_path_factory: pytest.TempPathFactory) -> Voorraad:
    return maak_voorraad(tmp_path_factory.mktemp("voorraad"))


def boden(statussen: list[list[EisStatus]], besloten: set[str]) -> Boden:
    """Bids with eisen 1, A, 2, B, ...; about the `besloten` somebody decided in the first bid."""
    besluiten = {id_: Besluitstand("deels", "strijdig", "x", "A", now()) for id_ in besloten}
    return Boden(
        tender_van(TENDER.sleutel),
        tuple(
            Bod(
                str(n),
                f"Bod {n}",
                een_rapport(rij).model_copy(update={"tender": TENDER.sleutel, "percelen": (n % 9 + 1,)}),
                besluiten if n == 0 else {},
                0,
                (),
            )
            for n, rij in enumerate(statussen)
        ),
        0,
        0,
    )


@given(
    st.integers(1, 10).flatmap(
        lambda n: st.lists(
            st.lists(st.sampled_from(STATUSSEN), min_size=n, max_size=n), min_size=1, max_size=25
        )
    ),
    st.sets(st.sampled_from(["1", "2", "A"])),
    st.sampled_from(["", *STATUSSEN]),
    st.booleans(),
    st.sampled_from(["", "letters"]),
)
def test_a_row_is_shown_when_a_bid_gives_reason_to(
    statussen: list[list[EisStatus]], besloten: set[str], status: str, open_: bool, onderdeel: str
) -> None:
    gevonden = boden(statussen, besloten)
    keuze = Keuze(status=status, open=open_, onderdeel=onderdeel)
    verwacht = [
        o.id
        for n, o in enumerate(gevonden.boden[0].rapport.eisen)
        if (not onderdeel or o.id.isalpha())
        and any(
            (not status or rij[n] == status)
            and (not open_ or (rij[n] != "nvt" and not (plek == 0 and o.id in besloten)))
            for plek, rij in enumerate(statussen)
        )
    ]
    assert gekozen(gevonden, keuze)[1] == verwacht
    gezien = uitsnede(gevonden, keuze)
    assert gezien.eisen == len(verwacht) and gezien.boden == len(statussen)
    bladen = [uitsnede(gevonden, keuze, 1, k) for k in range(1, gezien.kolombladen + 1)]
    assert [k.id for b in bladen for k in b.kolommen] == [str(n) for n in range(len(statussen))]
    for blad in bladen:
        for rij in blad.rijen:
            assert len(rij.cellen) == len(blad.kolommen)
        for kolom in blad.kolommen:
            assert sum(kolom.telling.values()) == len(verwacht)
    assert uitsnede(gevonden, keuze, 99, 99).kolomblad == gezien.kolombladen


def test_who_acts_and_which_perceel() -> None:
    gevonden = boden([["deels"] * 4, ["deels"] * 4], set())
    catalogus = {e.id: e for e in TENDER.eisen}
    for wie in ("ON", "OG"):
        assert all(catalogus[id_].adressaat == wie for id_ in gekozen(gevonden, Keuze(wie=wie))[1])
    assert [b.id for b in gekozen(gevonden, Keuze(perceel=2))[0]] == ["1"]
    assert [b.id for b in gekozen(gevonden, Keuze(bod="0"))[0]] == ["0"]
    assert uitsnede(gevonden, Keuze(bod="weg")).rijen == ()


@pytest.mark.slow
def test_the_matrix_counts_what_people_decide(guest: TestClient, voorraad: Voorraad) -> None:
    client = guest
    person = log_in(client, Rol.BEOORDELAAR)
    assert "nog geen inschrijving nagekeken" in client.get("/beoordeling/matrix").text
    assert client.get("/beoordeling/matrix.xlsx").url.path == "/beoordeling/matrix"
    (een, rapport), (twee, _) = a_bid(client, voorraad, person), a_bid(client, voorraad, person)
    eis = next(o for o in rapport.eisen if o.status == "aangetoond")
    form = {"besluit": "strijdig", "reden": "=Gelezen op blz. 3."}
    client.post(f"/beoordeling/{een}/eis/{eis.id}", data=form)
    client.post(f"/beoordeling/{een}/bevinding/1", data={"besluit": "klopt-niet", "reden": "x"})
    page = client.get("/beoordeling/matrix", params={"status": "strijdig", "onderdeel": _thema(eis.id)}).text
    cel = re.search(rf'href="/beoordeling/{een}/eis/{eis.id}">Strijdig <span[^>]*>✎', page)
    assert cel and "anders dan het voorstel" in page
    assert f'href="/beoordeling/{twee}/eis/{eis.id}">Aangetoond<' in page
    knockouts = sum(b.ernst == "knock-out" for b in rapport.bevindingen)
    whole = client.get("/beoordeling/matrix").text
    found = {int(n) for n in re.findall(r'data-kop="Knock-outs">(?:<[^>]*>)?(\d+)', whole)}
    assert found == {knockouts, knockouts - 1}
    boek = load_workbook(io.BytesIO(client.get("/beoordeling/matrix.xlsx?status=strijdig").content))
    rijen = {str(r[0]): r[2:] for r in boek["Eisen"].iter_rows(min_row=2, values_only=True)}
    assert set(rijen[eis.id]) == {"Strijdig", "Aangetoond"} and len(rijen) < len(rapport.eisen)
    besluit = next(boek["Besluiten"].iter_rows(min_row=2, values_only=True))
    assert besluit[1] == eis.id and besluit[5] == "ja" and besluit[6] == "'=Gelezen op blz. 3."
    over = list(boek["Besluiten over bevindingen"].iter_rows(min_row=2, values_only=True))
    assert [(r[3], r[4], r[5]) for r in over] == [(rapport.bevindingen[0].toelichting, "nee", "x")]
    log_in(client, Rol.BEOORDELAAR, organisatie="Andere regio")
    assert "nog geen inschrijving nagekeken" in client.get("/beoordeling/matrix").text


def _thema(eis: str) -> str:
    return next(e.thema for e in TENDER.eisen if e.id == eis)


@pytest.mark.slow
def test_forty_bids_are_shown_within_a_tenth_of_a_second(client: TestClient, voorraad: Voorraad) -> None:
    """Once the reports were read; half a second here, as a machine that tests may be busy."""
    person = log_in(client, Rol.BEOORDELAAR)
    state = state_of(client)
    id_, rapport = a_bid(client, voorraad, person)
    tekst = json.dumps(rapport.model_dump(mode="json"))
    with state.database.session(write=True) as session:
        eerst = inschrijvingen.get(session, id_)
        assert eerst
        for n in range(39):
            bod = inschrijvingen.add(session, eerst.eigenaar_id, "beoordeling", f"Bod {n}")
            jobs.add(session, eerst.eigenaar_id, "inschrijving", bod.id).status = "done"
            map_ = state.opslag.folder("inschrijving", bod.id)
            map_.mkdir(parents=True)
            (map_ / "rapport.json").write_text(tekst, encoding="utf-8")
    assert "121 eisen, 40 inschrijvingen" in client.get("/beoordeling/matrix").text
    tijden = []
    for blad in (1, 2, 3):
        answer = client.get(f"/beoordeling/matrix?blad={blad}&boden=2")
        tijden.append(answer.elapsed.total_seconds())
        assert f"Blad {blad} van 5" in answer.text and "Blad 2 van 2 met inschrijvingen" in answer.text
    assert min(tijden) < 0.5


@pytest.mark.slow
def test_many_zips_at_once_each_a_bid(client: TestClient, bid: Path, tmp_path: Path) -> None:
    """On PostgreSQL: test_wandeling_lezen."""
    log_in(client, Rol.BEOORDELAAR)
    assert client.post("/beoordeling/reeks").status_code == 422
    een = shutil.make_archive(str(tmp_path / "een"), "zip", bid)
    with zipfile.ZipFile(tmp_path / "twee.zip", "w") as zip_:
        zip_.writestr("plan.txt", "Wij handelen een klacht af binnen zes weken.")
    files = [
        ("bestanden", ("een.zip", Path(een).read_bytes())),
        ("bestanden", ("kapot.zip", b"geen zip")),
        ("bestanden", ("los.txt", b"los")),
        ("bestanden", ("twee.zip", (tmp_path / "twee.zip").read_bytes())),
    ]
    answer = client.post("/beoordeling/reeks", files=files)
    assert answer.status_code == 422 and "los.txt: dit is geen zip" in answer.text
    assert "kapot.zip: " in answer.text and "van 2 nagekeken" in answer.text
    wait_until_done(client, "/beoordeling/reeks")
    page = client.get("/beoordeling/reeks").text
    assert "2 van 2 nagekeken." in page and "data-voortgang" not in page
    state = state_of(client)
    with state.database.session(write=True) as session:
        bod = inschrijvingen.uploaded(session)[0]
        job = jobs.of_subject(session, bod.id)
        assert job
        job.status = "failed"
    assert "Kijk 1 nog niet nagekeken inschrijving na" in client.get("/beoordeling/reeks").text
    page = client.post("/beoordeling/reeks/start").text
    assert "De controle is gestart" in page
    wait_until_done(client, "/beoordeling/reeks")
    assert "2 van 2 nagekeken." in client.get("/beoordeling/reeks").text
