"""Letters of a page as pdfium gives them, made into words."""

import ctypes
import math
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pypdfium2.raw as raw

from knowledge.documents.pdf.page import Plane

_TEKENS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00a0": " ", "\ufffe": "-", "\u0002": "-"}
    | dict.fromkeys("\uf0fe\uf0fd\uf078", "☒")
    | dict.fromkeys("\uf0a8\uf06f\uf071", "☐")
    | dict.fromkeys("\uf0b7\uf0a7", "•")
    | {"\uf0fc": "✓", "\uf0fb": "✗"}
)
"""Ligatures, hyphens and the signs of Wingdings as the letters they stand for."""
_VET = ("bold", "black", "heavy", "semibold", "demi", "-bd")
_MAX_LETTERS = 200_000
"""Letters of one page; a page holds some 5,000."""


@dataclass(frozen=True, slots=True)
class Style:
    """How the letters of one text object look."""

    vet: bool
    cursief: bool
    kleur: tuple[int, int, int, int]
    onzichtbaar: bool
    """Drawn in invisible mode, as the text layer of a scan is."""
    object: int
    """Address of the text object: its key in Drawing.volgorde."""


@dataclass(slots=True)
class Word:
    """Letters without a gap. Coordinates in points from the top left; `basis` is the baseline."""

    tekst: str
    x0: float
    x1: float
    basis: float
    maat: float
    stijl: Style
    spatie: bool
    """The file has a space (or a new line) before it."""
    gedraaid: tuple[float, float] | None = None
    """Top and bottom, for a word that does not run from left to right."""

    @property
    def boven(self) -> float:
        return self.gedraaid[0] if self.gedraaid else self.basis - 0.78 * self.maat

    @property
    def onder(self) -> float:
        return self.gedraaid[1] if self.gedraaid else self.basis + 0.22 * self.maat


@dataclass(slots=True)
class PageText:
    woorden: list[Word] = field(default_factory=list)
    letters: int = 0
    onleesbaar: int = 0
    """Letters of which the font does not tell which character they are."""


def read_words(textpage: Any, plane: Plane) -> PageText:
    """All words of a page in the order of the file."""
    handle = textpage.raw
    address_of = _text_object()
    page = ctypes.cast(handle, ctypes.c_void_p)
    result = PageText()
    runs: dict[int, _Run] = {}
    box = raw.FS_RECTF()
    upright = plane.draaiing == 0
    current: Word | None = None
    space = True
    high = 0
    for i in range(min(raw.FPDFText_CountChars(handle), _MAX_LETTERS)):
        code = raw.FPDFText_GetUnicode(handle, i)
        if 0xD800 <= code <= 0xDFFF:
            # A sign beyond the first 65,536 comes in two halves; half a sign is no text at all.
            if code < 0xDC00 or not high:
                high = code if code < 0xDC00 else 0
                continue
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        letter = chr(code).translate(_TEKENS)
        if letter.isspace() or raw.FPDFText_IsGenerated(handle, i) == 1:
            space = True
            continue
        address = address_of(page, i) or 0
        run = runs.get(address)
        if run is None:
            run = _run(handle, i, address, plane)
            if address:
                runs[address] = run
        raw.FPDFText_GetLooseCharBox(handle, i, box)
        if upright and not run.gedraaid:
            # Most letters by far: only their left and right edges are needed.
            x0, x1, top, bottom = box.left - plane.links, box.right - plane.links, 0.0, 0.0
        else:
            x0, top, x1, bottom = plane.box(box.left, box.bottom, box.right, box.top)
        baseline = run.basis if run.vlak else _baseline(handle, i, plane)
        result.letters += 1
        if raw.FPDFText_HasUnicodeMapError(handle, i) == 1 or ord(letter[0]) < 32 or letter == "\ufffd":
            result.onleesbaar += 1
        size, turned = run.maat, run.gedraaid
        if current is not None and not space and _goes_on(current, x0, baseline, size, turned, run.stijl):
            current.tekst += letter
            current.x1 = max(current.x1, x1)
            if current.gedraaid:
                current.x0 = min(current.x0, x0)
                current.gedraaid = min(current.gedraaid[0], top), max(current.gedraaid[1], bottom)
            continue
        current = Word(letter, x0, x1, baseline, size, run.stijl, space, (top, bottom) if turned else None)
        space = False
        result.woorden.append(current)
    return result


@dataclass(frozen=True, slots=True)
class _Run:
    """What the letters of one text object share; asking pdfium for it at every letter takes half the time."""

    stijl: Style
    maat: float
    gedraaid: bool
    vlak: bool
    """The text runs exactly level: all its letters stand on `basis`."""
    basis: float


def _run(handle: Any, index: int, address: int, plane: Plane) -> _Run:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, index, matrix)
    size = raw.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)
    along_x, along_y = plane.direction(matrix.a, matrix.b)
    turned = abs(along_y) > 0.2 * abs(along_x) or along_x < 0
    level = bool(address) and not turned and abs(along_y) < 1e-6
    pointer = raw.FPDFText_GetTextObject(handle, index) if address else None
    style = _style(handle, index, pointer, address)
    return _Run(style, size, turned, level, _baseline(handle, index, plane))


def _baseline(handle: Any, index: int, plane: Plane) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(handle, index, x, y)
    return plane.point(x.value, y.value)[1]


@cache
def _text_object() -> Any:
    """FPDFText_GetTextObject with the bare address as result: a pointer object for every letter is slow."""
    address = ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value
    assert address is not None
    return ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(address)


def _goes_on(word: Word, x0: float, baseline: float, size: float, turned: bool, style: Style) -> bool:
    if turned or word.gedraaid:
        return turned and word.gedraaid is not None and word.stijl.object == style.object
    # Letters of a ligature share one place, so a letter may begin before the last one ends; and within one
    # piece of text pdfium itself puts spaces in, so a gap without one is letter spacing.
    back, ahead = (1.2, 0.8) if word.stijl.object == style.object else (0.5, 0.25)
    return (
        abs(baseline - word.basis) < 0.1 * word.maat
        and abs(size - word.maat) < 0.15 * word.maat
        and -back * size < x0 - word.x1 < ahead * size
        and (word.stijl is style or (word.stijl.kleur == style.kleur and word.stijl.vet == style.vet))
    )


def _style(handle: Any, index: int, pointer: Any, address: int) -> Style:
    r, g, b, a = (ctypes.c_uint() for _ in range(4))
    known = raw.FPDFText_GetFillColor(handle, index, r, g, b, a)
    colour = (r.value, g.value, b.value, a.value) if known else (0, 0, 0, 255)
    name, mode = "", raw.FPDF_TEXTRENDERMODE_FILL
    if pointer:
        mode = raw.FPDFTextObj_GetTextRenderMode(pointer)
        font = raw.FPDFTextObj_GetFont(pointer)
        buffer = ctypes.create_string_buffer(128)
        if font and raw.FPDFFont_GetBaseFontName(font, buffer, 128):
            name = buffer.value.decode("latin-1").lower()
        if mode in {raw.FPDF_TEXTRENDERMODE_STROKE, raw.FPDF_TEXTRENDERMODE_STROKE_CLIP}:
            raw.FPDFText_GetStrokeColor(handle, index, r, g, b, a)
            colour = (r.value, g.value, b.value, a.value)
    return Style(
        vet=any(mark in name for mark in _VET),
        cursief="italic" in name or "oblique" in name,
        kleur=colour,
        onzichtbaar=mode in {raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP},
        object=address,
    )
