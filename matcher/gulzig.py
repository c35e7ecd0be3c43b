"""The greedy practice: one child after another, each in the cheapest groep that is free at that moment.

Nobody looks ahead to who comes after. Residents come first, for they can't be without a place: they stay
where the rules let them. Then those who wait: by urgency, then by start date, as early as can be.
"""

from matcher.bezetting import Bezetting
from matcher.domein import Jeugdige, Probleem
from matcher.keuze import Geheugen, Keuzes
from matcher.kosten import kosten_per_criterium
from matcher.plan import NietGeplaatst, Plaatsing, Plan
from matcher.redenen import redenen_niet_geplaatst
from matcher.regels import fase_weken, startweken

RUILEN = 2
"""How many others may look for another place in turn, so that a resident for whom nothing is left has one."""
UITWEG = 60.0
"""Seconds for the way out, where that does not help either: the solver."""


def gulzig(
    probleem: Probleem,
    bewoners: Plan | None = None,
    met_redenen: bool = False,
    geheugen: Geheugen | None = None,
) -> Plan:
    """The plan of the greedy practice; it breaks no rule. INFEASIBLE when residents can't all be housed.

    `bewoners` is a plan from which residents take their places where their own choices leave somebody
    none; without it the solver finds one. No lower bound: `ondergrens` is None, and `seconden` 0.
    """
    keuzes = Keuzes(probleem, geheugen)
    bezetting = _bewoners(probleem, keuzes, bewoners)
    if bezetting is None:
        return Plan("INFEASIBLE", None, None, 0.0, (), ())
    _wachtenden(keuzes, bezetting)
    return als_plan(probleem, bezetting, met_redenen)


def als_plan(probleem: Probleem, bezetting: Bezetting, met_redenen: bool = False) -> Plan:
    """What was laid as a plan; children who have nothing are in `niet_geplaatst`."""
    per_criterium = kosten_per_criterium(probleem, bezetting.rijen)
    plaatsingen = tuple(p for j in probleem.jeugdigen for p in bezetting.rijen.get(j, ()))
    zonder = [j for j in probleem.jeugdigen if j not in bezetting.rijen]
    redenen = redenen_niet_geplaatst(probleem, plaatsingen, zonder) if met_redenen else {}
    return Plan(
        status="FEASIBLE",
        kosten=sum(per_criterium.values()),
        ondergrens=None,
        seconden=0.0,
        plaatsingen=plaatsingen,
        niet_geplaatst=tuple(NietGeplaatst(j, redenen.get(j, ())) for j in zonder),
        kosten_per_criterium=per_criterium,
    )


def _volgorde(probleem: Probleem, bewoners: bool) -> list[Jeugdige]:
    wie = [j for j in probleem.jeugdigen.values() if j.bewoner == bewoners]
    return sorted(wie, key=lambda j: (j.urgentie, j.start, j.id))


def _bewoners(probleem: Probleem, keuzes: Keuzes, vangnet: Plan | None) -> Bezetting | None:
    """Every resident with a place for all phases, or None when that can't be."""
    bezetting = Bezetting(probleem)
    if _leg_bewoners(bezetting, keuzes):
        return bezetting
    rijen = vangnet.per_jeugdige if vangnet is not None else _uit_oplosser(probleem)
    if rijen is None:
        return None
    bezetting = Bezetting(probleem)
    for jeugdige in _volgorde(probleem, True):
        bezetting.leg_rij(rijen[jeugdige.id])
    return bezetting


def _leg_bewoners(bezetting: Bezetting, keuzes: Keuzes) -> bool:
    """Lay all residents; whether that worked."""
    volgorde = _volgorde(bezetting.probleem, True)
    # whoever can stay for now keeps the bed, before anybody else comes in
    for jeugdige in volgorde:
        van, tot = fase_weken(jeugdige, 0, bezetting.probleem.horizon)[0]
        hier = bezetting.probleem.groepen[str(jeugdige.huidige_groep)]
        if keuzes.mag_blijven(jeugdige, 1) and bezetting.past(jeugdige, hier, 1, van, tot, True):
            bezetting.leg(Plaatsing(jeugdige.id, 1, hier.id, van, tot))
    # then at each moment those who need another place; a later phase is not chosen before its turn
    beurten = sorted(
        (van, jeugdige.urgentie, jeugdige.id, fase)
        for jeugdige in volgorde
        for fase, (van, _) in enumerate(fase_weken(jeugdige, 0, bezetting.probleem.horizon), 1)
    )
    for _, _, jeugdige_id, fase in beurten:
        if len(bezetting.rijen.get(jeugdige_id, ())) < fase:
            jeugdige = bezetting.probleem.jeugdigen[jeugdige_id]
            if not maak_plek(bezetting, keuzes, jeugdige, fase, RUILEN):
                return False
    return True


