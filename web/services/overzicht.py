"""Rows of overviews, from the database."""

from sqlalchemy.orm import Session

from web.access import Handeling, Soort, Wie, mag
from web.contexts.lijsten import Lijstregel
from web.models import Inschrijving, Job, JobStatus, Plaatsingsronde
from web.repositories import inschrijvingen, jobs, rondes

_TOESTAND = {
    JobStatus.WAITING: "wacht",
    JobStatus.RUNNING: "bezig",
    JobStatus.DONE: "klaar",
    JobStatus.FAILED: "mislukt",
    JobStatus.STOPPED: "gestopt",
}


def plaatsingsregels(session: Session) -> tuple[Lijstregel, ...]:
    gevonden = rondes.recent(session)
    bij = jobs.of_subjects(session, [ronde.id for ronde in gevonden])
    return tuple(_ronde(ronde, bij.get(ronde.id)) for ronde in gevonden)


def inschrijvingsregels(session: Session, doel: str) -> tuple[Lijstregel, ...]:
    return regels_van(session, inschrijvingen.recent(session, doel))


def regels_van(session: Session, gevonden: list[Inschrijving]) -> tuple[Lijstregel, ...]:
    ids = [inschrijving.id for inschrijving in gevonden]
    bij, van = jobs.of_subjects(session, ids), inschrijvingen.tender_names(session, ids)
    return tuple(_inschrijving(i, bij.get(i.id), van.get(i.id, "")) for i in gevonden)


def recente_regels(session: Session, wie: Wie, hoogstens: int = 6) -> tuple[Lijstregel, ...]:
    """The latest results of the jobs that this person may see."""
    alle: list[Lijstregel] = []
    if mag(wie, Handeling.LEZEN, Soort.RONDE):
        alle += plaatsingsregels(session)
    for doel, soort in (("beoordeling", Soort.INSCHRIJVING), ("zelfcheck", Soort.ZELFCHECK)):
        if mag(wie, Handeling.LEZEN, soort):
            alle += inschrijvingsregels(session, doel)
    return tuple(sorted(alle, key=lambda regel: regel.gemaakt, reverse=True)[:hoogstens])


def _ronde(ronde: Plaatsingsronde, job: Job | None) -> Lijstregel:
    uitslag = ""
    if ronde.status == "INFEASIBLE":
        uitslag = "Er bestaat geen plan"
    elif ronde.geplaatst is not None:
        uitslag = f"{ronde.geplaatst} geplaatst, {ronde.niet_geplaatst} zonder plek"
    return Lijstregel(
        f"/plaatsing/{ronde.id}",
        "Plaatsing",
        ronde.naam,
        ronde.demo,
        ronde.gemaakt,
        toestand(job),
        uitslag,
    )


def _inschrijving(inschrijving: Inschrijving, job: Job | None, aanbesteding: str) -> Lijstregel:
    uitslag = ""
    if inschrijving.knockouts is not None and inschrijving.aandachtspunten is not None:
        if inschrijving.doel == "beoordeling":
            knockouts = _aantal(inschrijving.knockouts, "knock-out", "knock-outs")
            uitslag = f"{knockouts}, {_aantal(inschrijving.aandachtspunten, 'ander punt', 'andere punten')}"
        else:
            punten = inschrijving.knockouts + inschrijving.aandachtspunten
            uitslag = f"{_aantal(punten, 'punt', 'punten')} om na te kijken"
    return Lijstregel(
        f"/{inschrijving.doel}/{inschrijving.id}",
        inschrijving.doel.capitalize(),
        inschrijving.naam,
        inschrijving.demo,
        inschrijving.gemaakt,
        toestand(job),
        uitslag,
        aanbesteding,
    )


def _aantal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal or 'geen'} {een if aantal == 1 else meer}"


def toestand(job: Job | None) -> str:
    """Key of a label for how far it is."""
    return _TOESTAND[JobStatus(job.status)] if job else "gestopt"
