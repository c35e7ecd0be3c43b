"""Phases that a groep's closing cuts in two: a phase is lived in one groep, so it is proposed to split it."""

from dataclasses import dataclass, replace

from matcher.domein import Fase, Probleem
from matcher.regels import fase_weken, mag_bedden_overschrijden


@dataclass(frozen=True, slots=True)
class Splitsing:
    """A resident who could stay in its groep until `week`, but not to the end of the phase."""

    jeugdige_id: str
    groep_id: str
    fase: int
    week: int
    fasen: tuple[Fase, ...]
    """The phases of the child with this one split."""

    def in_notatie(self) -> str:
        """The phases as the input writes them: "H:12|H:14"."""
        return "|".join(f"{f.intensiteit}:{'' if f.weken is None else f.weken}" for f in self.fasen)

    def in_woorden(self) -> str:
        return (
            f"{self.jeugdige_id} woont in {self.groep_id}, die in week {self.week} sluit, midden in fase "
            f"{self.fase}. Een fase is in één groep; zo zou de jeugdige nu al moeten verhuizen. "
            f"Splits de fase om tot dan te kunnen blijven: {self.in_notatie()}."
        )


def te_splitsen(probleem: Probleem) -> tuple[Splitsing, ...]:
    """The phases of residents in which their groep closes, in order of child."""
    gevonden = []
    for jeugdige in probleem.jeugdigen.values():
        if jeugdige.huidige_groep is None:
            continue
        groep = probleem.groepen[jeugdige.huidige_groep]
        if mag_bedden_overschrijden(probleem, groep):
            continue  # who lives there may stay: the groep is overfull already
        for fase, (van, tot) in enumerate(fase_weken(jeugdige, 0, probleem.horizon), 1):
            sluit = groep.open_tot
            if groep.open_van <= van < sluit < tot:
                oud = jeugdige.fasen[fase - 1]
                rest = None if oud.weken is None else oud.weken - (sluit - van)
                delen = (replace(oud, weken=sluit - van), replace(oud, weken=rest))
                fasen = (*jeugdige.fasen[: fase - 1], *delen, *jeugdige.fasen[fase:])
                gevonden.append(Splitsing(jeugdige.id, groep.id, fase, sluit, fasen))
    return tuple(gevonden)


def splits(probleem: Probleem) -> Probleem:
    """The problem with these phases split; what is laid down for later phases moves along."""
    for splitsing in te_splitsen(probleem):
        jeugdige = replace(probleem.jeugdigen[splitsing.jeugdige_id], fasen=splitsing.fasen)
        vast = tuple(
            replace(v, fase=v.fase + 1)
            if v.jeugdige_id == splitsing.jeugdige_id and v.fase > splitsing.fase
            else v
            for v in probleem.vastleggingen
        )
        probleem = replace(
            probleem, jeugdigen={**probleem.jeugdigen, jeugdige.id: jeugdige}, vastleggingen=vast
        )
    return probleem
