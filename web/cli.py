"""The command `web`; each sub-command is a file in `web.commands`."""

import sys
from collections.abc import Sequence

from knowledge.command import Parser, run
from web.commands import audit, backup, beheerder, migrate, opruimen, restore, serve, worker


def main(argv: Sequence[str] | None = None) -> int:
    """Entry of the command; returns the exit code."""
    parser = Parser(prog="web", description="De webpagina's van Thuisplek.")
    opdrachten = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT")
    for opdracht in (serve, beheerder, worker, migrate, backup, restore, audit, opruimen):
        opdracht.add_parsers(opdrachten)
    return run(parser, argv)


if __name__ == "__main__":
    sys.exit(main())
