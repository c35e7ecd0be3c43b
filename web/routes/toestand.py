"""For who looks after the system: is it alive, can it work, and its figures. No page, and nobody's data."""

import secrets

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.exceptions import HTTPException

from web.observe.metrics import exposition
from web.services.toestand import toestand
from web.settings import LOOPBACK
from web.state import CurrentState, State

router = APIRouter()


@router.get("/gezond")
def gezond() -> JSONResponse:
    """The process answers."""
    return JSONResponse({"gezond": True})


@router.get("/klaar")
def klaar(state: CurrentState) -> JSONResponse:
    """Database, disk and queue are fine; 503 when one is not."""
    nu = toestand(state)
    return JSONResponse({"klaar": nu.klaar, **nu.delen}, 200 if nu.klaar else 503)


@router.get("/metrics")
def metrics(request: Request, state: CurrentState) -> Response:
    """Only for this computer, and for who holds the token; nobody else learns that it is here."""
    if not (_from_here(request) or _holds_token(request, state)):
        raise HTTPException(404)
    return Response(exposition(toestand(state)), media_type=CONTENT_TYPE_LATEST)


def _from_here(request: Request) -> bool:
    # A proxy on this computer passes on what others ask.
    passed_on = {"forwarded", "x-forwarded-for"} & set(request.headers)
    return not passed_on and request.client is not None and request.client.host in LOOPBACK


def _holds_token(request: Request, state: State) -> bool:
    token = state.settings.metrics_token
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    return bool(token) and secrets.compare_digest(given.encode(), token.encode())
