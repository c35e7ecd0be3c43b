"""The start page."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from web.access import Handeling, Soort, mag
from web.auth.huidig import wie_of_niemand
from web.contexts.start import Kaart, Startpagina
from web.rendering import render
from web.services.gesprek import Gesprek
from web.services.overzicht import recente_regels
from web.state import CurrentState

router = APIRouter()

KAARTEN = (
    (
        Soort.RONDE,
        Kaart(
            "Plaatsing",
            "/plaatsing",
            "coördinator",
            "Zoek voor alle jeugdigen die wachten tegelijk de best passende plek. Met de redenen erbij.",
        ),
    ),
    (
        Soort.INSCHRIJVING,
        Kaart(
            "Beoordeling",
            "/beoordeling",
            "beoordelaar",
            "Leg een inschrijving naast alle eisen. U ziet de knock-outs eerst, en elke passage op zijn "
            "pagina.",
        ),
    ),
    (
        Soort.WERKPLEK,
        Kaart(
            "Werkplek",
            "/werkplek",
            "inschrijver",
            "Schrijf in op een aanbesteding, stap voor stap. Met een lijst die zegt wat er nog kan.",
        ),
    ),
    (
        Soort.ZELFCHECK,
        Kaart(
            "Zelfcheck",
            "/zelfcheck",
            "inschrijver",
            "Kijk uw inschrijving na voordat u haar indient. U krijgt een lijst met wat nog kan.",
        ),
    ),
)
"""What one must be allowed to read to start there, and the card."""


@router.get("/", response_class=HTMLResponse)
def start(request: Request, state: CurrentState) -> HTMLResponse:
    wie = wie_of_niemand(request)
    recent = recente_regels(state.toegang, wie) if wie else ()
    kaarten = tuple(k for soort, k in KAARTEN if wie is None or mag(wie, Handeling.LEZEN, soort))
    return render(request, Startpagina(kaarten, recent, Gesprek()))
