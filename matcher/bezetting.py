"""What is taken of each groep week by week, while a plan is being laid one row at a time.

Rules 1 and 7 and the apart_van half of rule 5 are asked of a place that is still to be taken; the rules on
the child itself are asked by `matcher.regels.bezwaren`.
"""

from collections.abc import Iterable, Mapping, Sequence

from matcher.domein import Groep, Jeugdige, Probleem
from matcher.intensiteit import uren_per_week
from matcher.plan import Plaatsing
from matcher.regels import blijft, mag_bedden_overschrijden, mag_uren_overschrijden


class Bezetting:
    """Placements laid so far. Laying asks nothing: ask `past` first."""

    def __init__(self, probleem: Probleem) -> None:
        self.probleem = probleem
        horizon = probleem.horizon
        self._hoofden = {groep_id: [0] * horizon for groep_id in probleem.groepen}
        self._uren = {groep_id: [0] * horizon for groep_id in probleem.groepen}
        # heads that are not residents who stay: they end the exception of an overfull groep
        self._binnen = {groep_id: [0] * horizon for groep_id in probleem.groepen}
        self._meer_bedden = {g.id for g in probleem.groepen.values() if mag_bedden_overschrijden(probleem, g)}
        self._meer_uren = {g.id for g in probleem.groepen.values() if mag_uren_overschrijden(probleem, g)}
        self._apart: dict[str, list[str]] = {}
        for een, ander in probleem.paren_apart:
            self._apart.setdefault(een, []).append(ander)
            self._apart.setdefault(ander, []).append(een)
        self.rijen: dict[str, list[Plaatsing]] = {}
        self.in_groep: dict[str, set[Plaatsing]] = {groep_id: set() for groep_id in probleem.groepen}

    def past(self, jeugdige: Jeugdige, groep: Groep, fase: int, van: int, tot: int, blijver: bool) -> bool:
        """Whether the child fits here in these weeks beside those already laid (rules 1, 5 apart, 7)."""
        hoofden, binnen = self._hoofden[groep.id], self._binnen[groep.id]
        mag_vol = blijver and groep.id in self._meer_bedden
        for week in range(van, tot):
            if hoofden[week] >= groep.bedden(week) and not (mag_vol and not binnen[week]):
                return False
        if groep.roosteruren is not None:
            vrij = groep.roosteruren - uren_per_week(jeugdige.fasen[fase - 1].intensiteit)
            uren = self._uren[groep.id]
            mag_druk = blijver and groep.id in self._meer_uren
            for week in range(van, tot):
                if uren[week] > vrij and not (mag_druk and not binnen[week]):
                    return False
        return not any(
            p.groep_id == groep.id and p.week_van < tot and van < p.week_tot
            for ander in self._apart.get(jeugdige.id, ())
            for p in self.rijen.get(ander, ())
        )

    def leg(self, plaatsing: Plaatsing) -> None:
        """Take this place. The phases of one child are laid in order."""
        rij = self.rijen.setdefault(plaatsing.jeugdige_id, [])
        rij.append(plaatsing)
        self._tel(plaatsing, self._blijft(rij), 1)

    def leg_rij(self, rij: Iterable[Plaatsing]) -> None:
        for plaatsing in rij:
            self.leg(plaatsing)

    def neem_terug(self, jeugdige_id: str, vanaf_fase: int = 1) -> None:
        """Give back the places of a child from this phase on."""
        rij = self.rijen.get(jeugdige_id, [])
        while rij and rij[-1].fase >= vanaf_fase:
            self._tel(rij[-1], self._blijft(rij), -1)
            rij.pop()
        if not rij:
            self.rijen.pop(jeugdige_id, None)

    def stand(self) -> dict[str, tuple[Plaatsing, ...]]:
        """What is laid now, to come back to with `herstel`."""
        return {jeugdige_id: tuple(rij) for jeugdige_id, rij in self.rijen.items()}

    def herstel(self, stand: Mapping[str, tuple[Plaatsing, ...]]) -> None:
        """Back to what was laid then."""
        anders = [j for j, rij in self.rijen.items() if tuple(rij) != stand.get(j)]
        for jeugdige_id in anders:
            self.neem_terug(jeugdige_id)
        for jeugdige_id, rij in stand.items():
            if jeugdige_id not in self.rijen:
                self.leg_rij(rij)

    def _blijft(self, rij: Sequence[Plaatsing]) -> bool:
        return blijft(self.probleem.jeugdigen[rij[0].jeugdige_id], [p.groep_id for p in rij])

    def _tel(self, p: Plaatsing, blijver: bool, keer: int) -> None:
        uren = keer * uren_per_week(self.probleem.jeugdigen[p.jeugdige_id].fasen[p.fase - 1].intensiteit)
        if keer > 0:
            self.in_groep[p.groep_id].add(p)
        else:
            self.in_groep[p.groep_id].discard(p)
        for week in range(p.week_van, p.week_tot):
            self._hoofden[p.groep_id][week] += keer
            self._uren[p.groep_id][week] += uren
            self._binnen[p.groep_id][week] += 0 if blijver else keer
