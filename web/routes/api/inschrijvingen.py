"""Bids that the region may read, with their reports."""

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from compliance.rapport import Rapport
from web.access import Handeling, Soort
from web.models import Inschrijving, JobStatus
from web.repositories import inschrijvingen, jobs
from web.routes.api.bladzijden import Gevraagd, Lijst
from web.routes.api.sleutel import Metsleutel, Staat
from web.routes.api.tijd import Moment
from web.services.inschrijvingen import Inschrijvingsmap

router = APIRouter(prefix="/inschrijvingen", tags=["inschrijvingen"])
DOEL = "beoordeling"
Nummer = Annotated[str, Path(pattern="^[0-9a-f]{24}$", description="Id van de inschrijving")]


class InschrijvingUit(BaseModel):
    id: str
    naam: str = Field(description="De inschrijver, als die bekend is")
    gemaakt: Moment = Field(description="In UTC")
    knockouts: int | None
    aandachtspunten: int | None


@router.get("", summary="Inschrijvingen, de laatste eerst", operation_id="getInschrijvingen")
def listing(state: Staat, wie: Metsleutel, bladzijde: Gevraagd) -> Lijst[InschrijvingUit]:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, deel="lijst") as session:
        alle = inschrijvingen.all_of(session, DOEL)
    return bladzijde.lijst([_uit(i) for i in bladzijde.deel(alle)], len(alle))


@router.get("/{id}", summary="Eén inschrijving", operation_id="getInschrijving")
def show(state: Staat, wie: Metsleutel, id: Nummer) -> InschrijvingUit:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id) as session:
        return _uit(_get(session, id))


@router.get(
    "/{id}/rapport",
    summary="Het rapport van de pre-screening",
    operation_id="getRapport",
    responses={409: {"description": "Nog niet klaar"}},
)
def report(state: Staat, wie: Metsleutel, id: Nummer) -> Rapport:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id, "rapport", Handeling.UITVOEREN) as session:
        _get(session, id)
        job = jobs.of_subject(session, id)
    if job is None or job.status != JobStatus.DONE:
        raise HTTPException(409, "Er is nog geen rapport.")
    return Inschrijvingsmap.of(state.settings, id).rapport()


def _get(session: Session, id_: str) -> Inschrijving:
    inschrijving = inschrijvingen.get(session, id_)
    if inschrijving is None or inschrijving.doel != DOEL:
        raise HTTPException(404, "Deze inschrijving is er niet.")
    return inschrijving


def _uit(inschrijving: Inschrijving) -> InschrijvingUit:
    return InschrijvingUit(
        id=inschrijving.id,
        naam=inschrijving.naam,
        gemaakt=inschrijving.gemaakt,
        knockouts=inschrijving.knockouts,
        aandachtspunten=inschrijving.aandachtspunten,
    )
