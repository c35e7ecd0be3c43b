"""The pages of a solved ronde: the list by urgency, the timeline, the map; and publishing it."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import FileResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from knowledge.geo.kaart import Kaart
from matcher.privacy import lijkt_bsn
from web.access import Handeling, Soort, Wie
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.plaatsing import Kaartpagina, Planpagina, Tijdlijnpagina
from web.models import JobStatus
from web.models.base import now
from web.rendering import render
from web.repositories import besluiten
from web.routes.rondevinden import plankop, vind, vind_klaar
from web.routes.taken import progress_page, see_other
from web.services.besluiten import STANDEN, laatste
from web.services.plaatsingen import Rondemap
from web.services.planbeeld import Planbeeld, als_geojson, op_tijdlijn, planbeeld_van
from web.services.planlijst import FILTERS, blad, kies, tellingen
from web.services.register import GEEN_BSN
from web.services.vervolgronde import begin_vervolg, lees_belofte
from web.state import CurrentState, State

router = APIRouter(prefix="/plaatsing/{ronde_id}")
EERSTE = next(iter(FILTERS))
GROEPEN_PER_BLAD = 30
Zoek = Annotated[str, Query(max_length=100)]


@router.get("")
def show(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    ronde_id: str,
    filter: str = EERSTE,
    zoek: Zoek = "",
    bladzijde: int = 1,
    gepubliceerd: bool = False,
    overgenomen: bool = False,
) -> Response:
    melding = "Dit plan is gepubliceerd. Een volgend plan houdt er rekening mee." if gepubliceerd else ""
    if overgenomen:
        melding = "De variant is nu een ronde. De ronde waar zij bij hoorde, is niet veranderd."
    return _list(request, state, wie, ronde_id, filter, zoek, bladzijde, melding=melding)


@router.get("/tijdlijn")
def timeline(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    ronde_id: str,
    zoek: Zoek = "",
    bladzijde: int = 1,
) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, "tijdlijn") as session:
        kop = plankop(session, vind_klaar(session, ronde_id))
    beeld = _beeld(state, ronde_id)
    woorden = zoek.lower().split()
    rijen = [
        rij
        for rij in beeld.tijdlijn
        if all(w in f"{rij.groep} {rij.locatie} {rij.woonvorm}".lower() for w in woorden)
    ]
    deel = blad(rijen, bladzijde, GROEPEN_PER_BLAD)
    adres = f"/plaatsing/{ronde_id}/tijdlijn?" + urlencode({"zoek": zoek}) + "&bladzijde={}"
    return render(request, Tijdlijnpagina(kop, op_tijdlijn(beeld, deel.regels), deel, zoek, adres))


@router.get("/kaart")
def map_page(request: Request, state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, "kaart") as session:
        kop = plankop(session, vind_klaar(session, ronde_id))
    return render(request, Kaartpagina(kop, _beeld(state, ronde_id)))


@router.get("/kaart.geojson")
def map_points(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, "plan") as session:
        vind_klaar(session, ronde_id)
    return JSONResponse(
        als_geojson(_beeld(state, ronde_id), Kaart.standaard(load_tender().gemeenten)),
        media_type="application/geo+json",
    )


@router.get("/plan.json")
def download(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, "plan", Handeling.UITVOEREN) as session:
        vind_klaar(session, ronde_id)
    pad = Rondemap.of(state.settings, ronde_id).plan
    return FileResponse(pad, media_type="application/json", filename="plan.json")


@router.post("/publiceren")
def publish(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    """The plan is told to people: later rounds change it only for a stated gain."""
    with state.toegang.wijzigen(wie, Handeling.BESLUITEN, Soort.RONDE, ronde_id, "publiceren") as session:
        vind_klaar(session, ronde_id).gepubliceerd = now()
    return see_other(f"/plaatsing/{ronde_id}?gepubliceerd=1")


@router.post("/vervolg")
def next_round(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    ronde_id: str,
    naam: Annotated[str, Form(max_length=80)] = "",
    belofte: Annotated[str, Form(max_length=10)] = "0",
) -> Response:
    """A new round with the answers of providers, parents and jeugdigen in it."""
    fouten = [Veldfout("vervolgnaam", GEEN_BSN)] if lijkt_bsn(naam) else []
    try:
        punten = lees_belofte(belofte)
    except InvoerFout as fout:
        fouten.append(Veldfout("belofte", str(fout)))
    if fouten:
        return _list(request, state, wie, ronde_id, EERSTE, "", 1, tuple(fouten), status=422)
    ronde = begin_vervolg(state, wie, ronde_id, naam.strip() or "Vervolg", punten)
    if ronde is None:
        raise HTTPException(404)
    return see_other(f"/plaatsing/{ronde.id}")


def _beeld(state: State, ronde_id: str) -> Planbeeld:
    return planbeeld_van(Rondemap.of(state.settings, ronde_id).map)


def _list(
    request: Request,
    state: State,
    wie: Wie,
    ronde_id: str,
    filter_: str,
    zoek: str,
    bladzijde: int,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id) as session:
        ronde, job = vind(session, ronde_id)
        stappen = besluiten.stappen(session, ronde_id)
        kop = plankop(session, ronde)
    if job.status != JobStatus.DONE:
        return progress_page(request, job, ronde.naam, ("/plaatsing", "Plaatsing"), houdt=True)
    filter_ = filter_ if filter_ in FILTERS else EERSTE
    ronde_map = Rondemap.of(state.settings, ronde_id)
    beeld = planbeeld_van(ronde_map.map)
    aantallen = tellingen(beeld.lijst)
    pagina = Planpagina(
        kop=kop,
        standen={j: STANDEN[stap.stand].naam for j, stap in laatste(stappen).items()},
        beeld=beeld,
        blad=blad(kies(beeld.lijst, filter_, zoek), bladzijde),
        filters=tuple((sleutel, naam, aantallen[sleutel]) for sleutel, (naam, _) in FILTERS.items()),
        filter=filter_,
        zoek=zoek,
        adres=f"/plaatsing/{ronde_id}?" + urlencode({"filter": filter_, "zoek": zoek}) + "&bladzijde={}",
        overtredingen=tuple(ronde_map.overtredingen()),
        fouten=fouten,
        melding=melding,
    )
    return render(request, pagina, status)
