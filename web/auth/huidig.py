"""The person behind a request, as a parameter of a route: `wie: Ingelogd`."""

from typing import Annotated

from fastapi import Depends, Request

from web.access.wie import Wie
from web.auth.cookie import COOKIE
from web.auth.sessies import Halverwege, halverwege, herken
from web.state import State


class NietIngelogd(Exception):
    """The page is for people who are logged in."""


def wie_of_niemand(request: Request) -> Wie | None:
    """Who is logged in; looked up once a request."""
    if not hasattr(request.state, "wie"):
        state: State = request.app.state.thuisplek
        geheim = request.cookies.get(COOKIE)
        adres = request.client.host if request.client else ""
        request.state.wie = herken(state.database, geheim, adres, request.state.verzoek) if geheim else None
    wie: Wie | None = request.state.wie
    return wie


def ingelogd(request: Request) -> Wie:
    wie = wie_of_niemand(request)
    if wie is None:
        raise NietIngelogd
    return wie


def onderweg(request: Request) -> Halverwege:
    """Who gave a right password and has more to do before any page opens."""
    state: State = request.app.state.thuisplek
    geheim = request.cookies.get(COOKIE)
    if geheim and (gevonden := halverwege(state.database, geheim)):
        return gevonden
    raise NietIngelogd


Ingelogd = Annotated[Wie, Depends(ingelogd)]
"""Sends who is not logged in to the log-in page."""
Onderweg = Annotated[Halverwege, Depends(onderweg)]
"""Sends who did not begin to log in to the log-in page."""
