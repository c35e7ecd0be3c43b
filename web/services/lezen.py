"""The order in which an assessor reads a bid, and where in it one is.

Findings first, as the report has them (knock-outs before all others), then the eisen with a letter, which ask
the bidder to take part in what the region works out together, then the numbered eisen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from compliance.rapport import Rapport


@dataclass(frozen=True, slots=True)
class Leespunt:
    """`adres`: below that of the bid. `telt`: an eis that does not apply is read only by who looks it up."""

    sleutel: str
    adres: str
    besloten: bool
    telt: bool


@dataclass(frozen=True, slots=True)
class Leesplek:
    """Where a reader is. Addresses are below that of the bid, "" where there is none; `open`: the next point
    without a decision, after this one or else from the beginning."""

    nummer: int
    aantal: int
    besloten: int
    vorige: str
    volgende: str
    open: str


def leeslijst(rapport: Rapport, eisen: Iterable[str], bevindingen: Iterable[int]) -> tuple[Leespunt, ...]:
    """All points of a report in order. `eisen` and `bevindingen` (numbers from 1): those decided about.

    `rapport`: with the statuses that count, so that an eis somebody found to apply is among them.
    """
    over_eisen, over_bevindingen = frozenset(eisen), frozenset(bevindingen)
    gevonden = (
        Leespunt(f"bevinding-{nummer}", f"bevinding/{nummer}", nummer in over_bevindingen, True)
        for nummer in range(1, len(rapport.bevindingen) + 1)
    )
    geordend = sorted(rapport.eisen, key=lambda oordeel: not oordeel.id.isalpha())
    return (
        *gevonden,
        *(Leespunt(f"eis-{o.id}", f"eis/{o.id}", o.id in over_eisen, o.status != "nvt") for o in geordend),
    )


def leesplek(lijst: tuple[Leespunt, ...], sleutel: str) -> Leesplek:
    """Raises ValueError when the point is not on the list."""
    hier = [punt.sleutel for punt in lijst].index(sleutel)
    voor = [p for p in lijst[:hier] if p.telt]
    na = [p for p in lijst[hier + 1 :] if p.telt]
    open_ = [p for p in (*na, *voor) if not p.besloten]
    return Leesplek(
        nummer=len(voor) + 1,
        aantal=sum(p.telt for p in lijst),
        besloten=sum(p.telt and p.besloten for p in lijst),
        vorige=voor[-1].adres if voor else "",
        volgende=na[0].adres if na else "",
        open=open_[0].adres if open_ else "",
    )


def eerste_open(lijst: tuple[Leespunt, ...]) -> str:
    """Where reading goes on: the first point without a decision, or else the first; "" when there is none."""
    tellen = [p for p in lijst if p.telt]
    return next((p.adres for p in tellen if not p.besloten), tellen[0].adres if tellen else "")


def eisstanden(rapport: Rapport, besloten: Mapping[str, object]) -> tuple[int, int]:
    """How many eisen that apply have a decision, and how many apply."""
    gelden = [o.id for o in rapport.eisen if o.status != "nvt"]
    return sum(id_ in besloten for id_ in gelden), len(gelden)
