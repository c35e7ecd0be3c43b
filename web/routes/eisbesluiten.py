"""An assessor decides about an eis of a bid, and takes all decisions out as labelled data."""

import json
from typing import Annotated, cast

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from compliance.correcties import als_labels
from compliance.rapport import EisOordeel, EisStatus, Rapport
from compliance.verslag.beeld import STATUSNAMEN
from knowledge.catalogue import load_tender
from web.access import Handeling, Soort
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.eisbesluit import Eisbesluitpagina
from web.models import Inschrijving, JobStatus
from web.models.base import now
from web.rendering import render
from web.repositories import eisbesluiten as rijen
from web.repositories import inschrijvingen, jobs
from web.routes.taken import see_other
from web.services import eisbesluiten
from web.services.inschrijvingen import Inschrijvingsmap
from web.state import CurrentState, State

router = APIRouter(prefix="/beoordeling")


@router.get("/{id}/eis/{eis_id}")
def show(
    request: Request, state: CurrentState, wie: Ingelogd, id: str, eis_id: str, bewaard: bool = False
) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id, f"eis {eis_id}") as session:
        pagina = _page(session, state, id, eis_id, melding="Uw besluit is bewaard." if bewaard else "")
    return render(request, pagina)


@router.post("/{id}/eis/{eis_id}")
def decide(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    eis_id: str,
    besluit: Annotated[str, Form(max_length=20)] = "",
    reden: Annotated[str, Form(max_length=20_000)] = "",
) -> Response:
    fouten = eisbesluiten.controleer(besluit, reden)
    if fouten:
        with state.toegang.lezen(
            wie, Soort.INSCHRIJVING, id, f"eis {eis_id}", Handeling.BESLUITEN
        ) as session:
            pagina = _page(session, state, id, eis_id, besluit, reden, fouten)
        return render(request, pagina, 422)
    with state.toegang.wijzigen(
        wie, Handeling.BESLUITEN, Soort.INSCHRIJVING, id, f"eis {eis_id}: {besluit}"
    ) as session:
        rapport = _report(session, state, id)[1]
        _judgement(rapport, eis_id)
        status = cast(EisStatus, besluit)
        eisbesluiten.besluit(session, wie, id, rapport, eis_id, status, reden.strip(), now())
    return see_other(f"/beoordeling/{id}/eis/{eis_id}?bewaard=1")


@router.get("/{id}/besluiten.jsonl")
def labels(state: CurrentState, wie: Ingelogd, id: str) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id, "besluiten", Handeling.UITVOEREN) as session:
        _report(session, state, id)
        gelabeld = als_labels(eisbesluiten.correcties(rijen.of(session, id)))
    tekst = "".join(json.dumps(label, ensure_ascii=False) + "\n" for label in gelabeld)
    headers = {"Content-Disposition": 'attachment; filename="besluiten.jsonl"'}
    return Response(tekst, media_type="application/jsonl; charset=utf-8", headers=headers)


def _report(session: Session, state: State, id: str) -> tuple[Inschrijving, Rapport]:
    inschrijving, job = inschrijvingen.get(session, id), jobs.of_subject(session, id)
    if inschrijving is None or inschrijving.doel != "beoordeling":
        raise HTTPException(404)
    if job is None or job.status != JobStatus.DONE:
        raise HTTPException(404)
    return inschrijving, Inschrijvingsmap.of(state.settings, id).rapport()


def _judgement(rapport: Rapport, eis_id: str) -> EisOordeel:
    gevonden = next((o for o in rapport.eisen if o.id == eis_id), None)
    if gevonden is None:
        raise HTTPException(404)
    return gevonden


def _page(
    session: Session,
    state: State,
    id: str,
    eis_id: str,
    gekozen: str = "",
    reden: str = "",
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
) -> Eisbesluitpagina:
    inschrijving, rapport = _report(session, state, id)
    voorstel = _judgement(rapport, eis_id)
    eis = next((e for e in load_tender().eisen if e.id == eis_id), None)
    return Eisbesluitpagina(
        adres=f"/beoordeling/{id}",
        naam=inschrijving.naam,
        eis_id=eis_id,
        onderwerp=eis.onderwerp if eis else "",
        voorstel=voorstel,
        voorstelnaam=STATUSNAMEN[voorstel.status],
        eerder=tuple(r for r in eisbesluiten.regels(rijen.of(session, id)) if r.eis == eis_id),
        keuzes=eisbesluiten.KEUZES,
        gekozen=gekozen,
        reden=reden,
        fouten=fouten,
        melding=melding,
    )
