"""What exists in a placement problem: Groep, Jeugdige, Fase, Vastlegging, Probleem. Facts only, no rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

WOONVORMEN = (
    "pleegzorg",
    "deeltijdpleegzorg",
    "gezinshuis",
    "zorgboerderij",
    "wonen",
    "fasehuis",
    "behandelgroep",
    "driemilieu",
    "jeugdzorgplus",
    "ggz",
    "kdv",
    "kdv_intensief",
)

STANDAARDGEWICHTEN: Mapping[str, int] = {
    "niet_geplaatst": 10000,
    "verplaatsing": 400,
    "wachten": 20,
    "kgw": 60,
    "afstand": 1,
    "intensiteit": 150,
    "samen": 300,
    "voorkeur": 50,
    "kosten_euro": 0,
}
"""The criteria of the cost and the weight of each unless the input says otherwise."""

CRITERIA: tuple[str, ...] = tuple(STANDAARDGEWICHTEN)


@dataclass(frozen=True, slots=True)
class Groep:
    """A house or group with beds; a pleeggezin or gezinshuis is one too.

    `roosteruren` is in hundredths of an hour per week (None: no limit). Beds count in the weeks
    `open_van` <= week < `open_tot`.
    """

    id: str
    aanbieder: str
    locatie: str
    woonvorm: str
    intensiteiten: frozenset[str]
    capaciteit: int
    roosteruren: int | None
    kgw: bool
    pc4: str
    lat: float
    lon: float
    regio_km: float
    kenmerken: frozenset[str]
    gereserveerd_voor: str | None
    open_van: int
    open_tot: int

    def bedden(self, week: int) -> int:
        """Beds in a week: the capacity, or 0 when the groep is closed."""
        return self.capaciteit if self.open_van <= week < self.open_tot else 0


@dataclass(frozen=True, slots=True)
class Fase:
    """A stretch of weeks at one intensity; `weken` None runs to the horizon."""

    intensiteit: str
    weken: int | None


@dataclass(frozen=True, slots=True)
class Jeugdige:
    """A child who waits, or a resident (`huidige_groep` is filled) who has a future. `start` is a week."""

    id: str
    gemeente: str
    pc4: str
    lat: float
    lon: float
    huidige_groep: str | None
    start: int
    fasen: tuple[Fase, ...]
    urgentie: int
    kgw_voorkeur: int
    intensiteit_marge: int
    vereist: frozenset[str]
    machtiging_gesloten: bool
    max_afstand_km: float | None
    buiten_regio: bool
    voorkeur: frozenset[str]
    uitgesloten: frozenset[str]
    samen_met: frozenset[str]
    apart_van: frozenset[str]

    @property
    def bewoner(self) -> bool:
        return self.huidige_groep is not None


@dataclass(frozen=True, slots=True)
class Vastlegging:
    """A coordinator's choice: in this phase (from 1) this groep must (`vast`) or must not be used."""

    jeugdige_id: str
    fase: int
    groep_id: str
    vast: bool


@dataclass(frozen=True)
class Probleem:
    """One placement problem. `peildatum` is the first day of week 0; `horizon` is in weeks."""

    peildatum: date
    horizon: int
    groepen: Mapping[str, Groep]
    jeugdigen: Mapping[str, Jeugdige]
    vastleggingen: tuple[Vastlegging, ...] = ()
    gewichten: Mapping[str, int] = field(default_factory=lambda: dict(STANDAARDGEWICHTEN))
    regio: str = ""
    beloften: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """Groepen told to people before, by (jeugdige_id, fase): another groep breaks that promise."""
    gewicht_belofte: int = 0
    """Points for each broken promise: what a change must at least gain."""

    @cached_property
    def bewoners(self) -> Mapping[str, tuple[Jeugdige, ...]]:
        """Residents by the groep in which they live now; groepen without residents are absent."""
        per_groep: dict[str, list[Jeugdige]] = {}
        for jeugdige in self.jeugdigen.values():
            if jeugdige.huidige_groep is not None:
                per_groep.setdefault(jeugdige.huidige_groep, []).append(jeugdige)
        return {groep_id: tuple(wie) for groep_id, wie in per_groep.items()}

    @cached_property
    def keuzes(self) -> Mapping[tuple[str, int], tuple[Vastlegging, ...]]:
        """What the coordinator laid down, by (jeugdige_id, fase)."""
        per_fase: dict[tuple[str, int], list[Vastlegging]] = {}
        for keuze in self.vastleggingen:
            per_fase.setdefault((keuze.jeugdige_id, keuze.fase), []).append(keuze)
        return {sleutel: tuple(keuzes) for sleutel, keuzes in per_fase.items()}

    def _paren(self, kolom: str) -> tuple[tuple[str, str], ...]:
        paren = {
            (min(een, ander), max(een, ander))
            for een, jeugdige in self.jeugdigen.items()
            for ander in getattr(jeugdige, kolom)
            if ander in self.jeugdigen and ander != een
        }
        return tuple(sorted(paren))

    @cached_property
    def paren_samen(self) -> tuple[tuple[str, str], ...]:
        """Pairs to keep together, each once, whichever of the two names the other."""
        return self._paren("samen_met")

    @cached_property
    def paren_apart(self) -> tuple[tuple[str, str], ...]:
        """Pairs never in one groep at the same time, each once."""
        return self._paren("apart_van")
