"""How cells of a workbook look, and how text gets into them."""

import math
from decimal import Decimal
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

_KOP = PatternFill("solid", fgColor="1F4E5F")
_GEEL = PatternFill("solid", fgColor="FFF6CC")
_LIJN = Border(*(Side(style="thin", color="B0B0B0"),) * 4)
REGELHOOGTE = 15.0
"""Points that a line of text takes."""
_BOVEN = Alignment(wrap_text=True, vertical="top")
_LINKS = Alignment(wrap_text=True, vertical="top", indent=1)
"""Text beside a number, which stands at the right of its cell."""
_DUIZEND = 10_000
"""From here a number is an amount, and not a year."""


def titel(blad: Any, text: str) -> None:
    blad.cell(1, 1, text).font = Font(name="Calibri", bold=True, size=14)


def kop(blad: Any, row: int, column: int, text: str) -> None:
    cell = blad.cell(row, column)
    zet(cell, text)
    cell.fill = _KOP
    cell.font = Font(name="Calibri", bold=True, color="FFFFFF")
    cell.alignment = _BOVEN
    cell.border = _LIJN


def tekst(blad: Any, row: int, column: int, value: Any) -> None:
    cell = blad.cell(row, column)
    zet(cell, value)
    cell.alignment = _LINKS if isinstance(value, str) and column > 1 else _BOVEN


def invulcel(blad: Any, row: int, column: int, value: Any = None, vorm: str = "General") -> Any:
    """A yellow cell that a user fills in; the only kind that is not locked."""
    cell = blad.cell(row, column)
    zet(cell, value)
    cell.fill = _GEEL
    cell.border = _LIJN
    cell.protection = Protection(locked=False)
    cell.number_format = _getalvorm(cell.value) if vorm == "General" else vorm
    return cell


def _getalvorm(value: Any) -> str:
    """Amounts with a point at each thousand; years and small numbers as they are."""
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) < _DUIZEND:
        return "General"
    return "#,##0.00" if value % 1 else "#,##0"


def zet(cell: Any, value: Any) -> None:
    """Put a value in a cell; text that looks like a formula stays text."""
    cell.value = float(value) if isinstance(value, Decimal) else value
    if isinstance(value, str):
        cell.data_type = "s"


def breedtes(blad: Any, *widths: int) -> None:
    for column, width in enumerate(widths, 1):
        blad.column_dimensions[get_column_letter(column)].width = width


def op_papier(blad: Any, kopregel: int = 0) -> None:
    """Landscape, as wide as one page, and rows as high as their wrapped text.

    Programs that do not work heights out themselves would let lines run over each other. `kopregel`: the row
    that comes back on every page.
    """
    blad.page_setup.orientation = "landscape"
    blad.page_setup.paperSize = blad.PAPERSIZE_A4
    blad.page_setup.fitToHeight = 0
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if kopregel:
        blad.print_title_rows = f"{kopregel}:{kopregel}"
    for rij in blad.iter_rows():
        regels = max(map(_regels, rij))
        if regels > 1 and blad.row_dimensions[rij[0].row].height is None:
            blad.row_dimensions[rij[0].row].height = regels * REGELHOOGTE


def _regels(cell: Any) -> int:
    """Lines that the text of a cell takes. A bold letter is wider."""
    if not isinstance(cell.value, str) or not cell.alignment.wrap_text:
        return 1
    breedte = cell.parent.column_dimensions[cell.column_letter].width * (0.85 if cell.font.bold else 0.95)
    return sum(max(1, math.ceil(len(regel) / breedte)) for regel in cell.value.split("\n"))
