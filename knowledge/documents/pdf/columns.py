"""Reading order: columns of running text are found and read one after the other."""

from dataclasses import dataclass
from statistics import mean

from knowledge.documents.pdf.forms import PlacedField
from knowledge.documents.pdf.lines import Segment
from knowledge.documents.pdf.tables import Table

Item = Segment | Table | PlacedField

_MIN_REGELS = 4
"""Lines on each side before a gap counts as a gutter."""
_MIN_GOOT = 8.0
_MIN_TEKENS = 22
"""Mean length of a line of running text; labels beside values are shorter."""
_MIN_DEEL = 0.22
"""Least part of the page's width that a column takes."""


@dataclass(frozen=True, slots=True)
class _Gutter:
    links: float
    rechts: float


def in_reading_order(items: list[Item], page_width: float) -> list[list[Item]]:
    """Regions in reading order; each holds the items of one column or full-width band."""
    gutter = _gutter(items, page_width)
    if gutter is None:
        return [items] if items else []
    regions: list[list[Item]] = []
    left: list[Item] = []
    right: list[Item] = []
    across: list[Item] = []

    def close_columns() -> None:
        for side in (left, right):
            if side:
                regions.extend(in_reading_order(list(side), page_width))
                side.clear()

    for item in sorted(items, key=lambda i: (i.box[1], i.box[0])):
        if item.box[2] <= gutter.rechts:
            if across:
                regions.append(list(across))
                across.clear()
            left.append(item)
        elif item.box[0] >= gutter.links:
            if across:
                regions.append(list(across))
                across.clear()
            right.append(item)
        else:
            close_columns()
            across.append(item)
    close_columns()
    if across:
        regions.append(across)
    return regions


def _gutter(items: list[Item], page_width: float) -> _Gutter | None:
    """The widest empty strip with running text on both sides, crossed by little."""
    if sum(_weight(i) for i in items) < 2 * _MIN_REGELS:
        return None
    start, end = min(s.box[0] for s in items), max(s.box[2] for s in items)
    best: tuple[float, _Gutter] | None = None
    x = start + _MIN_DEEL * page_width
    while x < end - _MIN_DEEL * page_width:
        x += 3
        crossing = sum(_weight(s) for s in items if s.box[0] < x < s.box[2])
        left = [s for s in items if s.box[2] <= x]
        right = [s for s in items if s.box[0] >= x]
        if not _is_prose(left) or not _is_prose(right) or not _side_by_side(left, right):
            continue
        lines = [sum(_weight(s) for s in side) for side in (left, right)]
        if crossing * 3 > min(lines):
            continue
        gutter = _Gutter(max(s.box[2] for s in left), min(s.box[0] for s in right))
        width = gutter.rechts - gutter.links
        score = sum(lines) - 2 * crossing + min(width, 40) / 10
        if width >= _MIN_GOOT and (best is None or score > best[0]):
            best = (score, gutter)
    return best[1] if best else None


def _weight(item: Item) -> int:
    """Lines that an item takes; a table its rows."""
    return len(item.rijen) if isinstance(item, Table) else 1


def _is_prose(side: list[Item]) -> bool:
    """Lines long enough to be running text; a table in a column counts by its rows."""
    lengths = [len(s.tekst) for s in side if isinstance(s, Segment)]
    return sum(_weight(s) for s in side) >= _MIN_REGELS and bool(lengths) and mean(lengths) >= _MIN_TEKENS


def _side_by_side(left: list[Item], right: list[Item]) -> bool:
    """Enough lines of one side have something of the other beside them: else it is no pair of columns."""
    beside = [s for s in left if any(s.box[1] < o.box[3] and o.box[1] < s.box[3] for o in right)]
    return sum(_weight(s) for s in beside) >= _MIN_REGELS
