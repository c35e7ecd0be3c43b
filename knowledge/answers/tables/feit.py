"""An answer out of a table."""

from dataclasses import dataclass

from knowledge.text.sentences import sentences

LONGEST_ROW = 160
"""Characters of a table's answer that is short by itself."""


@dataclass(frozen=True, slots=True)
class Feit:
    """An answer out of a table, with the place of the table."""

    antwoord: str
    vindplaats: str

    @property
    def kort(self) -> str:
        """The row itself: the first sentence, with the yes or no before it, of an answer that tells more."""
        parts = sentences(self.antwoord)
        opening = 2 if parts[0] in ("Ja.", "Nee.") else 1
        return " ".join(parts[:opening]) if len(self.antwoord) > LONGEST_ROW else self.antwoord
