"""A rekentool as a subcommand: options from its input model, a file, or both."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

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
    parser.add_argument(
        "--invoer", type=Path, metavar="BESTAND.json", help="lees de invoer uit dit bestand; opties gaan voor"
    )
    parser.add_argument("--voorbeeld", action="store_true", help="toon een voorbeeld van de invoer (JSON)")
    parser.add_argument("--json", action="store_true", help="uitvoer als JSON")
    parser.set_defaults(handler=lambda args: _reken(tool, args))


def _reken(tool: Rekentool[Any], args: argparse.Namespace) -> int:
    if args.voorbeeld:
        print(json.dumps(dict(tool.voorbeeld), ensure_ascii=False, indent=1))
        return 0
    tender = load_tender()
    uit_bestand = _lees(args.invoer) if args.invoer else {}
    gegevens = {**uit_bestand, **uit_opties(velden(tool.invoer, tender), args)}
    try:
        uitkomst = tool.uit_gegevens(tender, gegevens)
    except FoutInVelden as fout:
        raise InvoerFout(*_met_opties(fout)) from fout
    _toon(uitkomst, args.json)
    return 0


def _lees(file: Path) -> Mapping[str, Any]:
    """The data of a JSON file. InvoerFout names the file, and the line of a mistake in its form."""
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as fout:
        raise InvoerFout(f"{file}: niet te lezen ({fout.strerror}).") from fout
    except UnicodeDecodeError as fout:
        raise InvoerFout(f"{file}: dit is geen tekst.") from fout
    except json.JSONDecodeError as fout:
        raise InvoerFout(f"{file}, regel {fout.lineno}: dit is geen geldige JSON.") from fout
    if not isinstance(data, dict):
        raise InvoerFout(f"{file}: hier horen velden te staan, zoals in --voorbeeld.")
    return data


def _met_opties(fout: FoutInVelden) -> list[str]:
    """Each line with the option that it is about."""
    return [
        f"{regel} ({optie(str(plaats[0]))})" if plaats else regel
        for regel, plaats in zip(fout.fouten, fout.plaatsen, strict=True)
    ]


def _toon(uitkomst: Uitkomst, als_json: bool) -> None:
    print(json.dumps(uitkomst.als_json(), ensure_ascii=False, indent=1) if als_json else uitkomst.als_tekst())
