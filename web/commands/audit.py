"""web audit verify: check that nobody changed the log."""

import argparse
from typing import Any

from knowledge.errors import InvoerFout
from web.settings import from_environment


def add_parsers(opdrachten: "argparse._SubParsersAction[Any]") -> None:
    audit = opdrachten.add_parser("audit", help="kijk het logboek na")
    soorten = audit.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    verify = soorten.add_parser("verify", help="controleer dat er geen regel mist of is veranderd")
    verify.add_argument(
        "--anker",
        action="append",
        default=[],
        metavar="NUMMER:HASH",
        help="een regel die u eerder noteerde; mag meer dan een keer",
    )
    verify.set_defaults(handler=_verify)


def _verify(args: argparse.Namespace) -> int:
    from web.audit.nakijken import kijk_na
    from web.database import Database
    from web.repositories import log

    ankers = [_anker(tekst) for tekst in args.anker]
    database = Database(from_environment().database_url)
    database.create_tables()
    with database.session() as session:
        nagekeken = kijk_na(log.all_in_order(session), ankers)
    database.close()
    for fout in nagekeken.fouten:
        print(fout)
    if nagekeken.fouten:
        print("Het logboek klopt niet. Bewaar het zoals het is en meld het aan de functionaris.")
        return 1
    print(f"Het logboek klopt: {nagekeken.aantal} regels.")
    if nagekeken.laatste:
        print(
            f"Noteer buiten dit systeem: {nagekeken.laatste.nummer}:{nagekeken.laatste.hash}\n"
            "Geef dit een volgende keer op met --anker. Dan blijkt ook of het einde is weggehaald."
        )
    return 0


def _anker(tekst: str) -> Any:
    from web.audit.nakijken import Anker

    nummer, _, hash_ = tekst.partition(":")
    if not nummer.isdecimal() or not hash_:
        raise InvoerFout(f"--anker {tekst}: schrijf NUMMER:HASH, zoals web audit verify het gaf.")
    return Anker(int(nummer), hash_)
