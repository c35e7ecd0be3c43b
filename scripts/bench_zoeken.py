"""What each part of the search adds: every part is left out in turn, and the right place looked for.

    scripts/bench zoeken [--zonder-vectoren]

For each question with an answer, the places are ranked as the assistant does (tables left out). Shown are the
share with the right place first and in the first three, and the mean reciprocal rank; then what is lost
without a part, with a 95% interval over questions drawn again (paired bootstrap). The weight of search by
meaning is also chosen in five folds, each measured with the weight that was best in the other four.
Prints tables in Markdown. Needs the sources and questions in ../shared.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import numpy as np
from vragensets import SETS, SHARED, Row, answerable, read, same_place

from knowledge.answers import Assistant, kennisbank, ranking
from knowledge.catalogue import load_tender
from knowledge.retrieval import Fragment, catalogue, index, lexicon, of_document
from knowledge.retrieval.meaning import SWITCH, available
from knowledge.sources import Bronnen, import_file

Change = tuple[object, str, object]


def _unasked(fragments: Iterable[Fragment]) -> list[Fragment]:
    return [replace(fragment, vragen=()) for fragment in fragments]


PARTS: dict[str, list[Change]] = {
    "stammen van woorden": [(lexicon, "STEM", 0.0)],
    "synoniemen": [(lexicon, "SYNONYM", 0.0), (lexicon, "COMPOUND_OF_SYNONYM", 0.0)],
    "synoniemen van de catalogus": [(kennisbank, "_synonyms", lambda tender: ())],
    "spreektaal": [(lexicon, "SPOKEN", 0.0), (lexicon, "COMPOUND_OF_SPOKEN", 0.0)],
    "vragen zoals mensen ze stellen": [
        (kennisbank, "of_tender", lambda tender: _unasked(catalogue.of_tender(tender))),
        (kennisbank, "of_document", lambda document: _unasked(of_document(document))),
    ],
    "samenstellingen": [(lexicon, name, 0.0) for name in ("COMPOUND", "COMPOUND_PART", "SIBLING")],
    "scheidbare werkwoorden": [(index, "rejoined", lambda text, known: text)],
    "precieze woorden": [(index, "EXACT", 0.0)],
    "codes": [(index, "CODES", 0.0), (ranking, "CODE", 0.0), (ranking, "NAMED_PLACE", 0.0)],
    "fragmenten van de catalogus": [(kennisbank, "of_tender", lambda tender: [])],
    "soort van de vraag": [(ranking, "KIND", 0.0), (ranking, "DEFINITION", 0.0)],
    "treffende kop of zoekterm": [(ranking, "PHRASE", 0.0)],
    "herordening": [
        (ranking, name, 0.0)
        for name in ("COVERAGE", "CLOSENESS", "KIND", "CODE", "SECOND", "CATALOGUE", "DEFINITION", "PHRASE")
    ],
}
NO_MEANING: list[Change] = [(index, "MEANING", 0.0), (ranking, "MEANING", 0.0)]
WEIGHTS = [(0.0, 0.0), (0.5, 0.0), (1.0, 0.0), (0.5, 0.25), (1.0, 0.25), (2.0, 0.25), (1.0, 0.5)]
"""Of the ranking by meaning, and in the reranking."""

RESAMPLES, FOLDS = 2000, 5


class Bench:
    def __init__(self, folder: Path) -> None:
        self.sources = Bronnen(folder)
        for file in sorted((SHARED / "bronnen").glob("*.txt")):
            import_file(file, None, self.sources)
        self.tender = load_tender()
        self.rows = {name: answerable(read(name)) for name in SETS}
        self._same = same_place()
        self._likeness: dict[str, object] = {}

    def ranks(self, changes: list[Change]) -> np.ndarray:
        """For each question of all sets the place of the right answer (1 is first), or 0."""
        with ExitStack() as stack:
            for target, name, value in changes:
                stack.enter_context(patch.object(target, name, value))
            assistant = Assistant(self.tender, self.sources)
            self._with_vectors(assistant)
            return np.array([self._rank(assistant, row) for rows in self.rows.values() for row in rows])

    def _with_vectors(self, assistant: Assistant) -> None:
        """Wait for the vectors; work out each question's once for all measurements."""
        searched = assistant._kennis.index
        if not searched.dense:
            return
        searched.dense.wait(3600)
        real: Callable[[str], object] = searched.dense.likeness
        texts = len(searched.fragments)

        def remembered(question: str) -> object:
            key = f"{texts} {question}"
            if key not in self._likeness:
                self._likeness[key] = real(question)
            return self._likeness[key]

        searched.dense.likeness = remembered  # type: ignore[method-assign,assignment]

    def _rank(self, assistant: Assistant, row: Row) -> int:
        for number, place in enumerate(assistant.zoek(row["vraag"]).plaatsen, 1):
            if place.bron == row["bron"] and any(
                self._same(g, place.vindplaats) for g in row["vindplaatsen"]
            ):
                return number
        return 0


