"""What-ifs: what is tried is one thing as a change, as files and in words, and it stays beside the plan."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher import Probleem, Vastlegging, read_folder
from matcher.demo import schrijf_demo
from matcher.domein import CRITERIA
from matcher.uitleg.watals import pas_toe
from tests.web.conftest import log_in, state_of, wait_until_done
from tests.web.records import Voorraad, een_ronde, maak_voorraad
from web.auth.sessies import wie_van
from web.models import Rol
from web.repositories import gebruikers
from web.services import voornemen as voornemens
from web.services.plaatsingen import Rondemap
from web.services.planvergelijking import Zijde, vergelijkbeeld
from web.services.voornemen import Voornemen, als_wijziging, in_woorden, schrijf_invoer, zonder_strijdige


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("regio")
    schrijf_demo(folder, date(2026, 1, 5))
    return folder


@pytest.fixture(scope="module")
def voorraad(tmp_path_factory: pytest.TempPathFactory) -> Voorraad:
    return maak_voorraad(tmp_path_factory.mktemp("voorraad"))


def intentions(probleem: Probleem) -> st.SearchStrategy[Voornemen]:
    groepen, jeugdigen = (
        st.sampled_from(sorted(probleem.groepen)),
        st.sampled_from(sorted(probleem.jeugdigen)),
    )
    days = st.integers(-30, probleem.horizon * 7 - 1).map(
        lambda n: (probleem.peildatum + timedelta(days=n)).isoformat()
    )
    return st.builds(
        Voornemen,
        keuzes=st.lists(st.tuples(jeugdigen, st.just(1), groepen, st.booleans()), max_size=3).map(tuple),
        dicht=st.dictionaries(groepen, days, max_size=3),
        bedden=st.dictionaries(groepen, st.integers(-3, 3).filter(bool), max_size=3),
        gewichten=st.dictionaries(st.sampled_from(CRITERIA), st.integers(0, 999), max_size=2),
        belofte=st.integers(0, 500),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_files_say_what_was_solved(region: Path, tmp_path: Path, data: st.DataObject) -> None:
    """Whoever takes a variant over gets the very problem that its plan was made for."""
    probleem = read_folder(region)
    tried = data.draw(intentions(probleem))
    assert Voornemen.from_json(tried.to_json()) == tried
    solved = pas_toe(zonder_strijdige(probleem, tried), als_wijziging(tried, probleem.peildatum))
    folder = Rondemap(tmp_path / "variant")
    shutil.rmtree(folder.map, ignore_errors=True)
    schrijf_invoer(region, folder, tried, solved.vastleggingen)
    kept = read_folder(folder.invoer)
    assert (kept.groepen, kept.jeugdigen, kept.gewichten) == (
        solved.groepen,
        solved.jeugdigen,
        solved.gewichten,
    )
    assert kept.vastleggingen == solved.vastleggingen
    assert len(in_woorden(tried)) == sum(map(len, (tried.keuzes, tried.dicht, tried.bedden, tried.gewichten)))


def test_a_new_choice_takes_the_place_of_an_old_one(region: Path) -> None:
    from dataclasses import replace

    old = (Vastlegging("B01", 1, "G05", True), Vastlegging("B02", 1, "G03", False))
    probleem = replace(read_folder(region), vastleggingen=old)
    left = zonder_strijdige(probleem, Voornemen((("B01", 1, "G06", True), ("B02", 1, "G03", True))))
    assert left.vastleggingen == ()
    assert zonder_strijdige(probleem, Voornemen((("B03", 1, "G06", True),))).vastleggingen == old


def test_every_fault_of_the_form_is_told_at_its_field(region: Path) -> None:
    form = {
        "vast.0.jeugdige": "nobody",
        "vast.0.groep": "G01",
        "vast.1.jeugdige": "B01",
        "vast.1.groep": "nergens",
        "vast.1.fase": "9",
        "vast.1.keuze": "vast",
        "dicht.0.groep": "G01",
        "dicht.0.datum": "morgen",
        "bed.0.groep": "G01",
        "bed.0.aantal": "veel",
        "gewicht.wachten": "-1",
        "naam": "123456782",
    }
    _, faults = voornemens.lees(form, read_folder(region))
    assert {f.veld for f in faults} == {
        "vast.0.jeugdige",
        "vast.0.keuze",
        "vast.1.groep",
        "vast.1.fase",
        "dicht.0.datum",
        "bed.0.aantal",
        "gewicht.wachten",
        "naam",
    }
    _, faults = voornemens.lees({"belofte": "50"}, read_folder(region))
    assert [f.tekst for f in faults] == ["Verander minstens een ding."]


def test_a_plan_is_no_different_from_itself(voorraad: Voorraad) -> None:
    from tests.web.records import STAM
    from web.services.kindbeeld import geladen

    side = Zijde("plan", *geladen(Rondemap.of(voorraad.settings, STAM).map))
    beeld = vergelijkbeeld(side, side)
    assert beeld.regels == () and beeld.zelfde and beeld.gelijk == len(side.probleem.jeugdigen)
    assert beeld.een == beeld.ander and beeld.een.punten == side.plan.kosten


@pytest.mark.slow
def test_a_variant_stays_beside_the_plan_until_somebody_takes_it_over(
    guest: TestClient, voorraad: Voorraad
) -> None:
    client, state = guest, state_of(guest)
    id_ = log_in(client, Rol.COORDINATOR)
    with state.database.session() as session:
        gebruiker = gebruikers.get(session, id_)
        assert gebruiker
        ronde = een_ronde(state, voorraad, wie_van(gebruiker))["ronde_id"]
    base = f"/plaatsing/{ronde}"
    plan = client.get(f"{base}/plan.json").json()
    assert "Verander minstens" in client.post(f"{base}/wat-als", data={}).text
    more = client.post(f"{base}/wat-als", data={"erbij": "1", "bed.0.groep": "G01"}).text
    assert 'name="bed.3.groep"' in more and 'value="G01"' in more

    shut = {"dicht.0.groep": plan["plaatsingen"][0]["groep_id"], "dicht.0.datum": "01-06-2026"}
    form = {**shut, "bed.0.groep": "G01", "bed.0.aantal": "2", "belofte": "50"}
    variant = client.post(f"{base}/wat-als", data=form, follow_redirects=False).headers["location"]
    page = wait_until_done(client, variant)
    assert "Dit is een proef" in page and "krijgt 2 bedden erbij" in page and "In het kort" in page
    assert client.get(f"{base}/plan.json").json() == plan, "the plan of the ronde stays as it is"
    assert "anders" in client.get(f"{base}/wat-als").text

    taken = client.post(f"{variant}/overnemen", data={"naam": "Nieuw"}, follow_redirects=False)
    new = taken.headers["location"].partition("?")[0]
    assert "De variant is nu een ronde" in client.get(taken.headers["location"]).text
    assert (
        read_folder(Rondemap.of(state.settings, new.rpartition("/")[2]).invoer).groepen["G01"].capaciteit > 2
    )
    side = client.get(f"/plaatsing/vergelijken?een={ronde}&ander={new.rpartition('/')[2]}").text
    assert "Voor wie er iets verandert" in side and "Nieuw" in side
    assert client.post(f"{variant}/verwijderen").status_code == 200
    assert client.get(variant).status_code == 404
    assert client.get(new).status_code == 200, "what was made of it stays"
    other = client.get(f"{base}/wat-als/{'0' * 24}")
    assert other.status_code == 404
