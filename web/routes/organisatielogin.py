"""The door by the organisation's own system: there and back."""

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from web.access import Handeling, Soort
from web.audit.schrijven import Gebeurtenis, schrijf
from web.auth import oidc
from web.auth.cookie import wis_cookie, zet_cookie
from web.auth.grenzen import INLOGGEN_ADRES, netwerk, tel
from web.contexts.start import Foutpagina
from web.rendering import render
from web.routes.inloggen import adres_van, naar_binnen, veilig
from web.state import CurrentState, State

router = APIRouter(prefix="/inloggen/organisatie")

MISLUKT = (
    "Inloggen lukte niet",
    "Er ging iets mis bij het inloggen bij uw organisatie. Begin opnieuw bij Inloggen. "
    "Lukt het weer niet? Vraag het de beheerder.",
)
GEEN_ROL = (
    "U hebt nog geen toegang",
    "Uw organisatie kent u, maar u hebt geen rol in Thuisplek. Vraag de beheerder om een rol.",
)


@router.get("")
def there(request: Request, state: CurrentState, naar: str = "/") -> Response:
    _aan(state)
    tel(state.database, INLOGGEN_ADRES, netwerk(adres_van(request)))
    try:
        heen = oidc.begin(state.database, state.settings, _terug(request, state), veilig(naar))
    except oidc.Geweigerd as fout:
        return _refused(request, state, fout)
    antwoord = RedirectResponse(heen.adres, 303)
    zet_cookie(antwoord, heen.geheim, oidc.COOKIE)
    return antwoord


@router.get("/terug")
def back(request: Request, state: CurrentState) -> Response:
    _aan(state)
    geheim = request.cookies.get(oidc.COOKIE, "")
    try:
        terug = oidc.rond_af(
            state.database, state.settings, _terug(request, state), geheim, dict(request.query_params)
        )
    except oidc.Geweigerd as fout:
        antwoord = _refused(request, state, fout)
    except oidc.GeenRol:
        _log_refused(state)
        antwoord = render(request, Foutpagina(*GEEN_ROL), 403)
    else:
        antwoord = naar_binnen(request, state, terug.gebruiker, terug.naar, elders=True)
    wis_cookie(antwoord, oidc.COOKIE)
    return antwoord


def _aan(state: State) -> None:
    if not state.settings.oidc_uitgever:
        raise HTTPException(404)


def _terug(request: Request, state: State) -> str:
    """Our own address, as the browser knows it; the middleware lets only names of ours through."""
    schema = request.url.scheme if state.settings.demo else "https"
    return f"{schema}://{request.url.netloc}/inloggen/organisatie/terug"


def _refused(request: Request, state: State, fout: oidc.Geweigerd) -> Response:
    structlog.get_logger().warning("oidc", reden=str(fout))
    _log_refused(state)
    return render(request, Foutpagina(*MISLUKT), 403)


def _log_refused(state: State) -> None:
    with state.toegang.systeem() as session:
        schrijf(
            session, Gebeurtenis(None, Handeling.AANMELDEN, Soort.ACCOUNT, deel="organisatie", gelukt=False)
        )
