"""The fields of a rekentool's input, as a form, a command or a workbook shows them."""

import types
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from knowledge.catalogue import Tender, load_tender

Soort = Literal["getal", "geheel", "tekst", "datum", "janee", "keuze", "keuzes", "lijst"]
"""keuze: one of `keuzes`; keuzes: any number of plain values; lijst: rows with `kolommen`."""


@dataclass(frozen=True, slots=True)
class KeuzesUit:
    """Beside a text field (in Annotated): its choices are what this tender's catalogue holds."""

    lees: Callable[[Tender], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Veld:
    """One field. `standaard`: the value where nothing is filled in; None where there is none."""

    naam: str
    titel: str
    uitleg: str
    soort: Soort
    verplicht: bool
    standaard: Any = None
    keuzes: tuple[str, ...] = ()
    """The values that can be chosen; empty: free."""
    kolommen: tuple["Veld", ...] = ()


def velden(model: type[BaseModel], tender: Tender | None = None) -> tuple[Veld, ...]:
    """The fields of an input model in their order; TypeError for a type that no form can show.

    `tender` (or else the standard one) gives the choices that come from a catalogue.
    """
    return tuple(_veld(naam, info, tender) for naam, info in model.model_fields.items())


def _veld(naam: str, info: Any, tender: Tender | None) -> Veld:
    soort, keuzes, kolommen = _soort(info.annotation)
    for bron in info.metadata:
        if isinstance(bron, KeuzesUit):
            soort, keuzes = "keuze", bron.lees(tender or load_tender())
    standaard = None if info.default in (PydanticUndefined, ...) else info.default
    return Veld(
        naam=naam,
        titel=info.title or naam,
        uitleg=info.description or "",
        soort=soort,
        verplicht=info.is_required(),
        standaard=standaard,
        keuzes=keuzes,
        kolommen=kolommen,
    )


def _soort(annotation: Any) -> tuple[Soort, tuple[str, ...], tuple[Veld, ...]]:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _soort(next(a for a in args if a is not type(None)))
    if origin is Literal:
        return "keuze", tuple(str(a) for a in args), ()
    if origin in (tuple, list, set, frozenset):
        inner = args[0]
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            return "lijst", (), velden(inner)
        _, keuzes, _ = _soort(inner)
        return "keuzes", keuzes, ()
    if origin is Annotated:
        return _soort(args[0])
    if isinstance(annotation, type):
        if issubclass(annotation, bool):
            return "janee", (), ()
        if issubclass(annotation, Enum):
            return "keuze", tuple(str(m.value) for m in annotation), ()
        for kind, soort in _SOORTEN:
            if issubclass(annotation, kind):
                return soort, (), ()
    raise TypeError(f"geen veld mogelijk voor {annotation}")


_SOORTEN: tuple[tuple[type, Soort], ...] = (
    (int, "geheel"),
    (Decimal, "getal"),
    (float, "getal"),
    (date, "datum"),
    (str, "tekst"),
)
