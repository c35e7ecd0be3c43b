"""Plaatsing: upload a region, have a plan made, look at it."""

import shutil
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import FileResponse, JSONResponse, Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from knowledge.errors import InvoerFout
from matcher.privacy import lijkt_bsn
from web.access import Handeling, Soort, Wie, noem
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.plaatsing import Plaatsingsoverzicht, Planpagina
from web.models import Job, JobStatus, Plaatsingsronde
from web.models.base import now
from web.rendering import render
from web.repositories import besluiten, jobs, rondes
from web.routes.taken import progress_page, progress_stream, see_other
from web.services.besluiten import STANDEN, laatste
from web.services.demo import REGIO
from web.services.overzicht import plaatsingsregels
from web.services.plaatsingen import Rondemap, neem_map_op
from web.services.register import GEEN_BSN
from web.services.rondeweg import verwijder_ronde
from web.services.vervolgronde import begin_vervolg, lees_belofte
from web.state import CurrentState, State

router = APIRouter(prefix="/plaatsing")
LANGST = 600
"""Seconds that a search may take at most."""


@router.get("")
def overview(request: Request, state: CurrentState, wie: Ingelogd, verwijderd: bool = False) -> Response:
    melding = "De ronde is verwijderd." if verwijderd else ""
    return _overview(request, state, wie, melding=melding)


@router.post("")
def upload(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    bestanden: Annotated[list[UploadFile] | None, File()] = None,
    naam: Annotated[str, Form()] = "",
    seconden: Annotated[str, Form()] = "",
) -> Response:
    fouten: list[Veldfout] = []
    tijd = seconden.strip() or str(state.settings.solve_seconds)
    if not tijd.isdecimal() or not 1 <= int(tijd) <= LANGST:
        fouten.append(Veldfout("seconden", f"De rekentijd moet een geheel getal van 1 tot {LANGST} zijn."))
    if lijkt_bsn(naam):
        fouten.append(Veldfout("naam", GEEN_BSN))
    gekozen = [bestand for bestand in bestanden or [] if bestand.filename]
    if not gekozen:
        fouten.append(Veldfout("bestanden", "Kies de bestanden van de regio, of een zip waar ze in zitten."))
    if not fouten:
        try:
            return see_other(f"/plaatsing/{_take_in(state, wie, gekozen, naam, int(tijd))}")
        except InvoerFout as fout:
            fouten += [Veldfout("bestanden", regel) for regel in fout.fouten or (str(fout),)]
    return _overview(request, state, wie, tuple(fouten), naam, seconden, status=422)


@router.post("/voorbeeld")
def example(state: CurrentState, wie: Ingelogd) -> Response:
    with state.toegang.wijzigen(wie, Handeling.MAKEN, Soort.RONDE) as session:
        ronde = rondes.add(session, wie.organisatie_id, REGIO, state.settings.solve_seconds, demo=True)
        noem(session, ronde.id)
        state.jobs.submit(session, wie.organisatie_id, "plaatsing", ronde.id)
    return see_other(f"/plaatsing/{ronde.id}")


@router.get("/{ronde_id}")
def show(
    request: Request, state: CurrentState, wie: Ingelogd, ronde_id: str, gepubliceerd: bool = False
) -> Response:
    melding = "Dit plan is gepubliceerd. Een volgend plan houdt er rekening mee." if gepubliceerd else ""
    return _plan(request, state, wie, ronde_id, melding=melding)


