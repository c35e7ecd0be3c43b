"""Where a provider is counted: the perceel it chose, or the first after it whose conditions it meets.

Source: §5.6 (the conditions), §4.3.1 (who does not qualify, or is not chosen, is counted elsewhere).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.calculators.tariefgroepbepaling.voorwaarden import (
    Feit,
    Voorwaardetoets,
    keten,
    terugval,
    toets_voorwaarden,
)
from knowledge.catalogue import Tender
from knowledge.catalogue.models import Perceel

RESTGROEP = "restgroep"
"""Sleutel of the condition that holds for who fits in no other group."""


@dataclass(frozen=True, slots=True)
class Indeling:
    """How a provider was placed. Percelen are numbers, but for `bekeken` and `open_`."""

    plaats: int | None
    """None: in no perceel. While `open_` is set: the place if that perceel is not awarded."""
    open_: Perceel | None
    """The perceel whose conditions are met, while it is not known who are chosen for it."""
    bekeken: tuple[Perceel, ...]
    """The percelen that were looked at, in order."""
    past_in: tuple[int, ...]
    """Every perceel whose conditions are met, whether it was looked at or not."""
    toetsen: Mapping[int, tuple[Voorwaardetoets, ...]]
    """The conditions of each perceel, those of the last group apart."""
    hoger: tuple[int, ...] = ()
    """Groups in which the provider fits too, where the last group (for who fits nowhere else) was reached."""


def is_restgroep(perceel: Perceel) -> bool:
    """Is this the group for who fits in no other one?"""
    return any(v.sleutel == RESTGROEP for v in perceel.voorwaarden)


def deel_in(
    tender: Tender,
    nummer: int,
    feiten: Mapping[str, Feit],
    *,
    voldoet: bool = True,
    gegund: bool | None = None,
    alleen: bool = False,
) -> Indeling:
    """Place a provider that bids for perceel `nummer`.

    `voldoet`: the bid meets the document; `gegund`: chosen for the perceel with a limited number of
    providers (None: not known yet); `alleen`: look at no other perceel.
    """
    groepen = [p for p in tender.percelen if p.voorwaarden and not is_restgroep(p)]
    toetsen = {p.nummer: toets_voorwaarden(tender, p.nummer, feiten) for p in groepen}
    past_in = [n for n, held in toetsen.items() if all(t.voldaan for t in held)]
    volgorde = terugval(tender, nummer)[: 1 if alleen else None]
    bekeken: list[Perceel] = []
    plaats: int | None = None
    open_: Perceel | None = None
    hoger: list[int] = []
    for perceel in volgorde:
        bekeken.append(perceel)
        if is_restgroep(perceel):
            hoger = [n for n in past_in if n not in {p.nummer for p in bekeken}]
            if voldoet and hoger and not alleen:
                plaats = _beste(tender, hoger)
            elif voldoet and not hoger:
                plaats = perceel.nummer
                past_in.insert(0, plaats)
        elif perceel.nummer in past_in:
            if perceel.hoogstens_gegund is None or gegund:
                plaats = perceel.nummer
            elif gegund is None:
                open_ = perceel
        if plaats is not None:
            break
    return Indeling(plaats, open_, tuple(bekeken), tuple(past_in), toetsen, tuple(hoger))


def _beste(tender: Tender, nummers: Iterable[int]) -> int | None:
    """Of these groups the one that asks most, without a limited number; None where two ask other things."""
    vrij = [p.nummer for p in tender.percelen if p.nummer in nummers and p.hoogstens_gegund is None]
    onderdeel = {onder.nummer for n in vrij for onder in keten(tender, n)[:-1]}
    beste = [n for n in vrij if n not in onderdeel]
    return beste[0] if len(beste) == 1 else None
