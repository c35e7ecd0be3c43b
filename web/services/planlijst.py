"""The list of a plan: who is shown, and which part of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from web.services.planbeeld import KindRegel

BLADZIJDE = 50
"""Rows of a list on one page."""

FILTERS: Mapping[str, tuple[str, Callable[[KindRegel], bool]]] = {
    "wacht": ("Wachten op een plek", lambda r: not r.bewoner),
    "zonder": ("Zonder plek", lambda r: not r.verblijven),
    "verhuist": ("Gaan verhuizen", lambda r: r.verhuist),
    "blijft": ("Blijven wonen", lambda r: r.bewoner and bool(r.verblijven) and not r.verhuist),
    "alle": ("Iedereen", lambda r: True),
}
"""What can be shown: its name and who is in it. The first is shown when nothing is asked."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Blad(Generic[T]):
    """One page of a list. `van`, `tot`: numbers of the first and last row, from 1; 0 when there is none.

    `vorige`, `volgende`: numbers of the pages beside this one, 0 when there is none.
    """

    regels: tuple[T, ...]
    aantal: int
    van: int
    tot: int
    vorige: int
    volgende: int


def blad(alle: Sequence[T], bladzijde: int, lengte: int = BLADZIJDE) -> Blad[T]:
    """A page of these rows, counted from 1; before the first and after the last the nearest there is."""
    laatste = max(1, -(-len(alle) // lengte))
    nummer = min(max(1, bladzijde), laatste)
    begin = (nummer - 1) * lengte
    regels = tuple(alle[begin : begin + lengte])
    return Blad(
        regels,
        len(alle),
        begin + 1 if regels else 0,
        begin + len(regels),
        nummer - 1,
        nummer + 1 if nummer < laatste else 0,
    )


def tellingen(lijst: Sequence[KindRegel]) -> dict[str, int]:
    return {sleutel: sum(map(hoort_erbij, lijst)) for sleutel, (_, hoort_erbij) in FILTERS.items()}


def kies(lijst: Sequence[KindRegel], filter_: str, zoek: str) -> list[KindRegel]:
    """Rows that the filter and the words ask for: a code, a gemeente, a groep or a locatie."""
    hoort_erbij = FILTERS[filter_][1]
    woorden = zoek.lower().split()
    return [r for r in lijst if hoort_erbij(r) and (not woorden or _heeft(r, woorden))]


def _heeft(regel: KindRegel, woorden: Sequence[str]) -> bool:
    plekken = (f"{v.groep} {v.locatie} {v.woonvorm}" for v in regel.verblijven)
    tekst = " ".join((regel.jeugdige, regel.gemeente, regel.urgentie, *plekken)).lower()
    return all(woord in tekst for woord in woorden)
