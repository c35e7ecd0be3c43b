"""`knowledge eisen`: the eisen of the tender, all of them or those of one perceel or vorm; or a draft of
them from a source."""

import argparse
import json
import textwrap
from pathlib import Path
from typing import Any

from knowledge.catalogue.load import load_tender
from knowledge.catalogue.models import Eis, Tender
from knowledge.concept import conceptcatalogus, schrijf
from knowledge.errors import InvoerFout
from knowledge.sources.store import Bronnen

_ADRESSAAT = {"ON": "opdrachtnemer", "OG": "opdrachtgever", "VERVALLEN": "vervallen"}


def add_parsers(subparsers: "argparse._SubParsersAction[Any]") -> None:
    parser = subparsers.add_parser("eisen", help="de eisen van de aanbesteding")
    parser.add_argument("--perceel", type=int, metavar="N", help="alleen de eisen voor dit perceel (1 t/m 9)")
    parser.add_argument("--vorm", metavar="VORM", help="alleen voor deze vorm van verblijf, zoals gezinshuis")
    parser.add_argument("--eis", metavar="ID", help="één eis met al zijn onderdelen en normen: 12 of C")
    parser.add_argument("--json", action="store_true", help="uitvoer als JSON")
    parser.add_argument(
        "--uit-bron",
        metavar="BRON",
        help="maak een concept-catalogus van de eisen in deze bron (een ingelezen inkoopdocument)",
    )
    parser.add_argument(
        "--out", type=Path, metavar="PAD", help="bij --uit-bron: een nieuwe map, of een bestand .yaml"
    )
    parser.set_defaults(handler=_eisen)


def _eisen(args: argparse.Namespace) -> int:
    if args.uit_bron or args.out:
        return _concept(args)
    tender = load_tender()
    eisen = select(tender, args.perceel, args.vorm, args.eis)
    if args.json:
        print(json.dumps([e.model_dump(mode="json") for e in eisen], ensure_ascii=False, indent=1))
        return 0
    if args.eis is None:
        print(f"{tender.naam}, {tender.regio}: {len(eisen)} van {len(tender.eisen)} eisen\n")
    for eis in eisen:
        _print(eis, whole=args.eis is not None)
    return 0


def _concept(args: argparse.Namespace) -> int:
    """Draft a catalogue from an imported document."""
    if not (args.uit_bron and args.out):
        raise InvoerFout("Gebruik --uit-bron BRON samen met --out PAD.")
    concept = conceptcatalogus(Bronnen.standaard().haal(args.uit_bron))
    if not concept.eisen:
        raise InvoerFout(f"In {args.uit_bron} zijn geen genummerde eisen gevonden.")
    files = schrijf(concept, args.out)
    print(f"{len(concept.eisen)} eisen uit {args.uit_bron} staan in {' en '.join(map(str, files))}.")
    print("Nog te doen:")
    for point in concept.open_punten:
        print(textwrap.fill(point, 100, initial_indent="- ", subsequent_indent="  "))
    return 0


def select(
    tender: Tender, perceel: int | None = None, vorm: str | None = None, eis: str | None = None
) -> list[Eis]:
    """The eisen that hold for a perceel and a vorm, or the one with this id. InvoerFout for unknown ones."""
    if perceel is not None and perceel not in {p.nummer for p in tender.percelen}:
        numbers = ", ".join(str(p.nummer) for p in tender.percelen)
        raise InvoerFout(f"Perceel {perceel} bestaat niet. Kies uit {numbers}.")
    vormen: set[str] = set()
    if vorm is not None:
        found = next((v for v in tender.vormen if v.sleutel == vorm.casefold()), None)
        if found is None:
            known = ", ".join(v.sleutel for v in tender.vormen)
            raise InvoerFout(f"Vorm {vorm} is niet bekend. Kies uit {known}.")
        vormen = {found.sleutel, *found.geldt_ook_als}
    if eis is not None and eis.upper() not in {e.id for e in tender.eisen}:
        raise InvoerFout(f"Eis {eis} bestaat niet. De eisen zijn A t/m L en 1 t/m 109.")
    return [
        e
        for e in tender.eisen
        if (eis is None or e.id == eis.upper())
        and (perceel is None or perceel in e.percelen)
        and (vorm is None or not e.vormen or vormen & set(e.vormen))
    ]


def _print(eis: Eis, whole: bool) -> None:
    print(f"eis {eis.id}  {eis.onderwerp} ({_ADRESSAAT[eis.adressaat]})")
    _wrapped(eis.samenvatting, "    ")
    if not whole:
        return
    print(f"    {eis.vindplaats}, {eis.paragraaf}; percelen {', '.join(map(str, eis.percelen))}")
    if eis.vormen:
        print(f"    alleen voor: {', '.join(eis.vormen)}")
    for onderdeel in eis.onderdelen:
        _wrapped(f"- {onderdeel.sleutel}: {onderdeel.samenvatting}", "    ")
    for norm in eis.normen:
        moment = f", {norm.moment}" if norm.moment else ""
        print(f"    * {norm.grootheid}: {norm.vergelijking} {norm.waarde} {norm.eenheid}{moment}")


def _wrapped(text: str, indent: str) -> None:
    print(textwrap.fill(text, 100, initial_indent=indent, subsequent_indent=indent))
