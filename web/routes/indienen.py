"""Handing in a bid: the page of one tender for a bidder, the upload, and the receipts."""

from collections.abc import Callable, Iterator
from typing import Annotated

import anyio.from_thread
from fastapi import APIRouter, Form, Request
from fastapi.responses import PlainTextResponse, Response
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Wie
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.aanbesteding import Bewijspagina, Indienconcept, Indienpagina, Klok
from web.contexts.zelfcheck import Conceptbestand
from web.kluis.fase import Fase
from web.kluis.ontvangst import Deel, Formulierlezer
from web.models import Aanbesteding, Herkansing, Inschrijving, JobStatus
from web.models.base import now
from web.rendering import render
from web.repositories import aanbestedingen, herkansingen, inzendingen, jobs, werkplekken
from web.routes.taken import see_other
from web.services.bewijs import Ontvangstbewijs, als_json, als_tekst
from web.services.concept import delen_van
from web.services.datum import resttijd
from web.services.herkansen import dien_opnieuw_in, opnieuw
from web.services.indienen import bewijs_van, dien_in, trek_in
from web.state import CurrentState, State

router = APIRouter(prefix="/indienen")

Id = Annotated[str, Form(max_length=40)]


@router.get("/{aanbesteding_id}")
def show(
    request: Request, state: CurrentState, wie: Ingelogd, aanbesteding_id: str, ingetrokken: bool = False
) -> Response:
    melding = (
        "Uw inschrijving is ingetrokken. Tot de sluiting kunt u opnieuw indienen." if ingetrokken else ""
    )
    return _page(request, state, wie, aanbesteding_id, melding=melding)


@router.post("/{aanbesteding_id}")
async def hand_in(request: Request, state: CurrentState, wie: Ingelogd, aanbesteding_id: str) -> Response:
    # Not by File(): that writes large files to the disk before we can lock them.
    return await run_in_threadpool(_take_in, request, state, wie, aanbesteding_id)


@router.post("/{aanbesteding_id}/concept")
def hand_in_draft(
    request: Request, state: CurrentState, wie: Ingelogd, aanbesteding_id: str, concept: Id = ""
) -> Response:
    """Hand in what was checked, without sending it once more."""

    def doe(gevonden: Inschrijving) -> str:
        return dien_in(state.toegang, state.bestanden, wie, aanbesteding_id, delen_van(state, gevonden), now)

    return _hand_in(request, state, wie, aanbesteding_id, concept, doe)


@router.post("/{aanbesteding_id}/herkansing")
def hand_in_again(
    request: Request, state: CurrentState, wie: Ingelogd, aanbesteding_id: str, concept: Id = ""
) -> Response:
    """The revised bid of who fell out: what was checked, once (§4.1.4)."""

    def doe(gevonden: Inschrijving) -> str:
        delen = delen_van(state, gevonden)
        return dien_opnieuw_in(state.toegang, state.bestanden, state.jobs, wie, aanbesteding_id, delen, now)

    return _hand_in(request, state, wie, aanbesteding_id, concept, doe)


def _hand_in(
    request: Request, state: State, wie: Wie, id_: str, concept: str, doe: Callable[[Inschrijving], str]
) -> Response:
    with state.toegang.lezen(wie, Soort.ZELFCHECK, concept, "indienen") as session:
        gevonden = _draft(session, wie, id_)
    try:
        if gevonden is None or gevonden.id != concept:
            raise InvoerFout("Er is intussen een nieuwere versie nagekeken. Kijk of u die wilt indienen.")
        nummer = doe(gevonden)
    except InvoerFout as fout:
        return _page(request, state, wie, id_, (Veldfout("indienen-kop", str(fout)),), status=422)
    return see_other(f"/indienen/{id_}/bewijs/{nummer}")


@router.post("/{aanbesteding_id}/intrekken")
def withdraw(request: Request, state: CurrentState, wie: Ingelogd, aanbesteding_id: str) -> Response:
    try:
        trek_in(state.toegang, state.bestanden, wie, aanbesteding_id, now)
    except InvoerFout as fout:
        return _page(request, state, wie, aanbesteding_id, (Veldfout("intrekken", str(fout)),), status=422)
    return see_other(f"/indienen/{aanbesteding_id}?ingetrokken=1")


@router.get("/{aanbesteding_id}/bewijs/{bewijs}")
def receipt(
    request: Request, state: CurrentState, wie: Ingelogd, aanbesteding_id: str, bewijs: str
) -> Response:
    terug = f"/indienen/{aanbesteding_id}"
    gevonden = _receipt(state, wie, aanbesteding_id, bewijs, Handeling.LEZEN)
    return render(request, Bewijspagina(f"{terug}/bewijs/{bewijs}", terug, gevonden))


@router.get("/{aanbesteding_id}/bewijs/{bewijs}/tekst")
def receipt_text(state: CurrentState, wie: Ingelogd, aanbesteding_id: str, bewijs: str) -> Response:
    gevonden = _receipt(state, wie, aanbesteding_id, bewijs, Handeling.UITVOEREN)
    headers = {"Content-Disposition": f'attachment; filename="ontvangstbewijs-{gevonden.nummer}.txt"'}
    return PlainTextResponse(als_tekst(gevonden), headers=headers)


