"""web opruimen: remove what was kept long enough. The server does so by itself once a day."""

import argparse
from typing import Any

from web.settings import from_environment


def add_parsers(opdrachten: "argparse._SubParsersAction[Any]") -> None:
    opruimen = opdrachten.add_parser("opruimen", help="verwijder wat zijn bewaartermijn voorbij is")
    opruimen.set_defaults(handler=_opruimen)


def _opruimen(_: argparse.Namespace) -> int:
    from web.access.toegang import Toegang
    from web.bewaren.opruimen import ruim_op
    from web.database import Database
    from web.models.base import now
    from web.services.opslag import Opslag

    settings = from_environment()
    database = Database(settings.database_url)
    database.create_tables()
    weg = ruim_op(Toegang(database), Opslag(settings), settings, now())
    database.close()
    print(
        f"Verwijderd: {weg.rondes} plaatsingsrondes, {weg.inschrijvingen} inschrijvingen, "
        f"{weg.zelfchecks} zelfchecks, {weg.antwoorden} bewaarde antwoorden, "
        f"{weg.importen} niet afgemaakte importen, {weg.uploads} losse bestanden."
    )
    return 0
