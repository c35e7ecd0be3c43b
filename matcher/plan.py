"""A placement plan and its JSON form."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from knowledge.errors import InvoerFout

STATUSSEN = ("OPTIMAL", "FEASIBLE", "INFEASIBLE")


@dataclass(frozen=True, slots=True, order=True)
class Plaatsing:
    """One phase of one child in one groep, from `week_van` up to and not including `week_tot`."""

    jeugdige_id: str
    fase: int
    groep_id: str
    week_van: int
    week_tot: int


@dataclass(frozen=True, slots=True)
class NietGeplaatst:
    """A child without a place, with the reasons in plain Dutch."""

    jeugdige_id: str
    redenen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A plan: who lives where and when, who has no place, and what it costs.

    `ondergrens` is a proven lower bound on the cost of any plan. With status INFEASIBLE there is no
    plan: both lists are empty and `kosten` and `ondergrens` are None.
    """

    status: str
    kosten: int | None
    ondergrens: int | None
    seconden: float
    plaatsingen: tuple[Plaatsing, ...]
    niet_geplaatst: tuple[NietGeplaatst, ...]
    kosten_per_criterium: Mapping[str, int] = field(default_factory=dict)

    @property
    def per_jeugdige(self) -> dict[str, tuple[Plaatsing, ...]]:
        """The placements of each placed child in order of phase."""
        rijen: dict[str, list[Plaatsing]] = {}
        for plaatsing in sorted(self.plaatsingen):
            rijen.setdefault(plaatsing.jeugdige_id, []).append(plaatsing)
        return {jeugdige_id: tuple(rij) for jeugdige_id, rij in rijen.items()}

    @property
    def kloof(self) -> float | None:
        """How far the cost may at most be from the best possible, as a share of the cost (0.01 is 1%)."""
        if self.kosten is None or self.ondergrens is None:
            return None
        return (self.kosten - self.ondergrens) / self.kosten if self.kosten else 0.0

    def to_json(self) -> dict[str, Any]:
        """The plan as the JSON object of the contract."""
        return {
            "status": self.status,
            "kosten": self.kosten,
            "ondergrens": self.ondergrens,
            "seconden": round(self.seconden, 3),
            "plaatsingen": [
                {
                    "jeugdige_id": p.jeugdige_id,
                    "fase": p.fase,
                    "groep_id": p.groep_id,
                    "week_van": p.week_van,
                    "week_tot": p.week_tot,
                }
                for p in self.plaatsingen
            ],
            "niet_geplaatst": [
                {"jeugdige_id": n.jeugdige_id, "redenen": list(n.redenen)} for n in self.niet_geplaatst
            ],
            "kosten_per_criterium": dict(self.kosten_per_criterium),
        }

    @classmethod
    def from_json(cls, waarde: Any, bron: str = "plan.json") -> "Plan":
        """Read a plan from its JSON object; `bron` names the file in errors.

        Only the two lists are required: a plan made by hand needs no cost. Raises InvoerFout with
        every fault in the form of the plan.
        """
        return _Lezer(bron).plan(waarde)


def read_plan(pad: Path) -> Plan:
    """Read plan.json. Raises InvoerFout when it is absent, no JSON, or has not the form of a plan."""
    try:
        tekst = pad.read_text(encoding="utf-8-sig")
    except OSError as fout:
        raise InvoerFout(f"{pad}: kan dit bestand niet lezen ({fout.strerror}).") from fout
    except UnicodeDecodeError as fout:
        raise InvoerFout(f"{pad}: is geen tekst in UTF-8.") from fout
    try:
        waarde = json.loads(tekst)
    except (ValueError, RecursionError) as fout:
        raise InvoerFout(f"{pad}: is geen geldige JSON.") from fout
    return Plan.from_json(waarde, str(pad))


class _Lezer:
    """Collects every fault in the form of one plan before refusing it."""

    def __init__(self, bron: str) -> None:
        self.bron = bron
        self.fouten: list[str] = []

    def plan(self, waarde: Any) -> Plan:
        if not isinstance(waarde, dict):
            raise InvoerFout(f"{self.bron}: hier hoort een JSON-object met een plan te staan.")
        status = waarde.get("status", "FEASIBLE")
        if status not in STATUSSEN:
            self.fouten.append(f"{self.bron}: status moet een van {', '.join(STATUSSEN)} zijn.")
        plaatsingen = tuple(
            Plaatsing(
                self._tekst(rij, "jeugdige_id", plek),
                self._geheel(rij, "fase", plek),
                self._tekst(rij, "groep_id", plek),
                self._geheel(rij, "week_van", plek),
                self._geheel(rij, "week_tot", plek),
            )
            for plek, rij in self._rijen(waarde, "plaatsingen")
        )
        niet_geplaatst = tuple(
            NietGeplaatst(self._tekst(rij, "jeugdige_id", plek), self._redenen(rij, plek))
            for plek, rij in self._rijen(waarde, "niet_geplaatst")
        )
        seconden = waarde.get("seconden")
        per_criterium = waarde.get("kosten_per_criterium") or {}
        if not isinstance(per_criterium, dict):
            self.fouten.append(f"{self.bron}: kosten_per_criterium moet een object zijn.")
            per_criterium = {}
        kosten, ondergrens = self._bedrag(waarde, "kosten"), self._bedrag(waarde, "ondergrens")
        if self.fouten:
            raise InvoerFout(*self.fouten)
        return Plan(
            status=status,
            kosten=kosten,
            ondergrens=ondergrens,
            seconden=float(seconden) if isinstance(seconden, (int, float)) else 0.0,
            plaatsingen=plaatsingen,
            niet_geplaatst=niet_geplaatst,
            kosten_per_criterium=per_criterium,
        )

    def _rijen(self, waarde: dict[str, Any], naam: str) -> list[tuple[str, dict[str, Any]]]:
        rijen = waarde.get(naam)
        if not isinstance(rijen, list):
            self.fouten.append(f"{self.bron}: de lijst {naam} ontbreekt.")
            return []
        goed = []
        for nummer, rij in enumerate(rijen, 1):
            plek = f"{self.bron}, {naam} nummer {nummer}"
            if isinstance(rij, dict):
                goed.append((plek, rij))
            else:
                self.fouten.append(f"{plek}: hier hoort een object te staan.")
        return goed

    def _tekst(self, rij: dict[str, Any], naam: str, plek: str) -> str:
        waarde = rij.get(naam)
        if isinstance(waarde, str) and waarde:
            return waarde
        self.fouten.append(f"{plek}: {naam} ontbreekt of is geen tekst.")
        return ""

    def _geheel(self, rij: dict[str, Any], naam: str, plek: str) -> int:
        waarde = rij.get(naam)
        if isinstance(waarde, int) and not isinstance(waarde, bool):
            return waarde
        self.fouten.append(f"{plek}: {naam} ontbreekt of is geen geheel getal.")
        return 0

    def _redenen(self, rij: dict[str, Any], plek: str) -> tuple[str, ...]:
        redenen = rij.get("redenen") or []
        if isinstance(redenen, list) and all(isinstance(reden, str) for reden in redenen):
            return tuple(redenen)
        self.fouten.append(f"{plek}: redenen moet een lijst met teksten zijn.")
        return ()

    def _bedrag(self, waarde: dict[str, Any], naam: str) -> int | None:
        bedrag = waarde.get(naam)
        if bedrag is None or (isinstance(bedrag, int) and not isinstance(bedrag, bool)):
            return bedrag
        self.fouten.append(f"{self.bron}: {naam} moet een geheel getal zijn.")
        return None
