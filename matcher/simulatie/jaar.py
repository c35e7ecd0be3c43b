"""A year of arrivals and departures, drawn before it is played, so that every policy meets the same."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

from matcher.domein import Jeugdige, Probleem

VERTREK_PER_WEEK = 0.002
"""Chance each week that a child leaves before its phases end, or no longer asks for a place: 10% a year."""


@dataclass(frozen=True)
class Jaar:
    """What happens to everybody alike. Weeks count from the peildatum of the input.

    `aankomsten[week]`: the children who become known in that week, `start` being the week (counted from
    the peildatum too) in which they want to begin. `vertrek`: the week from which a child, whether it has
    a place or waits, is gone unforeseen; absent for most.
    """

    weken: int
    aankomsten: tuple[tuple[Jeugdige, ...], ...]
    vertrek: Mapping[str, int]


def instroom(probleem: Probleem) -> float:
    """Children per week who newly ask for a place: those of the input with a later start, over the weeks
    in which these starts fall. A region that only has children who want to begin now counts half a year.
    """
    starts = [j.start for j in probleem.jeugdigen.values() if not j.bewoner]
    later = [start for start in starts if start > 0]
    return len(later) / max(later) if later else len(starts) / 26


def trek_jaar(probleem: Probleem, weken: int, seed: int, per_week: float | None = None) -> Jaar:
    """Draw a year from the region's own mix; the same seed gives the same year.

    Who arrives has the phases, urgency and wishes of a random child that waits in the input, and the home
    (with what hangs on it: preferences, distances) of another; brothers and sisters arrive together.
    """
    kans = random.Random(seed)  # noqa: S311 - an invented year, no secrets
    wachtend = [j for j in probleem.jeugdigen.values() if not j.bewoner]
    gemiddeld = instroom(probleem) if per_week is None else per_week
    namen = _Namen(probleem)
    aankomsten = []
    tegoed = 0.0
    for week in range(weken):
        nieuw: list[Jeugdige] = []
        # nobody is known before the year begins other than by the input
        if week and wachtend:
            tegoed += gemiddeld * kans.uniform(0.5, 1.5)
            while tegoed >= 1:
                gezin = _gezin(probleem, kans, wachtend, namen, week)
                tegoed -= len(gezin)
                nieuw += gezin
        aankomsten.append(tuple(nieuw))
    iedereen = [(j.id, 0) for j in probleem.jeugdigen.values()]
    iedereen += [(j.id, week) for week, nieuw in enumerate(aankomsten) for j in nieuw]
    vertrek = {}
    for jeugdige_id, bekend in iedereen:
        weg = next((w for w in range(bekend + 1, weken) if kans.random() < VERTREK_PER_WEEK), None)
        if weg is not None:
            vertrek[jeugdige_id] = weg
    return Jaar(weken, tuple(aankomsten), vertrek)


class _Namen:
    """Pseudonyms that nobody in the input has."""

    def __init__(self, probleem: Probleem) -> None:
        self._begin = next(
            b for b in ("N", "NIEUW", "NIEUW-") if not any(j.startswith(b) for j in probleem.jeugdigen)
        )
        self._aantal = 0

    def volgende(self) -> str:
        self._aantal += 1
        return f"{self._begin}{self._aantal:04}"


def _gezin(
    probleem: Probleem, kans: random.Random, wachtend: list[Jeugdige], namen: _Namen, week: int
) -> list[Jeugdige]:
    """One child, or brothers and sisters together as in the input."""
    voorbeeld = kans.choice(wachtend)
    thuis = kans.choice(wachtend)
    broers = sorted(
        ander
        for een, ander in (*probleem.paren_samen, *((b, a) for a, b in probleem.paren_samen))
        if een == voorbeeld.id and not probleem.jeugdigen[ander].bewoner
    )
    leden = [voorbeeld, *(probleem.jeugdigen[broer] for broer in broers)]
    ids = [namen.volgende() for _ in leden]
    return [
        replace(
            lid,
            id=id_,
            gemeente=thuis.gemeente,
            pc4=thuis.pc4,
            lat=thuis.lat,
            lon=thuis.lon,
            max_afstand_km=thuis.max_afstand_km,
            voorkeur=thuis.voorkeur,
            uitgesloten=thuis.uitgesloten,
            start=week + lid.start,
            samen_met=frozenset(ids) - {id_},
            apart_van=frozenset(),
        )
        for lid, id_ in zip(leden, ids, strict=True)
    ]
