"""What the assistant gives back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Citaat:
    """A place that an answer leans on. `score`: how well it fits the question, 0 to 1."""

    bron: str
    vindplaats: str
    tekst: str
    score: float
    koppen: tuple[str, ...] = ()
    """Titles of the headings above the passage, the highest first, or the subject of a catalogue entry."""
    passage: int | None = None
    """Which passage of the imported document this is (`Brondocument.passages`, from 0), to show it among its
    neighbours; None where the document was not imported."""

    def to_json(self) -> dict[str, Any]:
        return {
            "bron": self.bron,
            "vindplaats": self.vindplaats,
            "tekst": self.tekst,
            "score": round(self.score, 2),
            "koppen": list(self.koppen),
            "passage": self.passage,
        }


@dataclass(frozen=True, slots=True)
class Rekenhulp:
    """A calculator that works out what was asked, with the input that the question gives.

    `sleutel`: of a rekentool in `knowledge.calculators.register`; `label`: for a link or button.
    """

    sleutel: str
    invoer: Mapping[str, Any]
    label: str

    def to_json(self) -> dict[str, Any]:
        return {"sleutel": self.sleutel, "invoer": dict(self.invoer), "label": self.label}


@dataclass(frozen=True, slots=True)
class Deel:
    """One side of a comparison: what this bron says, or that it says nothing (`beantwoord` False)."""

    bron: str
    beantwoord: bool
    kort: str
    citaten: tuple[Citaat, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "bron": self.bron,
            "beantwoord": self.beantwoord,
            "kort": self.kort,
            "citaten": [c.to_json() for c in self.citaten],
        }


@dataclass(frozen=True, slots=True)
class Antwoord:
    """An answer with its citations, the best first; or a refusal with the nearest passages."""

    vraag: str
    beantwoord: bool
    antwoord: str
    """All that is told: opens with `kort`, then what else the reader needs."""
    citaten: tuple[Citaat, ...] = ()
    kort: str = ""
    """The direct answer: a sentence, figure, yes or no with its condition, list, definition or table row."""
    rekentools: tuple[Rekenhulp, ...] = ()
    gelezen_als: str = ""
    """A follow-up question written out in full; empty when the question stands by itself."""
    gezocht_in: tuple[str, ...] = ()
    """Names of the bronnen that were searched."""
    delen: tuple[Deel, ...] = ()
    """The sides of a comparison, in the order of the question; empty for other questions."""

    def to_json(self) -> dict[str, Any]:
        """As printed by `knowledge ask --json`: the contract's keys first."""
        return {
            "vraag": self.vraag,
            "beantwoord": self.beantwoord,
            "antwoord": self.antwoord,
            "citaten": [c.to_json() for c in self.citaten],
            "kort": self.kort,
            "rekentools": [r.to_json() for r in self.rekentools],
            "gelezen_als": self.gelezen_als,
            "gezocht_in": list(self.gezocht_in),
            "delen": [d.to_json() for d in self.delen],
        }

    def toelichting(self) -> str:
        """What `antwoord` tells after `kort`; empty when that is all."""
        return self.antwoord.removeprefix(self.kort).strip()
