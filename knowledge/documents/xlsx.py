"""XLSX: each row that holds something becomes one table row, with the values as last calculated."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from knowledge.documents.model import Blok, Document, Leesprobleem, Soort
from knowledge.documents.number_format import shown
from knowledge.documents.openxml import Package

Waarde = float | str | None

_MAX_KOLOMMEN = 500
"""A stray cell far to the right must not make every row thousands of columns wide."""


def read_xlsx(path: Path, name: str) -> Document:
    """Read a workbook; `formaat` is "xlsx", `tabel` of a block its sheet. Raises LeesFout when the file
    fails the zip guard or has a DOCTYPE."""
    with Package(path, name) as package:
        package.refuse_doctypes()
        properties = package.properties()
        source: Any = package.transitional_copy() if package.is_strict() else path
        values = openpyxl.load_workbook(source, data_only=True)
        if source is not path:
            source.seek(0)
        formulas = openpyxl.load_workbook(source, data_only=False)
    blocks: list[Blok] = []
    problems: list[Leesprobleem] = []
    for sheet in values.worksheets:
        hidden = sheet.sheet_state != "visible"
        rows = _rows(sheet, hidden)
        if hidden and rows:
            uitleg = f"{name}: het werkblad '{sheet.title}' is verborgen, maar er staat tekst of getallen in."
            problems.append(Leesprobleem("verborgen_tekst", uitleg))
        blocks += rows
        if missing := _not_calculated(sheet, formulas[sheet.title]):
            uitleg = (
                f"{name}: op werkblad '{sheet.title}' staan formules zonder berekende uitkomst "
                f"({', '.join(missing[:5])}{' en meer' if len(missing) > 5 else ''}). "
                "Open het bestand in Excel, sla het op en lever het opnieuw aan."
            )
            problems.append(Leesprobleem("onleesbaar", uitleg))
    if not blocks:
        problems.append(Leesprobleem("leeg", f"{name}: in dit rekenblad staat niets."))
    return Document(
        name, "xlsx", tuple(blocks), eigenschappen=properties, problemen=tuple(problems)
    )  # fmt: skip


def _rows(sheet: Any, hidden: bool) -> list[Blok]:
    # Only cells that exist: the sheet's own row iterator would visit every empty one up to the last.
    by_row: defaultdict[int, dict[int, Any]] = defaultdict(dict)
    notes: list[Blok] = []
    for (row, column), cell in sorted(sheet._cells.items()):
        if cell.value is not None and str(cell.value).strip() and column <= _MAX_KOLOMMEN:
            by_row[row][column] = cell
        if cell.comment is not None:
            notes.append(
                Blok(
                    " ".join(cell.comment.text.split()),
                    Soort.OPMERKING,
                    tabel=sheet.title,
                    plaats=cell.coordinate,
                )
            )
    blocks = []
    for row, cells in by_row.items():
        width = max(cells)
        texts = tuple(
            shown(cells[c].value, cells[c].number_format) if c in cells else "" for c in range(1, width + 1)
        )
        raw = tuple(_raw(cells[c].value) if c in cells else None for c in range(1, width + 1))
        blocks.append(
            Blok(
                " | ".join(filter(None, texts)),
                Soort.VERBORGEN if hidden else Soort.TABELRIJ,
                cellen=texts,
                tabel=sheet.title,
                plaats=f"{get_column_letter(min(cells))}{row}",
                waarden=raw,
            )
        )
    return blocks + notes


def _raw(value: object) -> Waarde:
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds() / 86400
    return None if value is None else str(value)


def _not_calculated(values: Any, formulas: Any) -> list[str]:
    """Cells with a formula whose outcome the file does not hold."""
    return [
        cell.coordinate
        for place, cell in sorted(formulas._cells.items())
        if cell.data_type == "f" and (place not in values._cells or values._cells[place].value is None)
    ]
