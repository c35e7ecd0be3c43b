"""Waiting times for everybody to read (eis 15): by kind of place, and by provider or site; no personal data.

Pleegzorg and gezinshuizen are told by provider, other places by site, as eis 15 asks. Small numbers are not
told, counts are rounded down to fives so that no difference of two counts points at a child, and a free place
is told as a period, and only where enough beds make it impossible to see who leaves.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from matcher import Plan, Probleem
from matcher.gebruik import Gebruik
from web.database import Database
from web.models import Organisatie
from web.models.register import Registersoort
from web.repositories import gebruikers, register, rondes
from web.services.kindbeeld import geladen
from web.services.plaatsingen import Rondemap
from web.services.woonvormen import woonvorm_naam
from web.settings import Settings

KLEIN = 5
"""Fewer jeugdigen than this are not told."""
MINSTE_BEDDEN = 3
"""With fewer beds a free place would tell when somebody leaves."""
VRIJE_WEKEN = 4
"""A bed is a free place when it stays free so long."""
PER_AANBIEDER = frozenset({"pleegzorg", "deeltijdpleegzorg", "gezinshuis"})
TERMIJNEN = ((4, "binnen een maand"), (13, "binnen drie maanden"), (26, "binnen een half jaar"))
TE_WEINIG = "te weinig om te noemen"


@dataclass(frozen=True, slots=True)
class Plekcijfers:
    """`wachten`: weeks from the wanted to the planned day of each jeugdige that waits for a place here;
    `vrij_over`: weeks until a bed is free, None when none is in the plan."""

    woonvorm: str
    naam: str
    bedden: int
    wachten: tuple[int, ...]
    vrij_over: int | None


@dataclass(frozen=True, slots=True)
class Wachtregel:
    """One line for everybody to read."""

    naam: str
    wachtenden: str
    wachttijd: str
    vrij: str


@dataclass(frozen=True, slots=True)
class Wachtlijst:
    """Of one region: lines by kind of place. `zonder`: how many wait and have no place in the plan yet."""

    regio: str
    stand: date
    soorten: tuple[tuple[str, tuple[Wachtregel, ...]], ...]
    zonder: str


def plekcijfers(
    probleem: Probleem, plan: Plan, wachtenden: Collection[str], vandaag: date
) -> tuple[Plekcijfers, ...]:
    """`wachtenden`: who waits today; others in the plan who waited then do not count any more."""
    nu = min(max(0, (vandaag - probleem.peildatum).days // 7), probleem.horizon - 1)
    gebruik = Gebruik(probleem, plan.plaatsingen)
    wachten: dict[str, list[int]] = defaultdict(list)
    for jeugdige_id, rij in plan.per_jeugdige.items():
        if jeugdige_id in wachtenden and not probleem.jeugdigen[jeugdige_id].bewoner:
            wachten[rij[0].groep_id].append(rij[0].week_van - probleem.jeugdigen[jeugdige_id].start)
    groepen = defaultdict(list)
    for groep in probleem.groepen.values():
        naam = groep.aanbieder if groep.woonvorm in PER_AANBIEDER and groep.aanbieder else groep.locatie
        groepen[groep.woonvorm, naam].append(groep)
    uit = []
    for (woonvorm, naam), deel in sorted(groepen.items()):
        laatste = probleem.horizon - VRIJE_WEKEN + 1
        vrij = (
            week
            for week in range(nu, laatste)
            if any(gebruik.bed_vrij(groep, week, week + VRIJE_WEKEN) for groep in deel)
        )
        eerste = next(vrij, None)
        uit.append(
            Plekcijfers(
                woonvorm,
                naam,
                sum(groep.bedden(nu) for groep in deel),
                tuple(weken for groep in deel for weken in wachten[groep.id]),
                None if eerste is None else eerste - nu,
            )
        )
    return tuple(uit)


def openbaar(cijfers: Plekcijfers) -> Wachtregel:
    """What of these figures everybody may know."""
    genoeg = len(cijfers.wachten) >= KLEIN
    return Wachtregel(
        cijfers.naam,
        aantal(len(cijfers.wachten)),
        _weken(round(sum(cijfers.wachten) / len(cijfers.wachten))) if genoeg else TE_WEINIG,
        _vrij(cijfers.vrij_over) if cijfers.bedden >= MINSTE_BEDDEN else "vraag het de aanbieder",
    )


def aantal(hoeveel: int) -> str:
    """A count as everybody may know it."""
    return f"minder dan {KLEIN}" if hoeveel < KLEIN else f"{hoeveel // 5 * 5} of meer"


def _weken(weken: int) -> str:
    return f"ongeveer {weken} {'week' if weken == 1 else 'weken'}"


def _vrij(weken: int | None) -> str:
    if weken == 0:
        return "nu"
    anders = "later, of nog niet bekend"
    return next((naam for grens, naam in TERMIJNEN if weken is not None and weken <= grens), anders)


def openbare_wachtlijsten(database: Database, settings: Settings, vandaag: date) -> tuple[Wachtlijst, ...]:
    """Of each region with a published plan. Reads all regions, and gives only what everybody may know."""
    with database.session() as session:
        lijsten = [_wachtlijst(session, settings, regio, vandaag) for regio in gebruikers.regios(session)]
    return tuple(lijst for lijst in lijsten if lijst is not None)


def _wachtlijst(session: Session, settings: Settings, regio: Organisatie, vandaag: date) -> Wachtlijst | None:
    ronde = rondes.laatst_gepubliceerd(session, regio.id)
    if ronde is None or ronde.gepubliceerd is None or not Rondemap.of(settings, ronde.id).plan.exists():
        return None
    probleem, plan = geladen(Rondemap.of(settings, ronde.id).map)
    in_register = register.rijen(session, Registersoort.JEUGDIGE, regio.id)
    # A plan of loaded files has no register to be kept up from: then the plan itself tells who waits.
    wachtenden = (
        {rij.sleutel for rij in in_register if not rij.velden.get("huidige_groep")}
        if in_register
        else {j.id for j in probleem.jeugdigen.values() if not j.bewoner}
    )
    per_soort: dict[str, list[Wachtregel]] = defaultdict(list)
    for cijfers in plekcijfers(probleem, plan, wachtenden, vandaag):
        per_soort[cijfers.woonvorm].append(openbaar(cijfers))
    geplaatst = plan.per_jeugdige.keys()
    return Wachtlijst(
        regio.naam,
        ronde.gepubliceerd.date(),
        tuple((woonvorm_naam(woonvorm), tuple(regels)) for woonvorm, regels in per_soort.items()),
        aantal(len(wachtenden - geplaatst)),
    )
