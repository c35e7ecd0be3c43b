"""The award of each perceel: its outcome, the steps that a person takes, and the papers."""

from collections.abc import Mapping
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Wie
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.gunning.brieven import STAPPEN_MET_BRIEF, briefnaam, brieven_zip, maak_brief
from web.gunning.openingsverslag import maak_openingsverslag
from web.gunning.procesverbaal import maak_procesverbaal
from web.gunning.stand import Stand
from web.gunning.stap import Stapsoort
from web.gunning.uitslag import Uitslag, bereken, nog_te_doen
from web.models import Gunningsstap
from web.models.base import now
from web.rendering import render
from web.repositories import aanbestedingen, inzendingen, kluis, scores
from web.routes.opzet import veldfouten
from web.routes.taken import see_other
from web.routes.velden import Velden
from web.services import consensus, gunnen
from web.services.aanbestedingen import GeenAanbesteding
from web.services.gunnen import Stap
from web.services.gunningbeeld import gunningenpagina, gunningspagina
from web.services.opslag import safe_name
from web.services.opzet import lees_dag
from web.services.scoren import geopende_stand
from web.state import CurrentState, State

router = APIRouter(prefix="/aanbestedingen/{id}")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

MELDINGEN = {
    "voorstel": "Het voorstel is vastgelegd. De scores staan nu vast.",
    "besluit": "Het besluit is vastgelegd. De brieven staan klaar.",
    "definitief": "De definitieve gunning is vastgelegd. De brieven staan klaar.",
    "ingetrokken": "Het is ingetrokken. De scores kunnen weer veranderen.",
    "beurt": "Dat is vastgelegd.",
}


@router.get("/gunning")
def overview(request: Request, state: CurrentState, wie: Ingelogd, id: str) -> Response:
    with state.toegang.lezen(wie, Soort.GUNNING, id, "gunning") as session:
        pagina = gunningenpagina(geopende_stand(session, wie, id))
    return render(request, pagina)


@router.get("/gunning/{perceel}")
def show(
    request: Request, state: CurrentState, wie: Ingelogd, id: str, perceel: int, melding: str = ""
) -> Response:
    return _page(request, state, wie, id, perceel, melding=MELDINGEN.get(melding, ""))


@router.post("/gunning/{perceel}")
def step(
    request: Request, state: CurrentState, wie: Ingelogd, id: str, perceel: int, velden: Velden
) -> Response:
    state.toegang.vraag(wie, Handeling.BESLUITEN, Soort.GUNNING, id)
    try:
        soort = velden.get("stap", "")
        if soort not in set(Stapsoort):
            raise InvoerFout("Kies een stap.")
        stap = Stap(
            soort=Stapsoort(soort),
            dag=lees_dag(velden.get("dag", "")),
            reden=velden.get("reden", ""),
            bezwaar_tot=lees_dag(velden.get("bezwaar_tot", "")),
            vergelijking=velden.get("vergelijking", ""),
            gekozen=frozenset(n.removeprefix("kies-") for n in velden if n.startswith("kies-")),
        )
        gunnen.zet_stap(state.toegang, wie, id, perceel, stap, now(), state.settings.bewaar_inschrijvingen)
    except InvoerFout as fout:
        return _page(request, state, wie, id, perceel, velden, veldfouten(fout, "stap"), status=422)
    return see_other(f"/aanbestedingen/{id}/gunning/{perceel}?melding={stap.soort}")


@router.post("/gunning/{perceel}/tweede/{bod_id}")
def second_turn(
    request: Request, state: CurrentState, wie: Ingelogd, id: str, perceel: int, bod_id: str, velden: Velden
) -> Response:
    aangepast, reden = velden.get("aangepast", "") == "ja", velden.get("reden", "")
    try:
        consensus.open_tweede_beurt(state.toegang, wie, id, bod_id, perceel, aangepast, reden, now())
    except InvoerFout as fout:
        fouten = tuple(Veldfout(f"beurt-{bod_id}", f.tekst) for f in veldfouten(fout, "reden"))
        return _page(request, state, wie, id, perceel, fouten=fouten, status=422)
    return see_other(f"/aanbestedingen/{id}/gunning/{perceel}?melding=beurt")


