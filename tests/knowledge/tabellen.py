"""The figures of the inkoopdocument in `cijfers/*.csv`, typed from the document by another hand than the
catalogue's, so that one slip of the finger does not stand in both.

Columns are separated by ";", decimals have a comma. `waarde` is a number or a date; `vergelijking` is that
of `knowledge.catalogue.models`, with "voor" for a day that is itself too late.
"""

import csv
from decimal import Decimal, InvalidOperation
from pathlib import Path

MAP = Path(__file__).resolve().parent / "cijfers"


def tabel(name: str) -> list[dict[str, str]]:
    """Rows of `cijfers/<name>.csv`; a row with a cell too many or too few fails here."""
    with (MAP / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";", strict=True))
    assert rows and all(None not in row and None not in row.values() for row in rows), name
    return rows


def getal(text: str) -> Decimal | None:
    """ "1,50" as a Decimal; None for an empty cell."""
    return Decimal(text.replace(",", ".")) if text else None


def waarde(text: str) -> Decimal | str:
    """A number as a Decimal (so that 6,0 equals 6), a date as it stands."""
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return text
