"""What a week, and a year, came to: counted from what happened, by the weights of the input."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from matcher.domein import Probleem
from matcher.intensiteit import geleverd, stappen
from matcher.kosten import (
    DREMPEL_KM,
    URGENTIEFACTOR,
    afstandspunten,
    kosten_verplaatsing,
)
from matcher.regels import KRING_OM_REGIO_KM, afstand_tot
from matcher.simulatie.wereld import Kind, Stap


@dataclass(frozen=True, slots=True)
class Maten:
    """Counts of one week, or added up over a year.

    `plekken`: times that a child came to live somewhere (a start or a move); of these `binnen_15_km` of
    home, `in_kring` (within 15 km of the region) and `kgw`. `wachtweken`: children times weeks of waiting
    beyond the wanted start. `verlengd`: weeks that children lived on where they were, for want of a next
    place. `toezegging_gewijzigd`: starts told for the coming weeks that became another groep or later.
    `zonder_plek`: children who left without ever having had a place. `punten`: all of it by the weights.
    """

    gestart: int = 0
    verplaatsingen: int = 0
    binnen_locatie: int = 0
    plekken: int = 0
    binnen_15_km: int = 0
    in_kring: int = 0
    kgw: int = 0
    wachtweken: int = 0
    verlengd: int = 0
    toezegging_gewijzigd: int = 0
    zonder_plek: int = 0
    punten: int = 0

    def __add__(self, ander: "Maten") -> "Maten":
        return Maten(*(getattr(self, f.name) + getattr(ander, f.name) for f in fields(self)))


def tel_op(maten: Iterable[Maten]) -> Maten:
    return sum(maten, Maten())


def tel_week(
    probleem: Probleem,
    stappen_: Iterable[Stap],
    wachtend: Iterable[Kind],
    verlengd: int,
    gewijzigd: int,
    zonder_plek: int,
) -> Maten:
    """The counts of one week; `probleem` gives groepen and weights, `wachtend` who waits through it."""
    stappen_ = list(stappen_)
    wachtend = list(wachtend)
    komst = [s for s in stappen_ if not s.blijft]
    verplaatst = [s for s in komst if s.van is not None]
    groepen = probleem.groepen
    factoren = sum(URGENTIEFACTOR[kind.jeugdige.urgentie] for kind in wachtend)
    return Maten(
        gestart=len(komst) - len(verplaatst),
        verplaatsingen=len(verplaatst),
        binnen_locatie=sum(groepen[str(s.van)].locatie == groepen[s.naar].locatie for s in verplaatst),
        plekken=len(komst),
        binnen_15_km=sum(afstand_tot(s.jeugdige, groepen[s.naar]) <= DREMPEL_KM for s in komst),
        in_kring=sum(groepen[s.naar].regio_km <= KRING_OM_REGIO_KM for s in komst),
        kgw=sum(groepen[s.naar].kgw for s in komst),
        wachtweken=len(wachtend),
        verlengd=verlengd,
        toezegging_gewijzigd=gewijzigd,
        zonder_plek=zonder_plek,
        punten=probleem.gewichten["wachten"] * factoren + sum(_punten(probleem, s) for s in stappen_),
    )


def _punten(probleem: Probleem, stap: Stap) -> int:
    """Points of a phase that began, the move included (`samen` and `kosten_euro` left out)."""
    gewichten, groep, jeugdige = probleem.gewichten, probleem.groepen[stap.naar], stap.jeugdige
    gevraagd = stap.fase.intensiteit
    levert = geleverd(gevraagd, groep.intensiteiten) or gevraagd
    punten = gewichten["afstand"] * afstandspunten(afstand_tot(jeugdige, groep))
    punten += 0 if groep.kgw else gewichten["kgw"] * jeugdige.kgw_voorkeur
    punten += gewichten["intensiteit"] * stappen(gevraagd, levert)
    if jeugdige.voorkeur and not jeugdige.voorkeur & {groep.id, groep.aanbieder}:
        punten += gewichten["voorkeur"]
    if stap.van is not None:
        punten += kosten_verplaatsing(probleem, probleem.groepen[stap.van], groep)
    return punten
