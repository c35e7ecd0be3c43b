"""What every rekentool gives back: the answer, the input echoed, each step with its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Stap:
    """One step of a calculation: what is worked out, the sum, what comes out, and by which rule."""

    omschrijving: str
    berekening: str
    """The sum as a reader checks it: "260 uur : 1.000 openingsuren"; empty where there is none."""
    uitkomst: str
    vindplaats: str = ""


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What a rekentool finds. `waarden`: the results as data (Decimal, int, str, date, bool, lists)."""

    rekentool: str
    """Sleutel of the rekentool."""
    antwoord: str
    """The result in one or two sentences of plain Dutch."""
    invoer: Mapping[str, Any]
    """The input, echoed as data."""
    waarden: Mapping[str, Any]
    stappen: tuple[Stap, ...]
    vindplaatsen: tuple[str, ...]
    """The rules that were used: ("§9.7", "eis 83")."""
    opmerkingen: tuple[str, ...] = ()
    """What the reader must know beside it: exceptions, doubts, places that contradict each other."""

    def als_json(self) -> dict[str, Any]:
        """Plain JSON data: Decimals become numbers, dates ISO text."""
        return {
            "rekentool": self.rekentool,
            "antwoord": self.antwoord,
            "invoer": _plat(dict(self.invoer)),
            "waarden": _plat(dict(self.waarden)),
            "stappen": [
                {
                    "omschrijving": s.omschrijving,
                    "berekening": s.berekening,
                    "uitkomst": s.uitkomst,
                    "vindplaats": s.vindplaats,
                }
                for s in self.stappen
            ],
            "vindplaatsen": list(self.vindplaatsen),
            "opmerkingen": list(self.opmerkingen),
        }

    def als_tekst(self) -> str:
        """For a terminal: the answer, the steps with their places, the remarks."""
        lines = [self.antwoord, ""]
        for number, stap in enumerate(self.stappen, 1):
            sum_ = f" {stap.berekening} =" if stap.berekening else ""
            place = f" ({stap.vindplaats})" if stap.vindplaats else ""
            lines.append(f"{number}. {stap.omschrijving}:{sum_} {stap.uitkomst}{place}")
        lines += ["", *(f"Let op: {o}" for o in self.opmerkingen)] if self.opmerkingen else []
        return "\n".join(lines)


def _plat(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, dict):
        return {str(k): _plat(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plat(v) for v in value]
    if isinstance(value, BaseModel):
        return _plat(value.model_dump())
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value
