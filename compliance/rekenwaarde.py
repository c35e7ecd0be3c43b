"""What a bid tells of a rekentool's input. Apart from its readers, so that a page loads it alone."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Rekenwaarde:
    """A rekentool with what was read for it. `gegevens`: plain data, as its form takes them; `titel`: what it
    is about ("Huis De Kade"), "" for the bid as a whole; `bronnen`: where it was read."""

    rekentool: str
    titel: str
    gegevens: dict[str, Any]
    bronnen: tuple[tuple[str, str, int | None], ...]
    """(what, file, page) of each place."""
