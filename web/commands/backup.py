"""web backup: everything into one archive, also while the server runs."""

import argparse
from pathlib import Path
from typing import Any

from web.settings import from_environment


def add_parsers(opdrachten: "argparse._SubParsersAction[Any]") -> None:
    backup = opdrachten.add_parser("backup", help="bewaar de database en alle bestanden in één archief")
    backup.add_argument("doel", metavar="DOEL", type=Path, help="het archief dat er komt, zoals back-up.tar")
    backup.set_defaults(handler=_backup)


def _backup(args: argparse.Namespace) -> int:
    from web.backup.make import make

    settings = from_environment()
    parts = make(settings, args.doel)
    megabytes = f"{args.doel.stat().st_size / 1e6:.1f}".replace(".", ",")
    print(f"Bewaard in {args.doel}: {parts} delen, {megabytes} MB.")
    print("In dit archief staan persoonsgegevens. Bewaar het veilig.")
    if settings.sleutels:
        print(f"De sleutels in {settings.sleutels} zitten er niet in. Bewaar die apart.")
    return 0
