"""The public page on which an aanbieder asks for an account, and follows how that stands."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from web.auth.wachtwoorden import KORTST
from web.contexts import Veldfout
from web.contexts.registreren import Aanvraagstandpagina, Registreerpagina
from web.rendering import render
from web.routes.inloggen import Geheim, adres_van
from web.routes.taken import see_other
from web.services import registreren
from web.services.registreren import Opgave
from web.state import CurrentState, State

router = APIRouter(prefix="/registreren")

Regel = Annotated[str, Form(max_length=200)]


@router.get("")
def form(request: Request, state: CurrentState) -> Response:
    return _page(request, state, Opgave())


@router.post("")
def ask(
    request: Request,
    state: CurrentState,
    regio: Regel = "",
    organisatie: Regel = "",
    kvk: Regel = "",
    naam: Regel = "",
    email: Regel = "",
    nieuw: Geheim = "",
    herhaald: Geheim = "",
) -> Response:
    regios = _regios(state)
    if len(regios) == 1:
        regio = regios[0][0]
    opgave = Opgave(regio, organisatie.strip(), kvk.strip(), naam.strip(), email.strip())
    if fouten := registreren.fouten_in(opgave, nieuw, herhaald, [id_ for id_, _ in regios]):
        return _page(request, state, opgave, fouten)
    code = registreren.vraag_aan(state.database, state.toegang, opgave, nieuw, adres_van(request))
    return see_other(f"/registreren/{code}")


@router.get("/{code}")
def follow(request: Request, state: CurrentState, code: str) -> Response:
    aanvraag = registreren.volg(state.toegang, code)
    if aanvraag is None:
        raise HTTPException(404)
    pagina = Aanvraagstandpagina(
        stand=aanvraag.stand,
        organisatie=aanvraag.organisatie,
        email=aanvraag.inlognaam,
        gemaakt=aanvraag.gemaakt,
        reden=aanvraag.reden,
    )
    return render(request, pagina, headers={"Cache-Control": "no-store"})


def _regios(state: State) -> tuple[tuple[str, str], ...]:
    if not state.settings.registreren:
        raise HTTPException(404)
    return registreren.regios(state.toegang, state.settings.demo)


def _page(request: Request, state: State, opgave: Opgave, fouten: tuple[Veldfout, ...] = ()) -> Response:
    pagina = Registreerpagina(
        regios=_regios(state),
        regio=opgave.regio,
        organisatie=opgave.organisatie,
        kvk=opgave.kvk,
        naam=opgave.naam,
        email=opgave.email,
        kortst=KORTST,
        fouten=fouten,
    )
    return render(request, pagina, 422 if fouten else 200)
