"""Plaatsing: upload a region, have a plan made, follow and stop the search."""

import shutil
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import Response

from knowledge.errors import InvoerFout
from matcher.privacy import lijkt_bsn
from web.access import Handeling, Soort, Wie, noem
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.plaatsing import Plaatsingsoverzicht
from web.rendering import render
from web.repositories import rondes
from web.routes.rondevinden import vind
from web.routes.taken import progress_stream, see_other
from web.services.demo import REGIO
from web.services.overzicht import plaatsingsregels
from web.services.plaatsingen import Rondemap, neem_map_op
from web.services.register import GEEN_BSN
from web.services.rondeweg import verwijder_ronde
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


@router.get("/{ronde_id}/voortgang")
def progress(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, "voortgang") as session:
        _, job = vind(session, ronde_id)
    return progress_stream(state, wie, Soort.RONDE, job)


@router.post("/{ronde_id}/stop")
def stop(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.RONDE, ronde_id, "stop") as session:
        _, job = vind(session, ronde_id)
    state.jobs.cancel(job.id, hard=False)
    return see_other(f"/plaatsing/{ronde_id}")


@router.post("/{ronde_id}/opnieuw")
def again(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.RONDE, ronde_id, "opnieuw") as session:
        if not vind(session, ronde_id)[1].active:
            state.jobs.submit(session, wie.organisatie_id, "plaatsing", ronde_id)
    return see_other(f"/plaatsing/{ronde_id}")


@router.post("/{ronde_id}/verwijderen")
def remove(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.VERWIJDEREN, Soort.RONDE, ronde_id) as session:
        ronde, _ = vind(session, ronde_id)
        verwijder_ronde(session, ronde, state.jobs.remove)
    state.opslag.remove("plaatsing", ronde_id)
    return see_other("/plaatsing?verwijderd=1")


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
        klaar = tuple((ronde.id, ronde.naam) for ronde in rondes.klaar(session))
    seconden = seconden or str(state.settings.solve_seconds)
    return render(request, Plaatsingsoverzicht(regels, klaar, fouten, naam, seconden, melding), status)


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
