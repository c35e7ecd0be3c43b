"""Two plans side by side: who goes elsewhere, earlier or later, and what that changes in points."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from matcher.domein import CRITERIA, Probleem
from matcher.kosten import kosten_per_criterium
from matcher.plan import Plaatsing, Plan

Soort = Literal["andere plek", "andere weken", "krijgt plek", "verliest plek"]


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """What changes for one child. Rows in order of phase; none where it has no place."""

    jeugdige_id: str
    soort: Soort
    eerst: tuple[Plaatsing, ...]
    dan: tuple[Plaatsing, ...]

    def in_woorden(self, week: Callable[[int], str] = "in week {}".format) -> str:
        """ "J012: fase 1 van G03 naar G07". `week`: how the start of a week is told."""
        if self.soort == "krijgt plek":
            return f"{self.jeugdige_id} krijgt een plek in {self.dan[0].groep_id}"
        if self.soort == "verliest plek":
            return f"{self.jeugdige_id} heeft geen plek meer (was {self.eerst[0].groep_id})"
        anders = [
            f"fase {a.fase} van {a.groep_id} naar {b.groep_id}"
            for a, b in zip(self.eerst, self.dan, strict=False)
            if a.groep_id != b.groep_id
        ]
        if self.eerst[0].week_van != self.dan[0].week_van:
            nieuw, oud = week(self.dan[0].week_van), week(self.eerst[0].week_van)
            anders.append(f"begint {nieuw} in plaats van {oud}")
        elif self.eerst[-1].week_tot != self.dan[-1].week_tot:
            nieuw, oud = week(self.dan[-1].week_tot), week(self.eerst[-1].week_tot)
            anders.append(f"eindigt {nieuw} in plaats van {oud}")
        if len(self.eerst) != len(self.dan):
            anders.append(f"{len(self.dan)} fasen in plaats van {len(self.eerst)}")
        return f"{self.jeugdige_id}: {', '.join(anders)}"


@dataclass(frozen=True)
class Vergelijking:
    """`verschil`: points of the second plan less those of the first, by criterion."""

    verschuivingen: tuple[Verschuiving, ...]
    verschil: Mapping[str, int]
    kosten: tuple[int, int]


def verschuivingen(eerst: Plan, dan: Plan) -> tuple[Verschuiving, ...]:
    """The children for whom the second plan differs from the first, in order of id."""
    een, twee = eerst.per_jeugdige, dan.per_jeugdige
    gevonden = []
    for jeugdige_id in sorted(een.keys() | twee.keys()):
        a, b = een.get(jeugdige_id, ()), twee.get(jeugdige_id, ())
        if a == b:
            continue
        soort: Soort
        if not a:
            soort = "krijgt plek"
        elif not b:
            soort = "verliest plek"
        elif [p.groep_id for p in a] != [p.groep_id for p in b]:
            soort = "andere plek"
        else:
            soort = "andere weken"
        gevonden.append(Verschuiving(jeugdige_id, soort, a, b))
    return tuple(gevonden)


def vergelijk(probleem: Probleem, eerst: Plan, dan: Plan) -> Vergelijking:
    """Two plans for one problem, priced alike."""
    punten = [kosten_per_criterium(probleem, plan.per_jeugdige) for plan in (eerst, dan)]
    namen = dict.fromkeys((*CRITERIA, *punten[0], *punten[1]))
    verschil = {c: punten[1].get(c, 0) - punten[0].get(c, 0) for c in namen}
    return Vergelijking(
        verschuivingen(eerst, dan), verschil, (sum(punten[0].values()), sum(punten[1].values()))
    )
