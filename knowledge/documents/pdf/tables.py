"""Tables found by their ruling lines, with pdfplumber's rules for lines, crossings and cells."""

from dataclasses import dataclass
from typing import Any

from knowledge.documents.pdf.drawing import Box, Drawing

_SPELING = 3.0
"""Lines this close (points) are one line, ends this close meet."""
_MAX_KRUISINGEN = 400_000
"""Lines across times lines down; beyond this a page holds a drawing, no table."""


@dataclass(slots=True)
class Table:
    """A ruled table; `rijen` holds per row the cell boxes by column (None where a cell is merged away)."""

    box: Box
    rijen: list[list[Box | None]]
    kolommen: list[float]
    """Left edge of each column."""


def find_tables(drawing: Drawing) -> list[Table]:
    """Tables of at least two columns, from top to bottom."""
    if len(drawing.horizontaal) < 2 or len(drawing.verticaal) < 2:
        return []
    from pdfplumber import table as rules

    edges = [_edge(box, "h") for box in drawing.horizontaal] + [_edge(box, "v") for box in drawing.verticaal]
    merged = rules.merge_edges(edges, _SPELING, _SPELING, _SPELING, _SPELING)
    across = sum(1 for edge in merged if edge["orientation"] == "h")
    if across * (len(merged) - across) > _MAX_KRUISINGEN:
        return []
    crossings = rules.edges_to_intersections(merged, _SPELING, _SPELING)
    groups: list[list[Box]] = rules.cells_to_tables(rules.intersections_to_cells(crossings))
    tables = [_table(cells) for cells in groups]
    return sorted((t for t in tables if len(t.kolommen) > 1), key=lambda t: t.box[1])


def _edge(box: Box, orientation: str) -> dict[str, Any]:
    """A line as pdfplumber describes edges; a drawn line with thickness becomes its middle."""
    x0, top, x1, bottom = box
    if orientation == "h":
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
        "orientation": orientation, "object_type": "line",
    }  # fmt: skip


def _table(cells: list[Box]) -> Table:
    columns = sorted({cell[0] for cell in cells})
    rows = []
    for top in sorted({cell[1] for cell in cells}):
        row: list[Box | None] = [None] * len(columns)
        for cell in cells:
            if cell[1] == top:
                row[columns.index(cell[0])] = cell
        rows.append(row)
    box = (
        min(c[0] for c in cells), min(c[1] for c in cells), max(c[2] for c in cells), max(c[3] for c in cells)
    )  # fmt: skip
    return Table(box, rows, columns)
