"""The cheapest row of places for one child over all its phases and start weeks, beside what is laid.

Where the greedy practice takes the cheapest groep for each phase in turn, this weighs the moves of all
phases together: a groep that costs a little more now may be one to stay in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matcher.bezetting import Bezetting
from matcher.domein import Groep, Jeugdige, Probleem
from matcher.keuze import Keuzes
from matcher.kosten import kosten_fase, kosten_niet_geplaatst, kosten_verplaatsing, kosten_wachten
from matcher.plan import Plaatsing
from matcher.regels import fase_weken, startweken


@dataclass(frozen=True)
class _Stand:
    """A way to be in `groep` at the end of a phase: points so far, and how it came there."""

    punten: int
    groep: Groep
    blijver: bool
    vorige: "_Stand | None"


def beste_rij(
    keuzes: Keuzes, bezetting: Bezetting, jeugdige: Jeugdige, starts: Iterable[int] | None = None
) -> tuple[int, list[Plaatsing]] | None:
    """(points, row) of the cheapest row that fits, waiting and moves included; None when none fits, or when
    having no place costs no more. `starts`: only these start weeks, in ascending order.
    """
    probleem = keuzes.probleem
    beste: tuple[int, list[Plaatsing]] | None = None
    hoogst = float("inf") if jeugdige.bewoner else kosten_niet_geplaatst(probleem, jeugdige)
    for start in startweken(jeugdige, probleem.horizon) if starts is None else starts:
        wachten = 0 if jeugdige.bewoner else kosten_wachten(probleem, jeugdige, start)
        weken = fase_weken(jeugdige, start, probleem.horizon)
        # waiting only gets dearer: stop when even the cheapest groepen can't make up for it
        if wachten + _minst(keuzes, jeugdige, weken) >= hoogst:
            break
        eind = _beste_pad(keuzes, bezetting, jeugdige, weken)
        if eind is not None and wachten + eind.punten < hoogst:
            hoogst = wachten + eind.punten
            beste = (wachten + eind.punten, _als_rij(jeugdige, weken, eind))
    return beste


def _minst(keuzes: Keuzes, jeugdige: Jeugdige, weken: Sequence[tuple[int, int]]) -> int:
    if jeugdige.bewoner:
        return 0
    opties = [keuzes.opties(jeugdige, fase, tot - van) for fase, (van, tot) in enumerate(weken, 1)]
    return sum(rij[0][0] for rij in opties if rij)


def _beste_pad(
    keuzes: Keuzes, bezetting: Bezetting, jeugdige: Jeugdige, weken: Sequence[tuple[int, int]]
) -> _Stand | None:
    probleem = keuzes.probleem
    standen: list[_Stand] = []
    for fase, (van, tot) in enumerate(weken, 1):
        nieuw = []
        if jeugdige.bewoner and (fase == 1 or any(s.blijver for s in standen)):
            nieuw += _thuis(keuzes, bezetting, jeugdige, fase, (van, tot), standen)
        broers = list(keuzes.waar_broers(bezetting, jeugdige, weken[0][0], van, tot))
        for punten, groep in keuzes.opties(jeugdige, fase, tot - van):
            if fase == 1 and groep.id == jeugdige.huidige_groep:
                continue  # that is staying
            if not bezetting.past(jeugdige, groep, fase, van, tot, False):
                continue
            hier = punten + _los_van_broers(probleem, broers, groep)
            nieuw.append(_van_goedkoopste(probleem, jeugdige, hier, groep, standen))
        if not nieuw:
            return None
        standen = _snoei(probleem, nieuw)
    return min(standen, key=lambda s: (s.punten, s.groep.id))


def _thuis(
    keuzes: Keuzes,
    bezetting: Bezetting,
    jeugdige: Jeugdige,
    fase: int,
    weken: tuple[int, int],
    standen: Sequence[_Stand],
) -> list[_Stand]:
    """A resident staying in its own groep in this phase, where that may be."""
    van, tot = weken
    hier = keuzes.probleem.groepen[str(jeugdige.huidige_groep)]
    if not keuzes.mag_blijven(jeugdige, fase) or not bezetting.past(jeugdige, hier, fase, van, tot, True):
        return []
    punten = sum(kosten_fase(keuzes.probleem, jeugdige, fase, hier, tot - van).values())
    punten += _los_van_broers(keuzes.probleem, keuzes.waar_broers(bezetting, jeugdige, 0, van, tot), hier)
    if fase == 1:
        return [_Stand(punten, hier, True, None)]
    return [_Stand(s.punten + punten, hier, True, s) for s in standen if s.blijver]


def _los_van_broers(probleem: Probleem, broers: Iterable[str], groep: Groep) -> int:
    return sum(probleem.gewichten["samen"] for ander in broers if ander != groep.id)


def _van_goedkoopste(
    probleem: Probleem, jeugdige: Jeugdige, punten: int, groep: Groep, standen: Sequence[_Stand]
) -> _Stand:
    """This groep in this phase, from the cheapest way to come there."""
    if not standen:
        vanuit = probleem.groepen[jeugdige.huidige_groep] if jeugdige.huidige_groep else None
        verhuizing = kosten_verplaatsing(probleem, vanuit, groep) if vanuit else 0
        return _Stand(punten + verhuizing, groep, False, None)
    keuze = min(standen, key=lambda s: (s.punten + kosten_verplaatsing(probleem, s.groep, groep), s.groep.id))
    return _Stand(
        keuze.punten + kosten_verplaatsing(probleem, keuze.groep, groep) + punten, groep, False, keuze
    )


def _snoei(probleem: Probleem, standen: list[_Stand]) -> list[_Stand]:
    """Leave out ways that cost a whole move more than the cheapest: moving from there is never dearer."""
    laagst = min(s.punten for s in standen)
    return [s for s in standen if s.punten <= laagst + probleem.gewichten["verplaatsing"]]


def _als_rij(jeugdige: Jeugdige, weken: Sequence[tuple[int, int]], eind: _Stand) -> list[Plaatsing]:
    rij: list[Plaatsing] = []
    stand: _Stand | None = eind
    for fase in range(len(weken), 0, -1):
        assert stand is not None
        van, tot = weken[fase - 1]
        rij.append(Plaatsing(jeugdige.id, fase, stand.groep.id, van, tot))
        stand = stand.vorige
    return rij[::-1]
