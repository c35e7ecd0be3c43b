"""The shortlist: its rules, what it means for the next round, and its pages."""

from dataclasses import dataclass

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from matcher import Vastlegging, read_folder, read_plan
from tests.web.conftest import log_in, state_of, wait_until_done
from web.models import Rol
from web.services import besluiten as regels
from web.services.plaatsingen import Rondemap
from web.services.vervolgronde import samen


@dataclass(frozen=True)
class Stap:
    jeugdige_id: str
    groep_id: str
    stand: str


@given(
    st.lists(st.tuples(st.sampled_from(sorted(regels.STANDEN)), st.sampled_from(["G1", "G2"])), max_size=12)
)
def test_only_steps_that_follow_are_taken(tries: list[tuple[str, str]]) -> None:
    current: Stap | None = None
    for stand, groep in tries:
        faults = regels.controleer(current, stand, groep, "past_niet", "")
        before = current.stand if current else regels.BEGIN
        allowed = stand in regels.STANDEN[before].volgende
        same = stand == "voorgesteld" or current is None or groep == current.groep_id
        assert (not faults) == (allowed and same)
        if not faults:
            current = Stap("J1", groep, stand)


def test_a_refusal_asks_for_a_reason() -> None:
    proposed = Stap("J1", "G1", "voorgesteld")
    assert [f.veld for f in regels.controleer(proposed, "aanbieder_niet", "G1", "", "")] == ["redencode"]
    assert [f.veld for f in regels.controleer(proposed, "aanbieder_niet", "G1", "anders", " ")] == ["reden"]
    assert regels.controleer(proposed, "aanbieder_niet", "G1", "anders", "verbouwing") == []


def test_what_people_said_counts_in_the_next_round() -> None:
    steps = [
        Stap("J1", "G1", "voorgesteld"),
        Stap("J1", "G1", "aanbieder_niet"),
        Stap("J1", "G2", "voorgesteld"),
        Stap("J1", "G2", "aanbieder_akkoord"),
        Stap("J2", "G3", "voorgesteld"),
    ]
    found = regels.vastleggingen(steps, {"J1": [(1, "G1"), (2, "G1"), (3, "G4")]})
    assert found == [
        Vastlegging("J1", 1, "G1", False),
        Vastlegging("J1", 1, "G2", True),
        Vastlegging("J1", 2, "G1", False),
    ]
    earlier = (Vastlegging("J1", 1, "G9", True), Vastlegging("J5", 1, "G1", True))
    assert Vastlegging("J1", 1, "G9", True) not in samen(earlier, found)
    assert Vastlegging("J5", 1, "G1", True) in samen(earlier, found)


@pytest.mark.slow
def test_the_week_of_a_coordinator(client: TestClient) -> None:
    """Propose, ask for other places, hear a refusal, solve again, agree, publish, solve again. On PostgreSQL:
    test_wandeling_coordinator."""
    log_in(client, Rol.COORDINATOR)
    settings = state_of(client).settings
    address = client.post("/plaatsing/voorbeeld", follow_redirects=False).headers["location"]
    page = wait_until_done(client, address)
    assert "checked" not in page and "selected" not in page, "nothing is chosen beforehand"

    def map_of(where: str) -> Rondemap:
        return Rondemap.of(settings, where.rpartition("/")[2])

    plan = read_plan(map_of(address).plan)
    problem = read_folder(map_of(address).invoer)
    waiting = [j for j in plan.per_jeugdige if not problem.jeugdigen[j].bewoner]
    child, other = waiting[:2]
    place = {j: plan.per_jeugdige[j][0].groep_id for j in waiting}

    def go(where: str, who: str, **form: str) -> str:
        return client.post(f"{where}/jeugdige/stap?id={who}", data=form).text

    page = client.get(f"{address}/jeugdige?id={child}").text
    assert place[child] in page and "Waarom deze plek" in page and "checked" not in page
    go(address, child, stand="voorgesteld", groep_id=place[child])
    page = go(address, child, stand="aanbieder_niet", groep_id=place[child])
    assert "Kies een reden" in page
    page = go(address, child, stand="aanbieder_niet", groep_id=place[child], redencode="geen_plek")
    assert "De stap is bewaard" in page and "Er is toch geen plek" in page
    for stand in ("voorgesteld", "aanbieder_akkoord"):
        page = go(address, other, stand=stand, groep_id=place[other])
    assert "Aanbieder akkoord" in client.get(address).text
    assert client.post(f"{address}/jeugdige/stap?id=nobody", data={"stand": "voorgesteld"}).status_code == 404
    assert "BSN" in go(address, other, stand="gezin_akkoord", groep_id=place[other], reden="123456782")

    client.post(f"{address}/jeugdige/uitleg?id={other}")
    explained = f"{address}/jeugdige?id={other}"
    for _ in range(400):
        page = client.get(explained).text
        if "data-voortgang" not in page:
            break
        client.get(f"{address}/jeugdige/voortgang?id={other}")
    assert "Andere plekken" in page

    answer = client.post(f"{address}/publiceren")
    assert "gepubliceerd" in answer.text
    following = client.post(f"{address}/vervolg", data={"belofte": "400"}, follow_redirects=False)
    after = following.headers["location"]
    page = wait_until_done(client, after)
    assert "Bouwt voort op" in page
    new = read_plan(map_of(after).plan)
    assert new.per_jeugdige[other][0].groep_id == place[other], "what is agreed stays"
    assert all(p.groep_id != place[child] for p in new.per_jeugdige.get(child, ())), "what is refused goes"
    assert client.post(f"{address}/vervolg", data={"belofte": "veel"}).status_code == 422
    assert client.post(f"{address}/verwijderen").status_code == 200
    assert client.get(after).status_code == 200, "what was built on it stays"


def test_nobody_else_sees_the_steps(guest: TestClient) -> None:
    log_in(guest, Rol.BEOORDELAAR)
    assert guest.get(f"/plaatsing/{'0' * 24}/jeugdige?id=B01").status_code == 403
    log_in(guest, Rol.COORDINATOR)
    assert guest.get(f"/plaatsing/{'0' * 24}/jeugdige?id=B01").status_code == 404
    assert guest.get("/plaatsing/geen-id/jeugdige?id=B01").status_code == 404
