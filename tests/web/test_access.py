"""Who sees which rows, what is kept in the log, and that there is no way around it."""

import ast
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

import web
from web.access import GeenToegang, Handeling, Soort, Toegang, Wie, noem
from web.access.grenzen import GrensFout
from web.audit.schrijven import hash_van
from web.database import Database
from web.models import Logregel, Organisatie, Organisatiesoort, Plaatsingsronde, Rol
from web.repositories import gebruikers, rondes


def make(database: Database, naam: str, *rollen: Rol) -> Wie:
    with database.session(write=True) as session:
        organisatie = gebruikers.add_organisatie(session, naam, Organisatiesoort.REGIO)
    return Wie(f"gebruiker van {naam}", naam, frozenset(rollen), organisatie.id, naam)


def new_ronde(toegang: Toegang, wie: Wie, naam: str) -> str:
    with toegang.wijzigen(wie, Handeling.MAKEN, Soort.RONDE) as session:
        ronde = rondes.add(session, wie.organisatie_id, naam, 5)
        noem(session, ronde.id)
    return ronde.id


def test_rows_of_another_organisation_do_not_exist(database: Database) -> None:
    toegang = Toegang(database)
    ons, hun = (make(database, naam, Rol.COORDINATOR) for naam in ("Ons", "Hun"))
    van_hun = new_ronde(toegang, hun, "van hun")
    van_ons = new_ronde(toegang, ons, "van ons")
    with toegang.lezen(ons, Soort.RONDE) as session:
        assert [r.id for r in rondes.recent(session)] == [van_ons]
        assert rondes.get(session, van_hun) is None
    with toegang.wijzigen(ons, Handeling.VERWIJDEREN, Soort.RONDE) as session:
        session.execute(update(Plaatsingsronde).values(naam="gekaapt"))
        session.execute(delete(Plaatsingsronde).where(Plaatsingsronde.id == van_hun))
    with toegang.lezen(hun, Soort.RONDE) as session:
        assert [r.naam for r in rondes.recent(session)] == ["van hun"]


def test_what_is_shared_is_read_but_not_written(database: Database) -> None:
    toegang = Toegang(database)
    ons, hun = (make(database, naam, Rol.COORDINATOR) for naam in ("Ons", "Hun"))
    id_ = new_ronde(toegang, hun, "van hun")
    with toegang.systeem() as session:
        session.execute(update(Plaatsingsronde).values(gedeeld_met_id=ons.organisatie_id))
    with toegang.lezen(ons, Soort.RONDE) as session:
        assert rondes.get(session, id_) is not None
    with (
        pytest.raises(GrensFout),
        toegang.wijzigen(ons, Handeling.WIJZIGEN, Soort.RONDE, id_) as session,
    ):
        ronde = rondes.get(session, id_)
        assert ronde
        ronde.naam = "gekaapt"


def test_a_row_cannot_be_made_for_somebody_else(database: Database) -> None:
    toegang = Toegang(database)
    ons, hun = (make(database, naam, Rol.COORDINATOR) for naam in ("Ons", "Hun"))
    with pytest.raises(GrensFout), toegang.wijzigen(ons, Handeling.MAKEN, Soort.RONDE) as session:
        rondes.add(session, hun.organisatie_id, "ondergeschoven", 5)


def test_every_act_is_in_the_log_also_a_refused_one(database: Database) -> None:
    toegang = Toegang(database)
    wie = make(database, "Ons", Rol.COORDINATOR)
    id_ = new_ronde(toegang, wie, "ronde")
    with toegang.lezen(wie, Soort.RONDE, id_, "plan"):
        pass
    with pytest.raises(GeenToegang), toegang.lezen(wie, Soort.INSCHRIJVING, "geheim"):
        pass
    with pytest.raises(ZeroDivisionError), toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.RONDE, id_):
        _ = 1 / 0  # the change is undone, and so its line in the log
    with database.session() as session:
        lines = list(session.scalars(select(Logregel).order_by(Logregel.nummer)))
    assert [(r.nummer, r.handeling, r.record, r.deel, r.uitkomst) for r in lines] == [
        (1, "maken", id_, "", "gelukt"),
        (2, "lezen", id_, "plan", "gelukt"),
        (3, "lezen", "geheim", "", "geweigerd"),
    ]
    assert [r.vorige for r in lines] == ["", lines[0].hash, lines[1].hash]
    assert all(r.hash == hash_van(r) for r in lines)
    assert {r.gebruiker for r in lines} == {"Ons"}


def test_only_the_named_places_open_a_session_without_a_person() -> None:
    """All else goes by Toegang.lezen and Toegang.wijzigen, with a person, a right and a line in the log."""
    allowed = {
        "access/toegang.py": "the door itself",
        "audit/samen.py": "the lines of reads, for the door",
        "bewaren/opruimen.py": "removes what is over its term, and tells the log",
        "commands/beheerder.py": "the first account, at the command line",
        "commands/audit.py": "reads the log to check it, at the command line",
        "auth/apisleutels.py": "whose key a program has, before it is known",
        "auth/grenzen.py": "counts tries, before it is known whose",
        "auth/oidc.py": "who somebody is, before it is known",
        "auth/sessies.py": "who somebody is, before it is known",
        "jobs/attempt.py": "the queue",
        "auth/stappen.py": "the steps of a log-in",
        "jobs/handlers.py": "works for the person whose act is in the log",
        "jobs/jobs.py": "the queue",
        "jobs/pool.py": "the queue",
        "jobs/postgresql.py": "the queue",
        "jobs/werk.py": "works for the person whose act is in the log",
        "jobs/worker.py": "the queue",
        "routes/inloggen.py": "log in and out",
        "routes/organisatielogin.py": "log in",
        "services/demo.py": "the first start",
        "services/herkansen.py": "a revised bid goes into the rows of the bidder and of the region",
        "services/indienen.py": "sweeps what uploads left that broke off",
        "services/registreren.py": "who asks for an account has none yet",
        "services/voorbeeldaanbesteding.py": "the first start",
        "services/wachttijden.py": "figures of all regions for everybody, with nobody in them",
        "services/toestand.py": "counts for who looks after the system",
    }
    root = Path(web.__file__).parent
    found = set()
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and (
                called.attr == "systeem"
                or (called.attr == "session" and "database" in ast.unparse(called.value))
            ):
                found.add(path.relative_to(root).as_posix())
    assert found == set(allowed)


def test_only_the_opening_of_a_vault_goes_over_the_rows_of_all_bidders() -> None:
    root = Path(web.__file__).parent
    found = [
        p.relative_to(root).as_posix() for p in root.rglob("*.py") if ".ontsluiten(" in p.read_text("utf-8")
    ]
    assert found == ["services/opening.py"]


def test_queries_are_in_repositories_only() -> None:
    root = Path(web.__file__).parent
    for path in root.rglob("*.py"):
        if path.parent.name in ("repositories", "access", "migrations", "versions"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            names = [n.name for n in node.names] if isinstance(node, ast.ImportFrom | ast.Import) else []
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            if module.startswith("sqlalchemy"):
                assert not {"select", "update", "delete", "insert", "text"} & set(names), path


def test_organisations_have_a_kind(database: Database) -> None:
    make(database, "Ons", Rol.COORDINATOR)
    with database.session() as session:
        assert session.scalars(select(Organisatie)).one().soort == Organisatiesoort.REGIO
