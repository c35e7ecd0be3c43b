"""Speed and memory of the assistant, with and without search by meaning, in one run.

    scripts/bench knowledge [--herhaal N] [--hoogstens N] [--map MAP]

Imports the five shared sources, makes the index, and asks all questions that are here one by one in one
process. Each way is measured in a process of its own, so that memory tells them apart. Without ../shared only
the catalogue is asked, with questions made from it. "rekentijd" is the processor time of an answer, which a
busy machine does not stretch as it does the time on the clock. `--map` keeps the vectors for a next run.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from vragensets import SETS, SHARED, read

WAYS = {"op woorden": "uit", "op woorden en betekenis": "aan"}


def questions(most: int | None) -> list[str]:
    """All questions that are here, else one for every eis and term of the catalogue; at most so many of them,
    spread over the sets."""
    found = [row["vraag"] for name in SETS for row in read(name)]
    if not SHARED.is_dir():
        from knowledge.catalogue import load_tender

        tender = load_tender()
        found = [f"Wat geldt er voor {e.onderwerp}?" for e in tender.eisen]
        found += [f"Wat is {d.term}?" for d in tender.definities]
    return found[:: max(1, -(-len(found) // most))] if most else found


def measure(folder: Path, repeat: int, most: int | None) -> dict[str, float]:
    """One way, in this process. Times in seconds, memory in MiB."""
    from knowledge.answers import Assistant
    from knowledge.catalogue import load_tender
    from knowledge.sources import Bronnen, import_file

    result: dict[str, float] = {}
    sources = Bronnen(folder)
    files = sorted((SHARED / "bronnen").glob("*.txt")) if SHARED.is_dir() else []
    begin = time.perf_counter()
    for file in files:
        import_file(file, None, sources)
    result["importeren"] = time.perf_counter() - begin
    begin = time.perf_counter()
    assistant = Assistant(load_tender(), sources)
    result["index maken"] = time.perf_counter() - begin
    asked = questions(most)
    begin = time.perf_counter()
    assistant.ask(asked[0])
    result["eerste antwoord"] = time.perf_counter() - begin
    dense = assistant._kennis.index.dense
    if dense:
        begin = time.perf_counter()
        if not dense.wait(3600):
            raise SystemExit("De vectoren zijn niet gemaakt.")
        result["vectoren maken"] = time.perf_counter() - begin
        assistant.ask(asked[0])  # the model is loaded at its first question
    times: list[float] = []
    work: list[float] = []
    for _ in range(repeat):
        for question in asked:
            begin, busy = time.perf_counter(), time.process_time()
            assistant.ask(question)
            times.append(time.perf_counter() - begin)
            work.append(time.process_time() - busy)
    result["vragen"] = len(asked)
    for name, values in (("", times), (" rekentijd", work)):
        cuts = statistics.quantiles(values, n=100)
        result |= {f"p50{name}": cuts[49], f"p95{name}": cuts[94], f"langste{name}": max(values)}
    result["geheugen"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return result


def in_child(folder: Path, switch: str, options: argparse.Namespace) -> dict[str, float]:
    command = [sys.executable, __file__, "--meet", str(folder), "--herhaal", str(options.herhaal)]
    if options.hoogstens:
        command += ["--hoogstens", str(options.hoogstens)]
    done = subprocess.run(
        command, env={**os.environ, "THUISPLEK_VECTOREN": switch}, stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        raise SystemExit(done.returncode)
    return dict(json.loads(done.stdout))


def shown(name: str, value: float | None) -> str:
    if value is None:
        return "-"
    if name == "vragen":
        return str(int(value))
    if name == "geheugen":
        return f"{value:.0f} MiB"
    text = f"{1000 * value:.0f} ms" if value < 10 else f"{value:.0f} s"
    return text.replace(".", ",")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--herhaal", type=int, default=1, metavar="N", help="stel alle vragen N keer")
    parser.add_argument("--hoogstens", type=int, metavar="N", help="stel niet meer dan N vragen")
    parser.add_argument("--map", type=Path, help="bewaar bronnen en vectoren hier, voor een volgende keer")
    parser.add_argument("--meet", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.meet:
        print(json.dumps(measure(options.meet, options.herhaal, options.hoogstens)))
        return 0
    from knowledge.retrieval.meaning import SWITCH, available

    os.environ[SWITCH] = "aan"

    if not SHARED.is_dir():
        print("De bronnen en vragen (../shared) zijn niet op deze machine: alleen de catalogus is gevraagd.")
    ways = dict(WAYS)
    if not available():
        print("Overgeslagen: zoeken op betekenis; de uitbreiding 'vectoren' staat hier niet.")
        del ways["op woorden en betekenis"]
    with tempfile.TemporaryDirectory() as folder:
        results = {
            way: in_child(options.map or Path(folder), switch, options) for way, switch in ways.items()
        }
    print(f"\n| meting | {' | '.join(results)} |")
    print("|" + " --- |" * (len(results) + 1))
    names = dict.fromkeys(name for result in results.values() for name in result)
    for name in names:
        print(f"| {name} | {' | '.join(shown(name, r.get(name)) for r in results.values())} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
