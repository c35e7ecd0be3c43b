"""`matcher fairness`: how a plan treats children, by gemeente, urgency and intensity."""

import argparse
import json
from pathlib import Path
from typing import Any

from knowledge.errors import InvoerFout
from matcher.check import check
from matcher.eerlijkheid import eerlijkheid, in_woorden
from matcher.invoer import read_folder
from matcher.plan import read_plan


def add_parsers(subparsers: "argparse._SubParsersAction[Any]") -> None:
    p = subparsers.add_parser("fairness", help="vergelijk wachten, afstand en plekken tussen kinderen")
    p.add_argument("map", metavar="MAP", type=Path, help="map met de invoer")
    p.add_argument("plan", metavar="PLAN", type=Path, help="het plan (JSON)")
    p.add_argument("--json", action="store_true", help="uitvoer als JSON")
    p.set_defaults(handler=_fairness)


def _fairness(args: argparse.Namespace) -> int:
    probleem, plan = read_folder(args.map), read_plan(args.plan)
    controle = check(probleem, plan)
    if not controle.geldig:
        raise InvoerFout(f"{args.plan}: dit plan past niet bij de invoer: {controle.overtredingen[0].tekst}")
    verslag = eerlijkheid(probleem, plan)
    if args.json:
        print(json.dumps(verslag.to_json(), ensure_ascii=False, indent=1))
    else:
        print("\n".join(in_woorden(verslag)))
    return 0
