"""The tour: a step leads to its page and counts as done; it can be put away and begun again."""

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from web.access import Handeling, Soort
from web.auth.huidig import Ingelogd
from web.repositories import rondleidingen
from web.routes.taken import see_other
from web.services.rondleiding import stappen
from web.state import CurrentState

router = APIRouter(prefix="/rondleiding")

DEEL = "rondleiding"


@router.post("/stap/{sleutel}")
def step(state: CurrentState, wie: Ingelogd, sleutel: str) -> Response:
    stap = next((s for s in stappen(wie.rollen) if s.sleutel == sleutel), None)
    if stap is None:
        raise HTTPException(404)
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.ACCOUNT, wie.gebruiker_id, DEEL) as session:
        rondleidingen.done(session, wie.gebruiker_id, sleutel)
    return see_other(stap.adres)


@router.post("/sluiten")
def put_away(state: CurrentState, wie: Ingelogd) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.ACCOUNT, wie.gebruiker_id, DEEL) as session:
        rondleidingen.put_away(session, wie.gebruiker_id)
    return see_other("/")


@router.post("/opnieuw")
def again(state: CurrentState, wie: Ingelogd) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.ACCOUNT, wie.gebruiker_id, DEEL) as session:
        rondleidingen.begin_again(session, wie.gebruiker_id)
    return see_other("/#rondleiding")
