"""A bid that is handed in once more: taken in, tied to the first, and compared with it."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, noem
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.rendering import render
from web.repositories import inschrijvingen
from web.routes.taken import see_other
from web.services.herkansing import mag_nog, versiepagina, zet_in_plaats
from web.services.inschrijvingen import Inschrijvingsmap
from web.state import CurrentState, State

router = APIRouter(prefix="/beoordeling/{id}/versies")


@router.get("")
def show(request: Request, state: CurrentState, wie: Ingelogd, id: str) -> Response:
    return _page(request, state, wie, id)


@router.post("")
def take_in(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    bestanden: Annotated[list[UploadFile] | None, File()] = None,
    ander: Annotated[str, Form(max_length=24)] = "",
) -> Response:
    """The second bid: uploaded here (`bestanden`), or one that is there already (`ander`)."""
    gekozen = [bestand for bestand in bestanden or [] if bestand.filename]
    if not gekozen and not ander:
        fout = Veldfout("bestanden", "Kies de bestanden van de herziene inschrijving, of een zip.")
        return _page(request, state, wie, id, (fout,), 422)
    try:
        if gekozen:
            _upload(state, wie, id, gekozen)
        else:
            _tie(state, wie, id, ander)
    except InvoerFout as fout_:
        veld = "bestanden" if gekozen else "ander"
        fouten = tuple(Veldfout(veld, regel) for regel in fout_.fouten or (str(fout_),))
        return _page(request, state, wie, id, fouten, 422)
    return see_other(f"/beoordeling/{id}/versies")


def _upload(state: State, wie: Ingelogd, id_: str, uploads: list[UploadFile]) -> None:
    with (
        state.opslag.received(uploads) as paden,
        state.toegang.wijzigen(
            wie, Handeling.MAKEN, Soort.INSCHRIJVING, deel=f"in plaats van {id_}"
        ) as session,
    ):
        eerst = inschrijvingen.get(session, id_)
        if eerst is None or eerst.doel != "beoordeling":
            raise HTTPException(404)
        mag_nog(session, eerst)
        latere = inschrijvingen.add(session, wie.organisatie_id, "beoordeling", eerst.naam)
        noem(session, latere.id)
        zet_in_plaats(session, eerst, latere)
        try:
            inschrijvingen.set_files(latere, Inschrijvingsmap.of(state.settings, latere.id).neem_op(paden))
        except InvoerFout:
            state.opslag.remove("inschrijving", latere.id)
            raise
        state.jobs.submit(session, wie.organisatie_id, "inschrijving", latere.id)


def _tie(state: State, wie: Ingelogd, id_: str, ander: str) -> None:
    deel = f"in plaats hiervan: {ander}"
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.INSCHRIJVING, id_, deel) as session:
        eerst, latere = inschrijvingen.get(session, id_), inschrijvingen.get(session, ander)
        if eerst is None or latere is None or eerst.doel != "beoordeling":
            raise HTTPException(404)
        zet_in_plaats(session, eerst, latere)


def _page(
    request: Request,
    state: State,
    wie: Ingelogd,
    id_: str,
    fouten: tuple[Veldfout, ...] = (),
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id_, "versies") as session:
        inschrijving = inschrijvingen.get(session, id_)
        if inschrijving is None or inschrijving.doel != "beoordeling":
            raise HTTPException(404)
        pagina = versiepagina(session, state.settings, inschrijving, fouten)
    return render(request, pagina, status)
