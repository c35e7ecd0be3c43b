"""`matcher explain`, `matcher whatif` and `matcher compare`."""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from knowledge.command import write_json
from knowledge.errors import InvoerFout
from matcher.check import check
from matcher.domein import Probleem, Vastlegging
from matcher.invoer import read_folder
from matcher.plan import Plan, read_plan
from matcher.uitleg.alternatieven import Alternatieven
from matcher.uitleg.uitleg import Uitleg, als_json, botsing_json, leg_uit
from matcher.uitleg.vergelijk import Vergelijking, Verschuiving, vergelijk
from matcher.uitleg.watals import Wijziging, wat_als

TIJD = 10.0
"""Seconds for each time the plan is solved again, unless the user asks otherwise."""


def add_parsers(subparsers: "argparse._SubParsersAction[Any]") -> None:
    uitleg = subparsers.add_parser("explain", help="leg uit waarom een jeugdige daar een plek heeft, of geen")
    _map_en_plan(uitleg)
    uitleg.add_argument(
        "--jeugdige", metavar="ID", help="alleen deze jeugdige; anders iedereen, zonder alternatieven"
    )
    uitleg.add_argument("--json", action="store_true", help="uitvoer als JSON")
    _tijd(uitleg)
    uitleg.set_defaults(handler=_explain)

    watals = subparsers.add_parser("whatif", help="kijk wat er verandert als u iets anders kiest")
    _map_en_plan(watals)
    watals.add_argument(
        "--vast", metavar="JEUGDIGE:FASE:GROEP", action="append", default=[], help="leg deze keuze vast"
    )
    watals.add_argument(
        "--verbied", metavar="JEUGDIGE:FASE:GROEP", action="append", default=[], help="sluit deze keuze uit"
    )
    watals.add_argument(
        "--sluit",
        metavar="GROEP:WEEK",
        action="append",
        default=[],
        help="de groep heeft vanaf deze week geen bedden",
    )
    watals.add_argument(
        "--bedden",
        metavar="GROEP:AANTAL",
        action="append",
        default=[],
        help="zoveel bedden erbij (met een min: eraf)",
    )
    watals.add_argument(
        "--gewicht", metavar="NAAM:PUNTEN", action="append", default=[], help="een ander gewicht"
    )
    watals.add_argument(
        "--belofte",
        metavar="PUNTEN",
        type=int,
        default=0,
        help="punten die elke verandering van groep ten minste moet opleveren",
    )
    watals.add_argument("--out", metavar="PLAN", type=Path, help="bestand voor het nieuwe plan (JSON)")
    watals.add_argument("--json", action="store_true", help="uitvoer als JSON")
    _tijd(watals)
    watals.set_defaults(handler=_whatif)

    naast = subparsers.add_parser("compare", help="leg twee plannen naast elkaar")
    _map_en_plan(naast)
    naast.add_argument("ander", metavar="PLAN2", type=Path, help="het andere plan (JSON)")
    naast.add_argument("--json", action="store_true", help="uitvoer als JSON")
    naast.set_defaults(handler=_compare)


def _map_en_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("map", metavar="MAP", type=Path, help="map met de invoer")
    parser.add_argument("plan", metavar="PLAN", type=Path, help="het plan (JSON)")


def _tijd(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--tijd", metavar="SEC", type=float, default=TIJD,
        help=f"seconden voor elke keer opnieuw rekenen (standaard {TIJD:g})",
    )  # fmt: skip


def _geldig(probleem: Probleem, plan: Plan, pad: Path) -> Plan:
    """The plan with its real cost. InvoerFout when it breaks a rule of this input."""
    controle = check(probleem, plan)
    if not controle.geldig:
        raise InvoerFout(f"{pad}: dit plan past niet bij de invoer: {controle.overtredingen[0].tekst}")
    return Plan(
        plan.status, controle.kosten, plan.ondergrens, plan.seconden, plan.plaatsingen,
        plan.niet_geplaatst, controle.kosten_per_criterium,
    )  # fmt: skip


