"""Two ways to plan a week: the greedy practice, and looking ahead over everybody who is known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from matcher.domein import Probleem
from matcher.gulzig import gulzig
from matcher.plan import Plan
from matcher.simulatie.aanvullen import vul_aan
from matcher.simulatie.week import Week
from matcher.uitleg.watals import met_beloften

GEWICHTEN: Mapping[str, int] = {"verplaatsing": 3, "wachten": 3}
"""How many times its own weight a criterion counts in looking ahead: a move and a week of waiting last on
beyond the weeks that a plan sees."""
GEWICHT_BELOFTE = 100
"""Points that changing a published placement must gain."""


class Beleid(Protocol):
    """Makes this week's plan. `wachten_telt`: whether long waiting makes a child more urgent."""

    @property
    def wachten_telt(self) -> bool: ...

    def plan(self, week: Week) -> Plan: ...


@dataclass(frozen=True)
class Praktijk:
    """By urgency, then start date, the cheapest groep free at that moment."""

    wachten_telt: bool = False

    def plan(self, week: Week) -> Plan:
        return gulzig(week.probleem, week.overgenomen, geheugen=week.geheugen)


Oplosser = Callable[[Probleem, Plan], Plan]
"""Solves a problem from a plan that exists; may give that plan back."""


@dataclass(frozen=True)
class Vooruitzien:
    """The best plan for everybody who is known, starting from last week's and holding on to it.

    `gewichten` are weights in planning that differ from the input's; what a year came to is always counted
    by those of the input. `gewicht_belofte`: points that changing a published placement must gain.
    """

    los_op: Oplosser | None = None
    gewichten: Mapping[str, int] = field(default_factory=dict)
    gewicht_belofte: int = 0
    wachten_telt: bool = True

    def plan(self, week: Week) -> Plan:
        weging = {**week.probleem.gewichten, **self.gewichten}
        probleem = met_beloften(
            replace(week.probleem, gewichten=weging), week.overgenomen, self.gewicht_belofte
        )
        aangevuld = vul_aan(probleem, week.overgenomen, week.geheugen)
        return aangevuld if self.los_op is None else self.los_op(probleem, aangevuld)


def oplosser(seconden: float, workers: int, seed: int) -> Oplosser:
    """The solver with a time limit (seconds per plan). Never worse than the plan it starts from."""
    from matcher.solver.constructie import TijdOp
    from matcher.solver.oplossen import solve

    def los_op(probleem: Probleem, start: Plan) -> Plan:
        try:
            plan = solve(probleem, seconden, workers, seed, start=start)
        except TijdOp:
            return start
        return start if plan.kosten is None or plan.kosten > _kosten(probleem, start) else plan

    return los_op


def _kosten(probleem: Probleem, plan: Plan) -> int:
    from matcher.kosten import kosten_per_criterium

    return sum(kosten_per_criterium(probleem, plan.per_jeugdige).values())
