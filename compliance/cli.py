"""The command `compliance`: pre-screening of bids."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from compliance import besluiten
from compliance.controle import check_bid
from compliance.demo import write_demo
from compliance.rapport import Rapport, lees_rapport
from compliance.reeks import Uitslag, check_all
from compliance.vergelijk import verschil
from compliance.verslag import to_html
from compliance.verslag.excel import matrix_xlsx, to_xlsx
from compliance.verslag.word import to_docx
from knowledge.catalogue.load import load_tender
from knowledge.command import Parser, run, write_json, write_whole
from knowledge.errors import InvoerFout


def main(argv: Sequence[str] | None = None) -> int:
    """Entry of the command; returns the exit code."""
    parser = Parser(
        prog="compliance", description="Voorcontrole van inschrijvingen op een aanbesteding jeugdhulp."
    )
    opdrachten = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT")

    check = opdrachten.add_parser("check", help="controleer één inschrijving (map, zip of losse bestanden)")
    check.add_argument("paden", nargs="+", metavar="MAP", help="map, zip of bestanden van de inschrijving")
    check.add_argument("--out", metavar="RAPPORT", help="schrijf het rapport als JSON in dit bestand")
    check.add_argument("--html", metavar="F", help="schrijf het rapport als webpagina in dit bestand")
    check.add_argument("--docx", metavar="F", help="schrijf het rapport als Word-document in dit bestand")
    check.add_argument("--xlsx", metavar="F", help="schrijf het rapport als Excel-bestand in dit bestand")
    check.add_argument("--peildatum", metavar="D", help="dag waarop stukken geldig zijn, als jjjj-mm-dd")
    check.set_defaults(handler=_check)

    batch = opdrachten.add_parser("batch", help="controleer alle inschrijvingen in een map, naast elkaar")
    batch.add_argument("map", metavar="MAP", help="map met per inschrijving een map of zip")
    batch.add_argument("--out", metavar="MAP2", required=True, help="map voor de rapporten en de tabel")
    batch.add_argument("--peildatum", metavar="D", help="dag waarop stukken geldig zijn, als jjjj-mm-dd")
    batch.add_argument("--kernen", metavar="N", type=int, default=2, help="hoeveel tegelijk (standaard 2)")
    batch.set_defaults(handler=_batch)

    naast = opdrachten.add_parser(
        "compare", help="wat veranderde er tussen twee rapporten over één inschrijving"
    )
    naast.add_argument("eerst", metavar="RAPPORT1", help="rapport (JSON) over de eerste inschrijving")
    naast.add_argument("nu", metavar="RAPPORT2", help="rapport (JSON) over de nieuwe inschrijving")
    naast.set_defaults(handler=_compare)
    besluiten.add_parsers(opdrachten)

    demo = opdrachten.add_parser("demo", help="maak een verzonnen inschrijving om mee te oefenen")
    demo.add_argument("map", metavar="MAP", help="map waarin de bestanden komen")
    demo.set_defaults(handler=_demo)
    return run(parser, argv)


def _check(args: argparse.Namespace) -> int:
    rapport = check_bid(args.paden, _peildatum(args.peildatum))
    bestanden: dict[str, str | bytes] = {}
    if args.html:
        bestanden[args.html] = to_html(rapport)
    if args.docx:
        bestanden[args.docx] = to_docx(rapport, load_tender())
    if args.xlsx:
        bestanden[args.xlsx] = to_xlsx(rapport, load_tender())
    if args.out:
        write_json(Path(args.out), rapport.model_dump(mode="json"))
    for pad, inhoud in bestanden.items():
        write_whole(Path(pad), inhoud)
    print(_samenvatting(rapport))
    return 0


def _batch(args: argparse.Namespace) -> int:
    uitslagen = check_all(Path(args.map), _peildatum(args.peildatum), args.kernen, lambda tekst: print(tekst))
    uit = Path(args.out)
    rapporten = []
    for uitslag in uitslagen:
        if uitslag.rapport is None:
            continue
        rapporten.append(uitslag.rapport)
        write_json(uit / f"{uitslag.naam}.json", uitslag.rapport.model_dump(mode="json"))
        write_whole(uit / f"{uitslag.naam}.html", to_html(uitslag.rapport))
    if rapporten:
        write_whole(uit / "vergelijking.xlsx", matrix_xlsx(rapporten, load_tender()))
        for regel in _tabel(uitslagen):
            print(regel)
    return 0 if all(u.rapport is not None for u in uitslagen) else 1


def _tabel(uitslagen: Sequence[Uitslag]) -> list[str]:
    """The bids below each other with their totals."""
    regels = [
        f"{'inschrijving':30}{'knock-out':>10}{'strijdig':>10}{'ontbreekt':>10}{'deels':>8}{'stukken':>9}"
    ]
    for uitslag in uitslagen:
        if uitslag.rapport is None:
            regels.append(f"{uitslag.naam[:29]:30}{uitslag.fout}")
            continue
        r = uitslag.rapport
        eisen = Counter(o.status for o in r.eisen)
        in_orde = sum(s.status in ("aanwezig", "nvt") for s in r.stukken)
        knockouts = sum(b.ernst == "knock-out" for b in r.bevindingen)
        regels.append(
            f"{uitslag.naam[:29]:30}{knockouts:10}{eisen['strijdig']:10}{eisen['ontbreekt']:10}"
            f"{eisen['deels']:8}{in_orde:5}/{len(r.stukken)}"
        )
    return regels


def _compare(args: argparse.Namespace) -> int:
    gevonden = verschil(lees_rapport(Path(args.eerst)), lees_rapport(Path(args.nu)))
    if gevonden.leeg:
        print("Er is niets veranderd.")
    for titel, rijen in (("Eis", gevonden.eisen), ("Stuk", gevonden.stukken)):
        for v in rijen:
            pijl = "beter" if v.beter else "minder"
            print(f"{titel} {v.sleutel}: {v.eerst} werd {v.nu} ({pijl}). {v.toelichting}")
    for b in gevonden.opgelost:
        print(f"Opgelost: {b.toelichting}")
    for b in gevonden.nieuw:
        print(f"Nieuw: {b.toelichting}")
    for wat, percelen in (("erbij", gevonden.percelen_erbij), ("weg", gevonden.percelen_weg)):
        if percelen:
            print(f"Percelen {wat}: {', '.join(map(str, percelen))}")
    return 0


def _demo(args: argparse.Namespace) -> int:
    bestanden = write_demo(Path(args.map))
    print(f"{len(bestanden)} bestanden geschreven in {args.map}.")
    return 0


def _peildatum(tekst: str | None) -> date | None:
    if tekst is None:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise InvoerFout(f"--peildatum: {tekst} is geen datum. Schrijf hem als jjjj-mm-dd.") from fout


def _samenvatting(rapport: Rapport) -> str:
    ernst = [b.ernst for b in rapport.bevindingen]
    in_orde = sum(s.status in ("aanwezig", "nvt") for s in rapport.stukken)
    return (
        f"{rapport.inschrijver}: {ernst.count('knock-out')} knock-out, "
        f"{ernst.count('herstelbaar')} herstelbaar, {ernst.count('aandacht')} aandachtspunten; "
        f"{in_orde} van {len(rapport.stukken)} stukken in orde."
    )


if __name__ == "__main__":
    sys.exit(main())
