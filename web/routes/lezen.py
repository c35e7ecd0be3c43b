"""An assessor reads a bid point by point and decides about each; all decisions go out as labelled data."""

import json
from typing import Annotated, cast

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from compliance.correcties import als_labels
from compliance.rapport import EisStatus
from web.access import Handeling, Soort
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.models.base import now
from web.rendering import render
from web.routes.taken import see_other
from web.services import bevindingbesluiten, eisbesluiten
from web.services.beoordeling import Beoordeeld, NietBeoordeeld, beoordeeld
from web.services.leesbeeld import Formulier, leespagina
from web.services.lezen import eerste_open
from web.state import CurrentState, State

router = APIRouter(prefix="/beoordeling")

Keuze = Annotated[str, Form(max_length=20)]
Tekst = Annotated[str, Form(max_length=20_000)]
MELDINGEN = {"1": "Uw besluit is bewaard.", "vraag": "De vraag staat op de lijst."}


@router.get("/{id}/lezen")
def begin(state: CurrentState, wie: Ingelogd, id: str) -> Response:
    """To where reading goes on."""
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id, "lezen") as session:
        bod = _bod(session, state, id)
    return see_other(f"{bod.adres}/{eerste_open(bod.lijst)}".rstrip("/"))


@router.get("/{id}/eis/{eis_id}")
def show_eis(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    eis_id: str,
    passage: int = 1,
    bewaard: str = "",
) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id, f"eis {eis_id}") as session:
        bod = _bod(session, state, id)
        _eis(bod, eis_id)
        pagina = leespagina(session, bod, f"eis-{eis_id}", passage, melding=MELDINGEN.get(bewaard, ""))
    return render(request, pagina)


@router.post("/{id}/eis/{eis_id}")
def decide_eis(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    eis_id: str,
    besluit: Keuze = "",
    reden: Tekst = "",
    verder: Keuze = "",
) -> Response:
    if fouten := eisbesluiten.controleer(besluit, reden):
        return _again(request, state, wie, id, f"eis-{eis_id}", f"eis {eis_id}", besluit, reden, fouten)
    with state.toegang.wijzigen(
        wie, Handeling.BESLUITEN, Soort.INSCHRIJVING, id, f"eis {eis_id}: {besluit}"
    ) as session:
        bod = _bod(session, state, id)
        _eis(bod, eis_id)
        status = cast(EisStatus, besluit)
        eisbesluiten.besluit(session, wie, id, bod.voorstel, eis_id, status, reden.strip(), now())
        naar = _next(_bod(session, state, id), f"eis-{eis_id}", verder)
    return see_other(naar)


@router.get("/{id}/bevinding/{nummer}")
def show_finding(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    nummer: int,
    passage: int = 1,
    bewaard: str = "",
) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id, f"bevinding {nummer}") as session:
        bod = _bod(session, state, id)
        _finding(bod, nummer)
        pagina = leespagina(session, bod, f"bevinding-{nummer}", passage, melding=MELDINGEN.get(bewaard, ""))
    return render(request, pagina)


@router.post("/{id}/bevinding/{nummer}")
def decide_finding(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    nummer: int,
    besluit: Keuze = "",
    reden: Tekst = "",
    verder: Keuze = "",
) -> Response:
    if fouten := bevindingbesluiten.controleer(besluit, reden):
        punt = f"bevinding-{nummer}"
        return _again(request, state, wie, id, punt, f"bevinding {nummer}", besluit, reden, fouten)
    with state.toegang.wijzigen(
        wie, Handeling.BESLUITEN, Soort.INSCHRIJVING, id, f"bevinding {nummer}: {besluit}"
    ) as session:
        bod = _bod(session, state, id)
        _finding(bod, nummer)
        bevinding = bod.voorstel.bevindingen[nummer - 1]
        bevindingbesluiten.besluit(session, wie, id, bevinding, besluit, reden.strip(), now())
        naar = _next(_bod(session, state, id), f"bevinding-{nummer}", verder)
    return see_other(naar)


@router.get("/{id}/besluiten.jsonl")
def labels(state: CurrentState, wie: Ingelogd, id: str) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id, "besluiten", Handeling.UITVOEREN) as session:
        bod = _bod(session, state, id)
        gelabeld = als_labels(eisbesluiten.correcties(bod.eisbesluiten))
        gelabeld += bevindingbesluiten.als_labels(bod.voorstel, bod.bevindingbesluiten)
    tekst = "".join(json.dumps(label, ensure_ascii=False) + "\n" for label in gelabeld)
    headers = {"Content-Disposition": 'attachment; filename="besluiten.jsonl"'}
    return Response(tekst, media_type="application/jsonl; charset=utf-8", headers=headers)


def _again(
    request: Request,
    state: State,
    wie: Ingelogd,
    id_: str,
    punt: str,
    deel: str,
    besluit: str,
    reden: str,
    fouten: tuple[Veldfout, ...],
) -> Response:
    """The page of a point once more, with what has to be mended."""
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id_, deel, Handeling.BESLUITEN) as session:
        bod = _bod(session, state, id_)
        if punt not in {p.sleutel for p in bod.lijst}:
            raise HTTPException(404)
        pagina = leespagina(session, bod, punt, 1, Formulier(besluit, reden, fouten))
    return render(request, pagina, 422)


def _next(bod: Beoordeeld, punt: str, verder: str) -> str:
    """Where to go after a decision: this point, or the next without one; at the end the bid itself."""
    lijst = bod.lijst
    if not verder:
        return f"{bod.adres}/{next(p.adres for p in lijst if p.sleutel == punt)}?bewaard=1"
    hier = [p.sleutel for p in lijst].index(punt)
    open_ = next((p for p in (*lijst[hier + 1 :], *lijst[:hier]) if p.telt and not p.besloten), None)
    return f"{bod.adres}/{open_.adres}?bewaard=1" if open_ else f"{bod.adres}?bewaard=1"


def _bod(session: Session, state: State, id_: str) -> Beoordeeld:
    try:
        return beoordeeld(session, state.settings, id_)
    except NietBeoordeeld as fout:
        raise HTTPException(404) from fout


def _eis(bod: Beoordeeld, eis_id: str) -> None:
    if eis_id not in {o.id for o in bod.voorstel.eisen}:
        raise HTTPException(404)


def _finding(bod: Beoordeeld, nummer: int) -> None:
    if not 1 <= nummer <= len(bod.voorstel.bevindingen):
        raise HTTPException(404)
