"""Last week's plan made whole and a little better: newcomers get a place, and who can do better does.

Quick, and without a clock: the same problem gives the same plan. The solver goes on from here.
"""

from matcher.bezetting import Bezetting
from matcher.domein import Jeugdige, Probleem
from matcher.gulzig import als_plan, gulzig
from matcher.heelpad import beste_rij
from matcher.keuze import Geheugen, Keuzes
from matcher.plan import Plan

RONDEN = 2
"""Times that everybody may look for something better."""


def vul_aan(probleem: Probleem, plan: Plan, geheugen: Geheugen | None = None) -> Plan:
    """The best of two plans: one that begins from `plan`, and one that begins as the greedy practice would.

    In both who has no place gets one, and then each child takes the best that is free to it. `plan` must
    keep the rules; so does the outcome, and it never costs more.
    """
    begin = (plan, gulzig(probleem, plan, geheugen=geheugen))
    return min((_vul(probleem, p, geheugen) for p in begin), key=lambda p: p.kosten or 0)


def _vul(probleem: Probleem, plan: Plan, geheugen: Geheugen | None) -> Plan:
    bezetting, keuzes = Bezetting(probleem), Keuzes(probleem, geheugen)
    for rij in plan.per_jeugdige.values():
        bezetting.leg_rij(rij)
    wie = sorted(probleem.jeugdigen.values(), key=lambda j: (j.urgentie, j.start, j.id))
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
