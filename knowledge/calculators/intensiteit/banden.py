"""Where a begeleidingsintensiteit lies among the bands of the catalogue (§8.5.3, §9.7).

Values are exact fractions: rounding first would move a group into the next band. The bounds belong to a band
or not as the document words them ("t/m" or "tot"); two bands may claim the same bound.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from knowledge.catalogue.models import Intensiteit

Soort = Literal["binnen", "grens", "tussen", "buiten"]


@dataclass(frozen=True, slots=True)
class Ligging:
    """binnen: one band holds the value. grens: two bands claim it. tussen: in a gap between two bands.
    buiten: below or above all of them, `banden` is then the nearest one."""

    soort: Soort
    banden: tuple[Intensiteit, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The levels that may be meant; none outside all bands."""
        return () if self.soort == "buiten" else tuple(b.code for b in self.banden)


def met_band(intensiteiten: Iterable[Intensiteit], soort: str) -> tuple[Intensiteit, ...]:
    """The levels of this kind that hours decide, from low to high. Pleegzorg (A, B) and ggz have no band."""
    found = [i for i in intensiteiten if i.soort == soort and (i.onder, i.boven) != (None, None)]
    return tuple(sorted(found, key=lambda i: (i.onder is not None, i.onder or 0)))


def ligging(waarde: Fraction, banden: Iterable[Intensiteit]) -> Ligging:
    """The place of a value among bands that run from low to high; at least one band."""
    banden = tuple(banden)
    claims = tuple(b for b in banden if not _onder(b, waarde) and not _boven(b, waarde))
    if claims:
        return Ligging("grens" if len(claims) > 1 else "binnen", claims)
    lower = [b for b in banden if _boven(b, waarde)]
    higher = [b for b in banden if _onder(b, waarde)]
    if lower and higher:
        return Ligging("tussen", (lower[-1], higher[0]))
    return Ligging("buiten", (lower[-1],) if lower else (higher[0],))


def codes_rond(waarde: Fraction, banden: Iterable[Intensiteit], speling: Fraction) -> frozenset[str]:
    """The codes of the bands a value may belong to when it is only known to within `speling`."""
    return frozenset(
        b.code
        for b in banden
        if (b.onder is None or waarde >= Fraction(b.onder) - speling)
        and (b.boven is None or waarde <= Fraction(b.boven) + speling)
    )


def decimalen(banden: Iterable[Intensiteit]) -> int:
    """In how many decimals the document writes the bounds: 1 for verblijf, 2 for groepsaanbod."""
    bounds = (g for b in banden for g in (b.onder, b.boven) if g is not None)
    return max((-int(g.as_tuple().exponent) for g in bounds), default=0)


def _onder(band: Intensiteit, waarde: Fraction) -> bool:
    """Does the value lie below the band?"""
    if band.onder is None:
        return False
    onder = Fraction(band.onder)
    return waarde < onder or (waarde == onder and not band.onder_inclusief)


def _boven(band: Intensiteit, waarde: Fraction) -> bool:
    if band.boven is None:
        return False
    boven = Fraction(band.boven)
    return waarde > boven or (waarde == boven and not band.boven_inclusief)
