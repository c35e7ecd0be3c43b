"""Numbers as Dutch readers write them: € 1,96 and 1.234,5."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

_CENT = Decimal("0.01")


def getal(waarde: Decimal, decimalen: int | None = None) -> str:
    """1234.5 -> "1.234,5"; with `decimalen` rounded half up to that many places."""
    if decimalen is not None:
        waarde = waarde.quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)
    return f"{waarde:,f}".translate(str.maketrans(",.", ".,"))


def euro(bedrag: Decimal) -> str:
    """1.96 -> "€ 1,96"; an amount that is given without cents stays so: 21572 -> "€ 21.572"."""
    cents = bedrag.as_tuple().exponent != 0
    return f"€ {getal(bedrag, 2 if cents else 0)}"


def op_centen(bedrag: Decimal) -> Decimal:
    """Rounded half up to whole cents."""
    return bedrag.quantize(_CENT, rounding=ROUND_HALF_UP)


def als_getal(breuk: Fraction) -> Decimal:
    """A fraction as a decimal number (28 digits)."""
    return Decimal(breuk.numerator) / Decimal(breuk.denominator)


def kort(waarde: Decimal, decimalen: int = 2) -> str:
    """At most so many decimals, without zeros at the end: 224.00 -> "224"; 67.333 -> "67,33"."""
    text = getal(waarde, decimalen)
    return text.rstrip("0").rstrip(",") if "," in text else text