@router.get("/{ronde_id}/voortgang")
def progress(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    job = _find(state, wie, ronde_id, deel="voortgang")[1]
    return progress_stream(state, wie, Soort.RONDE, job)


@router.post("/{ronde_id}/stop")
def stop(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.RONDE, ronde_id, "stop") as session:
        job = _get(session, ronde_id)[1]
    state.jobs.cancel(job.id, hard=False)
    return see_other(f"/plaatsing/{ronde_id}")


@router.post("/{ronde_id}/opnieuw")
def again(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.RONDE, ronde_id, "opnieuw") as session:
        if not _get(session, ronde_id)[1].active:
            state.jobs.submit(session, wie.organisatie_id, "plaatsing", ronde_id)
    return see_other(f"/plaatsing/{ronde_id}")


@router.post("/{ronde_id}/verwijderen")
def remove(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.VERWIJDEREN, Soort.RONDE, ronde_id) as session:
        ronde, _ = _get(session, ronde_id)
        verwijder_ronde(session, ronde, state.jobs.remove)
    state.opslag.remove("plaatsing", ronde_id)
    return see_other("/plaatsing?verwijderd=1")


@router.post("/{ronde_id}/publiceren")
def publish(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    """The plan is told to people: later rounds change it only for a stated gain."""
    with state.toegang.wijzigen(wie, Handeling.BESLUITEN, Soort.RONDE, ronde_id, "publiceren") as session:
        ronde, job = _get(session, ronde_id)
        if job.status != JobStatus.DONE:
            raise HTTPException(404)
        ronde.gepubliceerd = now()
    return see_other(f"/plaatsing/{ronde_id}?gepubliceerd=1")


@router.post("/{ronde_id}/vervolg")
def next_round(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    ronde_id: str,
    naam: Annotated[str, Form(max_length=80)] = "",
    belofte: Annotated[str, Form(max_length=10)] = "0",
) -> Response:
    """A new round with the answers of providers, parents and jeugdigen in it."""
    fouten = [Veldfout("vervolgnaam", GEEN_BSN)] if lijkt_bsn(naam) else []
    try:
        punten = lees_belofte(belofte)
    except InvoerFout as fout:
        fouten.append(Veldfout("belofte", str(fout)))
    if fouten:
        return _plan(request, state, wie, ronde_id, tuple(fouten), status=422)
    ronde = begin_vervolg(state, wie, ronde_id, naam.strip() or "Vervolg", punten)
    if ronde is None:
        raise HTTPException(404)
    return see_other(f"/plaatsing/{ronde.id}")


@router.get("/{ronde_id}/plan.json")
def download(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    _done(state, wie, ronde_id, Handeling.UITVOEREN)
    pad = Rondemap.of(state.settings, ronde_id).plan
    return FileResponse(pad, media_type="application/json", filename="plan.json")


@router.get("/{ronde_id}/kaart.geojson")
def map_points(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    _done(state, wie, ronde_id, Handeling.LEZEN)
    from web.services.planbeeld import als_geojson, planbeeld_van

    beeld = planbeeld_van(Rondemap.of(state.settings, ronde_id).map)
    return JSONResponse(als_geojson(beeld), media_type="application/geo+json")


def _plan(
    request: Request,
    state: State,
    wie: Wie,
    ronde_id: str,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id) as session:
        ronde, job = _get(session, ronde_id)
        stappen = besluiten.stappen(session, ronde_id)
        basis = rondes.get(session, ronde.basis_id) if ronde.basis_id else None
    if job.status != JobStatus.DONE:
        return progress_page(request, job, ronde.naam, ("/plaatsing", "Plaatsing"), houdt=True)
    from web.services.planbeeld import planbeeld_van

    ronde_map = Rondemap.of(state.settings, ronde_id)
    pagina = Planpagina(
        id=ronde.id,
        naam=ronde.naam,
        demo=ronde.demo,
        gemaakt=ronde.gemaakt,
        gepubliceerd=ronde.gepubliceerd,
        basis=basis.naam if basis else "",
        belofte=ronde.belofte,
        standen={j: STANDEN[stap.stand].naam for j, stap in laatste(stappen).items()},
        beeld=planbeeld_van(ronde_map.map),
        overtredingen=tuple(ronde_map.overtredingen()),
        fouten=fouten,
        melding=melding,
    )
    return render(request, pagina, status)


def _overview(
    request: Request,
    state: State,
    wie: Wie,
    fouten: tuple[Veldfout, ...] = (),
    naam: str = "",
    seconden: str = "",
    melding: str = "",
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, deel="lijst") as session:
        regels = plaatsingsregels(session)
    seconden = seconden or str(state.settings.solve_seconds)
    return render(request, Plaatsingsoverzicht(regels, fouten, naam, seconden, melding), status)


def _take_in(state: State, wie: Wie, uploads: list[UploadFile], naam: str, seconden: int) -> str:
    with state.opslag.received(uploads) as paden:
        invoer = neem_map_op(paden, _workdir(paden))
        with state.toegang.wijzigen(wie, Handeling.MAKEN, Soort.RONDE) as session:
            ronde = rondes.add(session, wie.organisatie_id, naam.strip()[:80] or "Eigen regio", seconden)
            noem(session, ronde.id)
            doel = Rondemap.of(state.settings, ronde.id)
            doel.map.mkdir(parents=True)
            shutil.move(invoer, doel.invoer)
            state.jobs.submit(session, wie.organisatie_id, "plaatsing", ronde.id)
    return ronde.id


def _workdir(paden: list[Path]) -> Path:
    werkmap = paden[0].parent / "werkmap"
    werkmap.mkdir()
    return werkmap


def _find(
    state: State, wie: Wie, ronde_id: str, handeling: Handeling = Handeling.LEZEN, deel: str = ""
) -> tuple[Plaatsingsronde, Job]:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, deel, handeling) as session:
        return _get(session, ronde_id)


def _get(session: Session, ronde_id: str) -> tuple[Plaatsingsronde, Job]:
    ronde, job = rondes.get(session, ronde_id), jobs.of_subject(session, ronde_id)
    if ronde is None or job is None:
        raise HTTPException(404)
    return ronde, job


def _done(state: State, wie: Wie, ronde_id: str, handeling: Handeling) -> None:
    if _find(state, wie, ronde_id, handeling, "plan")[1].status != JobStatus.DONE:
        raise HTTPException(404)
