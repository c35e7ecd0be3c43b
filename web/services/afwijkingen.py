"""Where a place differs from what comes first: together, in a family, near home; and the reasons for it.

Family first is bijlage XV: a family or a small home like one, before any other groep. Rules only.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.geo.afstand import km_in_woorden
from matcher import Plan, Probleem
from matcher.kosten import DREMPEL_KM
from matcher.regels import afstand_tot

REDENEN: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "samen": (
        "Broers en zussen uit elkaar",
        {
            "geen_plek_samen": "Er is geen plek voor hen samen",
            "niet_goed_samen": "Samen wonen is nu niet goed of niet veilig",
            "wens": "Ouders of jeugdigen willen dit",
            "tijdelijk": "Het is voor korte tijd",
        },
    ),
    "gezin": (
        "Niet in een gezin of klein huis",
        {
            "geen_gezin": "Er is geen plek in een gezin die past",
            "zorg": "De zorg die nodig is, kan niet in een gezin",
            "wens": "Ouders of jeugdige willen dit",
            "tijdelijk": "Het is voor korte tijd",
        },
    ),
    "afstand": (
        "Ver van huis",
        {
            "niets_dichterbij": "Er is dichterbij geen plek die past",
            "netwerk": "Familie, vrienden of school zijn daar dichtbij",
            "veiligheid": "Verder weg is veiliger",
            "wens": "Ouders of jeugdige willen dit",
        },
    ),
}
"""By kind: its name, and the reasons that can be given."""


@dataclass(frozen=True, slots=True)
class Afwijking:
    """`tekst`: what it is for this jeugdige."""

    soort: str
    tekst: str


def afwijkingen(
    probleem: Probleem, plan: Plan, jeugdige_id: str, groep_id: str, besloten: Mapping[str, str]
) -> tuple[Afwijking, ...]:
    """Where this groep differs for this jeugdige. `besloten`: groepen that people chose, by jeugdige; for
    others the place in the plan counts. Who stays where it lives asks for no reason."""
    jeugdige, groep = probleem.jeugdigen[jeugdige_id], probleem.groepen[groep_id]
    if jeugdige.huidige_groep == groep_id:
        return ()
    uit = []
    gepland = plan.per_jeugdige
    samen = {ander for paar in probleem.paren_samen if jeugdige_id in paar for ander in paar} - {jeugdige_id}
    for ander in sorted(samen):
        rij = gepland.get(ander)
        daar = besloten.get(ander) or (rij[0].groep_id if rij else "")
        if daar != groep_id:
            uit.append(
                Afwijking("samen", f"{ander} {f'woont dan in {daar}' if daar else 'heeft geen plek'}.")
            )
    if not groep.kgw:
        uit.append(Afwijking("gezin", f"{groep_id} is geen gezin en geen kleinschalig huis."))
    km = afstand_tot(jeugdige, groep)
    grens = DREMPEL_KM if jeugdige.max_afstand_km is None else min(DREMPEL_KM, jeugdige.max_afstand_km)
    if km > grens:
        uit.append(Afwijking("afstand", f"{km_in_woorden(km)} van huis; meer dan {km_in_woorden(grens)}."))
    return tuple(uit)


def per_soort(gevonden: tuple[Afwijking, ...]) -> dict[str, str]:
    """The texts by kind, in the order of `REDENEN`."""
    return {
        soort: " ".join(a.tekst for a in gevonden if a.soort == soort)
        for soort in REDENEN
        if any(a.soort == soort for a in gevonden)
    }


def in_woorden(gekozen: Mapping[str, str]) -> tuple[str, ...]:
    """ "Ver van huis: dichterbij is er geen plek", of codes that were kept."""
    return tuple(
        f"{REDENEN[soort][0]}: {REDENEN[soort][1].get(code, code).lower()}"
        for soort, code in gekozen.items()
        if soort in REDENEN
    )
