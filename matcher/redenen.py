"""Why in words: what a placement costs by criterion, and by which rules groepen fall off for a child."""

from collections.abc import Iterable, Sequence

from knowledge.geo.afstand import km_in_woorden
from matcher.domein import Groep, Jeugdige, Probleem
from matcher.gebruik import Gebruik, vrije_plekken
from matcher.intensiteit import geleverd, stappen
from matcher.kosten import kosten_fase, kosten_verplaatsing, kosten_wachten
from matcher.plan import Plaatsing
from matcher.regels import afstand_tot, bezwaren, fase_weken, startweken

VOLGORDE = (
    ("intensiteit", "door de gevraagde intensiteit"),
    ("woonvorm", "door de woonvorm"),
    ("regio", "door de ligging buiten de regio"),
    ("afstand", "door de afstand tot huis"),
    ("kenmerken", "door een vereist kenmerk dat ontbreekt"),
    ("gereserveerd", "omdat de plek gereserveerd is voor een andere jeugdige"),
    ("uitgesloten", "door een uitsluiting"),
    ("vastgelegd", "door een vastgelegde keuze"),
)
"""The order in which groepen fall off, and how that is said."""


def redenen_plaatsing(probleem: Probleem, rij: Sequence[Plaatsing], fase: int) -> tuple[str, ...]:
    """The criteria of one phase (from 1) of a placed child in words with their points.

    `rij` holds the child's placements in order of phase. Parts without points are said when they are
    good news, e.g. ('12,4 km van huis (6 punten)', 'kleinschalig', 'geen verplaatsing').
    """
    jeugdige = probleem.jeugdigen[rij[0].jeugdige_id]
    index = next(i for i, plaatsing in enumerate(rij) if plaatsing.fase == fase)
    plaatsing = rij[index]
    groep = probleem.groepen[plaatsing.groep_id]
    punten = kosten_fase(probleem, jeugdige, fase, groep, plaatsing.week_tot - plaatsing.week_van)
    woorden = [_met(f"{km_in_woorden(afstand_tot(jeugdige, groep))} van huis", punten["afstand"])]
    if groep.kgw:
        woorden.append("kleinschalig")
    elif jeugdige.kgw_voorkeur:
        woorden.append(_met("niet kleinschalig", punten["kgw"]))
    woorden.append(_intensiteit(jeugdige, fase, groep, punten["intensiteit"]))
    if jeugdige.voorkeur:
        woorden.append(_met("niet de voorkeur", punten["voorkeur"]) if punten["voorkeur"] else "voorkeur")
    woorden += _verandering(probleem, jeugdige, rij, index)
    return tuple(woorden)


def _met(tekst: str, punten: int) -> str:
    if not punten:
        return tekst
    return f"{tekst} ({punten} {'punt' if punten == 1 else 'punten'})"


def _intensiteit(jeugdige: Jeugdige, fase: int, groep: Groep, punten: int) -> str:
    gevraagd = jeugdige.fasen[fase - 1].intensiteit
    levert = geleverd(gevraagd, groep.intensiteiten)
    if levert is None:
        return f"blijft wonen, al biedt de groep intensiteit {gevraagd} niet"
    if levert == gevraagd:
        return f"intensiteit {gevraagd} zoals gevraagd"
    af = stappen(gevraagd, levert)
    return _met(f"intensiteit {levert}, {af} {'stap' if af == 1 else 'stappen'} van {gevraagd}", punten)