@router.get("/gunning/{perceel}/proces-verbaal.docx")
def record(state: CurrentState, wie: Ingelogd, id: str, perceel: int) -> Response:
    deel = f"proces-verbaal perceel {perceel}"
    with state.toegang.lezen(wie, Soort.GUNNING, id, deel, Handeling.UITVOEREN) as session:
        stand = geopende_stand(session, wie, id)
        if stand.perceel(perceel) is None:
            raise GeenAanbesteding
        stappen = stand.gunning(perceel)
        if stappen and stand.laatste(perceel) is not Stapsoort.INGETROKKEN:
            uitslag = Uitslag.model_validate(stappen[-1].uitslag)
        elif open_ := nog_te_doen(stand, perceel):
            raise InvoerFout("Er is nog geen uitslag.", *open_)
        else:
            uitslag = bereken(stand, perceel)
        inhoud = maak_procesverbaal(
            stand,
            perceel,
            uitslag,
            scores.known(session, id),
            scores.consensus_of(session, id),
            aanbestedingen.region_name(session, stand.aanbesteding),
            now(),
        )
    return _docx(inhoud, f"Proces-verbaal beoordeling perceel {perceel}")


@router.get("/gunning/{perceel}/brief/{bod_id}.docx")
def letter(state: CurrentState, wie: Ingelogd, id: str, perceel: int, bod_id: str) -> Response:
    deel = f"brief perceel {perceel}, inschrijving {bod_id}"
    with state.toegang.lezen(wie, Soort.GUNNING, id, deel, Handeling.UITVOEREN) as session:
        stand = geopende_stand(session, wie, id)
        stap = _met_brief(stand, perceel)
        regel = Uitslag.model_validate(stap.uitslag).van(bod_id)
        if regel is None:
            raise GeenAanbesteding
        regio = aanbestedingen.region_name(session, stand.aanbesteding)
        inhoud = maak_brief(stand, stap, regel, regio)
        naam = briefnaam(stap, regel)
    return _docx(inhoud, naam)


@router.get("/gunning/{perceel}/brieven.zip")
def letters(state: CurrentState, wie: Ingelogd, id: str, perceel: int) -> Response:
    deel = f"brieven perceel {perceel}"
    with state.toegang.lezen(wie, Soort.GUNNING, id, deel, Handeling.UITVOEREN) as session:
        stand = geopende_stand(session, wie, id)
        stap = _met_brief(stand, perceel)
        regio = aanbestedingen.region_name(session, stand.aanbesteding)
        inhoud = brieven_zip(stand, stap, regio)
    headers = {"Content-Disposition": f'attachment; filename="brieven-perceel-{perceel}.zip"'}
    return Response(inhoud, media_type="application/zip", headers=headers)


@router.get("/opening.docx")
def opening(state: CurrentState, wie: Ingelogd, id: str) -> Response:
    with state.toegang.lezen(
        wie, Soort.GUNNING, id, "proces-verbaal van de opening", Handeling.UITVOEREN
    ) as session:
        inhoud = _opening(session, wie, id)
    return _docx(inhoud, "Proces-verbaal opening")


def _met_brief(stand: Stand, perceel: int) -> Gunningsstap:
    """The latest step of the award; raises GeenAanbesteding where no letter belongs to it."""
    stappen = stand.gunning(perceel)
    if not stappen or Stapsoort(stappen[-1].soort) not in STAPPEN_MET_BRIEF:
        raise GeenAanbesteding
    return stappen[-1]


def _opening(session: Session, wie: Wie, id: str) -> bytes:
    aanbesteding = geopende_stand(session, wie, id).aanbesteding
    geopend = kluis.opening(session, id)
    if geopend is None or geopend.tweede is None or geopend.geopend is None:
        raise GeenAanbesteding
    boden = [(inzendingen.bidder(session, bod), bod) for bod in inzendingen.all_of(session, id)]
    weg = sum(o.ingetrokken is not None for o in inzendingen.arrivals(session, id))
    regio = aanbestedingen.region_name(session, aanbesteding)
    return maak_openingsverslag(aanbesteding, geopend, sorted(boden, key=lambda b: b[0]), weg, regio, now())


def _page(
    request: Request,
    state: State,
    wie: Wie,
    id: str,
    perceel: int,
    velden: Mapping[str, str] | None = None,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.GUNNING, id, f"gunning perceel {perceel}") as session:
        stand = geopende_stand(session, wie, id)
        pagina = gunningspagina(wie, stand, perceel, now(), dict(velden or {}), fouten, melding)
    return render(request, pagina, status)


def _docx(inhoud: bytes, naam: str) -> Response:
    """A download, with its name in characters that every browser keeps."""
    bestand = quote(f"{safe_name(naam)}.docx")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{bestand}"}
    return Response(inhoud, media_type=DOCX, headers=headers)
