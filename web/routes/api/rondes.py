"""Placement rounds: made from the registers, solved in the background, with their plan."""

import json
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from matcher.privacy import lijkt_bsn
from web.access import Handeling, Soort
from web.models import Job, JobStatus, Plaatsingsronde
from web.repositories import jobs, rondes
from web.routes.api.bladzijden import Gevraagd, Lijst
from web.routes.api.sleutel import Metsleutel, Staat
from web.routes.api.tijd import Moment
from web.services import register as registers
from web.services.plaatsingen import Rondemap
from web.services.rondestart import begin_uit_register
from web.services.rondeweg import verwijder_ronde

router = APIRouter(prefix="/plaatsingsrondes", tags=["plaatsing"])
Rondenummer = Annotated[str, Path(pattern="^[0-9a-f]{24}$", description="Id van de ronde")]

NOG_NIET: dict[int | str, dict[str, Any]] = {409: {"description": "Nog niet klaar"}}


class RondeIn(BaseModel):
    naam: str = Field("Uit het register", max_length=80)
    seconden: int = Field(20, ge=1, le=600, description="Zo lang mag het zoeken duren")


class RondeUit(BaseModel):
    """`voortgang`: how far the work is; `status`: of the plan, once there is one."""

    id: str
    naam: str
    gemaakt: Moment = Field(description="In UTC")
    voortgang: str
    bericht: str
    status: str | None = Field(description="OPTIMAL, FEASIBLE of INFEASIBLE")
    geplaatst: int | None
    niet_geplaatst: int | None


@router.get("", summary="Plaatsingsrondes, de laatste eerst", operation_id="getPlaatsingsrondes")
def listing(state: Staat, wie: Metsleutel, bladzijde: Gevraagd) -> Lijst[RondeUit]:
    with state.toegang.lezen(wie, Soort.RONDE, deel="lijst") as session:
        alle = rondes.all_of(session)
        getoond = [(ronde, jobs.of_subject(session, ronde.id)) for ronde in bladzijde.deel(alle)]
    return bladzijde.lijst([_uit(ronde, job) for ronde, job in getoond], len(alle))


@router.post("", summary="Maak een plan", operation_id="postPlaatsingsronde", status_code=201)
def make(state: Staat, wie: Metsleutel, response: Response, ronde: RondeIn) -> RondeUit:
    if lijkt_bsn(ronde.naam):
        raise InvoerFout(f"naam: {registers.GEEN_BSN}")
    gemaakt = begin_uit_register(state, wie, ronde.naam, ronde.seconden, date.today(), load_tender())
    response.headers["Location"] = f"/api/v1/plaatsingsrondes/{gemaakt.id}"
    return _uit(gemaakt, None)


@router.get("/{id}", summary="Eén plaatsingsronde", operation_id="getPlaatsingsronde")
def show(state: Staat, wie: Metsleutel, id: Rondenummer) -> RondeUit:
    with state.toegang.lezen(wie, Soort.RONDE, id) as session:
        return _uit(_get(session, id), jobs.of_subject(session, id))


@router.get("/{id}/plan", summary="Het plan van een ronde", operation_id="getPlan", responses=NOG_NIET)
def plan(state: Staat, wie: Metsleutel, id: Rondenummer) -> dict[str, Any]:
    with state.toegang.lezen(wie, Soort.RONDE, id, "plan", Handeling.UITVOEREN) as session:
        _get(session, id)
        job = jobs.of_subject(session, id)
    if job is None or job.status != JobStatus.DONE:
        raise HTTPException(409, "Er is nog geen plan.")
    inhoud: dict[str, Any] = json.loads(Rondemap.of(state.settings, id).plan.read_text(encoding="utf-8"))
    return inhoud


@router.delete("/{id}", summary="Verwijder een ronde", operation_id="deletePlaatsingsronde", status_code=204)
def remove(state: Staat, wie: Metsleutel, id: Rondenummer) -> None:
    with state.toegang.wijzigen(wie, Handeling.VERWIJDEREN, Soort.RONDE, id) as session:
        ronde = _get(session, id)
        verwijder_ronde(session, ronde, state.jobs.remove)
    state.opslag.remove("plaatsing", id)


def _get(session: Session, ronde_id: str) -> Plaatsingsronde:
    ronde = rondes.get(session, ronde_id)
    if ronde is None:
        raise HTTPException(404, "Deze ronde is er niet.")
    return ronde


def _uit(ronde: Plaatsingsronde, job: Job | None) -> RondeUit:
    return RondeUit(
        id=ronde.id,
        naam=ronde.naam,
        gemaakt=ronde.gemaakt,
        voortgang=job.status if job else JobStatus.WAITING.value,
        bericht=job.message if job else "",
        status=ronde.status,
        geplaatst=ronde.geplaatst,
        niet_geplaatst=ronde.niet_geplaatst,
    )
