"""Who takes part: a person decides on each bid, for each perceel."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from knowledge.errors import InvoerFout
from web.access import Soort
from web.auth.huidig import Ingelogd
from web.gunning.stand import GEEN
from web.models.base import now
from web.rendering import render
from web.routes.opzet import veldfouten
from web.routes.taken import see_other
from web.routes.velden import Velden
from web.services.deelnamebeeld import deelnamebodpagina, deelnamepagina
from web.services.scoren import geopende_stand
from web.services.toelating import Keuze, besluit
from web.state import CurrentState

router = APIRouter(prefix="/aanbestedingen/{id}/deelname")

MEESTE_PLEKKEN = 40
"""Rows of places that are read from a form."""


@router.get("")
def show(request: Request, state: CurrentState, wie: Ingelogd, id: str, bewaard: str = "") -> Response:
    with state.toegang.lezen(wie, Soort.GUNNING, id, "deelname") as session:
        stand = geopende_stand(session, wie, id)
        melding = (
            f"Het besluit over {stand.boden[bewaard].naam} is bewaard." if bewaard in stand.boden else ""
        )
        pagina = deelnamepagina(state.settings, wie, stand, melding)
    return render(request, pagina)


@router.get("/{bod_id}")
def show_bid(
    request: Request, state: CurrentState, wie: Ingelogd, id: str, bod_id: str, bewaard: bool = False
) -> Response:
    with state.toegang.lezen(wie, Soort.GUNNING, id, f"deelname inschrijving {bod_id}") as session:
        stand = geopende_stand(session, wie, id)
        melding = "Uw besluit is bewaard." if bewaard else ""
        pagina = deelnamebodpagina(session, state.settings, wie, stand, bod_id, melding=melding)
    return render(request, pagina)


@router.post("/{bod_id}")
def decide(
    request: Request, state: CurrentState, wie: Ingelogd, id: str, bod_id: str, velden: Velden
) -> Response:
    keuzes = _keuzes(velden)
    try:
        besluit(state.toegang, wie, id, bod_id, keuzes, now())
    except InvoerFout as fout:
        with state.toegang.lezen(wie, Soort.GUNNING, id, f"deelname inschrijving {bod_id}") as session:
            stand = geopende_stand(session, wie, id)
            fouten = veldfouten(fout, "besluit")
            pagina = deelnamebodpagina(session, state.settings, wie, stand, bod_id, keuzes, fouten)
        return render(request, pagina, 422)
    if "plek_erbij" in velden:
        return see_other(f"/aanbestedingen/{id}/deelname/{bod_id}?bewaard=1#plekken-{velden['plek_erbij']}")
    return see_other(f"/aanbestedingen/{id}/deelname?bewaard={bod_id}")


def _keuzes(velden: dict[str, str]) -> dict[int, Keuze]:
    """What was filled in for each perceel; `plek-4-0-aantal` is the first row of perceel 4. With the button
    for the rest, the bid is not for the percelen on which nothing was chosen."""
    keuzes = {}
    for naam in velden:
        begin, _, nummer = naam.partition("-")
        if begin != "reden" or not nummer.isdecimal():
            continue
        rijen = []
        for rij in range(MEESTE_PLEKKEN):
            plek = f"plek-{nummer}-{rij}-"
            if f"{plek}aantal" not in velden:
                break
            rijen.append({d: velden.get(f"{plek}{d}", "") for d in ("locatie", "aantal", "afstand")})
        gekozen = velden.get(f"besluit-{nummer}") or (GEEN if "rest" in velden else "")
        keuzes[int(nummer)] = Keuze(gekozen, velden[naam], tuple(rijen))
    return keuzes
