"""Which fields of a rekentool stand on which sheet of its workbook.

Single fields stand on one sheet, each list has a sheet of its own. Two hints in the input model's
`json_schema_extra` bring a sheet nearer to the forms people know:

- on a list, `kolom_per`: a field of its rows; the table is turned, with a column for each value of it
  (bijlage XVI has a column a year);
- on a number in a row, `delen`: names of columns that may be filled in instead of their sum (bijlage IX has
  a column a day).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel

from knowledge.calculators.rekentool import Rekentool
from knowledge.calculators.velden import Veld, velden
from knowledge.catalogue import Tender, load_tender
from knowledge.text.normalise import fold

INVOER = "Invoer"
UITKOMST = "Uitkomst"
STAPPEN = "Stappen"
UITLEG = "Uitleg"
KEUZES = "Keuzes"

Keuze = tuple[str, str]
"""Value and label."""


@dataclass(frozen=True, slots=True)
class Gegeven:
    """A field with what may be chosen, and the columns (`delen`) that may be filled in instead of it."""

    veld: Veld
    keuzes: tuple[Keuze, ...] = ()
    delen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tabel:
    """A list. `kop`: the field whose values head the columns of a turned table; None in a table by rows.
    `koppen`: values of it that the example has."""

    veld: Veld
    kolommen: tuple[Gegeven, ...]
    kop: Veld | None = None
    koppen: tuple[Any, ...] = ()

    @property
    def blad(self) -> str:
        """A sheet's name holds at most 31 characters."""
        return re.sub(r"[\[\]:*?/\\]", " ", self.veld.titel)[:31].strip()

    @property
    def rijen(self) -> tuple[Gegeven, ...]:
        """The rows of a turned table."""
        return tuple(k for k in self.kolommen if k.veld != self.kop)


@dataclass(frozen=True, slots=True)
class Indeling:
    losse: tuple[Gegeven, ...]
    tabellen: tuple[Tabel, ...]


def indeling(tool: Rekentool[Any], tender: Tender | None = None) -> Indeling:
    """The sheets of a rekentool. `tender` (or else the standard one) gives choices from the catalogue."""
    tender = tender or load_tender()
    named = tool.keuzes(tender) if tool.keuzes else {}
    loose: list[Gegeven] = []
    tables: list[Tabel] = []
    for veld in velden(tool.invoer, tender):
        if veld.soort != "lijst":
            loose.append(Gegeven(veld, _keuzes(veld, named.get(veld.naam))))
            continue
        info = tool.invoer.model_fields[veld.naam]
        rows = next(a for a in get_args(info.annotation) if hasattr(a, "model_fields"))
        columns = tuple(
            Gegeven(k, _keuzes(k, named.get(f"{veld.naam}.{k.naam}")), _hint(rows, k.naam, "delen"))
            for k in veld.kolommen
        )
        extra = info.json_schema_extra
        per = extra.get("kolom_per") if isinstance(extra, dict) else None
        kop = next((k for k in veld.kolommen if k.naam == per), None)
        example = tool.voorbeeld.get(veld.naam, ())
        heads = tuple(r[kop.naam] for r in example if kop.naam in r) if kop else ()
        tables.append(Tabel(veld, columns, kop, heads))
    return Indeling(tuple(loose), tuple(tables))


def gelijk(tekst: str) -> str:
    """A title as it is compared: without case, accents, colon, star, and brackets at its end."""
    return re.sub(r"\s*\([^()]*\)$", "", fold(tekst).strip(" :*")).strip(" :*")


def _keuzes(veld: Veld, named: Any) -> tuple[Keuze, ...]:
    if named:
        return tuple((str(value), label) for value, label in named)
    if veld.soort == "janee":
        return (("ja", "ja"), ("nee", "nee"))
    return tuple((k, k) for k in veld.keuzes)


def _hint(model: type[BaseModel], naam: str, hint: str) -> tuple[str, ...]:
    extra = model.model_fields[naam].json_schema_extra
    found = extra.get(hint) if isinstance(extra, Mapping) else None
    return tuple(str(f) for f in found) if isinstance(found, list | tuple) else ()
