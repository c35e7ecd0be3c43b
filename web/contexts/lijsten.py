"""Rows of overviews: what was made, how far it is."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """`toestand`: key of a label ("klaar", "bezig", "mislukt"); `uitslag`: the result in a few words;
    `bij`: the tender that it came in for."""

    adres: str
    soort: str
    naam: str
    demo: bool
    gemaakt: datetime
    toestand: str
    uitslag: str
    bij: str = ""
