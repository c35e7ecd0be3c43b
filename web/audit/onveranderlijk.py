"""Has the database itself refuse that a line of the log is changed or removed.

The migrations call `bewaak`, and so must a migration that copies the table (a batch on SQLite): a copy has
no triggers.
"""

from sqlalchemy import Connection

WEIGERING = "logregels: een regel van het logboek verandert niet"

_SQLITE = tuple(
    f"CREATE TRIGGER logregels_{naam} BEFORE {handeling} ON logregels "
    f"BEGIN SELECT RAISE(ABORT, '{WEIGERING}'); END"
    for naam, handeling in (("geen_wijziging", "UPDATE"), ("geen_verwijdering", "DELETE"))
)

_POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION logregels_weiger() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{WEIGERING}'; END $$",
    "CREATE TRIGGER logregels_onveranderlijk BEFORE UPDATE OR DELETE OR TRUNCATE ON logregels "
    "FOR EACH STATEMENT EXECUTE FUNCTION logregels_weiger()",
)


def bewaak(connection: Connection) -> None:
    """Put the guard on the table of the log."""
    for opdracht in {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[connection.dialect.name]:
        connection.exec_driver_sql(opdracht)
