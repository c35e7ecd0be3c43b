"""`knowledge import BESTAND... [--bron NAAM] [--regio R] [--jaar J] [--soort S] [--wijzigt BRON]` and
`knowledge bronnen [--verwijder NAAM]`."""

import argparse
import sys
from pathlib import Path
from typing import get_args

from knowledge.errors import InvoerFout
from knowledge.sources.doubles import dubbel
from knowledge.sources.importer import Opgave, import_file, koppel
from knowledge.sources.passages import Brondocument, Bronsoort
from knowledge.sources.store import Bronnen


def add_parsers(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("import", help="voeg documenten (txt, pdf, docx) toe aan de bronnen")
    parser.add_argument("bestanden", nargs="+", type=Path, metavar="BESTAND")
    parser.add_argument(
        "--bron", metavar="NAAM", help="naam van de bron (anders: de bestandsnaam zonder uitgang)"
    )
    parser.add_argument("--regio", metavar="REGIO", help="de regio waar het over gaat, zoals IJsselland")
    parser.add_argument("--jaar", type=int, metavar="JAAR", help="het jaar waarvoor het geldt, zoals 2023")
    parser.add_argument("--soort", choices=get_args(Bronsoort), metavar="SOORT", help=_KINDS)
    parser.add_argument(
        "--wijzigt",
        metavar="BRON",
        help="naam van de bron die dit document wijzigt (bij een nota van inlichtingen)",
    )
    parser.set_defaults(handler=_import)
    kept = subparsers.add_parser("bronnen", help="welke documenten er zijn, en een ervan verwijderen")
    kept.add_argument("--verwijder", metavar="NAAM", help="verwijder de bron met deze naam")
    kept.set_defaults(handler=_bronnen)


_KINDS = f"wat het is: {', '.join(get_args(Bronsoort))}"


def _import(args: argparse.Namespace) -> int:
    files: list[Path] = args.bestanden
    if args.bron and len(files) > 1:
        raise InvoerFout("Met --bron kan er maar één bestand tegelijk worden toegevoegd.")
    if args.jaar is not None and not 2000 <= args.jaar <= 2100:
        raise InvoerFout("Geef bij --jaar een jaar van 2000 tot en met 2100.")
    said = Opgave(args.regio, args.jaar, args.soort, args.wijzigt)
    store = Bronnen.standaard()
    mistakes: list[str] = []
    documents: list[Brondocument] = []
    for file in files:
        try:
            documents.append(import_file(file, args.bron, store, said))
        except InvoerFout as fout:
            mistakes += fout.fouten or (str(fout),)
    for document in documents:
        # A nota may have been read before the document it belongs to.
        if not document.wijzigt and (coupled := koppel(document, store, said)).wijzigt:
            store.bewaar(document := coupled)
        print(_told(document))
        for remark in _remarks(document, store):
            print(f"Let op: {remark}", file=sys.stderr)
    if mistakes:
        raise InvoerFout(*mistakes)
    return 0


def _bronnen(args: argparse.Namespace) -> int:
    store = Bronnen.standaard()
    if args.verwijder:
        store.verwijder(args.verwijder)
        print(f"{args.verwijder} is verwijderd.")
        return 0
    for document in store.alle():
        print(_told(document))
    if not store.namen():
        print("Er zijn nog geen bronnen. Voeg ze toe met: knowledge import BESTAND")
    return 0


def _told(document: Brondocument) -> str:
    """One line on what was imported: its name, how much of it there is, and what it was taken for."""
    counts = f"{len(document.passages)} passages"
    for kind, several in (("eis", "eisen"), ("vraag", "vragen")):
        times = sum(p.soort == kind for p in document.passages)
        counts += f", waarvan {times} {several if times > 1 else kind}" if times else ""
    kind = document.soort if document.soort != "overig" else ""
    if document.volgnummer:
        kind += f" {document.volgnummer}"
    if document.wijzigt:
        kind += f" bij {document.wijzigt}"
    traits = ", ".join(filter(None, (kind, document.regio, str(document.jaar or ""))))
    return f"{document.bron}: {counts}." + (f" Gelezen als: {traits}." if traits else "")


def _remarks(document: Brondocument, store: Bronnen) -> list[str]:
    remarks: list[str] = []
    if other := dubbel(document, store.alle()):
        remarks.append(
            f"{document.bron} heeft dezelfde inhoud als {other}. Antwoorden kunnen daardoor dubbel zijn; "
            "verwijder een van de twee met: knowledge bronnen --verwijder NAAM"
        )
    if document.soort == "nota van inlichtingen" and not document.wijzigt:
        remarks.append(
            f"{document.bron} is een nota van inlichtingen, maar niet duidelijk is bij welk document. "
            "Importeer haar opnieuw met --wijzigt en de naam van die bron."
        )
    elif document.wijzigt and document.wijzigt not in store.namen():
        remarks.append(f"{document.wijzigt}, dat {document.bron} wijzigt, is nog niet geïmporteerd.")
    return remarks
