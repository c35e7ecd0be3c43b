"""Waiting times for everybody, without a log-in (eis 15)."""

from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from web.auth.huidig import wie_of_niemand
from web.contexts.wachttijden import Wachttijdenpagina
from web.rendering import render
from web.services.wachttijden import openbare_wachtlijsten
from web.state import CurrentState

router = APIRouter()
KORT = "public, max-age=300"
"""Everybody gets the same page; a new plan is there within five minutes."""


@router.get("/wachttijden")
def show(request: Request, state: CurrentState) -> Response:
    if not state.settings.wachttijden:
        raise HTTPException(404)
    lijsten = openbare_wachtlijsten(state.database, state.settings, date.today())
    # The frame of the page is another one for who is logged in; nobody else has a cookie that matters.
    kort = {} if wie_of_niemand(request) else {"Cache-Control": KORT, "Vary": "Cookie"}
    return render(request, Wachttijdenpagina(lijsten), headers=kort)
