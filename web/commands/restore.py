"""web restore: a backup back into an empty place."""

import argparse
from pathlib import Path
from typing import Any

from web.settings import from_environment


def add_parsers(opdrachten: "argparse._SubParsersAction[Any]") -> None:
    restore = opdrachten.add_parser("restore", help="zet een back-up terug op een lege plek")
    restore.add_argument("bron", metavar="BRON", type=Path, help="het archief van web backup")
    restore.set_defaults(handler=_restore)


def _restore(args: argparse.Namespace) -> int:
    from web.backup.restore import restore

    settings = from_environment()
    files = restore(settings, args.bron)
    print(f"Teruggezet uit {args.bron}: de database en {files} bestanden in {settings.data}.")
    return 0
