"""The migrations give just the tables that the models say, and keep the log as it was written."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import delete, inspect, update
from sqlalchemy.exc import DBAPIError

from knowledge.errors import InvoerFout
from web import migrations
from web.access import Handeling, Soort
from web.audit.onveranderlijk import WEIGERING
from web.audit.schrijven import Gebeurtenis, schrijf
from web.database import Database
from web.models import Base, Logregel
from web.settings import Settings


def test_tables_are_those_of_the_models(database: Database) -> None:
    """If not: a model was changed; write the migration with scripts/migration."""
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=migrations.comparing())
        assert compare_metadata(context, Base.metadata) == []


def test_no_line_of_the_log_changes_or_goes(database: Database) -> None:
    with database.session(write=True) as session:
        schrijf(session, Gebeurtenis(None, Handeling.LEZEN, Soort.LOG, "een"))
    for attempt in (update(Logregel).values(record="ander"), delete(Logregel)):
        with pytest.raises(DBAPIError, match=WEIGERING), database.session(write=True) as session:
            session.execute(attempt)
    with database.session() as session:
        regel = session.get(Logregel, 1)
        assert regel and regel.record == "een"


def test_servers_that_start_together_make_the_tables_once(tmp_path: Path, empty_address: str) -> None:
    databases = [Database(Settings(tmp_path, database=empty_address).database_url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(Database.create_tables, databases))
    with databases[0].engine.connect() as connection:
        assert set(Base.metadata.tables) < set(inspect(connection).get_table_names())
    for database in databases:
        database.close()


@pytest.mark.parametrize(
    ("revision", "telling"), [(None, "een proefversie"), ("9999", "een nieuwere versie")]
)
def test_a_database_of_another_time_is_refused(
    database: Database, revision: str | None, telling: str
) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")
        if revision:
            connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{revision}')")
    with pytest.raises(InvoerFout, match=telling):
        database.create_tables()


def test_references_are_kept_after_a_migration(tmp_path: Path) -> None:
    database = Database(Settings(tmp_path).database_url)
    database.create_tables()
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    database.close()
