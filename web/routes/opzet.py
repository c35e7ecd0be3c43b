"""Setting up a tender: percelen, planning and weights, and who score."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from knowledge.errors import InvoerFout
from web.access import Soort
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.rendering import render
from web.routes.taken import see_other
from web.routes.velden import Velden
from web.services.aanbestedingen import Veldfouten, eigen
from web.services.aanwijzen import te_beoordelen, veld, wijs_aan
from web.services.opzet import bewaar_opzet
from web.services.opzetbeeld import OVERAL, beoordelaarspagina, opzetpagina
from web.state import CurrentState

router = APIRouter(prefix="/aanbestedingen/{id}")


def veldfouten(fout: InvoerFout, plek: str) -> tuple[Veldfout, ...]:
    """For the page: at their own fields, or all at this one."""
    if isinstance(fout, Veldfouten):
        return tuple(Veldfout(naam, tekst) for naam, tekst in fout.paren)
    return tuple(Veldfout(plek, regel) for regel in fout.fouten or (str(fout),))


@router.get("/opzet")
def show(request: Request, state: CurrentState, wie: Ingelogd, id: str, bewaard: bool = False) -> Response:
    with state.toegang.lezen(wie, Soort.GUNNING, id, "opzet") as session:
        melding = "De opzet is bewaard." if bewaard else ""
        pagina = opzetpagina(wie, eigen(session, wie, id), melding=melding)
    return render(request, pagina)


@router.post("/opzet")
def keep(request: Request, state: CurrentState, wie: Ingelogd, id: str, velden: Velden) -> Response:
    def van(begin: str) -> dict[str, str]:
        return {n.removeprefix(begin): w for n, w in velden.items() if n.startswith(begin)}

    percelen = [int(n) for n in van("perceel-") if n.isdecimal()]
    try:
        bewaar_opzet(state.toegang, wie, id, percelen, van("dag-"), van("weging-"))
    except InvoerFout as fout:
        with state.toegang.lezen(wie, Soort.GUNNING, id, "opzet") as session:
            pagina = opzetpagina(wie, eigen(session, wie, id), velden, veldfouten(fout, "percelen"))
        return render(request, pagina, 422)
    return see_other(f"/aanbestedingen/{id}/opzet?bewaard=1")


@router.get("/beoordelaars")
def show_assessors(
    request: Request, state: CurrentState, wie: Ingelogd, id: str, bewaard: bool = False
) -> Response:
    with state.toegang.lezen(wie, Soort.GUNNING, id, "beoordelaars") as session:
        melding = "De beoordelaars zijn bewaard." if bewaard else ""
        pagina = beoordelaarspagina(session, wie, eigen(session, wie, id), melding=melding)
    return render(request, pagina)


@router.post("/beoordelaars")
def name_assessors(request: Request, state: CurrentState, wie: Ingelogd, id: str, velden: Velden) -> Response:
    """With the button for all at once these people are named everywhere; else as ticked for each."""
    with state.toegang.lezen(wie, Soort.GUNNING, id, "beoordelaars") as session:
        vakken = list(te_beoordelen(eigen(session, wie, id)))

    def ticked(begin: str) -> set[str]:
        return {naam.removeprefix(f"{begin}-") for naam in velden if naam.startswith(f"{begin}-")}

    samen = ticked(OVERAL) if "allemaal" in velden else None
    keuze = {(p, c): ticked(veld(p, c)) if samen is None else samen for p, c, _ in vakken}
    try:
        wijs_aan(state.toegang, wie, id, keuze)
    except InvoerFout as fout:
        with state.toegang.lezen(wie, Soort.GUNNING, id, "beoordelaars") as session:
            aanbesteding = eigen(session, wie, id)
            fouten = veldfouten(fout, "wie")
            pagina = beoordelaarspagina(session, wie, aanbesteding, velden if samen is None else None, fouten)
        return render(request, pagina, 422)
    return see_other(f"/aanbestedingen/{id}/beoordelaars?bewaard=1")
