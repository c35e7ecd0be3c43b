"""Every way to ask for rows of an organisation gets the condition of whose they are."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Executable, delete, event, exists, func, inspect, literal, select, union_all, update
from sqlalchemy.orm import Session, aliased, joinedload

from web.access import grenzen
from web.database import Database
from web.models import Inschrijving, Organisatie
from web.models.base import Base
from web.models.eigendom import Eigendom

OWNED = Eigendom.__subclasses__()
EVERY = frozenset(Base.metadata.tables.values())


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    made = Database(f"sqlite:///{tmp_path_factory.mktemp('grenzen') / 'x.db'}")
    Base.metadata.create_all(made.engine)
    yield made
    made.close()


def questions(table: Any) -> dict[str, Executable]:
    """Ways to ask for rows of a table, or to use them in what is asked."""
    key, other = getattr(table, inspect(table).primary_key[0].key), aliased(table)
    part = select(table.eigenaar_id.label("van")).subquery()
    return {
        "rows": select(table),
        "a column": select(key),
        "a count": select(func.count()).select_from(table),
        "a count of a subquery": select(func.count()).select_from(select(table).subquery()),
        "an alias": select(other),
        "a column of an alias": select(other.eigenaar_id),
        "with exists": select(Organisatie).where(exists().where(table.eigenaar_id == Organisatie.id)),
        "with exists of an alias": select(Organisatie).where(
            exists().where(other.eigenaar_id == Organisatie.id)
        ),
        "in a list": select(Organisatie).where(Organisatie.id.in_(select(table.eigenaar_id))),
        "joined": select(Organisatie).join(table, table.eigenaar_id == Organisatie.id),
        "joined to a subquery": select(Organisatie).join(part, part.c.van == Organisatie.id),
        "as a scalar": select(literal(1), select(func.count(key)).scalar_subquery()),
        "in a cte": select(select(table.eigenaar_id).cte().c.eigenaar_id),
        "in a union": union_all(select(table.eigenaar_id), select(table.eigenaar_id)),
        "changing": update(table).values(gedeeld_met_id=None),
        "removing": delete(table).where(key == "x"),
    }


def asked(database: Database, question: Executable) -> list[str]:
    """The SQL that a session of an organisation sends for it."""
    sent: list[str] = []

    def keep(*args: Any) -> None:
        sent.append(args[2])

    event.listen(database.engine, "before_cursor_execute", keep)
    try:
        with database.session(write=True) as session:
            grenzen.begrens(session, "ons")
            session.execute(question)
    finally:
        event.remove(database.engine, "before_cursor_execute", keep)
    return [sql for sql in sent if not sql.startswith("BEGIN")]


@pytest.mark.parametrize("table", OWNED, ids=lambda table: table.__name__)
def test_every_question_is_limited_as_with_all_conditions(
    database: Database, table: type[Eigendom], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = {name: asked(database, question) for name, question in questions(table).items()}
    monkeypatch.setattr(grenzen, "_named", lambda _: EVERY)
    with_all = {name: asked(database, question) for name, question in questions(table).items()}
    assert ours == with_all
    for name, sent in ours.items():
        if not table.iedereen_leest or name in ("changing", "removing"):
            assert "eigenaar_id = ?" in sent[0], name


def test_what_is_loaded_along_is_limited_too(database: Database) -> None:
    assert any("gedeeld_met_id = ?" in sql for sql in asked(database, select(Inschrijving)))
    through = select(Inschrijving).options(joinedload(Inschrijving.bestanden))
    assert all("eigenaar_id = ?" in sql for sql in asked_unique(database, through))


def asked_unique(database: Database, question: Any) -> list[str]:
    with Session(database.engine) as session:
        grenzen.begrens(session, "ons")
        sent: list[str] = []
        event.listen(database.engine, "before_cursor_execute", lambda *args: sent.append(args[2]))
        session.scalars(question).unique().all()
    return [sql for sql in sent if "SELECT" in sql]
