"""`matcher import`: the user's own CSV or Excel files to a folder for `matcher solve`."""

import argparse
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from knowledge.command import write_whole
from knowledge.errors import InvoerFout
from matcher.uitleg.splitsen import te_splitsen


def add_parsers(subparsers: "argparse._SubParsersAction[Any]") -> None:
    parser = subparsers.add_parser("import", help="maak invoer van uw eigen CSV- of Excel-bestanden")
    parser.add_argument("bestanden", metavar="BESTAND", nargs="+", type=Path)
    parser.add_argument("--out", metavar="MAP", type=Path, required=True, help="map voor de invoer")
    parser.add_argument(
        "--peildatum", metavar="DATUM", help="eerste maandag van het plan (standaard: deze week)"
    )
    parser.add_argument(
        "--weken", metavar="N", type=int, default=52, help="hoeveel weken vooruit (standaard 52)"
    )
    parser.add_argument("--akkoord", action="store_true", help="u bent het eens met de herkende kolommen")
    parser.add_argument(
        "--splits", action="store_true", help="splits fasen waarin de groep van een bewoner sluit"
    )
    parser.set_defaults(handler=_import)


def _import(args: argparse.Namespace) -> int:
    from knowledge.catalogue import load_tender
    from knowledge.geo.kaart import Kaart
    from matcher.omzetten.kolommen import herken, in_woorden
    from matcher.omzetten.omzetten import met_splitsingen, zet_om
    from matcher.omzetten.tabellen import lees_tabellen

    herkenningen = [h for tabel in lees_tabellen(args.bestanden) if (h := herken(tabel)) is not None]
    print("\n".join(in_woorden(herkenningen)) or "Geen tabel herkend.")
    tender = load_tender()
    omzetting = zet_om(
        herkenningen, Kaart.standaard(tender.gemeenten), _peildatum(args.peildatum), args.weken,
        tender.regio.lower(),
    )  # fmt: skip
    for opmerking in omzetting.opmerkingen:
        print(f"Let op: {opmerking}")
    onzeker = any(not k.zeker for h in herkenningen for k in h.koppelingen)
    if onzeker and not args.akkoord and not _vraag("Kloppen de kolommen met een vraagteken?"):
        raise InvoerFout(
            "Er is niets geschreven. Kloppen de kolommen met een vraagteken? Geef dan --akkoord."
        )
    bestanden = omzetting.bestanden
    voorstellen = te_splitsen(omzetting.probleem)
    for voorstel in voorstellen:
        print(f"Voorstel: {voorstel.in_woorden()}")
    if voorstellen and (args.splits or _vraag("Zo splitsen?")):
        bestanden = met_splitsingen(bestanden, voorstellen)
        print("De fasen zijn gesplitst.")
    elif voorstellen:
        print("Er is niets gesplitst. Wilt u dat wel, geef dan --splits.")
    for naam, tekst in bestanden.items():
        write_whole(args.out / naam, tekst)
    aantal = len(omzetting.probleem.groepen), len(omzetting.probleem.jeugdigen)
    print(f"Geschreven in {args.out}: {aantal[0]} groepen en {aantal[1]} jeugdigen.")
    return 0


def _peildatum(tekst: str | None) -> date:
    from matcher.omzetten.waarden import datum

    if tekst is None:
        vandaag = date.today()
        return vandaag - timedelta(days=vandaag.weekday())
    try:
        return date.fromisoformat(datum(tekst))
    except ValueError as fout:
        raise InvoerFout(f"--peildatum: {tekst} {fout}.") from fout


def _vraag(tekst: str) -> bool:
    """Ask at a terminal; without one the answer is no."""
    if not sys.stdin.isatty():
        return False
    return input(f"{tekst} [j/N] ").strip().lower() in ("j", "ja")
