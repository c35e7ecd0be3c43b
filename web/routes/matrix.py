"""The matrix of eisen and bids: of a tender, and of the bids that were uploaded at beoordeling."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from compliance.vergelijk import ZWAARTE
from web.access import Handeling, Soort
from web.auth.huidig import Ingelogd
from web.rendering import render
from web.repositories import inschrijvingen
from web.routes.taken import see_other
from web.services import aanbestedingen
from web.services.matrix import Keuze, haal_boden
from web.services.matrixbeeld import matrixboek, matrixpagina
from web.services.opslag import safe_name
from web.state import CurrentState

router = APIRouter()

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _keuze(
    status: str = "",
    perceel: str = "",
    onderdeel: str = "",
    handelt: str = "",
    open: str = "",
    bod: str = "",
) -> Keuze:
    """What nobody can mean is taken for all."""
    return Keuze(
        status=status if status in ZWAARTE else "",
        perceel=int(perceel) if perceel.isdecimal() and len(perceel) < 4 else 0,
        onderdeel=onderdeel,
        wie=handelt if handelt in ("ON", "OG") else "",
        open=bool(open),
        bod=bod,
    )


Gekozen = Annotated[Keuze, Depends(_keuze)]


@router.get("/beoordeling/matrix")
def loose(
    request: Request, state: CurrentState, wie: Ingelogd, keuze: Gekozen, blad: int = 1, boden: int = 1
) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, deel="matrix") as session:
        gevonden = haal_boden(session, state.settings, inschrijvingen.uploaded(session))
    pagina = matrixpagina(
        gevonden,
        keuze,
        blad,
        boden,
        "/beoordeling/matrix",
        "Matrix van losse inschrijvingen",
        ("/beoordeling", "Beoordeling"),
        "/beoordeling/reeks",
    )
    return render(request, pagina)


@router.get("/beoordeling/matrix.xlsx")
def loose_workbook(state: CurrentState, wie: Ingelogd, keuze: Gekozen) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, "", "matrix", Handeling.UITVOEREN) as session:
        gevonden = haal_boden(session, state.settings, inschrijvingen.uploaded(session))
    return _workbook(matrixboek(gevonden, keuze), "matrix", "/beoordeling/matrix")


@router.get("/aanbestedingen/{id}/matrix")
def of_tender(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    keuze: Gekozen,
    blad: int = 1,
    boden: int = 1,
) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id, "matrix van aanbesteding") as session:
        aanbesteding = aanbestedingen.eigen(session, wie, id)
        gevonden = haal_boden(session, state.settings, inschrijvingen.of_tender(session, id))
        naam = aanbesteding.naam
    adres = f"/aanbestedingen/{id}"
    pagina = matrixpagina(
        gevonden,
        keuze,
        blad,
        boden,
        f"{adres}/matrix",
        f"Matrix van {naam}",
        (adres, naam),
        f"{adres}/nakijken",
    )
    return render(request, pagina)


@router.get("/aanbestedingen/{id}/matrix.xlsx")
def workbook_of_tender(state: CurrentState, wie: Ingelogd, id: str, keuze: Gekozen) -> Response:
    with state.toegang.lezen(
        wie, Soort.INSCHRIJVING, id, "matrix van aanbesteding", Handeling.UITVOEREN
    ) as session:
        aanbesteding = aanbestedingen.eigen(session, wie, id)
        gevonden = haal_boden(session, state.settings, inschrijvingen.of_tender(session, id))
        naam = f"matrix {aanbesteding.naam}"
    return _workbook(matrixboek(gevonden, keuze), naam, f"/aanbestedingen/{id}/matrix")


def _workbook(inhoud: bytes | None, naam: str, pagina: str) -> Response:
    """Without bids there is nothing to take out: the page tells so."""
    if inhoud is None:
        return see_other(pagina)
    bestand = safe_name(naam).encode("ascii", "ignore").decode().replace(" ", "-")
    headers = {"Content-Disposition": f'attachment; filename="{bestand}.xlsx"'}
    return Response(inhoud, media_type=XLSX, headers=headers)
