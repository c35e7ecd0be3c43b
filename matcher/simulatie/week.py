"""One week to plan: the problem, and a plan that surely exists, carried over from the week before.

Each week new phases come into view for which there may be no place. So the plan of last week is carried
over first. What no longer fits is placed anew; a later phase without a place is left out of this week's
problem (next week it is tried again); and a child whose next phase begins now but has no place anywhere
lives on where it is for one week more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from knowledge.errors import InvoerFout
from matcher.bezetting import Bezetting
from matcher.domein import Fase, Jeugdige, Probleem
from matcher.gulzig import RUILEN, als_plan, maak_plek
from matcher.keuze import Geheugen, Keuzes
from matcher.plan import Plaatsing, Plan
from matcher.regels import fase_weken, startweken
from matcher.simulatie.wereld import Wereld

TOEZEGGING_WEKEN = 4
"""A start in the plan is told to the child when it is no further ahead than this."""


@dataclass(frozen=True)
class Afspraken:
    """What the plan of last week holds: groepen by child and phase (counted from its very first, from 0),
    and start weeks (from the beginning of the year) of those who wait."""

    groepen: Mapping[tuple[str, int], str] = field(default_factory=dict)
    starts: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def uit(cls, wereld: Wereld, plan: Plan) -> "Afspraken":
        """What this week's plan says, before it is carried out."""
        kinderen = wereld.kinderen
        return cls(
            {
                (p.jeugdige_id, kinderen[p.jeugdige_id].gedaan + p.fase - 1): p.groep_id
                for p in plan.plaatsingen
            },
            {
                p.jeugdige_id: wereld.week + p.week_van
                for p in plan.plaatsingen
                if p.fase == 1 and kinderen[p.jeugdige_id].groep is None
            },
        )


@dataclass(frozen=True)
class Week:
    """This week's problem and a plan for it (`overgenomen`); `verlengd`: who lives on where it is."""

    probleem: Probleem
    overgenomen: Plan
    verlengd: tuple[str, ...]
    geheugen: Geheugen


def maak_week(
    wereld: Wereld, horizon: int, afspraken: Afspraken, wachten_telt: bool, geheugen: Geheugen
) -> Week:
    """Prepare this week; children who have to live on where they are are set so in `wereld`.

    InvoerFout when the input itself leaves a resident nowhere to be.
    """
    verlengd: list[str] = []
    while True:
        probleem = wereld.probleem(horizon, wachten_telt)
        drager = _Drager(wereld, probleem, afspraken, geheugen)
        if klem := drager.leg_bewoners():
            _kan_verlengd(wereld, klem, verlengd)
            wereld.verleng(klem)
            verlengd += klem
        elif korter := drager.past_niet_lang:
            # a groep that closes: the phase is lived in two parts
            for jeugdige_id, weken in korter.items():
                _splits(wereld.kinderen[jeugdige_id].fasen, weken)
        else:
            break
    drager.leg_wachtenden()
    jeugdigen = {
        j.id: replace(j, fasen=j.fasen[: drager.gepland.get(j.id)]) for j in probleem.jeugdigen.values()
    }
    gesnoeid = replace(probleem, jeugdigen=jeugdigen)
    return Week(gesnoeid, als_plan(gesnoeid, drager.bezetting), tuple(verlengd), geheugen)


def _kan_verlengd(wereld: Wereld, klem: list[str], verlengd: list[str]) -> None:
    """Refuse what can't be played: a resident who may neither stay where it is nor go anywhere."""
    for jeugdige_id in klem:
        if wereld.kinderen[jeugdige_id].vorige is None or jeugdige_id in verlengd:
            raise InvoerFout(
                f"{jeugdige_id} kan in week {wereld.week + 1} niet blijven waar hij woont en nergens anders "
                "terecht. Los dat eerst op in de invoer; kijk met matcher explain wat er botst."
            )


def _splits(fasen: list[Fase], weken: int) -> None:
    eerst = fasen[0]
    rest = None if eerst.weken is None else eerst.weken - weken
    fasen[:1] = [replace(eerst, weken=weken), replace(eerst, weken=rest)]


