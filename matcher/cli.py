"""Command line: `matcher solve`, `check`, `demo`, and what explains a plan (`matcher.uitleg.command`)."""

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from knowledge.command import Parser, run, write_json
from knowledge.errors import InvoerFout
from matcher import eerlijkheid_command as eerlijkheid
from matcher.check import Controle, check
from matcher.invoer import read_folder
from matcher.omzetten import command as omzetten
from matcher.plan import Plan, read_plan
from matcher.simulatie import command as simulatie
from matcher.uitleg import command as uitleg

START_VAN_SOLVER = 2.5
"""Seconds that loading the solver and writing the plan may take; taken off the time for searching."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = Parser(prog="matcher", description="Zoekt voor elke jeugdige de best passende plek.")
    opdrachten = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT")

    los_op = opdrachten.add_parser("solve", help="maak een plan voor een map met invoer")
    los_op.add_argument("map", metavar="MAP", type=Path, help="map met instellingen.json en CSV-bestanden")
    los_op.add_argument(
        "--out", metavar="PLAN", type=Path, required=True, help="bestand voor het plan (JSON)"
    )
    los_op.add_argument(
        "--tijd", metavar="SEC", type=_seconden, default=60.0, help="hoogste aantal seconden (standaard 60)"
    )
    los_op.add_argument(
        "--kernen", metavar="N", type=_aantal, default=2, help="processorkernen (standaard 2)"
    )
    los_op.add_argument(
        "--seed", metavar="N", type=int, default=0, help="getal dat de zoekvolgorde bepaalt (standaard 0)"
    )
    los_op.set_defaults(handler=_solve)

    controle = opdrachten.add_parser("check", help="controleer een plan tegen alle regels")
    controle.add_argument("map", metavar="MAP", type=Path, help="map met de invoer")
    controle.add_argument("plan", metavar="PLAN", type=Path, help="het plan (JSON)")
    controle.set_defaults(handler=_check)

    demo = opdrachten.add_parser("demo", help="schrijf een verzonnen voorbeeldregio")
    demo.add_argument("map", metavar="MAP", type=Path, help="map voor de bestanden")
    demo.add_argument("--seed", metavar="N", type=int, default=1, help="welke verzonnen regio (standaard 1)")
    demo.set_defaults(handler=_demo)
    uitleg.add_parsers(opdrachten)
    simulatie.add_parsers(opdrachten)
    eerlijkheid.add_parsers(opdrachten)
    omzetten.add_parsers(opdrachten)
    return run(parser, argv)


def _seconden(tekst: str) -> float:
    try:
        seconden = float(tekst)
    except ValueError:
        seconden = 0.0
    if not 1 <= seconden <= 86400:
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen aantal seconden van 1 tot en met 86400")
    return seconden


def _aantal(tekst: str) -> int:
    if not tekst.isdigit() or not 1 <= int(tekst) <= 64:
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen aantal van 1 tot en met 64")
    return int(tekst)


def _solve(args: argparse.Namespace) -> int:
    begin = time.monotonic()
    probleem = read_folder(args.map)
    from matcher.solver.constructie import TijdOp
    from matcher.solver.oplossen import solve

    # the limit is for the whole command: reading and loading count too
    over = max(1.0, args.tijd - (time.monotonic() - begin) - min(START_VAN_SOLVER, 0.1 * args.tijd))
    try:
        plan = solve(probleem, over, args.kernen, args.seed)
    except TijdOp:
        raise InvoerFout(
            f"{args.map}: in {args.tijd:g} seconden is nog geen plan gevonden. Geef meer tijd met --tijd."
        ) from None
    write_json(args.out, plan.to_json())
    print(_samenvatting(plan, args.out))
    return 0


def _samenvatting(plan: Plan, pad: Path) -> str:
    if plan.status == "INFEASIBLE":
        return (
            f"Er is geen plan mogelijk: niet alle bewoners kunnen blijven of ergens anders terecht. ({pad})"
        )
    kloof = f"{100 * (plan.kloof or 0):.2f}".replace(".", ",")
    hoe_goed = (
        "bewezen het beste plan"
        if plan.status == "OPTIMAL"
        else f"hoogstens {kloof}% boven het best mogelijke (ondergrens {plan.ondergrens})"
    )
    return (
        f"{len(plan.per_jeugdige)} jeugdigen geplaatst, {len(plan.niet_geplaatst)} zonder plek. "
        f"Kosten {plan.kosten}: {hoe_goed}. Plan in {pad}."
    )


def _check(args: argparse.Namespace) -> int:
    probleem = read_folder(args.map)
    plan = read_plan(args.plan)
    controle = check(probleem, plan)
    for regel in _verslag(controle, plan):
        print(regel)
    return 0 if controle.geldig else 1


def _verslag(controle: Controle, plan: Plan) -> list[str]:
    regels = [
        f"Regel {o.regel}: {o.tekst}" if o.regel else f"Vorm van het plan: {o.tekst}"
        for o in controle.overtredingen
    ]
    aantal = len(controle.overtredingen)
    regels.append(
        f"{aantal} {'overtreding' if aantal == 1 else 'overtredingen'}."
        if aantal
        else "Geen regel overtreden."
    )
    if not controle.kosten_per_criterium:
        return regels
    for criterium, punten in controle.kosten_per_criterium.items():
        gezegd = plan.kosten_per_criterium.get(criterium, punten)
        regels.append(f"  {criterium:15}{punten:10}" + _verschil(gezegd, punten))
    gezegd = controle.kosten if plan.kosten is None else plan.kosten
    regels.append(f"  {'kosten':15}{controle.kosten:10}" + _verschil(gezegd, controle.kosten))
    if plan.ondergrens is not None and plan.ondergrens > controle.kosten:
        regels.append(f"  Let op: de ondergrens in het plan ({plan.ondergrens}) is hoger dan de kosten.")
    return regels


def _verschil(gezegd: object, waar: int) -> str:
    return "" if gezegd == waar else f"   (het plan zegt {gezegd})"


def _demo(args: argparse.Namespace) -> int:
    from matcher.demo import schrijf_demo

    vandaag = date.today()
    schrijf_demo(args.map, vandaag - timedelta(days=vandaag.weekday()), args.seed)
    print(f"Verzonnen voorbeeldregio geschreven in {args.map}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
