"""The plans of two rounds side by side."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from web.access import Soort
from web.auth.huidig import Ingelogd
from web.contexts.watals import Vergelijkpagina
from web.rendering import render
from web.repositories import rondes
from web.routes.rondevinden import vind_klaar, vind_plan
from web.services.planvergelijking import Zijde, vergelijkbeeld
from web.state import CurrentState

router = APIRouter(prefix="/plaatsing/vergelijken")


@router.get("")
def compare(request: Request, state: CurrentState, wie: Ingelogd, een: str = "", ander: str = "") -> Response:
    with state.toegang.lezen(
        wie, Soort.RONDE, een, f"vergeleken met {ander}" if ander else "lijst"
    ) as session:
        klaar = tuple((ronde.id, ronde.naam) for ronde in rondes.klaar(session))
        namen = [vind_klaar(session, id_).naam for id_ in (een, ander)] if een and ander else []
    beeld = None
    if namen:
        beeld = vergelijkbeeld(
            *(Zijde(naam, *vind_plan(state, id_)) for naam, id_ in zip(namen, (een, ander), strict=True))
        )
    return render(request, Vergelijkpagina(klaar, een, ander, beeld))