def _explain(args: argparse.Namespace) -> int:
    probleem, plan = read_folder(args.map), read_plan(args.plan)
    if plan.status == "INFEASIBLE":
        return _explain_botsing(args, probleem)
    plan = _geldig(probleem, plan, args.plan)
    if args.jeugdige is None:
        wie: Iterable[str] = probleem.jeugdigen
    elif args.jeugdige in probleem.jeugdigen:
        wie = [args.jeugdige]
    else:
        raise InvoerFout(f"--jeugdige: {args.jeugdige} staat niet in {args.map / 'jeugdigen.csv'}.")
    from matcher.uitleg.oplosser import binnen

    los_op = binnen(args.tijd) if args.jeugdige is not None else None
    uitleg = [leg_uit(probleem, plan, jeugdige_id, los_op) for jeugdige_id in wie]
    if args.json:
        _print_json({"jeugdigen": [als_json(u) for u in uitleg]})
    else:
        for u in uitleg:
            print("\n".join(_regels(u)))
    return 0


def _explain_botsing(args: argparse.Namespace, probleem: Probleem) -> int:
    from matcher.uitleg.botsing import botsing, haalbaar_binnen

    eisen = botsing(probleem, haalbaar_binnen(args.tijd))
    if args.json:
        _print_json(botsing_json(eisen))
    elif eisen:
        print("Er is geen plan mogelijk. Dit kan niet allemaal tegelijk:")
        for eis in eisen:
            print(f"- {eis.in_woorden()}")
        print("Laat een van deze los, dan kan de rest wel.")
    else:
        print("Met deze invoer is wel een plan mogelijk. Maak het met matcher solve.")
    return 0


def _regels(uitleg: Uitleg) -> Iterator[str]:
    if not uitleg.geplaatst:
        yield f"{uitleg.jeugdige_id}: geen plek."
        for trechter in uitleg.trechters:
            yield f"  Fase {trechter.fase} (intensiteit {trechter.intensiteit}): {trechter.in_woorden()}."
        if uitleg.versoepelingen:
            yield "  Dit zou een plek geven:"
        for v in uitleg.versoepelingen:
            waar = ", ".join(dict.fromkeys(v.groepen))
            yield f"  - {v.tekst} Dan {waar}; {_prijs(v.meerkosten, v.bewezen)}."
            yield from _anderen(v.verschuift)
        return
    yield f"{uitleg.jeugdige_id}: {sum(uitleg.punten.values())} punten."
    for fase in uitleg.fasen:
        p = fase.plaatsing
        yield f"  Fase {p.fase}: {p.groep_id}, week {p.week_van} tot {p.week_tot}. {'; '.join(fase.redenen)}."
        yield f"    Andere groepen: {fase.trechter.in_woorden()}."
        if fase.alternatieven is not None:
            yield from _alternatieven(fase.alternatieven)


def _alternatieven(gevonden: Alternatieven) -> Iterator[str]:
    for a in gevonden.keuzes:
        yield f"    - {a.groep_id}: {_prijs(a.meerkosten, a.bewezen)}."
        yield from _anderen(a.verschuift)
    if gevonden.onmogelijk:
        yield f"    Kan niet, of kost meer dan geen plek: {', '.join(gevonden.onmogelijk)}."
    if not gevonden.keuzes:
        yield "    Er is geen andere plek."
    elif not gevonden.zeker:
        yield "    Niet alles is uitgezocht: er kan een betere keuze zijn. Geef meer tijd met --tijd."


def _anderen(verschuivingen: Iterable[Verschuiving]) -> Iterator[str]:
    for v in verschuivingen:
        yield f"      {v.in_woorden()}"


