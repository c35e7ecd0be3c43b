"""matcher: the best placement plan for children who cannot live at home.

    probleem = read_folder("map")           # CSV files and instellingen.json
    plan = solve(probleem, seconds=60)      # the best plan in that time, with a proven lower bound
    controle = check(probleem, plan)        # every broken rule, and the cost recomputed

Units: weeks count from the peildatum (week 0); cost is in whole points; distances are km.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from matcher.check import Controle, Overtreding, check
from matcher.domein import Fase, Groep, Jeugdige, Probleem, Vastlegging
from matcher.invoer import read_folder
from matcher.plan import NietGeplaatst, Plaatsing, Plan, read_plan
from matcher.redenen import redenen_plaatsing

if TYPE_CHECKING:
    from matcher.solver.oplossen import Voortgang


def solve(
    probleem: Probleem,
    seconds: float = 60,
    workers: int = 2,
    seed: int = 0,
    progress: "Callable[[Voortgang], None] | None" = None,
    stop: Callable[[], bool] | None = None,
    start: Plan | None = None,
) -> Plan:
    """The best plan found within `seconds`, from an earlier plan if given; see `matcher.solver.oplossen`."""
    # the solver's libraries take seconds to load: only who solves should wait for them
    from matcher.solver.oplossen import solve as los_op

    return los_op(probleem, seconds, workers, seed, progress, stop, start)


__all__ = [
    "Controle",
    "Fase",
    "Groep",
    "Jeugdige",
    "NietGeplaatst",
    "Overtreding",
    "Plaatsing",
    "Plan",
    "Probleem",
    "Vastlegging",
    "check",
    "read_folder",
    "read_plan",
    "redenen_plaatsing",
    "solve",
]
