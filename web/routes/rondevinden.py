"""What the pages of a placement round begin with: the ronde, its job, and the plan once there is one."""

from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from matcher import Plan, Probleem
from web.contexts.plaatsing import Plankop
from web.models import Job, JobStatus, Plaatsingsronde
from web.repositories import jobs, rondes
from web.services.kindbeeld import geladen
from web.services.plaatsingen import Rondemap
from web.state import State


def vind(session: Session, ronde_id: str) -> tuple[Plaatsingsronde, Job]:
    """404 when there is no such ronde for this person."""
    ronde, job = rondes.get(session, ronde_id), jobs.of_subject(session, ronde_id)
    if ronde is None or job is None:
        raise HTTPException(404)
    return ronde, job


def vind_klaar(session: Session, ronde_id: str) -> Plaatsingsronde:
    """404 also while there is no plan yet."""
    ronde, job = vind(session, ronde_id)
    if job.status != JobStatus.DONE:
        raise HTTPException(404)
    return ronde


def vind_plan(state: State, ronde_id: str) -> tuple[Probleem, Plan]:
    """The problem and the plan of a ronde that was found before; 404 when there is no plan."""
    try:
        ronde_map = Rondemap.of(state.settings, ronde_id)
    except ValueError as fout:
        raise HTTPException(404) from fout
    if not ronde_map.plan.exists():
        raise HTTPException(404)
    return geladen(ronde_map.map)


def plankop(session: Session, ronde: Plaatsingsronde) -> Plankop:
    """The top of every page of a plan."""
    basis = rondes.get(session, ronde.basis_id) if ronde.basis_id else None
    return Plankop(
        ronde.id,
        ronde.naam,
        ronde.demo,
        ronde.gemaakt,
        ronde.gepubliceerd,
        basis.naam if basis else "",
        ronde.belofte,
    )
