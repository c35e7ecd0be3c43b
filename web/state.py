"""What all requests share."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from web.access.toegang import Toegang
from web.bestanden import Bestanden
from web.database import Database
from web.jobs.jobs import Jobs
from web.services.assistent import Assistent
from web.services.opslag import Opslag
from web.settings import Settings
from web.thema import Thema


@dataclass(frozen=True, slots=True)
class State:
    settings: Settings
    database: Database
    toegang: Toegang
    opslag: Opslag
    bestanden: Bestanden
    jobs: Jobs
    assistent: Assistent
    thema: Thema


async def _state(request: Request) -> State:
    state: State = request.app.state.thuisplek
    return state


CurrentState = Annotated[State, Depends(_state)]
"""The state, as a parameter of a route."""
