"""The catalogue to browse: eisen, one eis, tariffs."""

from itertools import groupby
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from knowledge.calculators.tarief import prijzen_van_perceel
from knowledge.catalogue import load_tender
from web.contexts.kennis import Eisenpagina, Eispagina, Tarievenpagina
from web.rendering import render
from web.services.herstel import norm_in_woorden
from web.state import CurrentState

router = APIRouter()


@router.get("/eisen")
def eisen(request: Request, perceel: str = "") -> Response:
    tender = load_tender()
    nummers = {str(p.nummer): p.nummer for p in tender.percelen}
    gekozen = nummers.get(perceel)
    getoond = [eis for eis in tender.eisen if gekozen is None or gekozen in eis.percelen]
    groepen = tuple((thema, tuple(rij)) for thema, rij in groupby(getoond, key=lambda eis: eis.thema))
    return render(request, Eisenpagina(tender.percelen, gekozen, groepen, len(getoond)))


@router.get("/eisen/{eis_id}")
def eis(request: Request, state: CurrentState, eis_id: str) -> Response:
    tender = load_tender()
    try:
        gevonden = tender.eis(eis_id)
    except KeyError as fout:
        raise HTTPException(404) from fout
    bronplaats = ""
    if tender.bron in state.assistent.bronnen.namen():
        bronplaats = f"/vindplaats?bron={quote(tender.bron)}&plaats={quote(gevonden.vindplaats)}"
    percelen = tuple(p for p in tender.percelen if p.nummer in gevonden.percelen)
    getallen = tuple(f"{norm.grootheid}: {norm_in_woorden(norm)}" for norm in gevonden.normen)
    return render(request, Eispagina(gevonden, percelen, bronplaats, getallen))


@router.get("/tarieven")
def tarieven(request: Request) -> Response:
    tender = load_tender()
    groepen = tuple((p, tuple(prijzen_van_perceel(tender, p.nummer))) for p in tender.percelen)
    return render(request, Tarievenpagina(groepen))
