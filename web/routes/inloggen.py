"""The doors: log in with a local account, log out."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from web.access import Handeling, Soort
from web.audit.schrijven import Gebeurtenis, schrijf
from web.auth import sessies, wachtwoorden
from web.auth.huidig import COOKIE, wie_of_niemand
from web.contexts import Veldfout
from web.contexts.inloggen import Inlogpagina
from web.rendering import render
from web.repositories import gebruikers
from web.routes.taken import see_other
from web.services.demo import voorbeeldlogins
from web.state import CurrentState, State

router = APIRouter()

ONJUIST = "De inlognaam of het wachtwoord klopt niet. Kijk ze na en probeer het opnieuw."


@router.get("/inloggen")
def log_in_page(request: Request, state: CurrentState, naar: str = "/") -> Response:
    return _page(request, state, naar)


@router.post("/inloggen")
def log_in(
    request: Request,
    state: CurrentState,
    inlognaam: Annotated[str, Form(max_length=200)] = "",
    wachtwoord: Annotated[str, Form(max_length=1000)] = "",
    naar: Annotated[str, Form()] = "/",
) -> Response:
    with state.toegang.systeem() as session:
        gebruiker = gebruikers.by_inlognaam(session, inlognaam)
        bewaard = gebruikers.wachtwoord(session, gebruiker.id) if gebruiker and gebruiker.actief else None
    goed = wachtwoorden.klopt(wachtwoord, bewaard.hash if bewaard else None)
    adres = request.client.host if request.client else ""
    wie = sessies.wie_van(gebruiker, adres) if gebruiker and goed else None
    with state.toegang.systeem() as session:
        record = gebruiker.id if gebruiker else ""
        schrijf(session, Gebeurtenis(wie, Handeling.AANMELDEN, Soort.GEBRUIKER, record, gelukt=goed))
    if wie is None:
        return _page(request, state, naar, inlognaam, (Veldfout("inlognaam", ONJUIST),), 422)
    antwoord = see_other(_veilig(naar))
    geheim = sessies.begin(state.database, wie.gebruiker_id)
    antwoord.set_cookie(COOKIE, geheim, path="/", secure=True, httponly=True, samesite="lax")
    return antwoord


@router.post("/uitloggen")
def log_out(request: Request, state: CurrentState) -> Response:
    if wie := wie_of_niemand(request):
        sessies.eindig(state.database, request.cookies[COOKIE])
        with state.toegang.systeem() as session:
            schrijf(session, Gebeurtenis(wie, Handeling.AFMELDEN, Soort.GEBRUIKER, wie.gebruiker_id))
    antwoord = see_other("/")
    antwoord.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    return antwoord


def _page(
    request: Request,
    state: State,
    naar: str,
    inlognaam: str = "",
    fouten: tuple[Veldfout, ...] = (),
    status: int = 200,
) -> Response:
    pagina = Inlogpagina(_veilig(naar), inlognaam, voorbeeldlogins(state.settings), fouten)
    return render(request, pagina, status)


def _veilig(naar: str) -> str:
    """Only a page of our own to go to after the log-in."""
    return naar if naar.startswith("/") and not naar.startswith(("//", "/\\")) else "/"
