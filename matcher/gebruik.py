"""How many children are in each groep, and how many hours they ask, by week."""

from collections.abc import Iterable, Sequence

from matcher.domein import Groep, Jeugdige, Probleem
from matcher.intensiteit import uren_per_week
from matcher.plan import Plaatsing
from matcher.regels import fase_weken, startweken


class Gebruik:
    """What placements use. `hoofden` and `uren` (hundredths) by groep and week."""

    def __init__(self, probleem: Probleem, plaatsingen: Iterable[Plaatsing]) -> None:
        self.hoofden = {groep_id: [0] * probleem.horizon for groep_id in probleem.groepen}
        self.uren = {groep_id: [0] * probleem.horizon for groep_id in probleem.groepen}
        for p in plaatsingen:
            uren = uren_per_week(probleem.jeugdigen[p.jeugdige_id].fasen[p.fase - 1].intensiteit)
            for week in range(p.week_van, p.week_tot):
                self.hoofden[p.groep_id][week] += 1
                self.uren[p.groep_id][week] += uren

    def bed_vrij(self, groep: Groep, van: int, tot: int) -> bool:
        """Whether one more fits in all these weeks."""
        return all(self.hoofden[groep.id][week] < groep.bedden(week) for week in range(van, tot))

    def uren_vrij(self, groep: Groep, uren: int, van: int, tot: int) -> bool:
        """Whether so many hours more (hundredths a week) fit in all these weeks."""
        if groep.roosteruren is None:
            return True
        return all(self.uren[groep.id][week] + uren <= groep.roosteruren for week in range(van, tot))


def vrije_plekken(
    probleem: Probleem, jeugdige: Jeugdige, fase: int, over: Sequence[Groep], gebruik: Gebruik
) -> tuple[set[str], set[str]]:
    """Ids of groepen with a free bed, and with hours too, for the whole phase (from 1) of some start week."""
    uren = uren_per_week(jeugdige.fasen[fase - 1].intensiteit)
    bed: set[str] = set()
    plek: set[str] = set()
    for start in startweken(jeugdige, probleem.horizon):
        perioden = fase_weken(jeugdige, start, probleem.horizon)
        if fase > len(perioden):
            continue
        van, tot = perioden[fase - 1]
        for groep in over:
            if groep.id not in plek and gebruik.bed_vrij(groep, van, tot):
                bed.add(groep.id)
                if gebruik.uren_vrij(groep, uren, van, tot):
                    plek.add(groep.id)
    return bed, plek
