"""Scores on one's own: who may give them, and that nobody sees another's before all have scored."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.errors import InvoerFout
from tests.web.beoordeling import STRAKS, WAAROM, Beoordeling
from web.access import GeenToegang, Soort
from web.database import Database
from web.models import Logregel, Rol, Score
from web.repositories import scores
from web.repositories.scores import Onderwerp
from web.services import aanwijzen, scoren
from web.services.aanbestedingen import GeenAanbesteding, Veldfouten
from web.settings import Settings

PLAN = "normaliseren"


@pytest.fixture
def proef(database: Database, tmp_path: Path) -> Beoordeling:
    proef = Beoordeling(database, tmp_path)
    proef.open_met("Zorg A", "Zorg B")
    proef.laat_toe(1)
    proef.wijs_aan(1)
    return proef


@pytest.fixture
def plan(proef: Beoordeling) -> Onderwerp:
    return Onderwerp(proef.boden["Zorg A"], 1, PLAN)


@pytest.fixture(scope="module")
def gedeeld() -> Iterator[Beoordeling]:
    """One tender for many examples."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Settings(Path(folder)).database_url)
        database.create_tables()
        proef = Beoordeling(database, Path(folder))
        proef.open_met("Zorg A")
        proef.laat_toe(1)
        proef.wijs_aan(1)
        yield proef
        database.close()


def seen(proef: Beoordeling, wie: object) -> set[str]:
    """Whose scores this person can get to see, by any of the queries that give scores of others."""
    with proef.toegang.lezen(wie, Soort.SCORE, proef.id) as session:  # type: ignore[arg-type]
        return {s.gebruiker_id for s in scores.known(session, proef.id)}