def maak_plek(bezetting: Bezetting, keuzes: Keuzes, jeugdige: Jeugdige, tot_fase: int, ruilen: int) -> bool:
    """Lay the phases of a resident up to this one, if need be by moving later phases of others elsewhere.

    Whether it worked; if not, nothing has changed.
    """
    begin = tuple(bezetting.rijen.get(jeugdige.id, ()))
    rij, heel = keuzes.rij(bezetting, jeugdige, 0, begin, tot_fase)
    if heel:
        bezetting.leg_rij(rij)
        return True
    if not ruilen:
        return False
    fase = len(begin) + len(rij) + 1
    van, tot = fase_weken(jeugdige, 0, bezetting.probleem.horizon)[fase - 1]
    eerst = bezetting.stand()
    bezetting.leg_rij(rij)
    tot_hier = bezetting.stand()
    for _, groep in keuzes.opties(jeugdige, fase, tot - van):
        weg: list[tuple[Jeugdige, int]] = []
        for ander in _wijkers(bezetting, groep.id, jeugdige.id, van, tot):
            if bezetting.past(jeugdige, groep, fase, van, tot, False):
                break
            verst = bezetting.rijen[ander.jeugdige_id][-1].fase
            bezetting.neem_terug(ander.jeugdige_id, ander.fase)
            weg.append((bezetting.probleem.jeugdigen[ander.jeugdige_id], verst))
        if bezetting.past(jeugdige, groep, fase, van, tot, False):
            bezetting.leg(Plaatsing(jeugdige.id, fase, groep.id, van, tot))
            weg.append((jeugdige, tot_fase))
            if all(maak_plek(bezetting, keuzes, wie, verst, ruilen - 1) for wie, verst in weg):
                return True
        bezetting.herstel(tot_hier)
    bezetting.herstel(eerst)
    return False


def _wijkers(bezetting: Bezetting, groep_id: str, jeugdige_id: str, van: int, tot: int) -> list[Plaatsing]:
    """Later phases of other residents who come into this groep in these weeks, the longest first."""
    wijkers = [
        p
        for p in bezetting.in_groep[groep_id]
        if p.fase > 1 and p.week_van < tot and van < p.week_tot and p.jeugdige_id != jeugdige_id
        if bezetting.probleem.jeugdigen[p.jeugdige_id].bewoner
    ]
    return sorted(wijkers, key=lambda p: (p.week_van - p.week_tot, p.jeugdige_id))


def _uit_oplosser(probleem: Probleem) -> dict[str, tuple[Plaatsing, ...]] | None:
    """Any places for the residents that keep the rules, by the solver; None when there are none."""
    from matcher.solver.oplossen import solve

    alleen = Probleem(
        probleem.peildatum,
        probleem.horizon,
        probleem.groepen,
        {j.id: j for j in probleem.jeugdigen.values() if j.bewoner},
        tuple(v for v in probleem.vastleggingen if probleem.jeugdigen[v.jeugdige_id].bewoner),
        probleem.gewichten,
    )
    plan = solve(alleen, UITWEG, workers=1)
    return None if plan.status == "INFEASIBLE" else plan.per_jeugdige


def _wachtenden(keuzes: Keuzes, bezetting: Bezetting) -> None:
    probleem = keuzes.probleem
    for jeugdige in _volgorde(probleem, False):
        for start in startweken(jeugdige, probleem.horizon):
            rij, heel = keuzes.rij(bezetting, jeugdige, start)
            if heel:
                bezetting.leg_rij(rij)
                break
