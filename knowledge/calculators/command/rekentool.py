"""A rekentool as a subcommand: options from its input model, a file, or both."""

import argparse
import json
from pathlib import Path
from typing import Any

from knowledge.calculators.command.bestanden import lees_invoer, schrijf_leeg, schrijf_uitkomst
from knowledge.calculators.command.opties import optie, uit_opties, voeg_opties_toe
from knowledge.calculators.rekentool import FoutInVelden, Rekentool
from knowledge.calculators.uitkomst import Uitkomst
from knowledge.calculators.velden import velden
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout


def add_parser(subparsers: "argparse._SubParsersAction[Any]", tool: Rekentool[Any]) -> None:
    """`knowledge <sleutel>`; a sleutel with underscores may be written with dashes."""
    tender = load_tender()
    name = tool.sleutel.replace("_", "-")
    parser = subparsers.add_parser(
        name,
        aliases=[tool.sleutel] if name != tool.sleutel else [],
        help=f"rekentool: {tool.naam[0].lower()}{tool.naam[1:]}",
        description=f"{tool.naam}. {tool.uitleg} ({', '.join(tool.vindplaatsen)})".replace("%", "%%"),
    )
    voeg_opties_toe(
        parser.add_argument_group("wat u invult"),
        velden(tool.invoer, tender),
        tool.keuzes(tender) if tool.keuzes else {},
    )
    files = parser.add_argument_group("bestanden")
    files.add_argument(
        "--invoer",
        type=Path,
        metavar="BESTAND",
        help="lees de invoer uit dit bestand (.json of .xlsx); opties gaan voor",
    )
    files.add_argument(
        "--leeg", type=Path, metavar="BESTAND.xlsx", help="maak een leeg werkboek om in te vullen"
    )
    files.add_argument(
        "--uit", type=Path, metavar="BESTAND.xlsx", help="zet de uitkomst met alle stappen in dit werkboek"
    )
    parser.add_argument("--voorbeeld", action="store_true", help="toon een voorbeeld van de invoer (JSON)")
    parser.add_argument("--json", action="store_true", help="uitvoer als JSON")
    parser.set_defaults(handler=lambda args: _reken(tool, args))


def _reken(tool: Rekentool[Any], args: argparse.Namespace) -> int:
    if args.voorbeeld:
        print(json.dumps(dict(tool.voorbeeld), ensure_ascii=False, indent=1))
        return 0
    tender = load_tender()
    if args.leeg:
        schrijf_leeg(tool, args.leeg, tender)
        print(f"Leeg werkboek gemaakt: {args.leeg}")
        return 0
    uit_bestand = lees_invoer(tool, args.invoer, tender) if args.invoer else {}
    gegevens = {**uit_bestand, **uit_opties(velden(tool.invoer, tender), args)}
    try:
        uitkomst = tool.uit_gegevens(tender, gegevens)
    except FoutInVelden as fout:
        raise InvoerFout(*_met_opties(fout)) from fout
    if args.uit:
        schrijf_uitkomst(tool, uitkomst, args.uit, tender)
    _toon(uitkomst, args.json)
    return 0


def _met_opties(fout: FoutInVelden) -> list[str]:
    """Each line with the option that it is about."""
    return [
        f"{regel} ({optie(str(plaats[0]))})" if plaats else regel
        for regel, plaats in zip(fout.fouten, fout.plaatsen, strict=True)
    ]


def _toon(uitkomst: Uitkomst, als_json: bool) -> None:
    print(json.dumps(uitkomst.als_json(), ensure_ascii=False, indent=1) if als_json else uitkomst.als_tekst())
