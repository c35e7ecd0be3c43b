"""Checks the whole log: no line missing, none changed, each bound to the one before."""

from collections.abc import Iterable
from dataclasses import dataclass

from web.audit.schrijven import hash_van
from web.models.logregel import Logregel

MEESTE_FOUTEN = 20
"""Faults that are told; a broken chain gives one for each line after it otherwise."""


@dataclass(frozen=True, slots=True)
class Anker:
    """A line as somebody noted it outside this system: against a log that was cut off and rewritten."""

    nummer: int
    hash: str


@dataclass(frozen=True, slots=True)
class Nagekeken:
    """`laatste`: the last line, to note as an anker; None of an empty log. `fouten`: in Dutch."""

    aantal: int
    laatste: Anker | None
    fouten: tuple[str, ...]


def kijk_na(regels: Iterable[Logregel], ankers: Iterable[Anker] = ()) -> Nagekeken:
    """Check lines in the order of their number."""
    gezocht = {anker.nummer: anker.hash for anker in ankers}
    fouten: list[str] = []
    aantal, vorige = 0, ""
    for regel in regels:
        aantal += 1
        if regel.nummer != aantal:
            fouten.append(f"Regel {aantal} ontbreekt: na regel {aantal - 1} komt regel {regel.nummer}.")
            aantal = regel.nummer
        if regel.vorige != vorige:
            fouten.append(f"Regel {regel.nummer} sluit niet aan op de regel ervoor.")
        if regel.hash != hash_van(regel):
            fouten.append(f"Regel {regel.nummer} is veranderd nadat zij was geschreven.")
        if gezocht.pop(regel.nummer, regel.hash) != regel.hash:
            fouten.append(f"Regel {regel.nummer} is een andere dan het genoteerde anker.")
        vorige = regel.hash
    fouten += [f"Regel {nummer} van het genoteerde anker is er niet meer." for nummer in gezocht]
    if len(fouten) > MEESTE_FOUTEN:
        fouten = [*fouten[:MEESTE_FOUTEN], f"... en nog {len(fouten) - MEESTE_FOUTEN} andere."]
    return Nagekeken(aantal, Anker(aantal, vorige) if aantal else None, tuple(fouten))
