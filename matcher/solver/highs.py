"""HiGHS on one 0/1 program, as a program of its own: see `matcher.solver.rekenproces`."""

import os
import pickle
import sys
import time
from collections.abc import Sequence
from datetime import timedelta

from ortools.math_opt.python import mathopt

from matcher.solver.rekenproces import Antwoord, Opdracht


def main() -> int:
    begin = time.monotonic()
    opdracht = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own process
    # what the solver's libraries print must not end up in the answer
    kanaal = os.dup(sys.stdout.fileno())
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    antwoord = _reken(opdracht, begin)
    with os.fdopen(kanaal, "wb") as uit:
        pickle.dump(antwoord, uit, protocol=5)
    return 0


def _reken(opdracht: Opdracht, begin: float) -> Antwoord:
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
        time_limit=timedelta(seconds=max(0.1, begin + opdracht.seconden - time.monotonic())),
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
