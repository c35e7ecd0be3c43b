"""On PostgreSQL: procrastinate's queue, in the same database. On SQLite the waiting jobs are the queue.

Its tables are its own; only this file and `web.jobs.postgresql` know of them. It is loaded where it is used,
as a server on SQLite does without it.
"""

from sqlalchemy import Connection, inspect, text
from sqlalchemy.orm import Session

TASK = "werk"
TABLES = "procrastinate_"
"""How the names of its tables begin."""


def make_tables(connection: Connection) -> None:
    """Make procrastinate's tables where they are not yet."""
    if connection.dialect.name != "postgresql" or f"{TABLES}jobs" in inspect(connection).get_table_names():
        return
    from procrastinate.schema import SchemaManager

    driver = connection.connection.driver_connection
    assert driver
    driver.execute(SchemaManager.get_schema())


def add(session: Session, job_id: str) -> None:
    """Queue a job within the session that makes it: both are kept, or neither."""
    connection = session.connection()
    if connection.dialect.name != "postgresql":
        return
    from procrastinate import App, SyncPsycopgConnector

    # Never opened: it only writes by our connection.
    app = App(connector=SyncPsycopgConnector())
    driver = connection.connection.driver_connection
    app.configure_task(TASK, queueing_lock=job_id, connection=driver).defer(job_id=job_id)


def forgotten(session: Session) -> list[str]:
    """Ids of active jobs that are not in the queue, as after a restored backup."""
    query = text(
        "SELECT id FROM jobs WHERE status IN ('waiting', 'running') AND NOT EXISTS "
        "(SELECT 1 FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND args->>'job_id' = jobs.id) "
        "ORDER BY created"
    )
    return list(session.scalars(query))
