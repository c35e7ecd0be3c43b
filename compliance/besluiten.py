"""`compliance decide`, `agreement` and `labels`: what assessors decide against or with a proposal."""

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

from compliance.correcties import (
    als_labels,
    lees_correcties,
    maak_correctie,
    overeenstemming,
    voeg_toe,
)
from compliance.rapport import EisStatus, lees_rapport
from knowledge.command import write_whole


def add_parsers(subparsers: "argparse._SubParsersAction[Any]") -> None:
    besluit = subparsers.add_parser("decide", help="leg vast wat u besluit over een eis, met de reden")
    besluit.add_argument("rapport", metavar="RAPPORT", type=Path, help="rapport (JSON)")
    besluit.add_argument("--eis", metavar="ID", required=True)
    besluit.add_argument("--status", choices=get_args(EisStatus), required=True, help="uw besluit")
    besluit.add_argument("--reden", metavar="TEKST", required=True)
    besluit.add_argument("--door", metavar="NAAM", required=True, help="wie dit besluit")
    besluit.add_argument("--log", metavar="F", type=Path, required=True, help="bestand met besluiten (jsonl)")
    besluit.set_defaults(handler=_decide)

    gelijk = subparsers.add_parser("agreement", help="hoe vaak beoordelaars het eens zijn met het voorstel")
    gelijk.add_argument("log", metavar="F", type=Path, help="bestand met besluiten (jsonl)")
    gelijk.set_defaults(handler=_agreement)

    labels = subparsers.add_parser("labels", help="schrijf de besluiten als gelabelde gegevens")
    labels.add_argument("log", metavar="F", type=Path, help="bestand met besluiten (jsonl)")
    labels.add_argument("--out", metavar="F2", type=Path, required=True)
    labels.set_defaults(handler=_labels)


def _decide(args: argparse.Namespace) -> int:
    nu = datetime.now(UTC).isoformat(timespec="seconds")
    correctie = maak_correctie(lees_rapport(args.rapport), args.eis, args.status, args.reden, args.door, nu)
    voeg_toe(args.log, correctie)
    wat = (
        "zoals voorgesteld"
        if correctie.voorstel == correctie.besluit
        else f"het voorstel was {correctie.voorstel}"
    )
    print(f"Vastgelegd: eis {correctie.eis} van {correctie.inschrijver} is {correctie.besluit} ({wat}).")
    return 0


def _agreement(args: argparse.Namespace) -> int:
    gemeten = overeenstemming(lees_correcties(args.log))
    if not gemeten.aantal:
        print("Er zijn nog geen besluiten.")
        return 0
    kappa = "" if gemeten.kappa is None else f", kappa {gemeten.kappa:.2f}".replace(".", ",")
    print(
        f"{gemeten.gelijk} van {gemeten.aantal} besluiten zijn gelijk aan het voorstel "
        f"({gemeten.aandeel:.0%}{kappa})."
    )
    for status, (gelijk, aantal) in gemeten.per_status.items():
        print(f"  voorstel {status}: {gelijk} van {aantal} gelijk")
    for (voorstel, besluit), aantal in gemeten.verwarring.items():
        if voorstel != besluit:
            print(f"  {voorstel} werd {besluit}: {aantal} keer")
    return 0


def _labels(args: argparse.Namespace) -> int:
    labels = als_labels(lees_correcties(args.log))
    write_whole(args.out, "".join(json.dumps(label, ensure_ascii=False) + "\n" for label in labels))
    print(f"{len(labels)} besluiten geschreven in {args.out}.")
    return 0
