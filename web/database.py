"""The database: engine and sessions. Only repositories hold queries; pages open sessions by `web.access`."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.orm import Session, sessionmaker

from web.repositories import queue

_CONNECTIONS = 20
"""Kept open once made, for a process: making one takes longer than most pages. Where a page needs more at one
moment, as many again are made and closed after use."""
_WRITE = "write"
_LOCK = 7_001
"""Any number will do, as long as it is the migrations' own (see also web.repositories.log)."""


class Database:
    """One database for a process: SQLite or PostgreSQL, by its URL."""

    def __init__(self, url: str) -> None:
        self.engine = create_engine(
            url, pool_pre_ping=not url.startswith("sqlite"), pool_size=_CONNECTIONS, max_overflow=_CONNECTIONS
        )
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _sqlite_settings)
            event.listen(self.engine, "begin", _sqlite_begin)
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)
        self._writers = sessionmaker(self.engine.execution_options(**{_WRITE: True}), expire_on_commit=False)

    def create_tables(self) -> None:
        """Bring the tables to those of this version; quick where they are. Servers that start at the same
        moment wait for each other.

        Raises InvoerFout for a database that can't be brought along.
        """
        # Here, as Alembic takes long to load and the many processes of jobs do without.
        from web import migrations

        with self.engine.execution_options(**{_WRITE: True}).connect() as connection:
            if connection.dialect.name == "sqlite":
                # Not within a transaction, and so before it: a table that is altered is copied, and the old
                # one may not take along what refers to it.
                connection.connection.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
                migrations.upgrade(connection)
                queue.make_tables(connection)
            if connection.dialect.name == "sqlite":
                connection.connection.execute("PRAGMA foreign_keys=ON")

    @contextmanager
    def session(self, *, write: bool = False) -> Iterator[Session]:
        """Commits at the end, or rolls back on an error. `write`: takes its turn to write at once.

        A session that first reads and then writes without `write` can fail on SQLite, when another wrote
        in between.
        """
        with (self._writers if write else self._sessions).begin() as session:
            yield session

    def close(self) -> None:
        self.engine.dispose()


def _sqlite_settings(connection: Any, _: object) -> None:
    # We begin transactions ourselves (below); the driver would do so only at the first write.
    connection.isolation_level = None
    # WAL: pages are read while a job writes. The timeout covers two writers at once.
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _sqlite_begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(_WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
