"""Last week's plan made whole and a little better: newcomers get a place, and who can do better does.

Quick, and without a clock: the same problem gives the same plan. The solver goes on from here.
"""

from matcher.bezetting import Bezetting
from matcher.domein import Jeugdige, Probleem
from matcher.gulzig import als_plan
from matcher.heelpad import beste_rij
from matcher.keuze import Keuzes
from matcher.plan import Plan

RONDEN = 2
"""Times that everybody may look for something better."""


def vul_aan(probleem: Probleem, plan: Plan, toezegging: int) -> Plan:
    """The best of two: everybody holds on to the plan, or all who begin after more than `toezegging` weeks
    choose again in turn, so that a place is not kept for long for whoever happened to ask first.

    The plan must keep the rules; so does the outcome, and it never costs more.
    """
    houdt = _vul(probleem, plan, frozenset())
    later = frozenset(
        jeugdige_id
        for jeugdige_id, rij in plan.per_jeugdige.items()
        if rij[0].week_van > toezegging and not probleem.jeugdigen[jeugdige_id].bewoner
    )
    opnieuw = _vul(probleem, plan, later)
    return min(houdt, opnieuw, key=lambda p: p.kosten or 0)


def _vul(probleem: Probleem, plan: Plan, los: frozenset[str]) -> Plan:
    """Place who has no place (or is in `los`), then let each in turn take the best that is free to it."""
    bezetting, keuzes = Bezetting(probleem), Keuzes(probleem)
    for jeugdige_id, rij in plan.per_jeugdige.items():
        if jeugdige_id not in los:
            bezetting.leg_rij(rij)
    wie = sorted(probleem.jeugdigen.values(), key=lambda j: (j.urgentie, j.start, j.id))
    for jeugdige in wie:
        if jeugdige.id not in bezetting.rijen:
            _herplaats(bezetting, keuzes, jeugdige)
    for _ in range(RONDEN):
        beter = [_herplaats(bezetting, keuzes, j) for j in wie if _kan_anders(j, bezetting)]
        if not any(beter):
            break
    return als_plan(probleem, bezetting)


def _kan_anders(jeugdige: Jeugdige, bezetting: Bezetting) -> bool:
    """Not a resident that stays where it is: for it nothing is better in all but rare cases."""
    rij = bezetting.rijen.get(jeugdige.id, ())
    return not jeugdige.bewoner or any(p.groep_id != jeugdige.huidige_groep for p in rij)


def _herplaats(bezetting: Bezetting, keuzes: Keuzes, jeugdige: Jeugdige) -> bool:
    """Give the child the cheapest row that is free; whether anything changed."""
    oud = tuple(bezetting.rijen.get(jeugdige.id, ()))
    bezetting.neem_terug(jeugdige.id)
    gevonden = beste_rij(keuzes, bezetting, jeugdige)
    rij = oud if gevonden is None else gevonden[1]
    bezetting.leg_rij(rij)
    return tuple(rij) != oud
