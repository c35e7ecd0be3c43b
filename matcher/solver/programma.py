"""A 0/1 program (columns with a cost, linear rows) and the two solvers of OR-Tools that can solve it.

CP-SAT is quick at finding any solution and at proving that there is none; SCIP, which leans on the linear
relaxation, is far better at these assignment problems once a good bound matters.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from ortools.linear_solver.python import model_builder_helper as mbh
from ortools.sat.python import cp_model

from matcher.solver.rekenproces import Antwoord, Opdracht, Rekenproces


@dataclass(frozen=True)
class Uitkomst:
    """What a solver found: `gekozen` is None without a solution; `klaar` says that no better one exists.

    Without a solution `klaar` means that there is none.
    """

    gekozen: list[int] | None
    klaar: bool
    ondergrens: float


KLEIN = 2000
"""Up to this many columns starting a process takes longer than it saves."""


def uitkomst_van(antwoord: Antwoord | None) -> Uitkomst:
    """What a process of its own answered; no answer is no outcome."""
    if antwoord is None:
        return Uitkomst(None, False, -np.inf)
    return Uitkomst(antwoord.gekozen, antwoord.klaar, antwoord.ondergrens)


@dataclass(frozen=True)
class Lineair:
    """A solution of the linear program: its value, how much of each column, and the price of each row."""

    waarde: float
    deel: NDArray[np.float64]
    rijprijs: NDArray[np.float64]


@dataclass
class Programma:
    """Minimise the sum of `kosten` of the chosen columns, with `laag` <= sum of coefficients <= `hoog`."""

    kosten: list[int] = field(default_factory=list)
    rijen: list[tuple[list[int], list[int], int | None, int | None]] = field(default_factory=list)
    hulp: list[tuple[int, Callable[[set[int]], bool]]] = field(default_factory=list)

    def kolom(self, kosten: int = 0) -> int:
        self.kosten.append(kosten)
        return len(self.kosten) - 1

    def rij(
        self,
        kolommen: Iterable[int],
        getallen: Iterable[int] | None = None,
        laag: int | None = None,
        hoog: int | None = None,
    ) -> None:
        """Add a row; without `getallen` every coefficient is 1."""
        welke = [int(kolom) for kolom in kolommen]
        keer = [1] * len(welke) if getallen is None else [int(getal) for getal in getallen]
        self.rijen.append((welke, keer, laag, hoog))

    def hulpkolom(self, nodig: Callable[[set[int]], bool], kosten: int = 0) -> int:
        """A column that follows from the others: `nodig` says from the chosen columns whether it is on."""
        kolom = self.kolom(kosten)
        self.hulp.append((kolom, nodig))
        return kolom

    def met_hulp(self, gekozen: Iterable[int]) -> list[int]:
        """A chosen set completed with the helper columns that follow from it."""
        aan = set(gekozen)
        for kolom, nodig in self.hulp:
            if nodig(aan):
                aan.add(kolom)
        return sorted(aan)

    def los_op_cpsat(
        self,
        seconden: float,
        *,
        workers: int = 1,
        seed: int = 0,
        hint: Sequence[int] | None = None,
        eerste: bool = False,
        maat: float | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> Uitkomst:
        """Solve with CP-SAT; with `eerste` the first solution will do; `maat` limits deterministic time."""
        model = cp_model.CpModel()
        x = [model.new_bool_var("") for _ in self.kosten]
        for welke, keer, laag, hoog in self.rijen:
            literals = [x[kolom] for kolom in welke]
            if laag == hoog == 1 and set(keer) == {1}:
                model.add_exactly_one(literals)
                continue
            som = cp_model.LinearExpr.weighted_sum(literals, keer)
            model.add_linear_constraint(
                som,
                cp_model.INT_MIN if laag is None else laag,
                cp_model.INT_MAX if hoog is None else hoog,
            )
        if not eerste:
            model.minimize(cp_model.LinearExpr.weighted_sum(x, self.kosten))
        if hint is not None:
            aan = set(hint)
            for kolom, literal in enumerate(x):
                model.add_hint(literal, kolom in aan)
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = max(0.01, seconden)
        solver.parameters.num_workers = workers
        solver.parameters.random_seed = seed
        solver.parameters.linearization_level = 2
        if maat is not None:
            solver.parameters.max_deterministic_time = maat
        with bewaakt(stop, solver.stop_search):
            status = solver.solve(model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Uitkomst(None, status == cp_model.INFEASIBLE, -np.inf)
        gekozen = [kolom for kolom, literal in enumerate(x) if solver.boolean_value(literal)]
        return Uitkomst(gekozen, status == cp_model.OPTIMAL, solver.best_objective_bound)

    def los_op_lp(self, seconden: float) -> "Lineair | None":
        """The best solution when columns may be taken in part; None when not found in time."""
        model = self._als_model(geheel=False)
        solver = mbh.ModelSolverHelper("glop")
        solver.set_time_limit_in_seconds(max(0.01, seconden))
        solver.solve(model)
        if solver.status() != mbh.SolveStatus.OPTIMAL:
            return None
        return Lineair(
            solver.objective_value(), np.array(solver.variable_values()), np.array(solver.dual_values())
        )

    def _als_model(self, geheel: bool) -> mbh.ModelBuilderHelper:
        model = mbh.ModelBuilderHelper()
        for kosten in self.kosten:
            kolom = model.add_var()
            model.set_var_lower_bound(kolom, 0.0)
            model.set_var_upper_bound(kolom, 1.0)
            model.set_var_integrality(kolom, geheel)
            model.set_var_objective_coefficient(kolom, float(kosten))
        for welke, keer, laag, hoog in self.rijen:
            rij = model.add_linear_constraint()
            model.set_constraint_lower_bound(rij, -np.inf if laag is None else float(laag))
            model.set_constraint_upper_bound(rij, np.inf if hoog is None else float(hoog))
            for kolom, getal in zip(welke, keer, strict=True):
                model.add_term_to_constraint(rij, kolom, getal)
        return model

    def los_op_highs(
        self,
        seconden: float,
        *,
        seed: int = 0,
        hint: Sequence[int] | None = None,
        knopen: int | None = None,
    ) -> Rekenproces:
        """Begin to solve with HiGHS in a process of its own; `uitkomst_van` reads what it answers.

        `knopen` bounds the search tree, so that the outcome does not hang on the clock.
        """
        hints = None if hint is None else list(hint)
        return Rekenproces(Opdracht(self.kosten, self.rijen, hints, max(0.01, seconden), seed, knopen))

    def los_goed_op(
        self,
        seconden: float,
        *,
        seed: int = 0,
        hint: Sequence[int] | None = None,
        knopen: int | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> Uitkomst:
        """Solve where it goes fastest: a small program here with SCIP, a larger one elsewhere with HiGHS."""
        if len(self.kosten) <= KLEIN:
            return self.los_op_scip(seconden, hint=hint, stop=stop)
        return uitkomst_van(self.los_op_highs(seconden, seed=seed, hint=hint, knopen=knopen).wacht(stop))

    def los_op_scip(
        self,
        seconden: float,
        *,
        hint: Sequence[int] | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> Uitkomst:
        """Solve with SCIP, on one thread; after a stop there is no outcome."""
        model = self._als_model(geheel=True)
        if hint is not None:
            aan = set(hint)
            for kolom in range(len(self.kosten)):
                model.add_hint(kolom, float(kolom in aan))
        solver = mbh.ModelSolverHelper("scip")
        solver.set_time_limit_in_seconds(max(0.01, seconden))
        solver.set_solver_specific_parameters("limits/gap = 0.0\nlimits/absgap = 0.0\n")
        if not _af_of_gestopt(lambda: solver.solve(model), stop):
            return Uitkomst(None, False, -np.inf)
        status = solver.status()
        if status not in (mbh.SolveStatus.OPTIMAL, mbh.SolveStatus.FEASIBLE):
            return Uitkomst(None, status == mbh.SolveStatus.INFEASIBLE, -np.inf)
        gekozen = [kolom for kolom in range(len(self.kosten)) if solver.variable_value(kolom) > 0.5]
        # costs are whole: a bound less than one below the cost proves it, and no solver status alone does
        waarde = sum(self.kosten[kolom] for kolom in gekozen)
        grens = solver.best_objective_bound()
        return Uitkomst(gekozen, status == mbh.SolveStatus.OPTIMAL and grens > waarde - 1 + 1e-3, grens)


@contextmanager
def bewaakt(stop: Callable[[], bool] | None, onderbreek: Callable[[], object]) -> Iterator[None]:
    """While the block runs, ask `stop` a few times a second and interrupt as soon as it says so."""
    if stop is None:
        yield
        return
    klaar = threading.Event()

    def kijk() -> None:
        while not klaar.wait(0.2):
            if stop():
                onderbreek()

    wacht = threading.Thread(target=kijk, daemon=True)
    wacht.start()
    try:
        yield
    finally:
        klaar.set()
        wacht.join()


def _af_of_gestopt(werk: Callable[[], object], stop: Callable[[], bool] | None) -> bool:
    """Do the work; True when done, False as soon as `stop` says so.

    This SCIP can't be interrupted from outside: after a stop it is left to run out its own time limit.
    """
    if stop is None:
        werk()
        return True
    draad = threading.Thread(target=werk, daemon=True)
    draad.start()
    while draad.is_alive():
        draad.join(0.1)
        if draad.is_alive() and stop():
            return False
    return True
