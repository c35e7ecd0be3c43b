"""The command `compliance`: pre-screening of bids."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from compliance.controle import check_bid
from compliance.demo import write_demo
from compliance.rapport import Rapport
from compliance.verslag import to_html
from knowledge.command import Parser, run, write_json, write_whole
from knowledge.errors import InvoerFout


def main(argv: Sequence[str] | None = None) -> int:
    """Entry of the command; returns the exit code."""
    parser = Parser(
        prog="compliance", description="Voorcontrole van inschrijvingen op een aanbesteding jeugdhulp."
    )
    opdrachten = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT")

    check = opdrachten.add_parser("check", help="controleer één inschrijving (map, zip of losse bestanden)")
    check.add_argument("paden", nargs="+", metavar="MAP", help="map, zip of bestanden van de inschrijving")
    check.add_argument("--out", metavar="RAPPORT", help="schrijf het rapport als JSON in dit bestand")
    check.add_argument("--html", metavar="F", help="schrijf het rapport als webpagina in dit bestand")
    check.add_argument("--peildatum", metavar="D", help="dag waarop stukken geldig zijn, als jjjj-mm-dd")
    check.set_defaults(handler=_check)

    demo = opdrachten.add_parser("demo", help="maak een verzonnen inschrijving om mee te oefenen")
    demo.add_argument("map", metavar="MAP", help="map waarin de bestanden komen")
    demo.set_defaults(handler=_demo)
    return run(parser, argv)


def _check(args: argparse.Namespace) -> int:
    rapport = check_bid(args.paden, _peildatum(args.peildatum))
    html = to_html(rapport) if args.html else None
    if args.out:
        write_json(Path(args.out), rapport.model_dump(mode="json"))
    if args.html and html is not None:
        write_whole(Path(args.html), html)
    print(_samenvatting(rapport))
    return 0


def _demo(args: argparse.Namespace) -> int:
    bestanden = write_demo(Path(args.map))
    print(f"{len(bestanden)} bestanden geschreven in {args.map}.")
    return 0


def _peildatum(tekst: str | None) -> date | None:
    if tekst is None:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise InvoerFout(f"--peildatum: {tekst} is geen datum. Schrijf hem als jjjj-mm-dd.") from fout


def _samenvatting(rapport: Rapport) -> str:
    ernst = [b.ernst for b in rapport.bevindingen]
    in_orde = sum(s.status in ("aanwezig", "nvt") for s in rapport.stukken)
    return (
        f"{rapport.inschrijver}: {ernst.count('knock-out')} knock-out, "
        f"{ernst.count('herstelbaar')} herstelbaar, {ernst.count('aandacht')} aandachtspunten; "
        f"{in_orde} van {len(rapport.stukken)} stukken in orde."
    )


if __name__ == "__main__":
    sys.exit(main())
