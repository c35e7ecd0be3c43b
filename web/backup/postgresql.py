"""A PostgreSQL database in and out of an archive: one part for each table, all read at one moment.

By COPY, which gives every type back as it was, whatever the version of the server.
"""

import shutil
import tempfile
from typing import Any

from psycopg import sql
from sqlalchemy import Connection, Engine, MetaData, Table, inspect

from knowledge.errors import InvoerFout
from web import migrations
from web.backup.archive import Reader, Writer
from web.repositories import queue

_FOLDER = "database/"
_PIECE = 256 * 1024
_OUT = "COPY (SELECT {columns} FROM {table} ORDER BY {key}) TO STDOUT"
_IN = "COPY {table} ({columns}) FROM STDIN"
_COUNTERS = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema()"


def write(engine: Engine, archive: Writer) -> dict[str, Any]:
    """All tables in one transaction. Returns their columns, and where the counters stand."""
    with engine.connect() as connection:
        connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        tables = _tables(connection)
        for table in tables:
            with tempfile.TemporaryFile() as out:
                with _cursor(connection).copy(_statement(_OUT, table, _columns(table))) as rows:
                    for piece in rows:
                        out.write(piece)
                size = out.tell()
                out.seek(0)
                archive.add(_FOLDER + table.name, out, size)
        return {
            "kolommen": {table.name: _columns(table) for table in tables},
            "tellers": dict(connection.exec_driver_sql(_COUNTERS).all()),
        }


def hold_empty(engine: Engine) -> None:
    """Raises InvoerFout when there are tables already."""
    with engine.connect() as connection:
        if inspect(connection).get_table_names():
            raise InvoerFout(
                "In de database staan al tabellen. Een back-up gaat terug naar een lege database."
            )


def fill(engine: Engine, archive: Reader) -> None:
    """Make the tables as they were when the backup was made, and fill them; all or nothing."""
    columns: dict[str, list[str]] = archive.facts["kolommen"]
    with engine.begin() as connection:
        migrations.upgrade(connection, archive.facts["revisie"])
        queue.make_tables(connection)
        for table in _tables(connection):
            if table.name.startswith(queue.TABLES) and columns.get(table.name) != _columns(table):
                # Of another version of the queue: the worker puts the jobs in it again.
                continue
            # The rows come back as they were: nothing else may happen because they come.
            connection.exec_driver_sql(f'ALTER TABLE "{table.name}" DISABLE TRIGGER USER')
            statement = _statement(_IN, table, columns[table.name])
            with archive.open(_FOLDER + table.name) as source, _cursor(connection).copy(statement) as target:
                shutil.copyfileobj(source, target, _PIECE)
            connection.exec_driver_sql(f'ALTER TABLE "{table.name}" ENABLE TRIGGER USER')
        ours = {name for (name, _) in connection.exec_driver_sql(_COUNTERS)}
        for name, value in archive.facts["tellers"].items():
            if name in ours and value is not None:
                connection.exec_driver_sql("SELECT setval(%s::regclass, %s)", (f'"{name}"', value))


def _tables(connection: Connection) -> list[Table]:
    """All tables but Alembic's own, each after those that it refers to."""
    metadata = MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name != "alembic_version"]


def _columns(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _statement(text: str, table: Table, columns: list[str]) -> sql.Composed:
    def names(of: list[str]) -> sql.Composed:
        return sql.SQL(", ").join(sql.Identifier(name) for name in of)

    key = [column.name for column in table.primary_key.columns] or columns
    return sql.SQL(text).format(table=sql.Identifier(table.name), columns=names(columns), key=names(key))


def _cursor(connection: Connection) -> Any:
    raw = connection.connection.driver_connection
    assert raw
    return raw.cursor()
