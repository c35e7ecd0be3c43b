"""Small pieces of Dutch for the report: numbers, dates, lists."""

from collections.abc import Iterable
from datetime import date

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip


def getal_tekst(waarde: float, decimalen: int = 2) -> str:
    """A number as a Dutch reader writes it: 1234.5 is "1.234,5"."""
    tekst = f"{waarde:,.{decimalen}f}".rstrip("0").rstrip(".") if decimalen else f"{waarde:,.0f}"
    return tekst.replace(",", "\0").replace(".", ",").replace("\0", ".")


def euro(bedrag: float) -> str:
    """An amount in whole euro: "€ 2.000.000"."""
    return f"€ {getal_tekst(bedrag, 0 if bedrag == int(bedrag) else 2)}"


def dag_tekst(dag: date) -> str:
    """A day in words: "18 juli 2022"."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def opsomming(delen: Iterable[str], laatste: str = " en ") -> str:
    """ "a, b en c"."""
    rij = list(delen)
    return rij[0] if len(rij) == 1 else ", ".join(rij[:-1]) + laatste + rij[-1] if rij else ""