def _verandering(probleem: Probleem, jeugdige: Jeugdige, rij: Sequence[Plaatsing], index: int) -> list[str]:
    groep = probleem.groepen[rij[index].groep_id]
    if index == 0 and not jeugdige.bewoner:
        weken = rij[0].week_van - jeugdige.start
        if not weken:
            return ["kan meteen beginnen"]
        wacht = f"wacht {weken} {'week' if weken == 1 else 'weken'}"
        return [_met(wacht, kosten_wachten(probleem, jeugdige, rij[0].week_van))]
    vorige_id = rij[index - 1].groep_id if index else jeugdige.huidige_groep
    vorige = probleem.groepen[str(vorige_id)]
    if vorige.id == groep.id:
        return ["geen verplaatsing"]
    punten = kosten_verplaatsing(probleem, vorige, groep)
    if vorige.locatie == groep.locatie:
        return [_met("verplaatsing binnen dezelfde locatie", punten)]
    return [_met("verplaatsing naar een andere locatie", punten)]


def redenen_niet_geplaatst(
    probleem: Probleem, plaatsingen: Iterable[Plaatsing], zonder: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Per child without a place: how many groepen fall off by which rule, and what stops the rest."""
    gebruik = Gebruik(probleem, plaatsingen)
    return {
        jeugdige_id: _redenen(probleem, probleem.jeugdigen[jeugdige_id], gebruik) for jeugdige_id in zonder
    }


def _redenen(probleem: Probleem, jeugdige: Jeugdige, gebruik: Gebruik) -> tuple[str, ...]:
    weken = startweken(jeugdige, probleem.horizon)
    if not weken:
        return ("De gewenste start ligt voorbij de periode van dit plan.",)
    redenen = []
    # phases that are dropped at every start need no place
    aantal = max(len(fase_weken(jeugdige, start, probleem.horizon)) for start in weken)
    vrij = True
    for fase in range(1, aantal + 1):
        tekst, over = _trechter(probleem, jeugdige, fase)
        if over:
            extra, fase_vrij = _plekken(probleem, jeugdige, fase, over, gebruik)
            tekst += extra
            vrij = vrij and fase_vrij
        else:
            vrij = False
        redenen.append(tekst)
    if vrij:
        redenen.append(
            "Er is per fase wel een plek. Maar zij sluit niet aan op de andere fasen, mag niet naast de "
            "andere jeugdigen, of kost meer dan geen plek."
        )
    return tuple(redenen)


def _trechter(probleem: Probleem, jeugdige: Jeugdige, fase: int) -> tuple[str, list[Groep]]:
    """The funnel of one phase in words, and the groepen that remain."""
    over = list(probleem.groepen.values())
    intensiteit = jeugdige.fasen[fase - 1].intensiteit
    stappen_ = []
    totaal = len(over)
    soorten = {
        groep.id: {b.soort for b in bezwaren(probleem, jeugdige, fase, groep, False)} for groep in over
    }
    for soort, woorden in VOLGORDE:
        blijft = [groep for groep in over if soort not in soorten[groep.id]]
        if len(blijft) < len(over):
            stappen_.append(f"{len(over) - len(blijft)} {woorden}")
        over = blijft
    begin = f"Fase {fase} (intensiteit {intensiteit}): van de {_groepen(totaal)} "
    if not stappen_:
        return begin + "valt er geen af door een regel", over
    eind = f"; er {'blijft' if len(over) == 1 else 'blijven'} {len(over) or 'geen'} over"
    return begin + f"{'valt' if totaal == 1 else 'vallen'} af: " + ", ".join(stappen_) + eind + (
        "" if over else "."
    ), over


def _groepen(aantal: int) -> str:
    return "1 groep" if aantal == 1 else f"{aantal} groepen"


def _plekken(
    probleem: Probleem, jeugdige: Jeugdige, fase: int, over: Sequence[Groep], gebruik: Gebruik
) -> tuple[str, bool]:
    """What beds and hours say of the groepen that the rules leave, over all start weeks."""
    bed, plek = vrije_plekken(probleem, jeugdige, fase, over, gebruik)
    if plek:
        return f", waarvan {len(plek)} met een vrije plek in de periode.", True
    if bed:
        return f", waarvan {len(bed)} met een vrij bed maar zonder genoeg roosteruren.", False
    return ", maar geen daarvan heeft in de hele periode een vrij bed.", False