def measures(ranks: np.ndarray) -> np.ndarray:
    """Per question: right place first, in the first three, reciprocal rank."""
    found = ranks > 0
    return np.stack([ranks == 1, found & (ranks <= 3), np.where(found, 1 / np.maximum(ranks, 1), 0.0)])


def per_set(bench: Bench, values: np.ndarray) -> Iterator[np.ndarray]:
    start = 0
    for rows in bench.rows.values():
        yield values[:, start : start + len(rows)]
        start += len(rows)


def fraction(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")


def row(name: str, *cells: str) -> None:
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


def head(*names: str) -> None:
    print()
    row(*names)
    print("|" + " --- |" * len(names), flush=True)


def loss(whole: np.ndarray, without: np.ndarray) -> str:
    """Points lost on one measure without a part, with the 95% interval."""
    difference = 100 * (whole - without)
    draws = np.random.default_rng(0).integers(0, len(difference), (RESAMPLES, len(difference)))
    low, high = np.percentile(difference[draws].mean(axis=1), [2.5, 97.5])
    return f"{difference.mean():+.1f} ({low:+.1f} tot {high:+.1f})".replace(".", ",")


def folds(bench: Bench) -> None:
    """The weight of search by meaning, chosen where it is not measured."""
    results = np.stack(
        [
            measures(bench.ranks([(index, "MEANING", first), (ranking, "MEANING", second)]))
            for first, second in WEIGHTS
        ]
    )
    fold = np.random.default_rng(0).permutation(results.shape[2]) % FOLDS
    chosen = []
    honest = np.zeros(results.shape[1:])
    for number in range(FOLDS):
        out = fold == number
        best = int(np.argmax(results[:, 2, ~out].mean(axis=1)))
        chosen.append(WEIGHTS[best])
        honest[:, out] = results[best][:, out]
    head("gewicht van betekenis", "eerste", "eerste drie", "MRR")
    for weights, result in zip(WEIGHTS, results, strict=True):
        row(spoken(weights), *map(fraction, result.mean(axis=1)))
    row("in vijf vouwen gekozen", *map(fraction, honest.mean(axis=1)))
    print(f"\nGekozen per vouw: {'; '.join(map(spoken, chosen))}.")


def spoken(weights: tuple[float, float]) -> str:
    return f"{weights[0]} en {weights[1]}".replace(".", ",")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--zonder-vectoren", action="store_true", help="meet alleen het zoeken op woorden")
    parser.add_argument("--map", type=Path, help="bewaar bronnen en vectoren hier, voor een volgende keer")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print("Overgeslagen: de bronnen en vragen (../shared) zijn niet op deze machine.")
        return 0
    os.environ[SWITCH] = "uit" if options.zonder_vectoren else "aan"
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options.map or Path(folder))
        names = [f"{name} ({len(rows)})" for name, rows in bench.rows.items()]
        head("eerste / eerste drie / MRR", *names)
        whole = measures(bench.ranks(NO_MEANING))
        shown = {"zoeken op woorden": whole}
        if available():
            shown["met zoeken op betekenis"] = measures(bench.ranks([]))
        for name, values in shown.items():
            cells = (" / ".join(map(fraction, part.mean(axis=1))) for part in per_set(bench, values))
            row(name, *cells)
        head("verlies in punten zonder", "eerste", "eerste drie", "MRR", "eerste, andere schrijvers")
        own = ("gedeeld", "eigen", "oefen")
        others = sum(len(rows) for name, rows in bench.rows.items() if name not in own)
        last = slice(whole.shape[1] - others, None)
        for part, changes in PARTS.items():
            without = measures(bench.ranks([*changes, *NO_MEANING]))
            lost = [loss(a, b) for a, b in zip(whole, without, strict=True)]
            row(part, *lost, loss(whole[0, last], without[0, last]))
        if available():
            dense = shown["met zoeken op betekenis"]
            lost = [loss(a, b) for a, b in zip(dense, whole, strict=True)]
            row("zoeken op betekenis", *lost, loss(dense[0, last], whole[0, last]))
            folds(bench)
    return 0


if __name__ == "__main__":
    sys.exit(main())
