"""The placement problem as a plain CP-SAT model: what one would write first, to compare with.

One start week per child, one optional interval per phase and groep, one cumulative rule per groep. Nothing
is priced or decomposed. Simplified in one place: a groep that the input itself overfills takes nobody in.
"""

from ortools.sat.python import cp_model

from matcher.domein import Jeugdige, Probleem
from matcher.intensiteit import uren_per_week
from matcher.kosten import (
    kosten_fase,
    kosten_niet_geplaatst,
    kosten_per_criterium,
    kosten_verplaatsing,
    kosten_wachten,
)
from matcher.plan import NietGeplaatst, Plaatsing, Plan
from matcher.regels import (
    bezwaren,
    fase_weken,
    mag_bedden_overschrijden,
    mag_uren_overschrijden,
    startweken,
)


class Vlakmodel:
    """The model and its variables."""

    def __init__(self, probleem: Probleem) -> None:
        self.probleem = probleem
        self.model = cp_model.CpModel()
        self.kosten: list[cp_model.LinearExprT] = []
        self.bezet: dict[str, list[tuple[cp_model.IntervalVar, int]]] = {g: [] for g in probleem.groepen}
        self.plek: dict[str, cp_model.IntVar] = {}
        self.start: dict[str, cp_model.IntVar] = {}
        self.kies: dict[tuple[str, int, str], cp_model.IntVar] = {}
        self.tijden: dict[tuple[str, int], tuple[cp_model.IntVar, cp_model.IntVar]] = {}
        for jeugdige in probleem.jeugdigen.values():
            self._kind(jeugdige)
        for groep_id in probleem.groepen:
            self._groep(groep_id)
        self._paren()
        self.model.minimize(sum(self.kosten))

    def _kind(self, jeugdige: Jeugdige) -> None:
        m, p = self.model, self.probleem
        weken = startweken(jeugdige, p.horizon)
        plek = self.plek[jeugdige.id] = m.new_bool_var("")
        if jeugdige.bewoner:
            m.add(plek == 1)
        else:
            self.kosten.append(kosten_niet_geplaatst(p, jeugdige) * (1 - plek))
        if not weken:
            m.add(plek == 0)
            return
        start = self.start[jeugdige.id] = m.new_int_var(weken[0], weken[-1], "")
        per_week = kosten_wachten(p, jeugdige, jeugdige.start + 1)
        if per_week:
            wacht = m.new_int_var(0, per_week * len(weken), "")
            m.add(wacht >= per_week * (start - jeugdige.start)).only_enforce_if(plek)
            self.kosten.append(wacht)
        vorige: dict[str, cp_model.IntVar] = {}
        for fase in range(max(len(fase_weken(jeugdige, week, p.horizon)) for week in weken)):
            opties = [fase_weken(jeugdige, week, p.horizon) for week in weken]
            rijen = [
                (week, *(rij[fase] if fase < len(rij) else (p.horizon, p.horizon)), int(fase < len(rij)))
                for week, rij in zip(weken, opties, strict=True)
            ]
            van, tot = m.new_int_var(0, p.horizon, ""), m.new_int_var(0, p.horizon, "")
            telt, hier = m.new_bool_var(""), m.new_bool_var("")
            m.add_allowed_assignments([start, van, tot, telt], rijen)
            m.add_multiplication_equality(hier, [plek, telt])
            self.tijden[jeugdige.id, fase] = van, tot
            nu = self._fase(jeugdige, fase, van, tot, hier)
            m.add_exactly_one([*nu.values(), hier.negated()])
            self._verhuizing(jeugdige, fase, vorige, nu)
            vorige = nu

    def _fase(
        self,
        jeugdige: Jeugdige,
        fase: int,
        van: cp_model.IntVar,
        tot: cp_model.IntVar,
        hier: cp_model.IntVar,
    ) -> dict[str, cp_model.IntVar]:
        m, p, nu = self.model, self.probleem, {}
        uren = uren_per_week(jeugdige.fasen[fase].intensiteit)
        duur = m.new_int_var(0, p.horizon, "")
        for groep in p.groepen.values():
            thuis = groep.id == jeugdige.huidige_groep
            blijft = thuis and not bezwaren(p, jeugdige, fase + 1, groep, True)
            if not blijft and ((thuis and fase == 0) or bezwaren(p, jeugdige, fase + 1, groep, False)):
                continue
            vol = mag_bedden_overschrijden(p, groep) or mag_uren_overschrijden(p, groep)
            if vol and not (thuis and fase == 0):
                continue
            x = nu[groep.id] = self.kies[jeugdige.id, fase, groep.id] = m.new_bool_var("")
            if blijft and bezwaren(p, jeugdige, fase + 1, groep, False) and fase:
                # staying is allowed only from the phase before
                m.add_implication(x, self.kies.get((jeugdige.id, fase - 1, groep.id), 0))
            self.kosten.append(x * sum(kosten_fase(p, jeugdige, fase + 1, groep, 0).values()))
            if not vol:
                self.bezet[groep.id].append((m.new_optional_interval_var(van, duur, tot, x, ""), uren))
                m.add(van >= groep.open_van).only_enforce_if(x)
                m.add(tot <= groep.open_tot).only_enforce_if(x)
        return nu

    def _verhuizing(
        self,
        jeugdige: Jeugdige,
        fase: int,
        vorige: dict[str, cp_model.IntVar],
        nu: dict[str, cp_model.IntVar],
    ) -> None:
        m, p = self.model, self.probleem
        if fase == 0:
            if jeugdige.huidige_groep:
                huidig = p.groepen[jeugdige.huidige_groep]
                self.kosten += [x * kosten_verplaatsing(p, huidig, p.groepen[g]) for g, x in nu.items()]
            return
        gewicht = p.gewichten["verplaatsing"]
        punten = m.new_int_var(0, gewicht, "")
        for groep_id, x in nu.items():
            locatie = p.groepen[groep_id].locatie
            buren = [y for g, y in vorige.items() if g != groep_id and p.groepen[g].locatie == locatie]
            zelf = vorige.get(groep_id, 0)
            m.add(punten >= gewicht - gewicht * zelf - (gewicht - gewicht // 2) * sum(buren)).only_enforce_if(
                x
            )
        self.kosten.append(punten)

    def _groep(self, groep_id: str) -> None:
        groep, bezet = self.probleem.groepen[groep_id], self.bezet[groep_id]
        if not bezet:
            return
        vakken = [vak for vak, _ in bezet]
        self.model.add_cumulative(vakken, [1] * len(vakken), groep.capaciteit)
        if groep.roosteruren is not None:
            self.model.add_cumulative(vakken, [uren for _, uren in bezet], groep.roosteruren)

    def _paren(self) -> None:
        m, p = self.model, self.probleem
        for een, ander in p.paren_apart:
            for fase in range(len(p.jeugdigen[een].fasen)):
                for andere in range(len(p.jeugdigen[ander].fasen)):
                    for groep_id in p.groepen:
                        x, y = self.kies.get((een, fase, groep_id)), self.kies.get((ander, andere, groep_id))
                        if x is not None and y is not None:
                            eerst = m.new_bool_var("")
                            (a_van, a_tot), (b_van, b_tot) = (
                                self.tijden[een, fase],
                                self.tijden[ander, andere],
                            )
                            m.add(a_tot <= b_van).only_enforce_if([x, y, eerst])
                            m.add(b_tot <= a_van).only_enforce_if([x, y, eerst.negated()])
        for een, ander in p.paren_samen:  # simplified: both in one groep in their first phases, or pay
            if een in self.start and ander in self.start:
                apart = m.new_bool_var("")
                for groep_id in p.groepen:
                    x, y = self.kies.get((een, 0, groep_id), 0), self.kies.get((ander, 0, groep_id), 0)
                    m.add(x - y <= apart + (1 - self.plek[ander]))
                self.kosten.append(p.gewichten["samen"] * apart)

    def los_op(self, seconden: float, kernen: int) -> Plan | None:
        """The best plan found; its cost is that of the real problem. None without a plan in time."""
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconden
        solver.parameters.num_workers = kernen
        if solver.solve(self.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        rijen: dict[str, list[Plaatsing]] = {}
        for (jeugdige_id, fase, groep_id), x in sorted(self.kies.items()):
            if solver.boolean_value(x):
                van, tot = (solver.value(tijd) for tijd in self.tijden[jeugdige_id, fase])
                rijen.setdefault(jeugdige_id, []).append(Plaatsing(jeugdige_id, fase + 1, groep_id, van, tot))
        per_criterium = kosten_per_criterium(self.probleem, rijen)
        kosten = sum(per_criterium.values())
        grens = min(kosten, max(0, int(solver.best_objective_bound)))
        zonder = tuple(NietGeplaatst(j) for j in self.probleem.jeugdigen if j not in rijen)
        plaatsingen = tuple(p for rij in rijen.values() for p in rij)
        return Plan("FEASIBLE", kosten, grens, solver.wall_time, plaatsingen, zonder, per_criterium)
