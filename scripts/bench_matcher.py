"""Speed, memory and quality of the matcher on folders with input, one after another in one run.

    python scripts/bench_matcher.py MAP... [--tijd SEC] [--kernen N]

For each folder: size, seconds to read, to the first plan and in all, cost, proven bound, gap, and the most
memory the process has used so far. Every plan is held against the project's own check.
"""

import argparse
import resource
import sys
import time
from pathlib import Path

from matcher import check, read_folder, solve
from matcher.solver.oplossen import Voortgang

KOP = (
    "map",
    "groepen",
    "jeugdigen",
    "lezen s",
    "eerste s",
    "totaal s",
    "status",
    "kosten",
    "ondergrens",
    "kloof",
)


def meet(map_: Path, seconden: float, kernen: int) -> list[str]:
    begin = time.monotonic()
    probleem = read_folder(map_)
    gelezen = time.monotonic() - begin
    gemeld: list[Voortgang] = []
    plan = solve(probleem, seconden, kernen, progress=gemeld.append)
    eerste = next((v.seconden for v in gemeld if v.kosten is not None), plan.seconden)
    geldig = plan.status == "INFEASIBLE" or check(probleem, plan).geldig
    kloof = "" if plan.kloof is None else f"{100 * plan.kloof:.2f}%"
    return [
        map_.name,
        str(len(probleem.groepen)),
        str(len(probleem.jeugdigen)),
        f"{gelezen:.2f}",
        f"{eerste:.2f}",
        f"{plan.seconden:.2f}",
        plan.status if geldig else "ONGELDIG",
        str(plan.kosten),
        str(plan.ondergrens),
        kloof,
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}",
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("mappen", metavar="MAP", type=Path, nargs="+")
    parser.add_argument("--tijd", type=float, default=60.0)
    parser.add_argument("--kernen", type=int, default=2)
    args = parser.parse_args()
    print("\t".join((*KOP, "MiB")), flush=True)
    ongeldig = 0
    for map_ in args.mappen:
        rij = meet(map_, args.tijd, args.kernen)
        ongeldig += "ONGELDIG" in rij
        print("\t".join(rij), flush=True)
    return 1 if ongeldig else 0


if __name__ == "__main__":
    sys.exit(main())
