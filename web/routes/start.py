"""The start page."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from web.auth.huidig import wie_of_niemand
from web.contexts.start import Startpagina
from web.rendering import render
from web.services.overzicht import recente_regels
from web.state import CurrentState

router = APIRouter()
VOORBEELDVRAGEN = (
    "Binnen hoeveel weken moet een klacht zijn afgehandeld?",
    "Wat is het tarief van intensiteit E?",
    "Welke combinaties van percelen mogen niet?",
)


@router.get("/", response_class=HTMLResponse)
def start(request: Request, state: CurrentState) -> HTMLResponse:
    wie = wie_of_niemand(request)
    recent = recente_regels(state.toegang, wie) if wie else ()
    return render(request, Startpagina(recent, VOORBEELDVRAGEN))
