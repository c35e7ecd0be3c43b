"""What is drawn on a page besides text: ruling lines, filled areas and pictures, in drawing order."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as raw

from knowledge.documents.pdf.page import IDENTITY, Matrix, Plane, apply, matrix_of, multiply

Box = tuple[float, float, float, float]
Colour = tuple[int, int, int, int]

_DUN = 3.0
"""A filled area thinner than this is a line, in points."""
_KORT = 4.0
_MAX_OBJECTEN = 20_000
_MAX_DIEPTE = 5
_MAX_SEGMENTEN = 400
"""A path with more pieces is a picture, no ruling."""


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle or a picture (`kleur` None), with its place in the drawing order."""

    box: Box
    kleur: Colour | None
    volgorde: int


@dataclass(slots=True)
class Drawing:
    """Lines and areas of one page; `volgorde` gives the drawing order of text objects by address."""

    horizontaal: list[Box] = field(default_factory=list)
    verticaal: list[Box] = field(default_factory=list)
    vlakken: list[Area] = field(default_factory=list)
    volgorde: dict[int, int] = field(default_factory=dict)


def read_drawing(page: Any, plane: Plane) -> Drawing:
    """Walk the page's objects, form XObjects included. Pages with very many objects are cut short."""
    drawing = Drawing()
    for index, (element, matrix) in enumerate(_objects(page.raw)):
        if index >= _MAX_OBJECTEN:
            break
        kind = raw.FPDFPageObj_GetType(element)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            drawing.volgorde[ctypes.addressof(element.contents)] = index
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            _add_path(drawing, element, multiply(matrix_of(element), matrix), plane, index)
        elif kind in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING}:
            corners = [apply(multiply(matrix_of(element), matrix), x, y) for x in (0, 1) for y in (0, 1)]
            drawing.vlakken.append(Area(_bounds([plane.point(*c) for c in corners]), None, index))
    return drawing


def _objects(page: Any) -> Iterator[tuple[Any, Matrix]]:
    def within(form: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
        for i in range(raw.FPDFFormObj_CountObjects(form)):
            child = raw.FPDFFormObj_GetObject(form, i)
            yield from one(child, matrix, depth)

    def one(element: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
        if raw.FPDFPageObj_GetType(element) != raw.FPDF_PAGEOBJ_FORM:
            yield element, matrix
        elif depth < _MAX_DIEPTE:
            yield from within(element, multiply(matrix_of(element), matrix), depth + 1)

    for i in range(raw.FPDFPage_CountObjects(page)):
        yield from one(raw.FPDFPage_GetObject(page, i), IDENTITY, 0)


def _add_path(drawing: Drawing, element: Any, matrix: Matrix, plane: Plane, index: int) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(element, fill, stroke)
    colour = _colour(element, raw.FPDFPageObj_GetFillColor)
    visible_stroke = bool(stroke.value) and _visible(_colour(element, raw.FPDFPageObj_GetStrokeColor))
    visible_fill = bool(fill.value) and colour is not None and colour[3] > 0
    if not visible_fill and not visible_stroke:
        return
    for points, straight in _subpaths(element, matrix, plane):
        box = _bounds(points)
        width, height = box[2] - box[0], box[3] - box[1]
        thin = min(width, height) <= _DUN
        if thin and max(width, height) >= _KORT and _visible(colour if visible_fill else (0, 0, 0, 255)):
            (drawing.horizontaal if width > height else drawing.verticaal).append(box)
            continue
        if visible_stroke and straight:
            for (ax, ay), (bx, by) in pairwise(points):
                if abs(ay - by) < 0.5 and abs(ax - bx) >= _KORT:
                    drawing.horizontaal.append((min(ax, bx), ay, max(ax, bx), ay))
                elif abs(ax - bx) < 0.5 and abs(ay - by) >= _KORT:
                    drawing.verticaal.append((ax, min(ay, by), ax, max(ay, by)))
        if visible_fill and not thin:
            drawing.vlakken.append(Area(box, colour, index))
            page_wide = width > 0.95 * plane.breedte and height > 0.95 * plane.hoogte
            if straight and not visible_stroke and _visible(colour) and not page_wide:
                left, top, right, bottom = box
                drawing.horizontaal += [(left, top, right, top), (left, bottom, right, bottom)]
                drawing.verticaal += [(left, top, left, bottom), (right, top, right, bottom)]


def _subpaths(element: Any, matrix: Matrix, plane: Plane) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Each piece of a path as points on the page, and whether it has only straight sides."""
    points: list[tuple[float, float]] = []
    straight = True
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(min(raw.FPDFPath_CountSegments(element), _MAX_SEGMENTEN)):
        segment = raw.FPDFPath_GetPathSegment(element, i)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, straight
            points, straight = [], True
        elif kind == raw.FPDF_SEGMENT_BEZIERTO:
            straight = False
        points.append(plane.point(*apply(matrix, x.value, y.value)))
        if raw.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if len(points) > 1:
        yield points, straight


def _bounds(points: list[tuple[float, float]]) -> Box:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _colour(element: Any, ask: Any) -> Colour | None:
    r, g, b, a = (ctypes.c_uint() for _ in range(4))
    return (r.value, g.value, b.value, a.value) if ask(element, r, g, b, a) else None


def _visible(colour: Colour | None) -> bool:
    """Not white and not transparent."""
    return colour is not None and colour[3] > 0 and min(colour[:3]) < 250
