"""`knowledge vectors`: work out the vectors for search by meaning ahead of the first question."""

import argparse
import sys

from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from knowledge.retrieval.catalogue import of_tender
from knowledge.retrieval.fragments import of_document
from knowledge.retrieval.meaning import SWITCH, available
from knowledge.sources.store import Bronnen


def add_parsers(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "vectors", help="maak alles klaar voor zoeken op betekenis (hoort bij de uitbreiding 'vectoren')"
    )
    parser.set_defaults(handler=_vectors)


def _vectors(args: argparse.Namespace) -> int:
    if not available():
        raise InvoerFout(
            "Zoeken op betekenis is een uitbreiding die hier niet aan staat. "
            f"Zet die erbij met: pip install 'thuisplek[vectoren]', en zet haar aan met {SWITCH}=aan."
        )
    from knowledge.retrieval.dense import Dense
    from knowledge.retrieval.fill import fill
    from knowledge.retrieval.vectors import FILE, VectorStore

    sources = Bronnen.standaard()
    fragments = [*of_tender(load_tender()), *(f for d in sources.alle() for f in of_document(d))]
    store = VectorStore(sources.folder / FILE)
    missing = Dense([f.betekenistekst for f in fragments], store, fill_in=False).missing()

    def progress(done: int) -> None:
        print(f"\r{done} van {len(missing)} passages", end="", file=sys.stderr, flush=True)

    if missing and not fill(store, missing, progress=progress):
        raise InvoerFout("Zoeken op betekenis kan niet op deze machine; er wordt gezocht op woorden.")
    if missing:
        print(file=sys.stderr)
    print(f"{len(fragments)} passages zijn klaar voor zoeken op betekenis.")
    return 0
