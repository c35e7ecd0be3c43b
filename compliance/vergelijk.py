"""Bids side by side (eisen x bids), and one bid beside its earlier version (the re-submission of §4.1.4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from compliance.rapport import Bevinding, EisOordeel, Rapport

ZWAARTE = ("strijdig", "ontbreekt", "deels", "verklaard", "aangetoond", "nvt")
"""Statuses from most to least in need of attention."""


@dataclass(frozen=True, slots=True)
class Matrixrij:
    """One eis or stuk over all bids; `statussen` in the order of the bids."""

    sleutel: str
    statussen: tuple[str, ...]


@dataclass(frozen=True)
class Matrix:
    """`namen`: the bids; `eisen` and `stukken`: a row each; `knockouts`: their number for each bid."""

    namen: tuple[str, ...]
    eisen: tuple[Matrixrij, ...]
    stukken: tuple[Matrixrij, ...]
    knockouts: tuple[int, ...]

    def telling(self, plek: int) -> dict[str, int]:
        """How many eisen of one bid have which status."""
        return {s: sum(rij.statussen[plek] == s for rij in self.eisen) for s in ZWAARTE}


def matrix(rapporten: Sequence[Rapport]) -> Matrix:
    """Reports side by side. ValueError when they are on different tenders, or there are none."""
    if len({r.tender for r in rapporten}) != 1:
        raise ValueError("reports on one tender are needed")
    per_bod_eisen = [{o.id: o.status for o in r.eisen} for r in rapporten]
    per_bod_stukken = [{s.sleutel: s.status for s in r.stukken} for r in rapporten]
    return Matrix(
        namen=tuple(r.inschrijver for r in rapporten),
        eisen=tuple(
            Matrixrij(o.id, tuple(bod.get(o.id, "nvt") for bod in per_bod_eisen)) for o in rapporten[0].eisen
        ),
        stukken=tuple(
            Matrixrij(s.sleutel, tuple(bod.get(s.sleutel, "nvt") for bod in per_bod_stukken))
            for s in rapporten[0].stukken
        ),
        knockouts=tuple(sum(b.ernst == "knock-out" for b in r.bevindingen) for r in rapporten),
    )


@dataclass(frozen=True, slots=True)
class Verandering:
    """A status that changed between two versions. `beter`: it needs less attention than before."""

    sleutel: str
    eerst: str
    nu: str
    beter: bool
    toelichting: str


@dataclass(frozen=True)
class Verschil:
    """What changed since the first version of a bid."""

    eisen: tuple[Verandering, ...]
    andere_woorden: tuple[str, ...]
    """Eisen of which the status stayed and the passages did not."""
    stukken: tuple[Verandering, ...]
    opgelost: tuple[Bevinding, ...]
    nieuw: tuple[Bevinding, ...]
    percelen_erbij: tuple[int, ...]
    percelen_weg: tuple[int, ...]

    @property
    def leeg(self) -> bool:
        return not any(
            (
                self.eisen, self.andere_woorden, self.stukken, self.opgelost, self.nieuw,
                self.percelen_erbij, self.percelen_weg,
            )
        )  # fmt: skip


_STUKZWAARTE = ("ontbreekt", "verlopen", "onvolledig", "aanwezig", "nvt")


def verschil(eerst: Rapport, nu: Rapport) -> Verschil:
    """The changes from one report on a bid to a later one."""
    oud_eisen = {o.id: o.status for o in eerst.eisen}
    oud_woorden = {o.id: _woorden(o) for o in eerst.eisen}
    oud_stukken = {s.sleutel: s.status for s in eerst.stukken}
    return Verschil(
        eisen=tuple(
            Verandering(
                o.id, oud_eisen[o.id], o.status,
                ZWAARTE.index(o.status) > ZWAARTE.index(oud_eisen[o.id]), o.toelichting,
            )
            for o in nu.eisen
            if oud_eisen.get(o.id, o.status) != o.status
        ),
        andere_woorden=tuple(
            o.id
            for o in nu.eisen
            if oud_eisen.get(o.id) == o.status != "nvt" and oud_woorden[o.id] != _woorden(o)
        ),
        stukken=tuple(
            Verandering(
                s.sleutel, oud_stukken[s.sleutel], s.status,
                _STUKZWAARTE.index(s.status) > _STUKZWAARTE.index(oud_stukken[s.sleutel]), s.toelichting,
            )
            for s in nu.stukken
            if oud_stukken.get(s.sleutel, s.status) != s.status
        ),
        opgelost=_zonder(eerst.bevindingen, nu.bevindingen),
        nieuw=_zonder(nu.bevindingen, eerst.bevindingen),
        percelen_erbij=tuple(sorted(set(nu.percelen) - set(eerst.percelen))),
        percelen_weg=tuple(sorted(set(eerst.percelen) - set(nu.percelen))),
    )  # fmt: skip


def _woorden(oordeel: EisOordeel) -> frozenset[str]:
    return frozenset(" ".join(b.citaat.split()) for b in oordeel.bewijs)


def _zonder(bevindingen: Sequence[Bevinding], anderen: Sequence[Bevinding]) -> tuple[Bevinding, ...]:
    """Findings that the others do not hold, by kind and what is said (a passage may have moved a page)."""
    bekend = {(b.soort, b.toelichting) for b in anderen}
    return tuple(b for b in bevindingen if (b.soort, b.toelichting) not in bekend)
