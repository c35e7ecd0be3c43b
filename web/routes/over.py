"""The pages about the website itself, and what a visitor chooses about how it looks and works."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from web import voorkeuren
from web.contexts.over import Privacypagina, Sneltoetspagina, Toegankelijkheidspagina
from web.rendering import render
from web.routes.inloggen import veilig
from web.routes.taken import see_other
from web.state import CurrentState

router = APIRouter()

TOETSEN = (
    ("/", "Naar het vak voor een vraag. Is dat er niet, dan opent de assistent."),
    ("?", "Deze pagina openen."),
    ("j", "De volgende, als u door een lijst bladert: de volgende eis of de volgende bladzijde."),
    ("k", "De vorige in die lijst."),
    ("o", "Bij het lezen van een inschrijving: het volgende punt zonder besluit."),
    ("e", "Daar ook: eens met het voorstel, en verder lezen."),
    ("1", "Daar ook: de eerste keuze. De toetsen erna zijn voor de andere keuzes."),
    ("r", "Daar ook: naar het vak voor de reden."),
    ("v", "Daar ook: zet een vraag aan de inschrijver op de lijst."),
)
"""What web/static/sneltoetsen.js and lezen.js listen to."""


@router.get("/toegankelijkheid", response_class=HTMLResponse)
def accessibility(request: Request, state: CurrentState) -> HTMLResponse:
    return render(request, Toegankelijkheidspagina(state.settings.naam, state.settings.contact))


@router.get("/privacy", response_class=HTMLResponse)
def privacy(request: Request, state: CurrentState) -> HTMLResponse:
    gezet = state.settings
    pagina = Privacypagina(
        naam=gezet.naam,
        contact=gezet.contact,
        bewaar_rondes=gezet.bewaar_rondes,
        bewaar_inschrijvingen=gezet.bewaar_inschrijvingen,
        bewaar_zelfcheck=gezet.bewaar_zelfcheck,
    )
    return render(request, pagina)


@router.get("/sneltoetsen", response_class=HTMLResponse)
def shortcuts(request: Request) -> HTMLResponse:
    return render(request, Sneltoetspagina(TOETSEN))


@router.post("/sneltoetsen")
def switch_shortcuts(stand: Annotated[str, Form()] = "") -> Response:
    antwoord = see_other("/sneltoetsen")
    voorkeuren.bewaar_sneltoetsen(antwoord, stand != voorkeuren.UIT)
    return antwoord


@router.post("/weergave")
def choose_colours(beeld: Annotated[str, Form()] = "", terug: Annotated[str, Form()] = "/") -> Response:
    antwoord = see_other(veilig(terug))
    voorkeuren.bewaar_beeld(antwoord, beeld)
    return antwoord
