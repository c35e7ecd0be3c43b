"""Waiting times for everybody: what is told, and that no small number is."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from tests.web.conftest import log_in, state_of
from tests.web.records import STAM, Voorraad, een_ronde, maak_voorraad
from web.auth.huidig import COOKIE
from web.auth.sessies import wie_van
from web.models import Rol
from web.repositories import gebruikers
from web.services.kindbeeld import geladen
from web.services.plaatsingen import Rondemap
from web.services.wachttijden import (
    KLEIN,
    MINSTE_BEDDEN,
    TE_WEINIG,
    Plekcijfers,
    aantal,
    openbaar,
    plekcijfers,
)


@given(
    st.lists(st.integers(0, 26), max_size=12).map(tuple),
    st.integers(0, 9),
    st.none() | st.integers(0, 52),
)
def test_nothing_small_is_told(waits: tuple[int, ...], beds: int, free: int | None) -> None:
    line = openbaar(Plekcijfers("wonen", "Huis", beds, waits, free))
    if len(waits) < KLEIN:
        assert line.wachttijd == TE_WEINIG and line.wachtenden == f"minder dan {KLEIN}"
    else:
        assert int(line.wachtenden.split()[0]) % 5 == 0
    assert (beds < MINSTE_BEDDEN) == (line.vrij == "vraag het de aanbieder")
    assert not any(str(free) in line.vrij for free in range(10))


@given(st.integers(0, 200))
def test_a_count_differs_less_than_five_from_what_is_told(count: int) -> None:
    told = aantal(count)
    assert told == "minder dan 5" if count < 5 else 0 <= count - int(told.split()[0]) < 5


@pytest.fixture(scope="module")
def voorraad(tmp_path_factory: pytest.TempPathFactory) -> Voorraad:
    return maak_voorraad(tmp_path_factory.mktemp("voorraad"))


def test_everybody_who_waits_is_counted_once(voorraad: Voorraad) -> None:
    probleem, plan = geladen(Rondemap.of(voorraad.settings, STAM).map)
    waiting = {j.id for j in probleem.jeugdigen.values() if not j.bewoner}
    rows = plekcijfers(probleem, plan, waiting, probleem.peildatum)
    assert sum(len(row.wachten) for row in rows) == len(waiting & plan.per_jeugdige.keys())
    assert len({(row.woonvorm, row.naam) for row in rows}) == len(rows)
    later = plekcijfers(probleem, plan, set(), probleem.peildatum + timedelta(days=9999))
    assert not any(row.wachten for row in later)


def test_the_page_is_for_everybody_and_names_nobody(guest: TestClient, voorraad: Voorraad) -> None:
    assert "nog geen wachttijden" in guest.get("/wachttijden").text
    id_ = log_in(guest, Rol.COORDINATOR, organisatie="Regio Proef")
    with state_of(guest).database.session() as session:
        gebruiker = gebruikers.get(session, id_)
        assert gebruiker
        wie = wie_van(gebruiker)
    ronde = een_ronde(state_of(guest), voorraad, wie)["ronde_id"]
    assert "nog geen wachttijden" in guest.get("/wachttijden").text, "only what was published"
    guest.post(f"/plaatsing/{ronde}/publiceren")
    guest.cookies.delete(COOKIE)
    page = guest.get("/wachttijden").text
    assert "Regio Proef" in page and "Gezinshuis" in page
    probleem, _ = geladen(Rondemap.of(voorraad.settings, STAM).map)
    assert not any(f">{code}<" in page or f"{code} " in page for code in probleem.jeugdigen)
