"""The guides, for everybody: who is new reads how to log in."""

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response
from starlette.exceptions import HTTPException

from web.auth.huidig import wie_of_niemand
from web.contexts.hulp import Gidslink, Gidspagina, Hulppagina
from web.models import Rol
from web.rendering import render
from web.services.handleiding import GIDSEN, beeld, gids

router = APIRouter(prefix="/hulp")

GIDS_VAN = {Rol.HOOFDBEOORDELAAR: "beoordelaar"}
"""The guide of a rol, where it has another name."""


@router.get("")
def overview(request: Request) -> Response:
    wie = wie_of_niemand(request)
    eigen = {GIDS_VAN.get(rol, rol.value) for rol in (wie.rollen if wie else ())}
    links = [Gidslink(voor, tekst, f"/hulp/{naam}", naam in eigen) for naam, (voor, tekst) in GIDSEN.items()]
    return render(request, Hulppagina(tuple(sorted(links, key=lambda link: not link.eigen))))


@router.get("/{naam}")
def guide(request: Request, naam: str) -> Response:
    gevonden = gids(naam)
    if gevonden is None:
        raise HTTPException(404)
    return render(request, Gidspagina(gevonden))


@router.get("/beeld/{bestand}")
def picture(bestand: str) -> Response:
    gevonden = beeld(bestand)
    if gevonden is None:
        raise HTTPException(404)
    return FileResponse(gevonden, media_type="image/png")
