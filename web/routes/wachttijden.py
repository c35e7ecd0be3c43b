"""Waiting times for everybody, without a log-in (eis 15)."""

from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from web.contexts.wachttijden import Wachttijdenpagina
from web.rendering import render
from web.services.wachttijden import openbare_wachtlijsten
from web.state import CurrentState

router = APIRouter()


@router.get("/wachttijden")
def show(request: Request, state: CurrentState) -> Response:
    if not state.settings.wachttijden:
        raise HTTPException(404)
    lijsten = openbare_wachtlijsten(state.database, state.settings, date.today())
    return render(request, Wachttijdenpagina(lijsten))
