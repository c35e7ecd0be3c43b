"""What a child by itself could do: the least points of its way through its phases, other children aside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from matcher.domein import Groep, Jeugdige, Probleem
from matcher.intensiteit import uren_per_week
from matcher.kosten import kosten_fase, kosten_verplaatsing, kosten_wachten
from matcher.regels import (
    bezwaren,
    fase_weken,
    mag_bedden_overschrijden,
    mag_uren_overschrijden,
    startweken,
)


@dataclass(frozen=True, slots=True)
class _Stand:
    """A groep in a phase; `blijft`: a resident has lived there from the start."""

    groep: Groep
    blijft: bool


def laagste_punten(probleem: Probleem, jeugdige: Jeugdige, fase: int) -> dict[str, int]:
    """Per groep that can be used in this phase (from 1): the least points of the child's whole path.

    Beds that others use are not counted, so no plan gives the child less. Start weeks that drop the phase
    are left out.
    """
    laagste: dict[str, int] = {}
    for start in startweken(jeugdige, probleem.horizon):
        perioden = fase_weken(jeugdige, start, probleem.horizon)
        if len(perioden) < fase:
            continue
        lagen = [_standen(probleem, jeugdige, nr, van, tot) for nr, (van, tot) in enumerate(perioden, 1)]
        heen = _heen(probleem, jeugdige, lagen, perioden)
        terug = _terug(probleem, jeugdige, lagen, perioden)
        wacht = kosten_wachten(probleem, jeugdige, start)
        for stand, punten in heen[fase - 1].items():
            if stand in terug[fase - 1]:
                totaal = wacht + punten + terug[fase - 1][stand]
                groep_id = stand.groep.id
                laagste[groep_id] = min(totaal, laagste.get(groep_id, totaal))
    return laagste


def _standen(probleem: Probleem, jeugdige: Jeugdige, fase: int, van: int, tot: int) -> list[_Stand]:
    """Where the child may be in this phase, by the rules on it and the groep alone."""
    uren = uren_per_week(jeugdige.fasen[fase - 1].intensiteit)
    gevonden = []
    for groep in probleem.groepen.values():
        thuis = groep.id == jeugdige.huidige_groep
        for blijft in ((True,) if fase == 1 else (True, False)) if thuis else (False,):
            if bezwaren(probleem, jeugdige, fase, groep, blijft):
                continue
            open_ = all(groep.bedden(week) for week in range(van, tot))
            if not open_ and not (blijft and mag_bedden_overschrijden(probleem, groep)):
                continue
            past = groep.roosteruren is None or uren <= groep.roosteruren
            if past or (blijft and mag_uren_overschrijden(probleem, groep)):
                gevonden.append(_Stand(groep, blijft))
    return gevonden


def _eigen(probleem: Probleem, jeugdige: Jeugdige, fase: int, stand: _Stand, periode: tuple[int, int]) -> int:
    return sum(kosten_fase(probleem, jeugdige, fase, stand.groep, periode[1] - periode[0]).values())


def _overgang(probleem: Probleem, van: _Stand, naar: _Stand) -> int | None:
    """Points of going on; None where that can't be: staying only follows on staying."""
    if naar.blijft:
        return 0 if van.blijft else None
    # who stayed and is in the same groep in the next phase stays on: it is no other choice
    if van.blijft and van.groep.id == naar.groep.id:
        return None
    return kosten_verplaatsing(probleem, van.groep, naar.groep)


def _heen(
    probleem: Probleem, jeugdige: Jeugdige, lagen: Sequence[Sequence[_Stand]], perioden: list[tuple[int, int]]
) -> list[dict[_Stand, int]]:
    """Least points from the start up to and with each stand."""
    huidig = probleem.groepen[jeugdige.huidige_groep] if jeugdige.huidige_groep else None
    uit: list[dict[_Stand, int]] = []
    for nr, laag in enumerate(lagen):
        hier: dict[_Stand, int] = {}
        vorige = _op_punten(uit[-1]) if uit else None
        for stand in laag:
            eigen = _eigen(probleem, jeugdige, nr + 1, stand, perioden[nr])
            if vorige is None:
                hier[stand] = eigen + (kosten_verplaatsing(probleem, huidig, stand.groep) if huidig else 0)
            else:
                aankomst = _beste(vorige, partial(_overgang, probleem, naar=stand))
                if aankomst is not None:
                    hier[stand] = eigen + aankomst
        uit.append(hier)
    return uit


def _op_punten(punten: Mapping[_Stand, int]) -> list[tuple[_Stand, int]]:
    """Cheapest first, so that a search may stop where no other can be cheaper."""
    return sorted(punten.items(), key=lambda p: (p[1], p[0].groep.id, p[0].blijft))


def _terug(
    probleem: Probleem, jeugdige: Jeugdige, lagen: Sequence[Sequence[_Stand]], perioden: list[tuple[int, int]]
) -> list[dict[_Stand, int]]:
    """Least points after each stand, up to the end of the last phase."""
    uit: list[dict[_Stand, int]] = [dict.fromkeys(lagen[-1], 0)]
    for nr in reversed(range(len(lagen) - 1)):
        volgende = _op_punten(
            {
                stand: punten + _eigen(probleem, jeugdige, nr + 2, stand, perioden[nr + 1])
                for stand, punten in uit[0].items()
            }
        )
        hier: dict[_Stand, int] = {}
        for stand in lagen[nr]:
            beste = _beste(volgende, partial(_overgang, probleem, stand))
            if beste is not None:
                hier[stand] = beste
        uit.insert(0, hier)
    return uit


def _beste(punten: Sequence[tuple[_Stand, int]], stap: Callable[[_Stand], int | None]) -> int | None:
    """The least of points plus step over stands sorted by points; None where no step can be made."""
    beste: int | None = None
    for stand, tot_hier in punten:
        if beste is not None and tot_hier >= beste:
            break
        bij = stap(stand)
        if bij is not None and (beste is None or tot_hier + bij < beste):
            beste = tot_hier + bij
    return beste
