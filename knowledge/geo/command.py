"""`knowledge geo import|zoek|pdok`."""

import argparse
from pathlib import Path
from typing import Any

from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from knowledge.geo.afstand import km_in_woorden
from knowledge.paths import data_folder


def add_parsers(subparsers: "argparse._SubParsersAction[Any]") -> None:
    geo = subparsers.add_parser("geo", help="postcodes, gemeentegrenzen en afstanden")
    delen = geo.add_subparsers(metavar="WAT", title="wat")
    inlezen = delen.add_parser("import", help="lees postcodes (CSV) of gemeentegrenzen (GeoJSON) in")
    inlezen.add_argument("bestanden", metavar="BESTAND", nargs="+", type=Path)
    inlezen.set_defaults(handler=_import)
    zoek = delen.add_parser("zoek", help="waar ligt een postcode of plaats, en hoe ver buiten de regio")
    zoek.add_argument("plek", metavar="POSTCODE_OF_PLAATS")
    zoek.set_defaults(handler=_zoek)
    pdok = delen.add_parser("pdok", help="haal postcodes op bij PDOK (alleen de postcodes gaan naar buiten)")
    pdok.add_argument("postcodes", metavar="POSTCODE", nargs="+")
    pdok.set_defaults(handler=_pdok)


# The library for shapes takes a moment to load: only who uses it should wait for it.
def _import(args: argparse.Namespace) -> int:
    from knowledge.geo.opslag import importeer

    for pad in args.bestanden:
        print(f"Ingelezen: {importeer(pad, data_folder() / 'geo')}.")
    return 0


def _zoek(args: argparse.Namespace) -> int:
    from knowledge.geo.kaart import Kaart

    tender = load_tender()
    kaart = Kaart.standaard(tender.gemeenten)
    plek = kaart.plek(args.plek)
    if plek is None:
        raise InvoerFout(f"{args.plek} is niet bekend. Lees postcodes in met: knowledge geo import BESTAND.")
    km, fout = kaart.regio_km(plek.lat, plek.lon)
    print(f"{plek.woonplaats} ({plek.gemeente}): {plek.lat:.4f}, {plek.lon:.4f}. Bron: {plek.bron}.")
    print(
        f"Afstand tot de regio {tender.regio}: {km_in_woorden(km)}."
        if km
        else f"Ligt in de regio {tender.regio}."
    )
    if plek.fout_km or fout > 0.1:
        punt, grens = km_in_woorden(plek.fout_km), km_in_woorden(fout)
        print(f"Let op: het punt kan {punt} afwijken, en de afstand tot de regio {grens}.")
    return 0


def _pdok(args: argparse.Namespace) -> int:
    from knowledge.geo.opslag import bewaar_punten
    from knowledge.geo.pdok import haal_op

    punten = haal_op(args.postcodes)
    bewaar_punten(punten, data_folder() / "geo")
    print(f"Opgehaald: {len(punten)} van {len(args.postcodes)} postcodes.")
    return 0
