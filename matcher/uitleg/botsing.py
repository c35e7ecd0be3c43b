"""For an input that no plan can meet: a smallest set of demands that clash, by name.

Only residents and what is laid down for them can make every plan impossible: a waiting child may stay without
a place. The set is minimal: without any one of its demands the others can be met.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from matcher.domein import Probleem, Vastlegging


@dataclass(frozen=True, slots=True, order=True)
class Eis:
    """One demand: a resident must have a place, a choice is laid down, or a groep has no more room."""

    soort: Literal["bewoner", "vastgelegd", "groep"]
    sleutel: str
    fase: int = 0
    groep_id: str = ""
    vast: bool = True

    def in_woorden(self) -> str:
        if self.soort == "bewoner":
            return f"{self.sleutel} woont in {self.groep_id} en moet daar blijven of elders een plek krijgen"
        if self.soort == "groep":
            return f"{self.sleutel} heeft niet meer bedden en uren dan is opgegeven"
        hoe = "ligt vast op" if self.vast else "mag niet in"
        return f"{self.sleutel}, fase {self.fase}, {hoe} {self.groep_id}"


Haalbaar = Callable[[Probleem], bool]
"""Can all residents of this problem have a place?"""


def botsing(probleem: Probleem, haalbaar: Haalbaar) -> tuple[Eis, ...]:
    """A minimal set of demands that can't all be met; empty when everything can."""
    bewoners = [j for j in probleem.jeugdigen.values() if j.bewoner]
    eisen = [Eis("bewoner", j.id, groep_id=j.huidige_groep or "") for j in bewoners]
    namen = {j.id for j in bewoners}
    eisen += [
        Eis("vastgelegd", v.jeugdige_id, v.fase, v.groep_id, v.vast)
        for v in dict.fromkeys(probleem.vastleggingen)
        if v.jeugdige_id in namen
    ]
    groepen = [Eis("groep", groep_id) for groep_id in probleem.groepen]
    if haalbaar(_alleen(probleem, [*eisen, *groepen])):
        return ()
    # Residents and choices first, with every groep as it is: then few groepen remain to be asked about.
    kern = _krimp(lambda deel: haalbaar(_alleen(probleem, [*deel, *groepen])), eisen)
    grenzen = _krimp(lambda deel: haalbaar(_alleen(probleem, [*kern, *deel])), groepen)
    # With only these groepen bounded, a demand may have become needless.
    return tuple(
        sorted(_zonder_overbodige(lambda deel: haalbaar(_alleen(probleem, deel)), [*kern, *grenzen]))
    )


def _zonder_overbodige(kan: Callable[[Sequence[Eis]], bool], eisen: Sequence[Eis]) -> list[Eis]:
    """Leave out one demand at a time for as long as the others still clash."""
    over = list(eisen)
    for eis in eisen:
        zonder = [e for e in over if e != eis]
        if not kan(zonder):
            over = zonder
    # An overfull groep may stay so only while it is overfull: leaving out a resident can undo that, and a
    # demand that was needed before may be needless now.
    return over if len(over) == len(eisen) else _zonder_overbodige(kan, over)


def _krimp(kan: Callable[[Sequence[Eis]], bool], eisen: Sequence[Eis]) -> list[Eis]:
    """A minimal part of `eisen` that can't be met, by halves (QuickXplain, Junker 2004).

    `eisen` together can't be met.
    """

    def zoek(vast: list[Eis], nieuw: bool, over: list[Eis]) -> list[Eis]:
        if nieuw and not kan(vast):
            return []
        if len(over) == 1:
            return over
        half = len(over) // 2
        links, rechts = over[:half], over[half:]
        uit_rechts = zoek([*vast, *links], bool(links), rechts)
        uit_links = zoek([*vast, *uit_rechts], bool(uit_rechts), links)
        return [*uit_links, *uit_rechts]

    if not eisen or not kan([]):
        return []
    return zoek([], False, list(eisen))


def _alleen(probleem: Probleem, eisen: Sequence[Eis]) -> Probleem:
    """The problem with only these demands: the other residents are gone, other groepen have endless room."""
    bewoners = {e.sleutel for e in eisen if e.soort == "bewoner"}
    begrensd = {e.sleutel for e in eisen if e.soort == "groep"}
    keuzes = {(e.sleutel, e.fase, e.groep_id, e.vast) for e in eisen if e.soort == "vastgelegd"}
    jeugdigen = {i: j for i, j in probleem.jeugdigen.items() if i in bewoners}
    ruim = len(probleem.jeugdigen) + 1
    groepen = {
        i: g
        if i in begrensd
        else replace(g, capaciteit=ruim, roosteruren=None, open_van=0, open_tot=probleem.horizon)
        for i, g in probleem.groepen.items()
    }
    vast = tuple(v for v in probleem.vastleggingen if v.jeugdige_id in bewoners and _sleutel(v) in keuzes)
    return replace(probleem, jeugdigen=jeugdigen, groepen=groepen, vastleggingen=vast)


def _sleutel(keuze: Vastlegging) -> tuple[str, int, str, bool]:
    return keuze.jeugdige_id, keuze.fase, keuze.groep_id, keuze.vast


def haalbaar_binnen(seconden: float, workers: int = 2, seed: int = 0) -> Haalbaar:
    """Asks the solver, which stops at the first plan. Time that runs out counts as "can be met": a set that
    is named has then been proven to clash, though it may not be minimal."""
    from matcher.solver.constructie import TijdOp
    from matcher.solver.oplossen import Voortgang, solve

    def haalbaar(probleem: Probleem) -> bool:
        klaar = False

        def zie(stand: Voortgang) -> None:
            nonlocal klaar
            klaar = klaar or stand.kosten is not None

        try:
            plan = solve(probleem, seconden, workers, seed, progress=zie, stop=lambda: klaar)
        except TijdOp:
            return True
        return plan.status != "INFEASIBLE"

    return haalbaar
