"""The page as a plane of points from its top left corner, whatever its rotation or crop box."""

from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Plane:
    """Turns PDF user space (y upwards, any origin) into points from the top left of the page as shown."""

    links: float
    onder: float
    rechts: float
    boven: float
    draaiing: int

    @classmethod
    def of(cls, page: Any) -> "Plane":
        # The boxes of the page itself miss those it inherits; this one is what pdfium shows.
        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page.raw, box)
        return cls(box.left, box.bottom, box.right, box.top, page.get_rotation())

    @property
    def breedte(self) -> float:
        return self.boven - self.onder if self.draaiing in {90, 270} else self.rechts - self.links

    @property
    def hoogte(self) -> float:
        return self.rechts - self.links if self.draaiing in {90, 270} else self.boven - self.onder

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self.draaiing:
            case 90:
                return y - self.onder, x - self.links
            case 180:
                return self.rechts - x, y - self.onder
            case 270:
                return self.boven - y, self.rechts - x
            case _:
                return x - self.links, self.boven - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """(left, top, right, bottom) of a rectangle in user space."""
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def direction(self, dx: float, dy: float) -> tuple[float, float]:
        """A direction in user space as seen on the page (y downwards)."""
        (ax, ay), (bx, by) = self.point(0, 0), self.point(dx, dy)
        return bx - ax, by - ay


def matrix_of(element: Any) -> Matrix:
    """The matrix of a page object."""
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(element, found):
        return IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """Apply `first`, then `second`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
