"""web migrate: bring the database to this version. `web serve` does so by itself."""

import argparse
from typing import Any

from web.settings import from_environment


def add_parsers(opdrachten: "argparse._SubParsersAction[Any]") -> None:
    migrate = opdrachten.add_parser("migrate", help="breng de database naar deze versie van Thuisplek")
    migrate.set_defaults(handler=_migrate)


def _migrate(_: argparse.Namespace) -> int:
    from web.database import Database
    from web.migrations import newest

    settings = from_environment()
    settings.data.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database_url)
    database.create_tables()
    database.close()
    print(f"De database is bij: versie {newest()}.")
    return 0
