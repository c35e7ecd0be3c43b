"""The program behind a request to the API, as a parameter of a route: `wie: Metsleutel`."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from web.access import Wie
from web.auth.apisleutels import herken
from web.state import State

_BEARER = HTTPBearer(auto_error=False, scheme_name="sleutel", description="Een sleutel van deze server")


class GeenSleutel(Exception):
    """The resource is for programs with a key."""


def state_of(request: Request) -> State:
    state: State = request.app.state.thuisplek
    return state


Staat = Annotated[State, Depends(state_of)]
"""The state of the server, as a parameter of a route of the API."""


def _wie(
    request: Request,
    state: Staat,
    gegeven: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)],
) -> Wie:
    adres = request.client.host if request.client else ""
    verzoek = getattr(request.state, "verzoek", "")
    wie = herken(state.database, gegeven.credentials, adres, verzoek) if gegeven else None
    if wie is None:
        raise GeenSleutel
    return wie


Metsleutel = Annotated[Wie, Depends(_wie)]
"""Refuses who sends no valid key."""
