"""The beheerder of a region decides on requests for an account."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from web.access import Handeling, Soort
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.registreren import Aanvraagpagina
from web.models import Accountaanvraag
from web.rendering import render
from web.repositories import aanvragen, gebruikers
from web.routes.taken import see_other
from web.services import registreren
from web.state import CurrentState

router = APIRouter(prefix="/beheer/aanvraag")


@router.get("/{aanvraag_id}")
def show(request: Request, state: CurrentState, wie: Ingelogd, aanvraag_id: str) -> Response:
    with state.toegang.lezen(wie, Soort.AANVRAAG, aanvraag_id) as session:
        return _page(request, session, _waiting(session, aanvraag_id))


@router.post("/{aanvraag_id}/bevestigen")
def confirm(request: Request, state: CurrentState, wie: Ingelogd, aanvraag_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.BESLUITEN, Soort.AANVRAAG, aanvraag_id, "ja") as session:
        gebruikers.lock(session)
        aanvraag = _waiting(session, aanvraag_id)
        if registreren.bezwaar_tegen(session, aanvraag):
            return _page(request, session, aanvraag, status=422)
        registreren.bevestig(session, aanvraag)
    return see_other("/beheer?klaar=bevestigd")


@router.post("/{aanvraag_id}/afwijzen")
def refuse(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    aanvraag_id: str,
    reden: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    with state.toegang.wijzigen(wie, Handeling.BESLUITEN, Soort.AANVRAAG, aanvraag_id, "nee") as session:
        aanvraag = _waiting(session, aanvraag_id)
        if not reden.strip():
            fout = Veldfout("reden", "Schrijf in één zin waarom. De aanvrager leest dit.")
            return _page(request, session, aanvraag, (fout,), 422)
        registreren.wijs_af(aanvraag, reden.strip())
    return see_other("/beheer?klaar=afgewezen")


def _waiting(session: Session, aanvraag_id: str) -> Accountaanvraag:
    gevonden = aanvragen.get(session, aanvraag_id)
    if gevonden is None or gevonden.stand != "wacht":
        raise HTTPException(404)
    return gevonden


def _page(
    request: Request,
    session: Session,
    aanvraag: Accountaanvraag,
    fouten: tuple[Veldfout, ...] = (),
    status: int = 200,
) -> Response:
    pagina = Aanvraagpagina(
        id=aanvraag.id,
        organisatie=aanvraag.organisatie,
        kvk=aanvraag.kvk,
        naam=aanvraag.naam,
        email=aanvraag.inlognaam,
        gemaakt=aanvraag.gemaakt,
        bezwaar=registreren.bezwaar_tegen(session, aanvraag),
        fouten=fouten,
    )
    return render(request, pagina, status)
