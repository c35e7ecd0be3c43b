"""The region lets a bidder that fell out hand in once more (§4.1.4)."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from compliance.vragen import PERCELEN_ZONDER_HERKANSING
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from web.access import Handeling, Soort
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.herkansing import Gegeven, Herkansingpagina
from web.models import Inschrijving
from web.models.base import now
from web.rendering import render
from web.repositories import herkansingen, inschrijvingen
from web.routes.taken import see_other
from web.services.datum import lees_moment
from web.services.herkansen import geef, geen_herkansing
from web.state import CurrentState

router = APIRouter(prefix="/beoordeling/{id}/herkansing")

Regel = Annotated[str, Form(max_length=200)]


@router.get("")
def show(request: Request, state: CurrentState, wie: Ingelogd, id: str) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id, "herkansing") as session:
        return _page(request, session, _bid(session, id))


@router.post("")
def give(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    datum: Regel = "",
    tijd: Regel = "",
    uitleg: Annotated[str, Form(max_length=5000)] = "",
) -> Response:
    try:
        with state.toegang.wijzigen(
            wie, Handeling.BESLUITEN, Soort.INSCHRIJVING, id, "herkansing"
        ) as session:
            bod = _bid(session, id)
            geef(session, wie, bod, lees_moment(datum, tijd), uitleg.strip(), now())
    except InvoerFout as fout:
        veld = "uitleg" if "leest dit" in str(fout) else "datum"
        with state.toegang.volgen(wie, Soort.INSCHRIJVING) as session:
            bod, fouten = _bid(session, id), (Veldfout(veld, str(fout)),)
            return _page(request, session, bod, datum, tijd, uitleg, fouten)
    return see_other(f"/beoordeling/{id}/herkansing")


def _bid(session: Session, id_: str) -> Inschrijving:
    gevonden = inschrijvingen.get(session, id_)
    if gevonden is None or gevonden.doel != "beoordeling":
        raise HTTPException(404)
    return gevonden


def _page(
    request: Request,
    session: Session,
    bod: Inschrijving,
    datum: str = "",
    tijd: str = "12:00",
    uitleg: str = "",
    fouten: tuple[Veldfout, ...] = (),
) -> Response:
    rij = herkansingen.of_bid(session, bod.inzending_id) if bod.inzending_id else None
    namen = {p.nummer: f"{p.nummer} {p.naam}" for p in load_tender().percelen}
    pagina = Herkansingpagina(
        adres=f"/beoordeling/{bod.id}",
        naam=bod.naam,
        gegeven=Gegeven(rij.tot, rij.uitleg, rij.door, rij.gemaakt, rij.gebruikt) if rij else None,
        bezwaar=geen_herkansing(session, bod),
        zonder=tuple(namen[n] for n in sorted(PERCELEN_ZONDER_HERKANSING) if n in namen),
        datum=datum,
        tijd=tijd,
        uitleg=uitleg,
        fouten=fouten,
    )
    return render(request, pagina, 422 if fouten else 200)
