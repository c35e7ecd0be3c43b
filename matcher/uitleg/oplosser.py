"""Solving again with something changed: how explanations learn what a choice costs."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol

from matcher.domein import Jeugdige, Probleem, Vastlegging
from matcher.plan import Plan


class Oplosser(Protocol):
    """Solves a problem, from a plan for a problem much like it. None when there was no time for any plan."""

    def __call__(self, probleem: Probleem, start: Plan | None = None) -> Plan | None: ...


def met_keuze(probleem: Probleem, keuzes: Iterable[Vastlegging]) -> Probleem:
    """The problem with these choices laid down besides those it has."""
    return replace(probleem, vastleggingen=(*probleem.vastleggingen, *keuzes))


def met_jeugdige(probleem: Probleem, jeugdige: Jeugdige) -> Probleem:
    """The problem with this child in the place of the one with its id."""
    return replace(probleem, jeugdigen={**probleem.jeugdigen, jeugdige.id: jeugdige})


def zonder_jeugdige(probleem: Probleem, jeugdige_id: str) -> Probleem:
    """The problem as if this child were not there."""
    return replace(probleem, jeugdigen={i: j for i, j in probleem.jeugdigen.items() if i != jeugdige_id})


def binnen(
    seconden: float, workers: int = 2, seed: int = 0, stop: Callable[[], bool] | None = None
) -> Oplosser:
    """Solves each problem in at most so many seconds."""
    from matcher.solver.constructie import TijdOp
    from matcher.solver.oplossen import solve

    def los_op(probleem: Probleem, start: Plan | None = None) -> Plan | None:
        try:
            return solve(probleem, seconden, workers, seed, stop=stop)
        except TijdOp:
            return None

    return los_op
