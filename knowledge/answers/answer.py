"""What the assistant gives back."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Citaat:
    """A place that an answer leans on. `score`: how well it fits the question, 0 to 1."""

    bron: str
    vindplaats: str
    tekst: str
    score: float


@dataclass(frozen=True, slots=True)
class Antwoord:
    """An answer with its citations, the best first; or a refusal with the nearest passages."""

    vraag: str
    beantwoord: bool
    antwoord: str
    citaten: tuple[Citaat, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As printed by `knowledge ask --json`."""
        return {
            "vraag": self.vraag,
            "beantwoord": self.beantwoord,
            "antwoord": self.antwoord,
            "citaten": [
                {"bron": c.bron, "vindplaats": c.vindplaats, "tekst": c.tekst, "score": round(c.score, 2)}
                for c in self.citaten
            ],
        }
