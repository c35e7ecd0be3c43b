"""Who fell out may hand in once more, and only once (§4.1.4)."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from knowledge.errors import InvoerFout
from tests.web.conftest import start_app, state_of
from tests.web.tender import NA, SLUITING, Proef, delen
from web.access import Handeling, Soort, Wie
from web.auth import sessies
from web.auth.cookie import COOKIE
from web.database import Database
from web.jobs.jobs import Jobs
from web.models import Inschrijving, Job, Logregel, Rol
from web.models.base import now
from web.repositories import herkansingen, inschrijvingen, inzendingen
from web.services.datum import nederlandse_tijd
from web.services.herkansen import dien_opnieuw_in, geef, geen_herkansing, opnieuw
from web.services.inschrijvingen import inzending_van
from web.services.kluisinhoud import opgeslagen

TOT = SLUITING + timedelta(days=40)
LATER = SLUITING + timedelta(days=20)


@pytest.fixture
def proef(database: Database, tmp_path: Path) -> Proef:
    """A tender with one bid, opened by two."""
    proef = Proef(database, tmp_path / "data")
    proef.maak_klaar()
    proef.dien_in(plan=b"eerste", uea=b"uea")
    proef.open(proef.lead)
    proef.open(proef.a)
    return proef


def copy(proef: Proef) -> Inschrijving:
    with proef.database.session() as session:
        return session.scalars(select(Inschrijving).where(Inschrijving.inzending_id.is_not(None))).one()


def give(proef: Proef, uitleg: str = "Het plan scoort te laag.") -> None:
    eerst = copy(proef)
    with proef.toegang.wijzigen(proef.a, Handeling.BESLUITEN, Soort.INSCHRIJVING, eerst.id) as session:
        bod = inschrijvingen.get(session, eerst.id)
        assert bod
        geef(session, proef.a, bod, TOT, uitleg, LATER)


def again(proef: Proef, nu: datetime = LATER, wie: Wie | None = None, **bestanden: bytes) -> str:
    jobs = Jobs(proef.database, None)
    return dien_opnieuw_in(
        proef.toegang, proef.bestanden, jobs, wie or proef.bidder, proef.id, delen(**bestanden), lambda: nu
    )


def test_given_used_and_judged_in_place_of_the_first(proef: Proef) -> None:
    give(proef)
    with proef.toegang.lezen(proef.bidder, Soort.INZENDING) as session:
        inzending = inzendingen.own(session, proef.bidder.organisatie_id, proef.id)
        assert inzending
        gezien = opnieuw(herkansingen.of_bid(session, inzending.id), LATER)
        assert gezien and gezien.rest == "20 dagen" and gezien.uitleg == "Het plan scoort te laag."
    nummer = again(proef, plan=b"tweede")
    eerst = copy(proef)
    with proef.toegang.lezen(proef.a, Soort.INSCHRIJVING) as session:
        herzien = inschrijvingen.in_place_of(session, eerst.id)
        assert herzien and inzending_van(session, herzien) == eerst.inzending_id
        assert "Een tweede keer mag niet" in geen_herkansing(session, eerst)
        assert "al een herziene" in geen_herkansing(session, herzien)
    with proef.database.session() as session:
        assert [j.kind for j in session.scalars(select(Job).where(Job.subject_id == herzien.id))] == [
            "inschrijving"
        ]
        # What the check of the revised bid will read, is the revised bid.
        assert [b.naam for b in opgeslagen(session, eerst.inzending_id or "")[1]] == ["plan.txt"]
        inzending = inzendingen.get(session, eerst.inzending_id or "")
        assert inzending and [(v.reden, v.bewijs == nummer) for v in inzending.versies] == [
            ("herzien", False),
            ("", True),
        ]
        regels = session.scalars(select(Logregel).where(Logregel.deel.startswith("herkansing"))).all()
    assert [r.gebruiker for r in regels if r.handeling == "wijzigen"] == ["bod"]


def test_once(proef: Proef) -> None:
    give(proef)
    again(proef, plan=b"tweede")
    with pytest.raises(InvoerFout, match="Een tweede keer mag niet"):
        again(proef, plan=b"derde")
    with pytest.raises(InvoerFout, match="al een herziene"):
        give(proef)


def test_not_without_being_asked_nor_too_late(proef: Proef) -> None:
    with pytest.raises(InvoerFout, match="niet gevraagd"):
        again(proef, plan=b"tweede")
    with pytest.raises(InvoerFout, match="wat er beter moet"):
        give(proef, uitleg="")
    give(proef)
    with pytest.raises(InvoerFout, match="kon tot"):
        again(proef, TOT, plan=b"tweede")
    ander = proef.persoon("ander", "Andere aanbieder", Rol.INSCHRIJVER)
    with pytest.raises(InvoerFout, match="niet gevraagd"):
        again(proef, wie=ander, plan=b"tweede")
    with proef.toegang.lezen(ander, Soort.INZENDING) as session:
        assert herkansingen.of_bid(session, copy(proef).inzending_id or "") is None


def test_a_moment_that_has_passed_is_no_deadline(proef: Proef) -> None:
    eerst = copy(proef)
    with (
        pytest.raises(InvoerFout, match="nog moet komen"),
        proef.toegang.wijzigen(proef.a, Handeling.BESLUITEN, Soort.INSCHRIJVING, eerst.id) as session,
    ):
        bod = inschrijvingen.get(session, eerst.id)
        assert bod
        geef(session, proef.a, bod, NA, "Iets", LATER)


def test_the_pages_of_both(tmp_path: Path) -> None:
    with start_app(tmp_path / "data") as client:
        proef = Proef(state_of(client).database, tmp_path / "data")
        proef.maak_klaar()
        proef.dien_in(plan=b"eerste")
        proef.open(proef.lead)
        proef.open(proef.a)
        eerst = copy(proef)
        client.cookies.set(COOKIE, sessies.begin(proef.database, proef.a.gebruiker_id))
        adres = f"/beoordeling/{eerst.id}/herkansing"
        assert "Voor perceel 4" in client.get(adres).text
        assert client.post(adres, data={"datum": "morgen", "tijd": "12:00"}).status_code == 422
        tot = nederlandse_tijd(now() + timedelta(days=9))
        velden = {"datum": f"{tot:%d-%m-%Y}", "tijd": "12:00", "uitleg": "Het plan is te kort."}
        page = client.post(adres, data=velden).text
        assert "Nog niet" in page and "Het plan is te kort." in page

        client.cookies.set(COOKIE, sessies.begin(proef.database, proef.bidder.gebruiker_id))
        assert "één keer verbeteren" in client.get(f"/werkplek/{proef.id}").text
        page = client.get(f"/indienen/{proef.id}").text
        assert "Het plan is te kort." in page and "Laat uw verbeterde stukken eerst nakijken" in page
        # Without a draft that was checked there is nothing to hand in.
        assert client.post(f"/indienen/{proef.id}/herkansing").status_code == 422
        assert client.get(adres).status_code == 403
