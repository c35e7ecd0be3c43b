"""What a plan costs: whole points per criterion, as pure functions that know no solver."""

import math
from collections.abc import Mapping, Sequence

from matcher.domein import CRITERIA, Groep, Jeugdige, Probleem
from matcher.intensiteit import ETMAALTARIEF_CENTEN, geleverd, stappen
from matcher.plan import Plaatsing
from matcher.regels import afstand_tot

URGENTIEFACTOR = {1: 3, 2: 2, 3: 1}
"""How much heavier a child without a place, and each week of waiting, weighs by urgency."""

DREMPEL_KM = 15.0
"""Beyond this distance each km counts nine times as heavy."""


def half_omhoog(x: float) -> int:
    """Round to the nearest whole number, a half upward."""
    return math.floor(x + 0.5)


def afstandspunten(km: float) -> int:
    """Points for the distance home to groep at weight 1."""
    return half_omhoog(0.5 * km + 4 * max(0.0, km - DREMPEL_KM))


def kosten_niet_geplaatst(probleem: Probleem, jeugdige: Jeugdige) -> int:
    return probleem.gewichten["niet_geplaatst"] * URGENTIEFACTOR[jeugdige.urgentie]


def kosten_wachten(probleem: Probleem, jeugdige: Jeugdige, start: int) -> int:
    """Points for the weeks between the wanted and the real start."""
    weken = max(0, start - jeugdige.start)
    return probleem.gewichten["wachten"] * URGENTIEFACTOR[jeugdige.urgentie] * weken


def kosten_verplaatsing(probleem: Probleem, van: Groep, naar: Groep) -> int:
    """Points for going from one groep to another: none for staying, half within one locatie."""
    if van.id == naar.id:
        return 0
    gewicht = probleem.gewichten["verplaatsing"]
    return gewicht // 2 if van.locatie == naar.locatie else gewicht


def kosten_fase(
    probleem: Probleem, jeugdige: Jeugdige, fase: int, groep: Groep, weken: int
) -> dict[str, int]:
    """Points per criterion for `weken` weeks of one phase (from 1) in one groep, moves apart."""
    gewichten = probleem.gewichten
    gevraagd = jeugdige.fasen[fase - 1].intensiteit
    levert = geleverd(gevraagd, groep.intensiteiten) or gevraagd
    woont_er_al = fase == 1 and groep.id == jeugdige.huidige_groep
    centen = weken * 7 * ETMAALTARIEF_CENTEN[levert]
    anders = bool(jeugdige.voorkeur) and not jeugdige.voorkeur & {groep.id, groep.aanbieder}
    punten = {
        "kgw": 0 if groep.kgw else gewichten["kgw"] * jeugdige.kgw_voorkeur,
        "afstand": gewichten["afstand"] * afstandspunten(afstand_tot(jeugdige, groep)),
        "intensiteit": 0 if woont_er_al else gewichten["intensiteit"] * stappen(gevraagd, levert),
        "voorkeur": gewichten["voorkeur"] if anders else 0,
        "kosten_euro": gewichten["kosten_euro"] * ((centen + 50) // 100),
    }
    if probleem.beloften:
        beloofd = probleem.beloften.get((jeugdige.id, fase), groep.id)
        punten["belofte"] = probleem.gewicht_belofte if beloofd != groep.id else 0
    return punten


def kosten_samen(probleem: Probleem, een: Sequence[Plaatsing], ander: Sequence[Plaatsing]) -> int:
    """Points for a pair that should be together: due when they differ in the first week both have a place."""
    eerste = max(een[0].week_van, ander[0].week_van)
    groepen = [p.groep_id for rij in (een, ander) for p in rij if p.week_van <= eerste < p.week_tot]
    return probleem.gewichten["samen"] if len(groepen) == 2 and groepen[0] != groepen[1] else 0


def kosten_per_criterium(
    probleem: Probleem, per_jeugdige: Mapping[str, Sequence[Plaatsing]]
) -> dict[str, int]:
    """Points per criterion of a plan given as the placements of each placed child, in order of phase."""
    kosten = _leeg(probleem)
    for jeugdige in probleem.jeugdigen.values():
        rij = per_jeugdige.get(jeugdige.id)
        if not rij:
            kosten["niet_geplaatst"] += kosten_niet_geplaatst(probleem, jeugdige)
            continue
        for criterium, punten in kosten_jeugdige(probleem, jeugdige, rij).items():
            kosten[criterium] += punten
    for een, ander in probleem.paren_samen:
        if per_jeugdige.get(een) and per_jeugdige.get(ander):
            kosten["samen"] += kosten_samen(probleem, per_jeugdige[een], per_jeugdige[ander])
    return kosten


def kosten_jeugdige(probleem: Probleem, jeugdige: Jeugdige, rij: Sequence[Plaatsing]) -> dict[str, int]:
    """Points per criterion of one placed child by itself (`samen`, which is of a pair, stays 0)."""
    kosten = _leeg(probleem)
    kosten["wachten"] = kosten_wachten(probleem, jeugdige, rij[0].week_van)
    vorige = probleem.groepen[jeugdige.huidige_groep] if jeugdige.huidige_groep else None
    for plaatsing in rij:
        if not 1 <= plaatsing.fase <= len(jeugdige.fasen):
            continue  # no such phase: the check reports it, there is nothing to price
        groep = probleem.groepen[plaatsing.groep_id]
        if vorige is not None:
            kosten["verplaatsing"] += kosten_verplaatsing(probleem, vorige, groep)
        vorige = groep
        weken = plaatsing.week_tot - plaatsing.week_van
        for criterium, punten in kosten_fase(probleem, jeugdige, plaatsing.fase, groep, weken).items():
            kosten[criterium] += punten
    return kosten


def _leeg(probleem: Probleem) -> dict[str, int]:
    """No points for any criterion; promises only count where there are any."""
    return dict.fromkeys((*CRITERIA, "belofte") if probleem.beloften else CRITERIA, 0)
