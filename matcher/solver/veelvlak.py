"""Inequalities that hold for every whole mix of children in a groep, though not for every mix of fractions.

A groep with rostered hours may take, say, two children of 14.7 hours or three of 10.5, but the linear
program also takes two and a half. Every valid inequality `a·n <= 1` with `a >= 0` over the mixes n that
rules 1 and 7 allow cuts such fractions off; the strongest one at a given point is a small linear program.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm

import numpy as np
from ortools.linear_solver.python import model_builder_helper as mbh

from matcher.solver.getallen import Getallen, Kommagetallen

MEESTE_MENGSELS = 50_000
"""Groepen with more mixes than this keep their plain limits."""
MINST = 1e-3
"""How much an inequality must at least cut off, as a share of its right-hand side."""
GROOTSTE_NOEMER = 400
"""Largest denominator of a coefficient that is still taken for a fraction."""


@dataclass(frozen=True)
class Groepsgrens:
    """What one groep offers in a week, and the kinds of use that compete for it.

    `uren[i]` is what one child of kind i asks (hundredths a week), `meest[i]` how many of that kind there
    can be at all, `blijft[i]` whether they are residents who stay. `rooster` is -1 without a limit. An
    exempt limit does not count while only residents who stay are there.
    """

    uren: tuple[int, ...]
    blijft: tuple[bool, ...]
    meest: tuple[int, ...]
    bedden: int
    rooster: int
    bedden_vrijgesteld: bool
    uren_vrijgesteld: bool


@lru_cache(maxsize=4096)
def mengsels(grens: Groepsgrens) -> Getallen | None:
    """[mix, kind]: the largest mixes that rules 1 and 7 allow; None when there are too many to list."""
    gewoon = _grootste(grens.uren, grens.meest, grens.bedden, grens.rooster)
    if gewoon is None:
        return None
    if not (grens.bedden_vrijgesteld or grens.uren_vrijgesteld):
        return gewoon
    blijvers = tuple(m if b else 0 for m, b in zip(grens.meest, grens.blijft, strict=True))
    bedden = sum(blijvers) if grens.bedden_vrijgesteld else grens.bedden
    vol = _grootste(grens.uren, blijvers, bedden, -1 if grens.uren_vrijgesteld else grens.rooster)
    return None if vol is None else np.concatenate([gewoon, vol])


def _grootste(uren: Sequence[int], meest: Sequence[int], bedden: int, rooster: int) -> Getallen | None:
    """Mixes to which nobody can be added within these limits."""
    gevonden: list[tuple[int, ...]] = []
    for teller, mengsel in enumerate(_alle(uren, meest, bedden, rooster, 0)):
        if teller > MEESTE_MENGSELS:
            return None
        over = rooster - sum(n * u for n, u in zip(mengsel, uren, strict=True))
        plek = bedden - sum(mengsel)
        kan_erbij = plek > 0 and any(
            n < m and (rooster < 0 or u <= over) for n, m, u in zip(mengsel, meest, uren, strict=True)
        )
        if not kan_erbij:
            gevonden.append(mengsel)
    return np.array(gevonden, dtype=np.int64).reshape(len(gevonden), len(uren))


def _alle(
    uren: Sequence[int], meest: Sequence[int], bedden: int, rooster: int, soort: int
) -> Iterator[tuple[int, ...]]:
    if soort == len(uren):
        yield ()
        return
    for aantal in range(min(bedden, meest[soort]) + 1):
        over = rooster - aantal * uren[soort]
        if rooster >= 0 and over < 0:
            return
        for rest in _alle(uren, meest, bedden - aantal, over if rooster >= 0 else -1, soort + 1):
            yield (aantal, *rest)


def snede(grens: Groepsgrens, punt: Kommagetallen) -> tuple[tuple[int, ...], int] | None:
    """(coefficients by kind, right-hand side) of the inequality that this point breaks most, if any."""
    alle = mengsels(grens)
    if alle is None or not len(alle):
        return None
    gekozen = [int(np.argmax(alle[:, soort])) for soort in range(alle.shape[1])]
    while True:
        richting = _steilste(alle[gekozen], punt)
        if richting is None:
            return None
        waarden = alle @ richting
        verst = int(np.argmax(waarden))
        if waarden[verst] <= 1 + 1e-7 or verst in gekozen:
            break
        gekozen.append(verst)
    if float(richting @ punt) < 1 + MINST:
        return None
    delen = [Fraction(float(deel)).limit_denominator(GROOTSTE_NOEMER) for deel in richting]
    keer = lcm(*(deel.denominator for deel in delen))
    if keer > 10_000_000:
        return None
    heel = np.array([int(deel * keer) for deel in delen], dtype=np.int64)
    # whole numbers from here on: the right-hand side is what the mixes reach, so it holds for certain
    rechts = int((alle @ heel).max())
    if rechts <= 0 or float(heel @ punt) < rechts * (1 + MINST):
        return None
    return tuple(map(int, heel)), rechts


def _steilste(punten: Getallen, doel: Kommagetallen) -> Kommagetallen | None:
    """The a >= 0 with a·n <= 1 for these points n that makes a·doel largest."""
    model = mbh.ModelBuilderHelper()
    for gewicht in doel:
        kolom = model.add_var()
        model.set_var_lower_bound(kolom, 0.0)
        model.set_var_upper_bound(kolom, 1.0)
        # a kind that is not used still gets the largest coefficient that holds
        model.set_var_objective_coefficient(kolom, -float(gewicht) - 1e-4)
    for punt in punten:
        rij = model.add_linear_constraint()
        model.set_constraint_lower_bound(rij, -np.inf)
        model.set_constraint_upper_bound(rij, 1.0)
        for kolom, aantal in enumerate(punt):
            if aantal:
                model.safe_add_term_to_constraint(rij, kolom, float(aantal))
    oplosser = mbh.ModelSolverHelper("glop")
    oplosser.solve(model)
    if oplosser.status() != mbh.SolveStatus.OPTIMAL:
        return None
    return np.array(oplosser.variable_values(), dtype=np.float64)
