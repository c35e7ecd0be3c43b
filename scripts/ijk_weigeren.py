"""Fits when the assistant declines, and shows how well that works on questions it was not fitted on.

    python scripts/ijk_weigeren.py

Reads the tuning questions (tests/knowledge/vragen_eigen.jsonl, tests/knowledge/vragen/oefen*.jsonl and, where
it is there, ../shared/vragen/dev.jsonl), asks them of a store with the documents of ../shared/bronnen, and
prints the weights for `knowledge/answers/confidence.py` and a table of thresholds, in which each file is
judged by a model of the other files. The test half is never read.
"""

import json
import math
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["THUISPLEK_VECTOREN"] = "uit"  # the signs are those of search by words

from knowledge.answers import Assistant  # noqa: E402
from knowledge.answers.confidence import bestaat_niet  # noqa: E402
from knowledge.answers.evidence import NAMEN, aanwijzingen, waarden  # noqa: E402
from knowledge.answers.ranking import Plaats  # noqa: E402
from knowledge.answers.tables import zoek_feit  # noqa: E402
from knowledge.catalogue import load_tender  # noqa: E402
from knowledge.sources import Bronnen, import_file  # noqa: E402

SHARED = ROOT.parent / "shared"
SETS = (
    SHARED / "vragen" / "dev.jsonl",
    ROOT / "tests" / "knowledge" / "vragen_eigen.jsonl",
    *sorted((ROOT / "tests" / "knowledge" / "vragen").glob("oefen*.jsonl")),
)
AGAINST = frozenset(
    n for n in NAMEN if n.startswith(("onbekend", "ontbrekend", "ander", "zonder", "gebeurd"))
)
"""Signs that speak against an answer; all others speak for it."""

STRENGTH = 40.0
"""How much large weights are held back (ridge): as much as questions of another writer ask for."""
ROUNDS = 1500

Row = tuple[tuple[float, ...], bool, str]
"""Signs, whether there is an answer, and the file of the question."""


def rows(assistant: Assistant) -> list[Row]:
    """The signs of each question that stands by itself, and whether it has an answer. An answer that was
    looked for in the wrong place teaches nothing and is left out."""
    found: list[Row] = []
    for file in SETS:
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        for question in map(json.loads, filter(None, lines)):
            if question.get("gesprek") or question.get("ook"):
                continue
            seen = assistant.zoek(question["vraag"])
            if not seen.plaatsen or seen.plaatsen[0].genoemd or bestaat_niet(seen.vraag, assistant.tender):
                continue
            if zoek_feit(seen.vraag, assistant.tender) and not seen.route.genoemd:
                continue  # tables answer by themselves
            if question["beantwoordbaar"] and not _right(question, seen.plaatsen[:3]):
                continue
            signs = aanwijzingen(seen.vraag, seen.woorden, seen.plaatsen, seen.route.namen)
            found.append((waarden(signs), question["beantwoordbaar"], file.stem))
    return found


def _right(question: dict[str, Any], places: Sequence[Plaats]) -> bool:
    return any(
        place.bron == question["bron"]
        and any(_same(gold, place.vindplaats) for gold in question["vindplaatsen"])
        for place in places
    )


def _same(gold: str, place: str) -> bool:
    if gold.startswith(("§", "hoofdstuk")):
        number = gold.lstrip("§").removeprefix("hoofdstuk ")
        return place in (gold, f"§{number}") or place.startswith((f"§{number}.", f"{gold} "))
    return place == gold or (not gold.startswith(("eis ", "bijlage ")) and gold in place)


def fit(data: Sequence[Row]) -> tuple[float, list[float]]:
    """Base and weights of a logistic model on the raw signs, each with its own sign or zero."""
    size = len(data[0][0])
    mean = [sum(x[i] for x, _, _ in data) / len(data) for i in range(size)]
    spread = [
        math.sqrt(sum((x[i] - mean[i]) ** 2 for x, _, _ in data) / len(data)) or 1.0 for i in range(size)
    ]
    scaled = [([(v - m) / s for v, m, s in zip(x, mean, spread, strict=True)], y) for x, y, _ in data]
    yes = sum(y for _, y, _ in data)
    balance = {True: 1.0, False: 0.7 * yes / max(1, len(data) - yes)}
    step = 16.0 / (len(data) * (size + 1))
    base, weights = 0.0, [0.0] * size
    for _ in range(ROUNDS):
        slope, slopes = 0.0, [STRENGTH * w for w in weights]
        for x, y in scaled:
            chance = 1 / (1 + math.exp(-(base + sum(w * v for w, v in zip(weights, x, strict=True)))))
            error = balance[y] * (chance - y)
            slope += error
            for i, v in enumerate(x):
                slopes[i] += error * v
        base -= step * slope
        for i, name in enumerate(NAMEN):
            moved = weights[i] - step * slopes[i]
            weights[i] = min(0.0, moved) if name in AGAINST else max(0.0, moved)
    raw = [w / s for w, s in zip(weights, spread, strict=True)]
    return base - sum(w * m for w, m in zip(raw, mean, strict=True)), raw


def chance(model: tuple[float, list[float]], signs: Sequence[float]) -> float:
    base, weights = model
    return 1 / (1 + math.exp(-(base + sum(w * s for w, s in zip(weights, signs, strict=True)))))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Bronnen(Path(folder))
        for file in sorted((SHARED / "bronnen").glob("*.txt")):
            import_file(file, None, store)
        data = rows(Assistant(load_tender(), store))
    judged = [
        (chance(model, signs), answerable)
        for writer in sorted({file for _, _, file in data})
        for model in [fit([row for row in data if row[2] != writer])]
        for signs, answerable, file in data
        if file == writer
    ]
    print(
        f"{len(data)} vragen, waarvan {sum(not y for _, y, _ in data)} zonder antwoord; "
        "op de vragen van een andere schrijver:"
    )
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7):
        told = [c > threshold for c, y in judged if y]
        held = [c <= threshold for c, y in judged if not y]
        kept, refused = sum(told) / len(told), sum(held) / len(held)
        print(f"drempel {threshold:.2f}: beantwoord {kept:.3f}, geweigerd {refused:.3f}")
    base, weights = fit(data)
    print(f"BASIS = {base:.2f}")
    for name, weight in zip(NAMEN, weights, strict=True):
        print(f"    {name}={weight:.2f},")


if __name__ == "__main__":
    main()
