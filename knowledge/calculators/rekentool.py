"""How a rekentool is described to a command, a page, a workbook and the API.

A rekentool is one pure function over the catalogue. Its input is a pydantic model whose fields carry a Dutch
title, a description with the unit, and bounds; form, API schema and workbook follow from that model.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Generic, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from knowledge.calculators.uitkomst import Uitkomst
from knowledge.catalogue import Tender
from knowledge.errors import InvoerFout

_DUTCH_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$")
_DUTCH_DATE = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})$")


def _number(value: Any) -> Any:
    """ "€ 1.234,5" as Decimal("1234.5"); 12.5 (JSON) as itself; other values go on to be refused."""
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, str):
        text = value.replace("€", "").replace("%", "").replace(" ", "").replace("\u00a0", "")
        if _DUTCH_NUMBER.match(text):
            return Decimal(text.replace(".", "").replace(",", "."))
    return value


def _date(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date()
    match = _DUTCH_DATE.match(value.strip()) if isinstance(value, str) else None
    return f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}" if match else value


Getal = Annotated[Decimal, BeforeValidator(_number)]
"""A number, also as Dutch text: "1.234,5". A text with one point and three digits behind it is thousands."""

Datum = Annotated[date, BeforeValidator(_date)]
"""A day, also as Dutch text: "31-12-2023"."""


class Invoer(BaseModel):
    """Base of the inputs: unknown fields are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


I = TypeVar("I", bound=Invoer)  # noqa: E741


@dataclass(frozen=True, slots=True)
class Rekentool(Generic[I]):
    """One calculator as a command, page and the API offer it."""

    sleutel: str
    """In addresses and commands: "intensiteit"."""
    naam: str
    uitleg: str
    """When to use it, in a sentence or two."""
    vindplaatsen: tuple[str, ...]
    invoer: type[I]
    reken: Callable[[Tender, I], Uitkomst]
    voorbeeld: Mapping[str, Any]
    """An input that works, for the page's example and for tests."""
    keuzes: Callable[[Tender], Mapping[str, Sequence[tuple[str, str]]]] | None = None
    """For text fields whose values the catalogue knows: by field (of a row: "list.field") the values that
    can be chosen, each with a label in words."""

    def uit_gegevens(self, tender: Tender, gegevens: Mapping[str, Any]) -> Uitkomst:
        """Calculate from plain data (JSON, a form). InvoerFout, in Dutch, naming each wrong field."""
        return self.reken(tender, lees_invoer(self.invoer, gegevens))


class FoutInVelden(InvoerFout):
    """Wrong fields. `plaatsen`: of each line its place in the data: ("medewerkers", 1, "uren")."""

    def __init__(self, regels: Sequence[str], plaatsen: Sequence[tuple[str | int, ...]]) -> None:
        super().__init__(*regels)
        self.plaatsen = tuple(plaatsen)


def lees_invoer(model: type[I], gegevens: Mapping[str, Any]) -> I:
    """The input model from plain data; Dutch decimals ("1.234,5") are understood.

    FoutInVelden with one line for each wrong field, by its title.
    """
    try:
        return model.model_validate(dict(gegevens))
    except ValidationError as fout:
        raise _fout(model, fout) from fout


def _fout(model: type[BaseModel], fout: ValidationError) -> FoutInVelden:
    errors = fout.errors()
    # A list whose only row is wrong is counted as too short as well: the row says enough.
    deeper = {e["loc"][:depth] for e in errors for depth in range(len(e["loc"]))}
    told = [e for e in errors if not (e["type"] == "too_short" and e["loc"] in deeper)]
    lines = [f"{_veldnaam(model, e['loc'])}: {_melding(e['type'], e.get('ctx', {}))}" for e in told]
    return FoutInVelden(lines, [e["loc"] for e in told])


def _veldnaam(model: type[BaseModel], plaats: tuple[int | str, ...]) -> str:
    """The titles along a place in the data: "Medewerkers, regel 2, Uren per week"."""
    names: list[str] = []
    current: Any = model
    for part in plaats:
        if isinstance(part, int):
            names.append(f"regel {part + 1}")
            continue
        fields = getattr(current, "model_fields", {})
        if part in fields:
            names.append(fields[part].title or part)
            current = _model_in(fields[part].annotation)
        elif "[" not in str(part) and str(part) not in _STAPPEN:
            names.append(str(part))
    return ", ".join(names) or "Invoer"


def _model_in(annotation: Any) -> Any:
    """The model that a field holds, alone, in a list or beside None; None for a plain value."""
    if hasattr(annotation, "model_fields"):
        return annotation
    return next((m for a in get_args(annotation) if (m := _model_in(a)) is not None), None)


_STAPPEN = frozenset({"decimal", "int", "str", "date"})
"""Parts of an error's place that name a step of the validation and no field."""


def _melding(soort: str, ctx: Mapping[str, Any]) -> str:
    match soort:
        case "missing":
            return "vul dit in."
        case "extra_forbidden":
            return "dit veld bestaat niet."
        case "greater_than_equal":
            return f"moet {ctx['ge']} of meer zijn."
        case "greater_than":
            return f"moet meer dan {ctx['gt']} zijn."
        case "less_than_equal":
            return f"mag hoogstens {ctx['le']} zijn."
        case "less_than":
            return f"moet minder dan {ctx['lt']} zijn."
        case "literal_error" | "enum":
            return f"kies uit {str(ctx.get('expected', '')).replace(' or ', ' of ')}."
        case "too_short":
            return f"geef er minstens {ctx['min_length']}."
        case "too_long":
            return f"geef er hoogstens {ctx['max_length']}."
        case "value_error":
            return str(ctx.get("error", "deze waarde kan niet."))
        case s if s.startswith(("decimal", "finite")):
            return "dit is geen getal."
        case s if s.startswith("int"):
            return "dit is geen heel getal."
        case s if s.startswith("bool"):
            return "kies ja of nee."
        case s if s.startswith("date"):
            return "dit is geen datum; schrijf bijvoorbeeld 31-12-2023."
        case s if s.startswith("string"):
            return "dit is geen geldige tekst."
        case _:
            return "deze waarde kan niet."
