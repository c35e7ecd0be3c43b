"""Who lives where, who waits, and what is left of their phases, as one year under one policy goes by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from matcher.domein import Fase, Groep, Jeugdige, Probleem, Vastlegging
from matcher.plan import Plan
from matcher.regels import bezwaren
from matcher.wachttijd import urgentie_nu


@dataclass
class Kind:
    """One child in the world. `fasen` are those left, the first with the weeks left of it.

    `gedaan` counts the phases behind it; `vorige` is the last of these. `aan_de_beurt`: the first phase
    left begins this week. `start` is the week (from the beginning of the year) it wanted to begin.
    """

    jeugdige: Jeugdige
    fasen: list[Fase]
    groep: str | None
    start: int
    gedaan: int = 0
    vorige: Fase | None = None
    aan_de_beurt: bool = False

    def gewacht(self, week: int) -> int:
        """Weeks that the child has waited at the beginning of this week."""
        return max(0, week - self.start) if self.groep is None else 0


@dataclass(frozen=True, slots=True)
class Stap:
    """A phase that began, or a move within one: where the child came from (None: it had no place), and
    where it is now. `begint` is False for a move within a phase."""

    jeugdige: Jeugdige
    fase: Fase
    van: str | None
    naar: str
    begint: bool

    @property
    def blijft(self) -> bool:
        return self.van == self.naar


@dataclass
class Wereld:
    """The state at the beginning of `week`. `begin` is the input of week 0."""

    begin: Probleem
    week: int = 0
    kinderen: dict[str, Kind] = field(default_factory=dict)

    @classmethod
    def van(cls, probleem: Probleem) -> "Wereld":
        kinderen = {
            j.id: Kind(j, list(j.fasen), j.huidige_groep, j.start) for j in probleem.jeugdigen.values()
        }
        return cls(probleem, 0, kinderen)

    # ---- what happens to the world

    def kom_aan(self, nieuw: Iterable[Jeugdige]) -> None:
        for j in nieuw:
            self.kinderen[j.id] = Kind(j, list(j.fasen), None, j.start)

    def vertrek(self, weken: Mapping[str, int]) -> list[Kind]:
        """Take out who leaves unforeseen this week; returns those who never had a place."""
        weg = [j for j in self.kinderen if weken.get(j, self.week + 1) <= self.week]
        vertrokken = [self.kinderen.pop(j) for j in weg]
        return [kind for kind in vertrokken if kind.groep is None]

    def begin_fasen(self) -> None:
        """Whose phase has ended begins the next, or leaves."""
        for jeugdige_id, kind in list(self.kinderen.items()):
            if kind.groep is None or kind.fasen[0].weken != 0:
                continue
            kind.vorige = kind.fasen.pop(0)
            kind.gedaan += 1
            kind.aan_de_beurt = True
            if not kind.fasen:
                del self.kinderen[jeugdige_id]

    def verleng(self, jeugdige_ids: Iterable[str]) -> None:
        """For these children there is no next place: they live on where they are, one week more."""
        for jeugdige_id in jeugdige_ids:
            kind = self.kinderen[jeugdige_id]
            assert kind.vorige is not None
            kind.fasen.insert(0, Fase(kind.vorige.intensiteit, 1))
            kind.gedaan -= 1
            kind.aan_de_beurt = False

    def voer_uit(self, plan: Plan) -> list[Stap]:
        """Do what the plan says for this week, and let the week go by."""
        stappen = []
        for plaatsing in plan.plaatsingen:
            if plaatsing.week_van or plaatsing.fase > 1:
                continue
            kind = self.kinderen[plaatsing.jeugdige_id]
            if kind.groep != plaatsing.groep_id or kind.aan_de_beurt:
                stappen.append(
                    Stap(
                        kind.jeugdige,
                        kind.fasen[0],
                        kind.groep,
                        plaatsing.groep_id,
                        kind.aan_de_beurt or kind.groep is None,
                    )
                )
            kind.groep, kind.aan_de_beurt = plaatsing.groep_id, False
        for kind in self.kinderen.values():
            weken = kind.fasen[0].weken
            if kind.groep is not None and weken is not None:
                kind.fasen[0] = replace(kind.fasen[0], weken=weken - 1)
        self.week += 1
        return stappen

    # ---- the world as a problem of this week

    def probleem(self, horizon: int, wachten_telt: bool) -> Probleem:
        """The placement problem with this week as week 0.

        Who wants to begin beyond the horizon is left out. With `wachten_telt` a child that has waited
        long counts as more urgent. Where a resident must not stay in the phase that begins now, staying is
        forbidden: the contract asks no intensity of a resident's first phase.
        """
        jeugdigen = {
            jeugdige_id: self._jeugdige(kind, wachten_telt)
            for jeugdige_id, kind in self.kinderen.items()
            if kind.groep is not None or kind.start - self.week < horizon
        }
        groepen = {g.id: self._groep(g, horizon) for g in self.begin.groepen.values()}
        kaal = replace(self.begin, horizon=horizon, groepen=groepen, jeugdigen=jeugdigen, vastleggingen=())
        return replace(kaal, vastleggingen=(*self._keuzes(jeugdigen), *self._verboden(kaal)))

    def _jeugdige(self, kind: Kind, wachten_telt: bool) -> Jeugdige:
        urgentie = kind.jeugdige.urgentie
        return replace(
            kind.jeugdige,
            huidige_groep=kind.groep,
            start=max(0, kind.start - self.week) if kind.groep is None else 0,
            fasen=tuple(kind.fasen),
            urgentie=urgentie_nu(urgentie, kind.gewacht(self.week)) if wachten_telt else urgentie,
        )

    def _groep(self, groep: Groep, horizon: int) -> Groep:
        # without a closing date a groep stays open
        dicht = horizon if groep.open_tot >= self.begin.horizon else max(0, groep.open_tot - self.week)
        return replace(groep, open_van=max(0, groep.open_van - self.week), open_tot=dicht)

    def _keuzes(self, jeugdigen: Mapping[str, Jeugdige]) -> list[Vastlegging]:
        """What the coordinator laid down in the input, for the phases that are left."""
        return [
            replace(keuze, fase=keuze.fase - self.kinderen[keuze.jeugdige_id].gedaan)
            for keuze in self.begin.vastleggingen
            if keuze.jeugdige_id in jeugdigen and keuze.fase > self.kinderen[keuze.jeugdige_id].gedaan
        ]

    def _verboden(self, probleem: Probleem) -> list[Vastlegging]:
        verboden = []
        for jeugdige_id, jeugdige in probleem.jeugdigen.items():
            kind = self.kinderen[jeugdige_id]
            if kind.groep is None or not kind.aan_de_beurt or kind.vorige is None:
                continue
            # asked as what it is: a next phase, not the first
            verder = replace(jeugdige, fasen=(kind.vorige, *jeugdige.fasen))
            if bezwaren(probleem, verder, 2, probleem.groepen[kind.groep], True):
                verboden.append(Vastlegging(jeugdige_id, 1, kind.groep, False))
        return verboden
