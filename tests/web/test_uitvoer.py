"""What a coordinator takes out of a plan, the file for the expertise team, and reasons for a lesser place."""

import io
from collections.abc import Iterator
from datetime import datetime

import docx
import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar
from openpyxl import load_workbook

from tests.web.conftest import ALLE_ROLLEN, log_in, start_app, state_of
from tests.web.records import STAM, Voorraad, een_ronde, maak_voorraad
from web.auth.sessies import wie_van
from web.repositories import gebruikers
from web.services.afwijkingen import REDENEN, afwijkingen, per_soort
from web.services.kindbeeld import geladen
from web.services.plaatsingen import Rondemap
from web.uitvoer.agenda import als_agenda


@pytest.fixture(scope="module")
def voorraad(tmp_path_factory: pytest.TempPathFactory) -> Voorraad:
    return maak_voorraad(tmp_path_factory.mktemp("voorraad"))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, voorraad: Voorraad) -> Iterator[tuple[TestClient, str]]:
    """A coordinator, and the address of a solved ronde."""
    client = start_app(tmp_path_factory.mktemp("data"))
    id_ = log_in(client, *ALLE_ROLLEN)
    with state_of(client).database.session() as session:
        gebruiker = gebruikers.get(session, id_)
        assert gebruiker
        wie = wie_van(gebruiker)
    yield client, f"/plaatsing/{een_ronde(state_of(client), voorraad, wie)['ronde_id']}"
    state_of(client).database.close()


def text_of(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(p.text for p in document.paragraphs), *cells))


def test_the_workbook_holds_everybody(place: tuple[TestClient, str], voorraad: Voorraad) -> None:
    client, base = place
    probleem, plan = geladen(Rondemap.of(voorraad.settings, STAM).map)
    book = load_workbook(io.BytesIO(client.get(f"{base}/uitvoer/plan.xlsx").content))
    assert book.sheetnames == ["Lijst", "Tijdlijn", "Zonder plek", "Gelijke kansen"]
    rows = list(book["Lijst"].iter_rows(min_row=2, values_only=True))
    assert {row[0] for row in rows} == set(plan.per_jeugdige)
    assert len(rows) == len(plan.plaatsingen) and all(isinstance(row[8], datetime) for row in rows)
    without = {row[0] for row in book["Zonder plek"].iter_rows(min_row=2, values_only=True)}
    assert without == {n.jeugdige_id for n in plan.niet_geplaatst}
    assert book["Gelijke kansen"]["C2"].value == len(probleem.jeugdigen)


def test_a_later_calendar_moves_the_days_of_an_earlier_one(voorraad: Voorraad) -> None:
    probleem, plan = geladen(Rondemap.of(voorraad.settings, STAM).map)
    one, two = (als_agenda(probleem, plan, naam, datetime(2026, 1, 5), "regio") for naam in ("een", "twee"))
    uids = [[str(e["uid"]) for e in Calendar.from_ical(file).walk("VEVENT")] for file in (one, two)]
    assert uids[0] == uids[1] and len(set(uids[0])) == len(uids[0]) > 10
    other = Calendar.from_ical(als_agenda(probleem, plan, "een", datetime(2026, 1, 5), "andere"))
    assert not {str(e["uid"]) for e in other.walk("VEVENT")} & set(uids[0])
    stays = {
        j for j, rij in plan.per_jeugdige.items() if probleem.jeugdigen[j].huidige_groep == rij[0].groep_id
    }
    starts = [str(e["summary"]) for e in Calendar.from_ical(one).walk("VEVENT") if "begint" in e["summary"]]
    assert not any(text.split()[0] in stays for text in starts), "who lives there already does not begin"


def test_whoever_accepts_a_lesser_place_says_why(place: tuple[TestClient, str], voorraad: Voorraad) -> None:
    client, base = place
    probleem, plan = geladen(Rondemap.of(voorraad.settings, STAM).map)

    def kinds(j: str) -> dict[str, str]:
        return per_soort(afwijkingen(probleem, plan, j, plan.per_jeugdige[j][0].groep_id, {}))

    child = next(j for j in sorted(plan.per_jeugdige, reverse=True) if kinds(j))
    group = plan.per_jeugdige[child][0].groep_id
    letter = f"{base}/jeugdige/brief.docx?id={child}"

    def step(stand: str, **more: str) -> str:
        form = {"stand": stand, "groep_id": group, **more}
        return client.post(f"{base}/jeugdige/stap?id={child}", data=form).text

    step("voorgesteld")
    assert "bewaard" in step("aanbieder_akkoord")
    page = step("gezin_akkoord")
    assert "kies waarom dat hier kan" in page and client.get(letter).status_code == 404
    codes = {f"afwijking_{soort}": next(iter(REDENEN[soort][1])) for soort in kinds(child)}
    page = step("gezin_akkoord", **codes)
    assert "De stap is bewaard" in page
    soort = next(iter(kinds(child)))
    reason = next(iter(REDENEN[soort][1].values()))
    assert reason.lower() in page
    words = text_of(client.get(letter).content)
    assert child in words and group in words and reason.lower() in words
    book = load_workbook(io.BytesIO(client.get(f"{base}/uitvoer/plan.xlsx").content))
    row = next(r for r in book["Lijst"].iter_rows(values_only=True) if r[0] == child)
    assert row[11] == "Ouders en jeugdige akkoord" and reason.lower() in str(row[13])
    assert f"Brief voor {child}" in client.get(f"{base}/uitvoer").text


def test_who_stays_needs_no_reason(voorraad: Voorraad) -> None:
    probleem, plan = geladen(Rondemap.of(voorraad.settings, STAM).map)
    for jeugdige in probleem.jeugdigen.values():
        if jeugdige.huidige_groep:
            assert afwijkingen(probleem, plan, jeugdige.id, jeugdige.huidige_groep, {}) == ()


def test_the_file_for_the_team_tells_what_was_refused(
    place: tuple[TestClient, str], voorraad: Voorraad
) -> None:
    client, base = place
    _, plan = geladen(Rondemap.of(voorraad.settings, STAM).map)
    child = sorted(plan.per_jeugdige)[0]
    group = plan.per_jeugdige[child][0].groep_id
    for form in (
        {"stand": "voorgesteld", "groep_id": group},
        {"stand": "aanbieder_niet", "groep_id": group, "redencode": "past_niet", "reden": "te druk"},
    ):
        client.post(f"{base}/jeugdige/stap?id={child}", data=form)
    page = client.get(f"{base}/jeugdige/escalatie?id={child}").text
    assert "1 weigering" in page and "te druk" in page and "Het plan stelt wel een plek voor" in page
    words = text_of(client.get(f"{base}/jeugdige/escalatie.docx?id={child}").content)
    assert "te druk" in words and "Aanbieder niet akkoord" in words
    nobody = client.get(f"{base}/jeugdige/escalatie?id={plan.niet_geplaatst[0].jeugdige_id}").text
    assert "geen plek die past" in nobody and "nog niet uitgerekend" in nobody
    assert client.get(f"{base}/jeugdige/escalatie?id=niemand").status_code == 404
