"""Brings a database to the tables of this version, by the revisions in `versions` (Alembic).

`scripts/migration` writes the revisions. tests/web/test_migrations.py holds that they give just what the
models say, on SQLite and on PostgreSQL.
"""

from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, inspect

from knowledge.errors import InvoerFout
from web.repositories import queue

_FOLDER = Path(__file__).parent


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the database to the newest revision (or to `revision`), within the transaction of `connection`.

    Raises InvoerFout for tables that no revision made, and for those of a later version of Thuisplek.
    """
    stands = current(connection)
    if stands == newest():
        return
    if not stands and inspect(connection).get_table_names():
        raise InvoerFout(
            "Deze database is gemaakt door een proefversie van Thuisplek en kan niet mee naar deze versie. "
            "Kies een lege database, of een andere map met THUISPLEK_DATA."
        )
    try:
        command.upgrade(config(connection), revision)
    except CommandError as fout:
        raise InvoerFout(
            "Deze database is van een nieuwere versie van Thuisplek. Installeer die versie, of zet een "
            "back-up van deze versie terug in een lege database."
        ) from fout


def current(connection: Connection) -> str | None:
    """The revision that the database is at; None for a database that is empty or not ours."""
    return MigrationContext.configure(connection).get_current_revision()


@cache
def newest() -> str:
    """The id of the newest revision."""
    head = _scripts().get_current_head()
    assert head
    return head


def is_ours(revision: str) -> bool:
    """Whether this version of Thuisplek has that revision."""
    return revision in {script.revision for script in _scripts().walk_revisions()}


@cache
def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(_FOLDER))


def config(connection: Connection) -> Config:
    """How Alembic's commands find our revisions and the database."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config


def comparing() -> dict[str, Any]:
    """What Alembic must compare when it holds the tables against the models."""
    return {"compare_type": True, "compare_server_default": True, "include_name": _ours}


def _ours(name: str | None, kind: str, _: Any) -> bool:
    """The tables of the queue of jobs are procrastinate's."""
    return kind != "table" or name is None or not name.startswith(queue.TABLES)
