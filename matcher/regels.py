"""The hard rules of a placement, as pure functions that know no solver.

Rules 2 to 6 and 9 are asked of one phase of one child in one groep (`bezwaren`); rule 8 and the lengths
of phases follow from the calendar (`startweken`, `fase_weken`); rules 1 and 7 are asked of a groep in a
week (`mag_bedden_overschrijden`, `mag_uren_overschrijden`). Sources: eis 94 and 99 (intensities), bijlage
XV and paragraph 7.1.5 (wishes), paragraph 9.5 (woonvormen) and 9.7 (hours).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.geo.afstand import afstand_km, km_in_woorden
from matcher.domein import Groep, Jeugdige, Probleem
from matcher.intensiteit import geleverd, stappen, uren_per_week

LANGSTE_WACHT = 26
"""Weeks a child may wait at most for its start (rule 8)."""

KRING_OM_REGIO_KM = 15.0
"""How far outside the region a groep may lie without the child's consent (rule 6)."""


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """Why a groep can't be used for a phase: the number of the rule, a short key and plain Dutch."""

    regel: int
    soort: str
    tekst: str


def fase_weken(jeugdige: Jeugdige, start: int, horizon: int) -> list[tuple[int, int]]:
    """(week_van, week_tot) of each phase that begins before the horizon, when the first begins in `start`."""
    weken = []
    van = start
    for fase in jeugdige.fasen:
        if van >= horizon:
            break
        tot = horizon if fase.weken is None else min(van + fase.weken, horizon)
        weken.append((van, tot))
        van = tot
    return weken


def startweken(jeugdige: Jeugdige, horizon: int) -> range:
    """The weeks in which the child may start (rule 8); a resident starts in week 0."""
    if jeugdige.bewoner:
        return range(1)
    return range(jeugdige.start, min(jeugdige.start + LANGSTE_WACHT + 1, horizon))


def blijft(jeugdige: Jeugdige, groep_ids: Sequence[str]) -> bool:
    """Whether a resident stays in the last of these phases: it and all before are in its own groep."""
    return jeugdige.bewoner and all(groep_id == jeugdige.huidige_groep for groep_id in groep_ids)


def afstand_tot(jeugdige: Jeugdige, groep: Groep) -> float:
    """Km between home and groep, unrounded."""
    return afstand_km(jeugdige.lat, jeugdige.lon, groep.lat, groep.lon)


def bezwaren(probleem: Probleem, jeugdige: Jeugdige, fase: int, groep: Groep, blijft: bool) -> list[Bezwaar]:
    """All objections of rules 2 to 6 and 9 to this phase (from 1) of this child in this groep.

    `blijft` says that a resident stays there in this phase, which waives rules 2 (phase 1), 3 and 6.
    """
    gevonden = []
    gevraagd = jeugdige.fasen[fase - 1].intensiteit
    if not (blijft and fase == 1):
        dichtst = geleverd(gevraagd, groep.intensiteiten)
        if dichtst is None or stappen(gevraagd, dichtst) > jeugdige.intensiteit_marge:
            aanbod = ", ".join(sorted(groep.intensiteiten)) or "geen intensiteit"
            gevonden.append(
                Bezwaar(2, "intensiteit", f"vraagt intensiteit {gevraagd}, de groep biedt {aanbod}")
            )
    if not blijft and (mist := jeugdige.vereist - groep.kenmerken):
        gevonden.append(Bezwaar(3, "kenmerken", f"de groep mist {', '.join(sorted(mist))}"))
    gevonden += _vorm(jeugdige, gevraagd, groep)
    gevonden += _persoon(jeugdige, groep)
    if not blijft:
        gevonden += _ligging(jeugdige, groep)
    for keuze in probleem.keuzes.get((jeugdige.id, fase), ()):
        if keuze.vast and keuze.groep_id != groep.id:
            gevonden.append(Bezwaar(9, "vastgelegd", f"vastgelegd is {keuze.groep_id}"))
        elif not keuze.vast and keuze.groep_id == groep.id:
            gevonden.append(Bezwaar(9, "vastgelegd", "de coördinator heeft deze groep uitgesloten"))
    return gevonden


def _vorm(jeugdige: Jeugdige, gevraagd: str, groep: Groep) -> list[Bezwaar]:
    if groep.woonvorm == "jeugdzorgplus" and not jeugdige.machtiging_gesloten:
        return [Bezwaar(4, "woonvorm", "jeugdzorgplus mag niet zonder machtiging gesloten jeugdhulp")]
    if groep.woonvorm in ("pleegzorg", "deeltijdpleegzorg") and gevraagd not in ("A", "B"):
        return [Bezwaar(4, "woonvorm", f"{groep.woonvorm} is er alleen voor intensiteit A en B")]
    return []


def _persoon(jeugdige: Jeugdige, groep: Groep) -> list[Bezwaar]:
    gevonden = []
    if groep.gereserveerd_voor not in (None, jeugdige.id):
        gevonden.append(Bezwaar(5, "gereserveerd", "de plek is gereserveerd voor een andere jeugdige"))
    if geraakt := jeugdige.uitgesloten & {groep.id, groep.locatie, groep.aanbieder}:
        gevonden.append(Bezwaar(5, "uitgesloten", f"{', '.join(sorted(geraakt))} is uitgesloten"))
    return gevonden


def _ligging(jeugdige: Jeugdige, groep: Groep) -> list[Bezwaar]:
    gevonden = []
    if groep.regio_km > KRING_OM_REGIO_KM and not jeugdige.buiten_regio:
        gevonden.append(Bezwaar(6, "regio", f"de groep ligt {km_in_woorden(groep.regio_km)} buiten de regio"))
    if jeugdige.max_afstand_km is not None and (km := afstand_tot(jeugdige, groep)) > jeugdige.max_afstand_km:
        hoogste = km_in_woorden(jeugdige.max_afstand_km)
        gevonden.append(Bezwaar(6, "afstand", f"{km_in_woorden(km)} van huis, hoogstens {hoogste} mag"))
    return gevonden


def mag_bedden_overschrijden(probleem: Probleem, groep: Groep) -> bool:
    """Whether the input itself has more residents than beds here in week 0 (the exception to rule 1)."""
    return len(probleem.bewoners.get(groep.id, ())) > groep.bedden(0)


def mag_uren_overschrijden(probleem: Probleem, groep: Groep) -> bool:
    """Whether the residents' first phases already ask more than the rostered hours (exception to rule 7)."""
    bewoners = probleem.bewoners.get(groep.id, ())
    gevraagd = sum(uren_per_week(bewoner.fasen[0].intensiteit) for bewoner in bewoners)
    return groep.roosteruren is not None and gevraagd > groep.roosteruren
