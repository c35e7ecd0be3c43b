"""web beheerder: a beheerder for the first log-in, or a new one-time password for one who lost everything."""

import argparse
from typing import Any

from knowledge.errors import InvoerFout
from web.auth.stappen import EENMALIG
from web.database import Database
from web.repositories import gebruikers
from web.services.beheer import eerste_beheerder
from web.settings import Settings, from_environment

INLOGNAAM = "beheerder"
ORGANISATIE = "Mijn regio"


def add_parsers(opdrachten: "argparse._SubParsersAction[Any]") -> None:
    beheerder = opdrachten.add_parser(
        "beheerder", help="geef een beheerder een eenmalig wachtwoord, en maak het account als het er niet is"
    )
    beheerder.add_argument("--inlognaam", default=INLOGNAAM, metavar="NAAM", help=f"wie (anders {INLOGNAAM})")
    beheerder.add_argument(
        "--organisatie", default=ORGANISATIE, metavar="NAAM", help="regio van een nieuw account"
    )
    beheerder.set_defaults(handler=_beheerder)


def eerste_start(database: Database, settings: Settings) -> None:
    """On a server that is no trial one and has no accounts: make the first, and tell its password once."""
    if settings.demo:
        return
    with database.session(write=True) as session:
        gebruikers.lock(session)
        if gebruikers.count(session):
            return
        wachtwoord = eerste_beheerder(session, settings.oidc_organisatie, INLOGNAAM)
    _vertel(INLOGNAAM, wachtwoord)


def _beheerder(args: argparse.Namespace) -> int:
    settings = from_environment()
    settings.data.mkdir(parents=True, exist_ok=True)
    inlognaam = args.inlognaam.strip().lower()
    database = Database(settings.database_url)
    try:
        database.create_tables()
        with database.session(write=True) as session:
            bestaand = gebruikers.by_inlognaam(session, inlognaam)
            if bestaand is not None and "beheerder" not in bestaand.rollen:
                raise InvoerFout(f"{inlognaam} is geen beheerder. Kies een andere inlognaam.")
            wachtwoord = eerste_beheerder(session, args.organisatie, inlognaam)
    finally:
        database.close()
    _vertel(inlognaam, wachtwoord)
    return 0


def _vertel(inlognaam: str, wachtwoord: str) -> None:
    print(f"Beheerder: log in met de naam {inlognaam} en het wachtwoord {wachtwoord}", flush=True)
    print(f"Dit wachtwoord ziet u maar één keer. Het werkt {EENMALIG.days} dagen.", flush=True)
