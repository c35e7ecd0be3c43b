"""The matcher beside other ways to plan, on the same instances, within the same time.

    scripts/bench matcher [MAP...] [--tijd SEC] [--kernen N] [--zonder METHODE...]

Without MAP: klein and regio from ../shared, and, made by the generator there, 250 groepen over 104 weeks and
a country (4000 groepen, 22000 residents, 5000 who wait). Methods: `thuisplek` (ours), `gulzig` (the greedy
practice), `vlak` (a plain CP-SAT model) and `highs` (HiGHS on one column per choice), each in a process of
its own. Every plan is held against the rules by the project's check; costs are those of the check.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HIER = Path(__file__).resolve().parent
SHARED = HIER.parent.parent / "shared"
sys.path.insert(0, str(HIER.parent))

from matcher import Plan, Probleem, check, read_folder, solve  # noqa: E402 - needs the path above

METHODEN = ("thuisplek", "gulzig", "vlak", "highs")
MAKEN = {
    "104 weken": "--seed 104 --groepen 250 --bedden 1500 --bewoners 1380 --wachtenden 350 --horizon 104",
    "land": "--seed 1 --groepen 4000 --bedden 24000 --bewoners 22000 --wachtenden 5000 --landelijk",
}
MEESTE_VOOR_VLAK = 2000
"""With more children than this the plain model does not fit."""
MEESTE_VOOR_HIGHS = 30_000
"""With more choices than this one column per choice does not fit."""
KOP = ("instantie", "methode", "status", "kosten", "ondergrens", "kloof", "seconden", "MiB")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("mappen", metavar="MAP", type=Path, nargs="*")
    parser.add_argument("--tijd", type=float, default=60.0, help="seconden per methode (standaard 60)")
    parser.add_argument("--kernen", type=int, default=2)
    parser.add_argument("--zonder", choices=METHODEN, nargs="*", default=[])
    parser.add_argument("--methode", choices=METHODEN, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.methode:
        print(json.dumps(_meet(args.mappen[0], args.methode, args.tijd, args.kernen)))
        return 0
    with tempfile.TemporaryDirectory() as tijdelijk:
        mappen = args.mappen or _instanties(Path(tijdelijk))
        if not mappen:
            print("Geef een MAP: de map ../shared met voorbeelden is er niet.", file=sys.stderr)
            return 2
        return _tabel(mappen, [m for m in METHODEN if m not in args.zonder], args.tijd, args.kernen)


def _instanties(tijdelijk: Path) -> list[Path]:
    if not SHARED.exists():
        return []
    mappen = [SHARED / "plaatsing" / naam for naam in ("klein", "regio")]
    for naam, opties in MAKEN.items():
        generator = str(SHARED / "tools" / "generate_region.py")
        subprocess.run([sys.executable, generator, str(tijdelijk / naam), *opties.split()], check=True)
        mappen.append(tijdelijk / naam)
    return mappen


def _tabel(mappen: list[Path], methoden: list[str], tijd: float, kernen: int) -> int:
    print("\t".join(KOP), flush=True)
    slecht = 0
    for map_ in mappen:
        kosten: dict[str, int] = {}
        for methode in methoden:
            opdracht = [sys.executable, __file__, str(map_), "--methode", methode]
            opdracht += ["--tijd", str(tijd), "--kernen", str(kernen)]
            try:
                uit = subprocess.run(opdracht, capture_output=True, text=True, timeout=3 * tijd + 300)
                rij = json.loads(uit.stdout) if uit.returncode == 0 else {"status": "mislukt"}
            except subprocess.TimeoutExpired:
                rij = {"status": "te laat"}
            if "kosten" in rij:
                kosten[methode] = int(rij["kosten"])
            slecht += rij["status"] == "ONGELDIG"
            print("\t".join([map_.name, methode, *(str(rij.get(k, "")) for k in KOP[2:])]), flush=True)
        slecht += (
            any(kosten["thuisplek"] > ander for ander in kosten.values()) if "thuisplek" in kosten else 0
        )
    return 1 if slecht else 0


def _meet(map_: Path, methode: str, tijd: float, kernen: int) -> dict[str, object]:
    # loading the solver's libraries is no part of the time
    import matcher.solver.oplossen  # noqa: F401

    probleem = read_folder(map_)
    begin = time.monotonic()
    plan: Plan | None
    if methode == "thuisplek":
        plan = solve(probleem, tijd, kernen)
    elif methode == "gulzig":
        from matcher.gulzig import gulzig

        plan = gulzig(probleem)
    elif methode == "vlak":
        from vlakmodel import Vlakmodel

        if len(probleem.jeugdigen) > MEESTE_VOOR_VLAK:
            return {"status": "past niet"}
        plan = Vlakmodel(probleem).los_op(tijd, kernen)
    else:
        plan = _highs(probleem, tijd)
        if plan is None:
            return {"status": "past niet"}
    seconden = time.monotonic() - begin
    meting: dict[str, object] = {"seconden": f"{seconden:.1f}"}
    meting["MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if plan is None:
        return {"status": "geen plan", **meting}
    controle = check(probleem, plan)
    kloof = "" if plan.kloof is None else f"{100 * plan.kloof:.3f}%"
    status = plan.status if controle.geldig else "ONGELDIG"
    grens = "" if plan.ondergrens is None else plan.ondergrens
    return {"status": status, "kosten": controle.kosten, "ondergrens": grens, "kloof": kloof, **meting}


def _highs(probleem: Probleem, tijd: float) -> Plan | None:
    """HiGHS over every whole path, without prices, fixing or neighbourhoods; None where that is too much."""
    from matcher.kosten import kosten_per_criterium
    from matcher.plan import NietGeplaatst
    from matcher.solver.model import Padmodel
    from matcher.solver.opties import bouw_opties
    from matcher.solver.prijzen import Relaxatie
    from matcher.solver.programma import uitkomst_van
    from matcher.solver.stand import rijen

    opties = bouw_opties(probleem)
    meer = Relaxatie(opties).meerkosten(Relaxatie(opties).leeg())
    paden = {}
    over = MEESTE_VOOR_HIGHS
    for kind in range(len(opties.kinderen)):
        gevonden = meer.paden(opties, kind, 1e9, over)
        if gevonden is None:
            return None
        paden[kind], over = gevonden, over - len(gevonden)
    model = Padmodel(opties, paden, {})
    uitkomst = uitkomst_van(model.programma.los_op_highs(tijd).wacht())
    if uitkomst.gekozen is None:
        return None
    gekozen = model.paden_uit(uitkomst.gekozen)
    per_kind = rijen(opties, [gekozen[kind] for kind in range(len(opties.kinderen))])
    per_criterium = kosten_per_criterium(probleem, per_kind)
    kosten = sum(per_criterium.values())
    zonder = tuple(NietGeplaatst(j) for j in probleem.jeugdigen if j not in per_kind)
    plaatsingen = tuple(p for rij in per_kind.values() for p in rij)
    grens = kosten if uitkomst.klaar else max(0, int(uitkomst.ondergrens))
    status = "OPTIMAL" if uitkomst.klaar else "FEASIBLE"
    return Plan(status, kosten, grens, 0.0, plaatsingen, zonder, per_criterium)


if __name__ == "__main__":
    sys.exit(main())
