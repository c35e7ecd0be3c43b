"""Tenders of a region: planning, who hold a key, the vault and its opening."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import Response

from knowledge.catalogue import load_tender, tenders
from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Wie, mag
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.aanbesteding import Aanbestedingenpagina, NieuweAanbesteding, Planningvelden
from web.kluis.officier import LANGSTE_BESTAND
from web.kluis.serversleutel import serversleutel
from web.models.base import now
from web.rendering import render
from web.routes.taken import see_other
from web.services import aanbestedingen
from web.services.aanbestedingbeeld import aanbestedingspagina, eigen_regels, indien_regels
from web.services.aanbestedingen import Opzet, Veldfouten
from web.services.datum import lees_moment
from web.services.legen import maak_leeg
from web.services.opening import Stap, open_kluis, zet_terug
from web.services.opslag import safe_name
from web.state import CurrentState, State

router = APIRouter(prefix="/aanbestedingen")

Regel = Annotated[str, Form(max_length=200)]
Zin = Annotated[str, Form(max_length=1000)]
Bestand = Annotated[UploadFile | None, File()]

MELDINGEN = {
    "gemaakt": "De aanbesteding is gemaakt. Nu maken de sleutelhouders hun sleutel.",
    "planning": "De planning is veranderd.",
    "beproefd": "Uw sleutel werkt. Bewaar het bestand en de wachtzin goed, en niet bij elkaar.",
    "klaar": "De kluis is klaar. Vanaf nu kunnen aanbieders indienen.",
    "eerste": "Uw sleutel is gebruikt. Nu moet een tweede sleutelhouder binnen een half uur de kluis openen.",
    "tweede": "De kluis is open. De inschrijvingen worden nu nagekeken.",
    "teruggezet": "De inschrijvingen staan weer bij beoordeling en worden opnieuw nagekeken.",
    "leeg": "De kluis is leeg. De ontvangstbewijzen blijven bewaard.",
    "verwijderd": "De aanbesteding is verwijderd.",
}


@router.get("")
def overview(request: Request, state: CurrentState, wie: Ingelogd, melding: str = "") -> Response:
    eigen = mag(wie, Handeling.LEZEN, Soort.KLUIS)
    biedt = mag(wie, Handeling.MAKEN, Soort.INZENDING)
    nu = now()
    with state.toegang.lezen(wie, Soort.AANBESTEDING, deel="lijst") as session:
        pagina = Aanbestedingenpagina(
            eigen=eigen_regels(session, wie, nu) if eigen else None,
            indienen=indien_regels(session, wie, nu) if biedt else None,
            mag_maken=mag(wie, Handeling.MAKEN, Soort.AANBESTEDING),
            melding=MELDINGEN.get(melding, ""),
        )
    return render(request, pagina)


@router.get("/nieuw")
def new(request: Request, state: CurrentState, wie: Ingelogd) -> Response:
    return _new_page(request, state, wie, "", "", Planningvelden("", "", "24"), frozenset())


@router.post("")
def make(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    naam: Regel = "",
    catalogus: Regel = "",
    datum: Regel = "",
    tijd: Regel = "",
    venster: Regel = "",
    houders: Annotated[list[str] | None, Form()] = None,
) -> Response:
    velden, gekozen = Planningvelden(datum, tijd, venster), frozenset(houders or [])
    try:
        sluiting, uren = lees_moment(datum, tijd), _uren(venster)
        opzet = Opzet(naam.strip(), catalogus, sluiting, uren, tuple(sorted(gekozen)))
        id_ = aanbestedingen.maak(state.toegang, wie, opzet, now())
    except InvoerFout as fout:
        fouten = _veldfouten(fout, "datum")
        return _new_page(request, state, wie, naam, catalogus, velden, gekozen, fouten, 422)
    return see_other(f"/aanbestedingen/{id_}?melding=gemaakt")


@router.get("/{id}")
def show(request: Request, state: CurrentState, wie: Ingelogd, id: str, melding: str = "") -> Response:
    return _page(request, state, wie, id, melding=MELDINGEN.get(melding, ""))


@router.post("/{id}/planning")
def plan(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    datum: Regel = "",
    tijd: Regel = "",
    venster: Regel = "",
) -> Response:
    velden = Planningvelden(datum, tijd, venster)

    def doe() -> None:
        sluiting, uren = lees_moment(datum, tijd), _uren(venster)
        aanbestedingen.verander_planning(state.toegang, wie, id, sluiting, uren, now())

    return _do(request, state, wie, id, doe, "datum", "planning", velden)


@router.post("/{id}/sleutel")
def make_key(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    nieuw: Zin = "",
    herhaald: Zin = "",
) -> Response:
    try:
        if nieuw != herhaald:
            raise InvoerFout("De twee wachtzinnen zijn niet gelijk. Vul ze opnieuw in.")
        sleutel = aanbestedingen.geef_sleutel(state.toegang, wie, id, nieuw)
    except InvoerFout as fout:
        return _page(request, state, wie, id, _veldfouten(fout, "nieuw"), status=422)
    naam = safe_name(f"sleutel {wie.naam}").encode("ascii", "ignore").decode().replace(" ", "-")
    headers = {"Content-Disposition": f'attachment; filename="{naam}.age"'}
    return Response(sleutel.bestand, media_type="application/octet-stream", headers=headers)


@router.post("/{id}/beproef")
def try_key(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    sleutelbestand: Bestand = None,
    wachtzin: Zin = "",
) -> Response:
    def doe() -> None:
        aanbestedingen.beproef_sleutel(state.toegang, wie, id, _lees(sleutelbestand), wachtzin, now())

    return _do(request, state, wie, id, doe, "sleutelbestand", "beproefd")


@router.post("/{id}/kluis")
def make_vault(request: Request, state: CurrentState, wie: Ingelogd, id: str) -> Response:
    def doe() -> None:
        aanbestedingen.maak_klaar(state.toegang, wie, id, now())

    return _do(request, state, wie, id, doe, "kluis", "klaar")


@router.post("/{id}/openen")
def open_vault(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    sleutelbestand: Bestand = None,
    wachtzin: Zin = "",
) -> Response:
    server = serversleutel(state.settings.sleutelmap)
    try:
        bestand = _lees(sleutelbestand)
        stap = open_kluis(state.toegang, state.jobs, wie, id, bestand, wachtzin, server, now())
    except InvoerFout as fout:
        return _page(request, state, wie, id, _veldfouten(fout, "sleutelbestand"), status=422)
    return see_other(f"/aanbestedingen/{id}?melding={Stap(stap)}")


@router.post("/{id}/terugzetten")
def put_back(request: Request, state: CurrentState, wie: Ingelogd, id: str) -> Response:
    def doe() -> None:
        zet_terug(state.toegang, state.jobs, wie, id)

    return _do(request, state, wie, id, doe, "boden", "teruggezet")


@router.post("/{id}/leegmaken")
def empty(request: Request, state: CurrentState, wie: Ingelogd, id: str) -> Response:
    def doe() -> None:
        maak_leeg(state.toegang, state.bestanden, wie, id, now())

    return _do(request, state, wie, id, doe, "boden", "leeg")


@router.post("/{id}/verwijderen")
def remove(request: Request, state: CurrentState, wie: Ingelogd, id: str) -> Response:
    try:
        aanbestedingen.verwijder(state.toegang, wie, id)
    except InvoerFout as fout:
        return _page(request, state, wie, id, _veldfouten(fout, "kluis"), status=422)
    return see_other("/aanbestedingen?melding=verwijderd")


def _do(
    request: Request,
    state: State,
    wie: Wie,
    id_: str,
    doe: Callable[[], None],
    veld: str,
    melding: str,
    planning: Planningvelden | None = None,
) -> Response:
    """Do it and show the page again; what goes wrong stands at this field."""
    try:
        doe()
    except InvoerFout as fout:
        return _page(request, state, wie, id_, _veldfouten(fout, veld), status=422, planning=planning)
    return see_other(f"/aanbestedingen/{id_}?melding={melding}")


def _page(
    request: Request,
    state: State,
    wie: Wie,
    id_: str,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
    status: int = 200,
    planning: Planningvelden | None = None,
) -> Response:
    with state.toegang.lezen(wie, Soort.KLUIS, id_) as session:
        aanbesteding = aanbestedingen.eigen(session, wie, id_)
        pagina = aanbestedingspagina(session, wie, aanbesteding, now(), fouten, melding, planning)
    return render(request, pagina, status)


def _new_page(
    request: Request,
    state: State,
    wie: Wie,
    naam: str,
    catalogus: str,
    planning: Planningvelden,
    gekozen: frozenset[str],
    fouten: tuple[Veldfout, ...] = (),
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.AANBESTEDING, "", "nieuw", Handeling.MAKEN) as session:
        keuzes = tuple((g.id, g.naam) for g in aanbestedingen.mogelijke_houders(session, wie.organisatie_id))
    catalogi = tuple((sleutel, load_tender(sleutel).naam) for sleutel in tenders())
    pagina = NieuweAanbesteding(naam, catalogus, catalogi, planning, keuzes, gekozen, fouten)
    return render(request, pagina, status)


def _veldfouten(fout: InvoerFout, veld: str) -> tuple[Veldfout, ...]:
    if isinstance(fout, Veldfouten):
        return tuple(Veldfout(naam, tekst) for naam, tekst in fout.paren)
    return tuple(Veldfout(veld, regel) for regel in fout.fouten or (str(fout),))


def _uren(tekst: str) -> int:
    """0 for what is no whole number: the rules refuse it."""
    return int(tekst) if tekst.strip().isdecimal() and len(tekst) < 6 else 0


def _lees(bestand: UploadFile | None) -> bytes:
    """A key file; more than one can be is not read."""
    return bestand.file.read(LANGSTE_BESTAND + 1) if bestand else b""
