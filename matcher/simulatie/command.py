"""`matcher simulate`: a year played week by week, looking ahead beside the greedy practice."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from knowledge.command import write_json, write_whole
from knowledge.errors import InvoerFout
from matcher.domein import Probleem
from matcher.invoer import read_folder
from matcher.simulatie.beeld import beeld
from matcher.simulatie.beleid import GEWICHT_BELOFTE, GEWICHTEN, Praktijk, Vooruitzien, oplosser
from matcher.simulatie.jaar import Jaar, instroom, trek_jaar
from matcher.simulatie.naspelen import speel
from matcher.simulatie.vergelijking import Jaarpaar, als_json, in_woorden

TIJD = 5.0
"""Seconds of searching for each week's plan, unless the user asks otherwise."""


VOORUIT = 26
"""Weeks that each plan looks ahead: further costs more time for each plan than it gains."""


def add_parsers(subparsers: "argparse._SubParsersAction[Any]") -> None:
    p = subparsers.add_parser("simulate", help="speel een jaar na, week voor week, naast de gewone praktijk")
    p.add_argument("map", metavar="MAP", type=Path, help="map met de invoer")
    p.add_argument("--weken", metavar="N", type=int, default=52, help="aantal weken (standaard 52)")
    p.add_argument("--seed", metavar="N", type=int, default=1, help="welk verzonnen jaar (standaard 1)")
    p.add_argument("--jaren", metavar="N", type=int, default=1, help="zo veel jaren: seed, seed+1, ...")
    p.add_argument("--instroom", metavar="N", type=float, help="nieuwe kinderen per week (anders als nu)")
    p.add_argument(
        "--vooruit",
        metavar="N",
        type=int,
        default=VOORUIT,
        help=f"weken die een plan vooruitkijkt (standaard {VOORUIT})",
    )
    p.add_argument("--tijd", metavar="SEC", type=float, default=TIJD,
                   help=f"seconden zoeken per week, 0: alleen aanvullen (standaard {TIJD:g})")  # fmt: skip
    p.add_argument("--kernen", metavar="N", type=int, default=2, help="processorkernen (standaard 2)")
    p.add_argument("--gewicht", metavar="NAAM:PUNTEN", action="append", default=[],
                   help="een ander gewicht bij het vooruitzien")  # fmt: skip
    p.add_argument("--belofte", metavar="PUNTEN", type=int, default=GEWICHT_BELOFTE,
                   help="punten die het breken van een toezegging moet opleveren")  # fmt: skip
    p.add_argument("--out", metavar="BESTAND", type=Path, help="bestand voor alle cijfers (JSON)")
    p.add_argument("--beeld", metavar="BESTAND", type=Path, help="bestand voor het beeld (SVG)")
    p.add_argument("--json", action="store_true", help="uitvoer als JSON")
    p.set_defaults(handler=_simulate)


def _simulate(args: argparse.Namespace) -> int:
    probleem = read_folder(args.map)
    gewichten = _gewichten(args, probleem)
    jaren = []
    for seed in range(args.seed, args.seed + args.jaren):
        jaar = trek_jaar(probleem, args.weken, seed, args.instroom)
        jaren.append(_speel_beide(args, probleem, jaar, seed, gewichten))
    instellingen = {
        "seed": args.seed,
        "jaren": args.jaren,
        "tijd": args.tijd,
        "kernen": args.kernen,
        "vooruit": args.vooruit,
        "instroom": args.instroom if args.instroom is not None else round(instroom(probleem), 2),
        "gewichten": {**probleem.gewichten, **gewichten},
        "gewicht_belofte": args.belofte,
    }
    uit = als_json(jaren, args.weken, instellingen)
    if args.out is not None:
        write_json(args.out, uit)
    if args.beeld is not None:
        write_whole(args.beeld, beeld(jaren))
    if args.json:
        print(json.dumps(uit, ensure_ascii=False, indent=1))
    else:
        print("\n".join(in_woorden(jaren, args.weken, {**probleem.gewichten, **gewichten})))
    return 0


def _gewichten(args: argparse.Namespace, probleem: Probleem) -> dict[str, int]:
    """The weights of planning that differ from the input's."""
    for naam, laagst in (
        ("weken", 1),
        ("jaren", 1),
        ("kernen", 1),
        ("vooruit", 1),
        ("belofte", 0),
        ("tijd", 0),
    ):
        if getattr(args, naam) < laagst:
            raise InvoerFout(f"--{naam}: dit moet {laagst} of meer zijn.")
    gewichten = {naam: keer * probleem.gewichten[naam] for naam, keer in GEWICHTEN.items()}
    for tekst in args.gewicht:
        naam, _, punten = tekst.rpartition(":")
        if naam not in probleem.gewichten or not punten.isdecimal():
            raise InvoerFout(
                f"--gewicht: schrijf {tekst} als NAAM:PUNTEN; kies uit {', '.join(probleem.gewichten)}."
            )
        gewichten[naam] = int(punten)
    return gewichten


def _speel_beide(
    args: argparse.Namespace, probleem: Probleem, jaar: Jaar, seed: int, gewichten: dict[str, int]
) -> Jaarpaar:
    print(f"Jaar met seed {seed} ...", file=sys.stderr, flush=True)
    los_op = oplosser(args.tijd, args.kernen, seed) if args.tijd else None
    vooruit = Vooruitzien(los_op, gewichten, args.belofte)
    return Jaarpaar(
        seed,
        sum(map(len, jaar.aankomsten)),
        speel(probleem, jaar, Praktijk(), args.vooruit),
        speel(probleem, jaar, vooruit, args.vooruit),
    )