@given(st.lists(st.sampled_from(["niets", "concept", "ingediend"]), min_size=3, max_size=3))
@settings(max_examples=27, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_scores_show_only_once_all_have_handed_in(gedeeld: Beoordeling, gedaan: list[str]) -> None:
    proef = gedeeld
    onderwerp = Onderwerp(proef.boden["Zorg A"], 1, PLAN)
    mensen = (proef.a, proef.b, proef.lead)
    with proef.database.session(write=True) as session:
        for score in session.query(Score):
            session.delete(score)
    for wie, wat in sorted(zip(mensen, gedaan, strict=True), key=lambda x: x[1] == "ingediend"):
        if wat != "niets":
            proef.score(wie, onderwerp, 6, klaar=wat == "ingediend")
    iedereen = {m.gebruiker_id for m in mensen} if set(gedaan) == {"ingediend"} else set()
    for wie in mensen:
        assert seen(proef, wie) == iedereen
    assert proef.stand().bekend(onderwerp) == bool(iedereen)


def test_the_same_on_either_database(proef: Beoordeling, plan: Onderwerp) -> None:
    assert not proef.score(proef.a, plan, 8)
    assert not proef.score(proef.b, plan, 4)
    assert seen(proef, proef.a) == seen(proef, proef.lead) == set()
    assert proef.score(proef.lead, plan, 6)
    assert len(seen(proef, proef.a)) == 3
    # Of the other bid nothing is known.
    with proef.database.session() as session:
        assert {s.inschrijving_id for s in scores.known(session, proef.id)} == {plan.inschrijving_id}


def test_a_beheerder_and_others_have_no_door_to_scores(proef: Beoordeling, plan: Onderwerp) -> None:
    for rol in (Rol.BEHEERDER, Rol.COORDINATOR, Rol.INSCHRIJVER):
        iemand = proef.persoon(rol.value, "Regio", rol)
        with pytest.raises(GeenToegang):
            seen(proef, iemand)
        with pytest.raises(GeenToegang):
            proef.score(iemand, plan, 6)


def test_the_log_does_not_tell_what_was_given(proef: Beoordeling, plan: Onderwerp) -> None:
    proef.score(proef.a, plan, 2, "Dit plan zegt niets over de vragen die wij hebben gesteld.")
    with proef.database.session() as session:
        regel = session.query(Logregel).order_by(Logregel.nummer.desc()).first()
        assert regel and regel.soort == "score" and regel.handeling == "maken"
        assert regel.deel == f"inschrijving {plan.inschrijving_id}, perceel 1, {PLAN}: ingediend"


def test_only_who_is_named_scores(proef: Beoordeling, plan: Onderwerp) -> None:
    ander = proef.persoon("c", "Regio", Rol.BEOORDELAAR)
    with pytest.raises(InvoerFout, match="niet aangewezen"):
        proef.score(ander, plan, 6)
    vreemd = proef.persoon("d", "Andere regio", Rol.BEOORDELAAR)
    with pytest.raises(GeenAanbesteding):
        proef.score(vreemd, plan, 6)


def test_only_what_takes_part_is_scored(proef: Beoordeling, plan: Onderwerp) -> None:
    for fout in (
        Onderwerp(plan.inschrijving_id, 2, PLAN),
        Onderwerp(plan.inschrijving_id, 1, "ggz2_afschalen"),
        Onderwerp("f" * 24, 1, PLAN),
        Onderwerp(plan.inschrijving_id, 1, PLAN, 2),
    ):
        with pytest.raises(GeenAanbesteding):
            proef.score(proef.a, fout, 6)


def test_a_score_needs_a_motivation_and_a_draft_does_not(proef: Beoordeling, plan: Onderwerp) -> None:
    proef.score(proef.a, plan, None, "nog", klaar=False)
    with pytest.raises(Veldfouten) as fout:
        proef.score(proef.a, plan, None, "  te kort" + " " * 60)
    assert [veld for veld, _ in fout.value.paren] == ["punten", "motivering"]
    with pytest.raises(Veldfouten):
        proef.score(proef.a, plan, 7)
    with proef.database.session() as session:
        eigen = scores.own(session, proef.a.gebruiker_id, plan)
        assert eigen and eigen.punten is None and eigen.ingediend is None


def test_a_score_can_change_until_all_have_scored(proef: Beoordeling, plan: Onderwerp) -> None:
    proef.score(proef.a, plan, 8)
    proef.score(proef.a, plan, 6)
    proef.score(proef.a, plan, 6, klaar=False)
    proef.score(proef.b, plan, 6)
    assert not proef.score(proef.lead, plan, 4)
    assert proef.score(proef.a, plan, 10)
    with pytest.raises(InvoerFout, match="staan nu vast"):
        proef.score(proef.a, plan, 8)


def test_leaving_an_assessor_out_never_shows_scores(proef: Beoordeling, plan: Onderwerp) -> None:
    proef.score(proef.a, plan, 8)
    proef.score(proef.b, plan, 8, klaar=False)
    mensen = {w.naam: w.gebruiker_id for w in (proef.a, proef.b, proef.lead)}
    ander = proef.persoon("c", "Regio", Rol.BEOORDELAAR).gebruiker_id

    def noem(*wie: str) -> None:
        aanwijzen.wijs_aan(proef.toegang, proef.lead, proef.id, {(1, PLAN): wie})

    with pytest.raises(Veldfouten, match="niet weglaten"):
        noem(mensen["a"], mensen["b"])
    with pytest.raises(Veldfouten, match="blijft beoordelaar"):
        noem(mensen["b"], mensen["lead"], ander)
    noem(mensen["a"], mensen["lead"], ander)
    with proef.database.session() as session:
        assert scores.own(session, proef.b.gebruiker_id, plan) is None
    assert seen(proef, proef.lead) == set()


def test_scores_are_read_in_one_place_only() -> None:
    """Who reads the table elsewhere, goes around what hides it."""
    root = Path(scores.__file__).resolve().parents[1]
    readers = {
        pad.relative_to(root).as_posix()
        for pad in root.rglob("*.py")
        if "select(Score" in (tekst := pad.read_text(encoding="utf-8")) or "query(Score" in tekst
    }
    assert readers == {"repositories/scores.py"}


def test_a_motivation_may_not_be_endless(proef: Beoordeling, plan: Onderwerp) -> None:
    with pytest.raises(Veldfouten, match="korter"):
        scoren.geef(proef.toegang, proef.a, proef.id, plan, 6, WAAROM * 100, False, STRAKS)
