"""`knowledge import BESTAND... [--bron NAAM]`."""

import argparse
from pathlib import Path

from knowledge.errors import InvoerFout
from knowledge.sources.importer import import_file
from knowledge.sources.store import Bronnen


def add_parsers(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("import", help="voeg documenten (txt, pdf, docx) toe aan de bronnen")
    parser.add_argument("bestanden", nargs="+", type=Path, metavar="BESTAND")
    parser.add_argument(
        "--bron", metavar="NAAM", help="naam van de bron (anders: de bestandsnaam zonder uitgang)"
    )
    parser.set_defaults(handler=_import)


def _import(args: argparse.Namespace) -> int:
    files: list[Path] = args.bestanden
    if args.bron and len(files) > 1:
        raise InvoerFout("Met --bron kan er maar één bestand tegelijk worden toegevoegd.")
    store = Bronnen.standaard()
    mistakes: list[str] = []
    for file in files:
        try:
            document = import_file(file, args.bron, store)
        except InvoerFout as fout:
            mistakes += fout.fouten or (str(fout),)
            continue
        eisen = sum(p.soort == "eis" for p in document.passages)
        extra = f", waarvan {eisen} eisen" if eisen else ""
        print(f"{document.bron}: {len(document.passages)} passages{extra}.")
    if mistakes:
        raise InvoerFout(*mistakes)
    return 0
