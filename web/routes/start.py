"""The start page."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

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
    with state.database.session() as session:
        recent = recente_regels(session)
    return render(request, Startpagina(recent, VOORBEELDVRAGEN))