@router.get("/{aanbesteding_id}/bewijs/{bewijs}/json")
def receipt_json(state: CurrentState, wie: Ingelogd, aanbesteding_id: str, bewijs: str) -> Response:
    gevonden = _receipt(state, wie, aanbesteding_id, bewijs, Handeling.UITVOEREN)
    headers = {"Content-Disposition": f'attachment; filename="ontvangstbewijs-{gevonden.nummer}.json"'}
    return Response(als_json(gevonden), media_type="application/json", headers=headers)


def _take_in(request: Request, state: State, wie: Wie, id_: str) -> Response:
    body = _body(request)

    def delen() -> Iterator[Deel]:
        yield from Formulierlezer(request.headers.get("content-type", ""), body)

    try:
        nummer = dien_in(state.toegang, state.bestanden, wie, id_, delen(), now)
    except ClientDisconnect:
        return Response(status_code=400)
    except InvoerFout as fout:
        # A browser that is still sending shows no answer.
        for _ in body:
            pass
        return _page(request, state, wie, id_, (Veldfout("bestanden", str(fout)),), status=422)
    return see_other(f"/indienen/{id_}/bewijs/{nummer}")


def _body(request: Request) -> Iterator[bytes]:
    """The body as it comes in, for a thread."""
    stroom = request.stream()

    async def volgende() -> bytes | None:
        return await anext(stroom, None)

    while (stuk := anyio.from_thread.run(volgende)) is not None:
        yield stuk


def _page(
    request: Request,
    state: State,
    wie: Wie,
    id_: str,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.INZENDING, id_) as session:
        aanbesteding = _published(session, id_)
        bewijzen = _receipts(session, wie, aanbesteding)
        nu = now()
        concept = _draft(session, wie, id_)
        pagina = Indienpagina(
            id=id_,
            naam=aanbesteding.naam,
            regio=aanbestedingen.region_name(session, aanbesteding),
            fase=aanbesteding.planning.fase(nu),
            klok=Klok(nu, aanbesteding.sluiting, resttijd(aanbesteding.sluiting, nu)),
            concept=_concept(concept),
            opnieuw=opnieuw(_second_turn(session, wie, id_), nu),
            geldend=next((b for b in bewijzen if b.vervallen is None), None),
            eerder=tuple(b for b in bewijzen if b.vervallen is not None),
            hoogstens=state.settings.max_upload // (1024 * 1024),
            fouten=fouten,
            melding=melding,
        )
    return render(request, pagina, status)


def _draft(session: Session, wie: Wie, aanbesteding_id: str) -> Inschrijving | None:
    """The latest draft of the own workplace for this tender, once its check is done."""
    werkplek = werkplekken.own(session, wie.organisatie_id, aanbesteding_id)
    concept = next(iter(werkplekken.drafts(session, werkplek.id)), None) if werkplek else None
    job = jobs.of_subject(session, concept.id) if concept else None
    if concept is None or job is None or job.status != JobStatus.DONE:
        return None
    _ = concept.bestanden  # loaded while the session is open
    return concept


def _second_turn(session: Session, wie: Wie, aanbesteding_id: str) -> Herkansing | None:
    inzending = inzendingen.own(session, wie.organisatie_id, aanbesteding_id)
    return herkansingen.of_bid(session, inzending.id) if inzending else None


def _concept(concept: Inschrijving | None) -> Indienconcept | None:
    if concept is None:
        return None
    return Indienconcept(
        id=concept.id,
        nagekeken=concept.gemaakt,
        bestanden=tuple(Conceptbestand(b.nummer, b.naam, b.grootte) for b in concept.bestanden),
    )


def _published(session: Session, id_: str) -> Aanbesteding:
    aanbesteding = aanbestedingen.get(session, id_)
    if aanbesteding is None or aanbesteding.planning.fase(now()) is Fase.VOORBEREIDING:
        raise HTTPException(404)
    return aanbesteding


def _receipts(session: Session, wie: Wie, aanbesteding: Aanbesteding) -> list[Ontvangstbewijs]:
    """Of all versions of the own bid, the latest first."""
    inzending = inzendingen.own(session, wie.organisatie_id, aanbesteding.id)
    versies = reversed(inzending.versies) if inzending else ()
    return [bewijs_van(aanbesteding, wie.organisatie, versie) for versie in versies]


def _receipt(state: State, wie: Wie, id_: str, nummer: str, handeling: Handeling) -> Ontvangstbewijs:
    with state.toegang.lezen(wie, Soort.INZENDING, id_, f"ontvangstbewijs {nummer}", handeling) as session:
        gevonden = [b for b in _receipts(session, wie, _published(session, id_)) if b.nummer == nummer]
    if not gevonden:
        raise HTTPException(404)
    return gevonden[0]
