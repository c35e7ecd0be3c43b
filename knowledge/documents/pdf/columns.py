"""Reading order: columns of running text are found and read one after the other."""

from dataclasses import dataclass
from statistics import mean

from knowledge.documents.pdf.lines import Segment
from knowledge.documents.pdf.tables import Table

Item = Segment | Table

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
    segments = [i for i in items if isinstance(i, Segment)]
    if len(segments) < 2 * _MIN_REGELS:
        return None
    start, end = min(s.box[0] for s in segments), max(s.box[2] for s in segments)
    best: tuple[float, _Gutter] | None = None
    x = start + _MIN_DEEL * page_width
    while x < end - _MIN_DEEL * page_width:
        x += 3
        crossing = [s for s in segments if s.box[0] < x < s.box[2]]
        left = [s for s in segments if s.box[2] <= x]
        right = [s for s in segments if s.box[0] >= x]
        if len(crossing) * 3 > min(len(left), len(right)) or not _is_prose(left) or not _is_prose(right):
            continue
        # Lines of the other side beside this one: without them it is no pair of columns.
        beside = [s for s in left if any(abs(s.basis - o.basis) < 2 * s.maat for o in right)]
        if len(beside) < _MIN_REGELS:
            continue
        gutter = _Gutter(max(s.box[2] for s in left), min(s.box[0] for s in right))
        width = gutter.rechts - gutter.links
        score = len(left) + len(right) - 2 * len(crossing) + min(width, 40) / 10
        if width >= _MIN_GOOT and (best is None or score > best[0]):
            best = (score, gutter)
    return best[1] if best else None


def _is_prose(segments: list[Segment]) -> bool:
    return len(segments) >= _MIN_REGELS and mean(len(s.tekst) for s in segments) >= _MIN_TEKENS
