"""`knowledge tarief`: looks up a tariff and explains it."""

import argparse
import json
from decimal import Decimal, InvalidOperation
from typing import Any

from knowledge.calculators.functie import Functiekeuze, zoek_functie
from knowledge.calculators.getal import euro, getal
from knowledge.calculators.tarief import (
    Prijs,
    budgetten,
    etmaaltarief,
    groepstarief,
    minuuttarief,
    prijzen_van_perceel,
    trajectprijzen,
)
from knowledge.catalogue import Tender, load_tender
from knowledge.errors import InvoerFout

_PER = {"minuut": "minuten", "uur": "uren", "etmaal": "etmalen", "stuk": "stuks"}


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    parser = subparsers.add_parser("tarief", help="zoek een tarief op, met uitleg en vindplaats")
    parser.add_argument("--perceel", type=int, metavar="N", help="nummer van het perceel (1 t/m 9)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--tariefgroep", type=int, metavar="N", help="tariefgroep 1 t/m 7")
    what.add_argument("--functie", metavar="NAAM", help="functie van de hulpverlener, zoals GZ-psycholoog")
    what.add_argument("--intensiteit", metavar="E", help="A t/m K, of GGZ-C t/m GGZ-H")
    what.add_argument("--groepsaanbod", metavar="NIVEAU", help="licht, middel, middelzwaar of zwaar")
    what.add_argument("--voorziening", metavar="CODE", help="MST, ZIT, ED-diagnostiek of ED-behandeling")
    aantal = parser.add_mutually_exclusive_group()
    aantal.add_argument("--dagen", metavar="N", help="aantal etmalen, bij --intensiteit")
    aantal.add_argument("--uren", metavar="N", help="aantal uren, bij --groepsaanbod")
    aantal.add_argument("--minuten", metavar="N", help="aantal minuten, bij --tariefgroep of --functie")
    parser.add_argument("--json", action="store_true", help="uitvoer als JSON")
    parser.set_defaults(handler=_tarief)


def _tarief(args: argparse.Namespace) -> int:
    tender = load_tender()
    _check_together(args)
    keuze: Functiekeuze | None = None
    if args.functie is not None:
        keuze = zoek_functie(tender, args.functie, args.perceel)
        prijzen = _minuutprijzen(tender, args, keuze.functie.tariefgroep)
    elif args.tariefgroep is not None:
        prijzen = _minuutprijzen(tender, args, args.tariefgroep)
    elif args.intensiteit is not None:
        prijzen = [etmaaltarief(tender, args.intensiteit, _aantal(args.dagen, "dagen"), args.perceel)]
    elif args.groepsaanbod is not None:
        prijzen = [groepstarief(tender, args.groepsaanbod, _aantal(args.uren, "uren"), args.perceel)]
    elif args.voorziening is not None:
        prijzen = trajectprijzen(tender, args.voorziening, args.perceel)
    elif args.perceel is not None:
        prijzen = prijzen_van_perceel(tender, args.perceel)
    else:
        prijzen = [p for perceel in tender.percelen for p in prijzen_van_perceel(tender, perceel.nummer)]
    if args.json:
        print(json.dumps(_als_json(tender, keuze, prijzen), ensure_ascii=False, indent=1))
    else:
        _print(tender, keuze, prijzen)
    return 0


def _check_together(args: argparse.Namespace) -> None:
    """A quantity only says something beside what it counts."""
    fits = {
        "dagen": args.intensiteit,
        "uren": args.groepsaanbod,
        "minuten": args.functie if args.functie is not None else args.tariefgroep,
    }
    beside = {"dagen": "--intensiteit", "uren": "--groepsaanbod", "minuten": "--tariefgroep of --functie"}
    for name, subject in fits.items():
        if getattr(args, name) is not None and subject is None:
            raise InvoerFout(f"--{name} hoort bij {beside[name]}.")


def _minuutprijzen(tender: Tender, args: argparse.Namespace, tariefgroep: int) -> list[Prijs]:
    """For the perceel that was asked, or for all percelen that have this tariefgroep."""
    percelen = (
        [args.perceel]
        if args.perceel is not None
        else [p.nummer for p in tender.percelen if f"TG{tariefgroep}" in p.voorzieningen]
        or [tender.percelen[0].nummer]
    )
    return [minuuttarief(tender, p, tariefgroep, _aantal(args.minuten, "minuten")) for p in percelen]


def _aantal(text: str | None, name: str) -> Decimal | None:
    if text is None:
        return None
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise InvoerFout(f"--{name}: {text} is geen getal.")
    return value


def _als_json(tender: Tender, keuze: Functiekeuze | None, prijzen: list[Prijs]) -> dict[str, Any]:
    result: dict[str, Any] = {"tarieven": [p.als_json() for p in prijzen]}
    if keuze:
        groep = next(g for g in tender.tariefgroepen if g.nummer == keuze.functie.tariefgroep)
        result["functie"] = {
            "gevraagd": keuze.gevraagd,
            "gevonden": keuze.functie.naam,
            "gelijkenis": round(keuze.gelijkenis),
            "zeker": keuze.zeker,
            "tariefgroep": keuze.functie.tariefgroep,
            "herstel": groep.herstel,
            "duurzaam": groep.duurzaam,
            "opmerking": keuze.functie.opmerking,
            "ook_in_tariefgroep": sorted({f.tariefgroep for f in keuze.anderen}),
            "vindplaats": keuze.functie.vindplaats,
        }
    return result


def _print(tender: Tender, keuze: Functiekeuze | None, prijzen: list[Prijs]) -> None:
    if keuze:
        for line in _functieregels(tender, keuze):
            print(line)
        print()
    for prijs in prijzen:
        print(prijs.regel())
        if prijs.aantal is not None and prijs.totaal is not None:
            print(f"  {getal(prijs.aantal)} {_PER[prijs.eenheid]} kosten samen {euro(prijs.totaal)}.")
    if len(prijzen) == 1:
        told = _functieregels(tender, keuze) if keuze else []
        for regel in prijzen[0].uitleg:
            if regel not in told:
                print(f"  {regel}")


def _functieregels(tender: Tender, keuze: Functiekeuze) -> list[str]:
    functie = keuze.functie
    groep = next(g for g in tender.tariefgroepen if g.nummer == functie.tariefgroep)
    if keuze.zeker:
        lines = [f"{functie.naam}: tariefgroep {functie.tariefgroep} ({functie.vindplaats})."]
    else:
        lines = [
            f"{keuze.gevraagd} staat niet in bijlage XII. De functie die er het meest op lijkt is "
            f"{functie.naam}: tariefgroep {functie.tariefgroep} (gelijkenis {keuze.gelijkenis:.0f} van 100).",
            "Twijfelt u, overleg dan met de opdrachtgever (§8.5.1).",
        ]
    lines.append(budgetten(groep))
    if keuze.anderen:
        also = " en ".join(str(n) for n in sorted({f.tariefgroep for f in keuze.anderen}))
        lines.append(
            f"Deze functie staat ook in tariefgroep {also}; is de lagere genoeg, dan geldt die (§8.5.1)."
        )
    if functie.opmerking:
        lines.append(functie.opmerking)
    return lines
