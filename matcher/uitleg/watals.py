"""What if: the plan solved anew with something changed, next to the plan that people were told."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from knowledge.errors import InvoerFout
from matcher.domein import CRITERIA, Probleem, Vastlegging
from matcher.plan import Plan
from matcher.uitleg.oplosser import Oplosser
from matcher.uitleg.vergelijk import Vergelijking, vergelijk


@dataclass(frozen=True)
class Wijziging:
    """What is tried. `gesloten`: groepen by the week from which they have no beds; `bedden`: beds added
    (below 0: taken away); `gewichten`: other weights; `keuzes`: pinned or forbidden."""

    keuzes: tuple[Vastlegging, ...] = ()
    gewichten: Mapping[str, int] = field(default_factory=dict)
    gesloten: Mapping[str, int] = field(default_factory=dict)
    bedden: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class WatAls:
    """`plan` is None when there was no time for any; INFEASIBLE when nothing fits any more.

    `vergelijking`: against the published plan, both priced by the changed problem (promises left out).
    """

    probleem: Probleem
    plan: Plan | None
    vergelijking: Vergelijking | None


def pas_toe(probleem: Probleem, wijziging: Wijziging) -> Probleem:
    """The changed problem. InvoerFout for a groep, child or criterion that is not there."""
    fouten = [
        f"Er is geen groep {groep_id}."
        for groep_id in (*wijziging.gesloten, *wijziging.bedden, *(k.groep_id for k in wijziging.keuzes))
        if groep_id not in probleem.groepen
    ]
    fouten += [
        f"Er is geen jeugdige {k.jeugdige_id}."
        for k in wijziging.keuzes
        if k.jeugdige_id not in probleem.jeugdigen
    ]
    fouten += [
        f"Jeugdige {k.jeugdige_id} heeft geen fase {k.fase}."
        for k in wijziging.keuzes
        if k.jeugdige_id in probleem.jeugdigen
        and not 1 <= k.fase <= len(probleem.jeugdigen[k.jeugdige_id].fasen)
    ]
    fouten += [
        f"Er is geen gewicht {naam}. Kies uit {', '.join(CRITERIA)}."
        for naam in wijziging.gewichten
        if naam not in CRITERIA
    ]
    if fouten:
        raise InvoerFout(*dict.fromkeys(fouten))
    groepen = dict(probleem.groepen)
    for groep_id, extra in wijziging.bedden.items():
        groep = groepen[groep_id]
        groepen[groep_id] = replace(groep, capaciteit=max(0, groep.capaciteit + extra))
    for groep_id, week in wijziging.gesloten.items():
        groep = groepen[groep_id]
        groepen[groep_id] = replace(groep, open_tot=min(groep.open_tot, week))
    return replace(
        probleem,
        groepen=groepen,
        vastleggingen=(*probleem.vastleggingen, *wijziging.keuzes),
        gewichten={**probleem.gewichten, **wijziging.gewichten},
    )


def met_beloften(probleem: Probleem, plan: Plan, gewicht: int) -> Probleem:
    """The problem in which each groep of a published plan counts as a promise.

    A change of groep in a phase costs `gewicht` points, so that it happens only when it gains more.
    """
    beloften = {(p.jeugdige_id, p.fase): p.groep_id for p in plan.plaatsingen}
    return replace(probleem, beloften=beloften, gewicht_belofte=gewicht)


def zonder_beloften(probleem: Probleem) -> Probleem:
    return replace(probleem, beloften={}, gewicht_belofte=0)


def wat_als(
    probleem: Probleem, gepubliceerd: Plan, wijziging: Wijziging, los_op: Oplosser, gewicht_belofte: int = 0
) -> WatAls:
    """Solve the changed problem, starting from the published plan and holding on to it."""
    anders = pas_toe(probleem, wijziging)
    plan = los_op(met_beloften(anders, gepubliceerd, gewicht_belofte), gepubliceerd)
    if plan is None or plan.status == "INFEASIBLE":
        return WatAls(anders, plan, None)
    return WatAls(anders, plan, vergelijk(anders, gepubliceerd, plan))