class _Drager:
    """Carries the plan of last week over into this week's problem."""

    def __init__(self, wereld: Wereld, probleem: Probleem, afspraken: Afspraken, geheugen: Geheugen) -> None:
        self.wereld, self.probleem, self.afspraken = wereld, probleem, afspraken
        self.bezetting = Bezetting(probleem)
        self.keuzes = Keuzes(probleem, geheugen)
        self.gepland: dict[str, int] = {}
        self.past_niet_lang: dict[str, int] = {}
        self.bewoners = sorted(
            (j for j in probleem.jeugdigen.values() if j.bewoner), key=lambda j: (j.urgentie, j.id)
        )

    def leg_bewoners(self) -> list[str]:
        """Lay every resident; returns those whose phase of now has no place."""
        beurten = []
        for jeugdige in self.bewoners:
            kind = self.wereld.kinderen[jeugdige.id]
            weken = fase_weken(jeugdige, 0, self.probleem.horizon)
            if not kind.aan_de_beurt and self.keuzes.mag_blijven(jeugdige, 1):
                self._leg_thuis(jeugdige, *weken[0])
            beurten += [(van, jeugdige.urgentie, jeugdige.id, fase) for fase, (van, _) in enumerate(weken, 1)]
        if self.past_niet_lang:
            return []
        beurten.sort()
        for _, _, jeugdige_id, fase in beurten:
            self._leg_zoals_afgesproken(self.probleem.jeugdigen[jeugdige_id], fase)
        klem = []
        for van, _, jeugdige_id, fase in beurten:
            if jeugdige_id in self.gepland or len(self.bezetting.rijen.get(jeugdige_id, ())) >= fase:
                continue
            jeugdige = self.probleem.jeugdigen[jeugdige_id]
            if not maak_plek(self.bezetting, self.keuzes, jeugdige, fase, RUILEN):
                if van == 0:
                    klem.append(jeugdige_id)
                self.gepland[jeugdige_id] = fase - 1
        return klem

    def _leg_thuis(self, jeugdige: Jeugdige, van: int, tot: int) -> None:
        hier = self.probleem.groepen[str(jeugdige.huidige_groep)]
        weken = tot
        while weken and not self.bezetting.past(jeugdige, hier, 1, van, weken, True):
            weken -= 1
        if weken == tot:
            self.bezetting.leg(Plaatsing(jeugdige.id, 1, hier.id, van, tot))
        elif weken:
            self.past_niet_lang[jeugdige.id] = weken

    def _leg_zoals_afgesproken(self, jeugdige: Jeugdige, fase: int) -> None:
        """Lay this phase as last week's plan has it, if it still fits and the one before is laid."""
        rij = self.bezetting.rijen.get(jeugdige.id, [])
        groep_id = self.afspraken.groepen.get(
            (jeugdige.id, self.wereld.kinderen[jeugdige.id].gedaan + fase - 1)
        )
        if len(rij) != fase - 1 or groep_id is None:
            return
        van, tot = fase_weken(jeugdige, 0, self.probleem.horizon)[fase - 1]
        plaatsing = Plaatsing(jeugdige.id, fase, groep_id, van, tot)
        if self._mag(jeugdige, [*rij, plaatsing]):
            self.bezetting.leg(plaatsing)

    def _mag(self, jeugdige: Jeugdige, rij: list[Plaatsing]) -> bool:
        """Whether the last of these fits by every rule."""
        p = rij[-1]
        groep = self.probleem.groepen[p.groep_id]
        blijver = all(q.groep_id == jeugdige.huidige_groep for q in rij)
        mag = (
            self.keuzes.mag_blijven(jeugdige, p.fase)
            if blijver
            else any(g is groep for _, g in self.keuzes.opties(jeugdige, p.fase, p.week_tot - p.week_van))
        )
        return mag and self.bezetting.past(jeugdige, groep, p.fase, p.week_van, p.week_tot, blijver)

    def leg_wachtenden(self) -> None:
        """Lay those who wait where last week's plan has them, as far as it still fits."""
        for jeugdige_id, afgesproken in self.afspraken.starts.items():
            jeugdige = self.probleem.jeugdigen.get(jeugdige_id)
            if jeugdige is None or jeugdige.bewoner:
                continue
            start = max(0, afgesproken - self.wereld.week)
            if start not in startweken(jeugdige, self.probleem.horizon):
                continue
            rij: list[Plaatsing] = []
            for fase, (van, tot) in enumerate(fase_weken(jeugdige, start, self.probleem.horizon), 1):
                groep_id = self.afspraken.groepen.get((jeugdige_id, fase - 1))
                if groep_id is not None:
                    rij.append(Plaatsing(jeugdige_id, fase, groep_id, van, tot))
                if groep_id is None or not self._mag(jeugdige, rij):
                    rij = []
                    break
            self.bezetting.leg_rij(rij)