def _prijs(meerkosten: int, bewezen: bool) -> str:
    zeker = "" if bewezen else "hoogstens " if meerkosten >= 0 else "minstens "
    if meerkosten == 0:
        return "kost het plan niets extra"
    punten = f"{abs(meerkosten)} {'punt' if abs(meerkosten) == 1 else 'punten'}"
    return (
        f"kost het hele plan {zeker}{punten} meer"
        if meerkosten > 0
        else f"scheelt het hele plan {zeker}{punten}"
    )


def _whatif(args: argparse.Namespace) -> int:
    from matcher.uitleg.oplosser import binnen

    probleem = read_folder(args.map)
    plan = _geldig(probleem, read_plan(args.plan), args.plan)
    wijziging = Wijziging(
        keuzes=(
            *(_keuze("--vast", tekst, True) for tekst in args.vast),
            *(_keuze("--verbied", tekst, False) for tekst in args.verbied),
        ),
        gewichten=dict(_paar("--gewicht", tekst) for tekst in args.gewicht),
        gesloten=dict(_paar("--sluit", tekst) for tekst in args.sluit),
        bedden=dict(_paar("--bedden", tekst) for tekst in args.bedden),
    )
    uitkomst = wat_als(probleem, plan, wijziging, binnen(args.tijd), args.belofte)
    if uitkomst.plan is None:
        raise InvoerFout("In deze tijd is geen plan gevonden. Geef meer tijd met --tijd.")
    if args.out is not None:
        write_json(args.out, uitkomst.plan.to_json())
    if uitkomst.vergelijking is None:
        print("Zo is er geen plan mogelijk: niet alle bewoners kunnen blijven of ergens anders terecht.")
        return 0
    _toon(uitkomst.vergelijking, args.json)
    return 0


def _compare(args: argparse.Namespace) -> int:
    probleem = read_folder(args.map)
    een = _geldig(probleem, read_plan(args.plan), args.plan)
    _toon(vergelijk(probleem, een, _geldig(probleem, read_plan(args.ander), args.ander)), args.json)
    return 0


def _toon(vergelijking: Vergelijking, als_json: bool) -> None:
    if als_json:
        _print_json(
            {
                "kosten": list(vergelijking.kosten),
                "verschil": dict(vergelijking.verschil),
                "verschuivingen": [
                    {"jeugdige_id": v.jeugdige_id, "soort": v.soort, "tekst": v.in_woorden()}
                    for v in vergelijking.verschuivingen
                ],
            }
        )
        return
    aantal = len(vergelijking.verschuivingen)
    print(
        "Er verandert niets."
        if not aantal
        else f"Voor {aantal} {'jeugdige' if aantal == 1 else 'jeugdigen'} verandert er iets:"
    )
    for v in vergelijking.verschuivingen:
        print(f"- {v.in_woorden()}")
    eerst, dan = vergelijking.kosten
    print(f"Kosten: {eerst} en dan {dan} ({dan - eerst:+d}).")
    for criterium, punten in vergelijking.verschil.items():
        if punten:
            print(f"  {criterium:15}{punten:+10d}")


def _keuze(optie: str, tekst: str, vast: bool) -> Vastlegging:
    jeugdige_id, fase, groep_id = ([*tekst.split(":"), "", ""])[:3]
    if tekst.count(":") != 2 or not fase.isdecimal():
        raise InvoerFout(f"{optie}: schrijf {tekst} als JEUGDIGE:FASE:GROEP, bijvoorbeeld J012:1:G03.")
    return Vastlegging(jeugdige_id, int(fase), groep_id, vast)


def _paar(optie: str, tekst: str) -> tuple[str, int]:
    naam, _, getal = tekst.rpartition(":")
    try:
        return naam, int(getal)
    except ValueError:
        raise InvoerFout(f"{optie}: schrijf {tekst} als NAAM:GETAL, bijvoorbeeld G03:2.") from None


def _print_json(waarde: Any) -> None:
    print(json.dumps(waarde, ensure_ascii=False, indent=1))
