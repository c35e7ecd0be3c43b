"""A process of its own for one large 0/1 program: it can be ended at any moment, and its memory goes with it.

`los_op` starts it and waits; `main` is what runs inside: it reads a pickled program from standard input,
solves it with HiGHS, and writes a pickled outcome. Both ends are this file; nothing else is ever read.
"""

import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

Rij = tuple[list[int], list[int], int | None, int | None]

HARTSLAG = 0.1
"""Seconds between two looks at whether to stop."""
NALEVEN = 5.0
"""Seconds after its time limit in which the process may still answer."""


@dataclass(frozen=True)
class Opdracht:
    """A program (see `Programma`), the columns of a known solution, and limits."""

    kosten: list[int]
    rijen: list[Rij]
    hint: list[int] | None
    seconden: float
    seed: int
    knopen: int | None
    """Most nodes of the search tree; None for no limit."""


@dataclass(frozen=True)
class Antwoord:
    """The chosen columns (None: no solution), whether that settles the program, and the bound."""

    gekozen: list[int] | None
    klaar: bool
    ondergrens: float


class Rekenproces:
    """One program being solved elsewhere."""

    def __init__(self, opdracht: Opdracht) -> None:
        self._einde = time.monotonic() + opdracht.seconden + NALEVEN
        wortel = str(Path(__file__).resolve().parents[2])
        pad = os.pathsep.join(filter(None, [wortel, os.environ.get("PYTHONPATH", "")]))
        self._proces = subprocess.Popen(
            [sys.executable, "-m", "matcher.solver.rekenproces"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": pad},
        )
        self._antwoord: Antwoord | None = None
        self._draad = threading.Thread(target=self._wissel, args=(opdracht,), daemon=True)
        self._draad.start()

    def _wissel(self, opdracht: Opdracht) -> None:
        try:
            uit, _ = self._proces.communicate(pickle.dumps(opdracht, protocol=5))
            if self._proces.returncode == 0 and uit:
                antwoord = pickle.loads(uit)  # noqa: S301 - written by our own process
                self._antwoord = antwoord if isinstance(antwoord, Antwoord) else None
        except (OSError, ValueError, EOFError, pickle.UnpicklingError):
            self._antwoord = None

    @property
    def bezig(self) -> bool:
        return self._draad.is_alive() and time.monotonic() < self._einde

    def wacht(self, stop: Callable[[], bool] | None = None) -> Antwoord | None:
        """The answer, or None when it was stopped, failed, or stayed out too long."""
        while self.bezig and not (stop is not None and stop()):
            self._draad.join(HARTSLAG)
        self.eindig()
        return self._antwoord

    def eindig(self) -> None:
        """End the process if it still runs."""
        if self._draad.is_alive():
            self._proces.kill()
            self._draad.join()


def main() -> int:
    opdracht = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own process
    # what the solver's libraries print must not end up in the answer
    kanaal = os.dup(sys.stdout.fileno())
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    antwoord = _reken(opdracht)
    with os.fdopen(kanaal, "wb") as uit:
        pickle.dump(antwoord, uit, protocol=5)
    return 0


def _reken(opdracht: Opdracht) -> Antwoord:
    from ortools.math_opt.python import mathopt

    model = mathopt.Model()
    kolommen = [model.add_binary_variable() for _ in opdracht.kosten]
    model.minimize(mathopt.LinearSum([k * x for k, x in zip(opdracht.kosten, kolommen, strict=True)]))
    for welke, keer, laag, hoog in opdracht.rijen:
        rij = model.add_linear_constraint(
            lb=-float("inf") if laag is None else laag, ub=float("inf") if hoog is None else hoog
        )
        for kolom, getal in zip(welke, keer, strict=True):
            rij.set_coefficient(kolommen[kolom], getal)
    hints: list[mathopt.SolutionHint] = []
    if opdracht.hint is not None:
        aan = set(opdracht.hint)
        hints = [mathopt.SolutionHint(variable_values={x: float(i in aan) for i, x in enumerate(kolommen)})]
    parameters = mathopt.SolveParameters(
        time_limit=timedelta(seconds=opdracht.seconden),
        random_seed=opdracht.seed,
        relative_gap_tolerance=0.0,
        absolute_gap_tolerance=0.5,
        node_limit=opdracht.knopen,
    )
    uitkomst = mathopt.solve(
        model,
        mathopt.SolverType.HIGHS,
        params=parameters,
        model_params=mathopt.ModelSolveParameters(solution_hints=hints),
    )
    reden = uitkomst.termination.reason
    if not uitkomst.has_primal_feasible_solution():
        return Antwoord(None, reden == mathopt.TerminationReason.INFEASIBLE, -float("inf"))
    waarden = uitkomst.variable_values(kolommen)
    gekozen = [i for i, waarde in enumerate(waarden) if waarde > 0.5]
    grens = float(uitkomst.termination.objective_bounds.dual_bound)
    return Antwoord(gekozen, _bewezen(opdracht.kosten, gekozen, grens), grens)


def _bewezen(kosten: Sequence[int], gekozen: Sequence[int], grens: float) -> bool:
    """Costs are whole: a bound less than one below the cost proves it, and no solver status alone does."""
    return grens > sum(kosten[kolom] for kolom in gekozen) - 1 + 1e-3


if __name__ == "__main__":
    sys.exit(main())
