"""The check of many bids at once: of a tender, and of zips that are uploaded together."""

from collections.abc import Callable, Sequence
from typing import Annotated

from fastapi import APIRouter, File, Request, UploadFile
from fastapi.responses import Response
from sqlalchemy.orm import Session

from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Wie
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.matrix import Reekspagina
from web.models import Inschrijving
from web.rendering import render
from web.repositories import inschrijvingen
from web.routes.taken import batch_stream, see_other
from web.services import aanbestedingen, reeks
from web.services.opnemen import neem_bod_op
from web.state import CurrentState, State

router = APIRouter()

Boden = Callable[[Session], Sequence[Inschrijving]]
MELDING = "De controle is gestart."


@router.get("/beoordeling/reeks")
def loose(request: Request, state: CurrentState, wie: Ingelogd, gestart: bool = False) -> Response:
    return _loose_page(request, state, wie, melding=MELDING if gestart else "")


@router.post("/beoordeling/reeks")
def upload(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    bestanden: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Each zip is a bid. What can't be read is told, and the others are taken in."""
    gekozen = [bestand for bestand in bestanden or [] if bestand.filename]
    if not gekozen:
        leeg = Veldfout("bestanden", "Kies een zip voor elke inschrijving.")
        return _loose_page(request, state, wie, (leeg,), status=422)
    fouten = tuple(Veldfout("bestanden", regel) for zip_ in gekozen for regel in _take_in(state, wie, zip_))
    if fouten:
        return _loose_page(request, state, wie, fouten, status=422)
    return see_other("/beoordeling/reeks?gestart=1")


@router.post("/beoordeling/reeks/start")
def start_loose(state: CurrentState, wie: Ingelogd) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.INSCHRIJVING, deel="reeks") as session:
        reeks.start(session, state.jobs, wie, inschrijvingen.uploaded(session))
    return see_other("/beoordeling/reeks?gestart=1")


@router.get("/beoordeling/reeks/voortgang")
def progress_loose(state: CurrentState, wie: Ingelogd) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, deel="voortgang van reeks"):
        pass
    return batch_stream(state, wie, inschrijvingen.uploaded)


@router.get("/aanbestedingen/{id}/nakijken")
def of_tender(
    request: Request, state: CurrentState, wie: Ingelogd, id: str, gestart: bool = False
) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id, "reeks van aanbesteding") as session:
        aanbesteding = aanbestedingen.eigen(session, wie, id)
        adres = f"/aanbestedingen/{id}"
        pagina = _page(
            session,
            inschrijvingen.of_tender(session, id),
            adres=f"{adres}/nakijken",
            terug=(adres, aanbesteding.naam),
            kop="Alle inschrijvingen nakijken",
            matrix=f"{adres}/matrix",
            melding=MELDING if gestart else "",
        )
    return render(request, pagina)


@router.post("/aanbestedingen/{id}/nakijken/start")
def start_tender(state: CurrentState, wie: Ingelogd, id: str) -> Response:
    deel = "reeks van aanbesteding"
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.INSCHRIJVING, id, deel) as session:
        aanbestedingen.eigen(session, wie, id)
        reeks.start(session, state.jobs, wie, inschrijvingen.of_tender(session, id))
    return see_other(f"/aanbestedingen/{id}/nakijken?gestart=1")


@router.get("/aanbestedingen/{id}/nakijken/voortgang")
def progress_tender(state: CurrentState, wie: Ingelogd, id: str) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id, "voortgang van reeks") as session:
        aanbestedingen.eigen(session, wie, id)
    return batch_stream(state, wie, lambda session: inschrijvingen.of_tender(session, id))


def _take_in(state: State, wie: Wie, upload: UploadFile) -> tuple[str, ...]:
    """One bid; what is wrong with it, which is nothing once it is taken in."""
    naam = upload.filename or ""
    if not naam.lower().endswith(".zip"):
        return (f"{naam}: dit is geen zip. Zet alle bestanden van een inschrijving samen in één zip.",)
    try:
        with state.opslag.received([upload]) as paden:
            neem_bod_op(state, wie, Soort.INSCHRIJVING, "beoordeling", paden)
    except InvoerFout as fout:
        return tuple(f"{naam}: {regel}" for regel in fout.fouten or (str(fout),))
    return ()


def _loose_page(
    request: Request,
    state: State,
    wie: Wie,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, deel="reeks") as session:
        pagina = _page(
            session,
            inschrijvingen.uploaded(session),
            adres="/beoordeling/reeks",
            terug=("/beoordeling", "Beoordeling"),
            kop="Veel inschrijvingen nakijken",
            matrix="/beoordeling/matrix",
            fouten=fouten,
            melding=melding,
        )
    return render(request, pagina, status)


def _page(
    session: Session,
    boden: Sequence[Inschrijving],
    *,
    adres: str,
    terug: tuple[str, str],
    kop: str,
    matrix: str,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
) -> Reekspagina:
    gevonden = reeks.stand(session, boden)
    return Reekspagina(
        adres=adres,
        terug=terug,
        kop=kop,
        klaar=gevonden.klaar,
        aantal=gevonden.aantal,
        actief=gevonden.actief,
        stand=gevonden.in_woorden(),
        te_doen=gevonden.te_doen,
        regels=reeks.regels(session, boden),
        matrix=matrix,
        uploaden=adres == "/beoordeling/reeks",
        fouten=fouten,
        melding=melding,
    )
