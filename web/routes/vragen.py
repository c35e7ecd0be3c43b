"""Questions to a bidder: the list, its texts, and the letters made of it."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Wie
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.models.base import now
from web.rendering import render
from web.repositories import vragen as rijen
from web.routes.taken import see_other
from web.routes.velden import Velden
from web.services import vragen
from web.services.beoordeling import Beoordeeld, NietBeoordeeld, beoordeeld
from web.services.datum import nederlandse_tijd
from web.services.opslag import safe_name
from web.state import CurrentState, State

router = APIRouter(prefix="/beoordeling/{id}/vragen")

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MELDINGEN = {
    "bewaard": "De vragen zijn bewaard.",
    "weg": "De vraag is van de lijst.",
    "erbij": "De vragen staan op de lijst.",
    "brief": "De brief is gemaakt. U vindt hem onder Brieven.",
}


@router.get("")
def show(request: Request, state: CurrentState, wie: Ingelogd, id: str, melding: str = "") -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id, "vragen") as session:
        bod = _bod(session, state, id)
        pagina = vragen.vragenpagina(session, bod, now(), melding=MELDINGEN.get(melding, ""))
    return render(request, pagina)


@router.post("/erbij")
def add(
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    sleutel: Annotated[list[str] | None, Form()] = None,
    terug: Annotated[str, Form(max_length=5)] = "",
) -> Response:
    """`terug`: to the point that it is about, where somebody reads."""
    sleutels = sleutel or []
    with state.toegang.wijzigen(wie, Handeling.BESLUITEN, Soort.INSCHRIJVING, id, "vragen erbij") as session:
        bod = _bod(session, state, id)
        vragen.zet_erbij(session, wie, bod, sleutels, now())
    if terug and sleutels:
        soort, _, naam = sleutels[0].partition("-")
        if any(p.sleutel == sleutels[0] for p in bod.lijst):
            return see_other(f"/beoordeling/{id}/{soort}/{naam}?bewaard=vraag")
    return see_other(f"/beoordeling/{id}/vragen?melding=erbij")


@router.post("")
def keep(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    velden: Velden,
) -> Response:
    """Keep the texts; then take one off the list (`weg`), or make the letter (`brief`)."""
    weg = velden.get("weg", "")
    fouten = vragen.controleer({n: t for n, t in velden.items() if n != f"tekst-{weg}"})
    if fouten:
        return _again(request, state, wie, id, velden, fouten)
    try:
        with state.toegang.wijzigen(
            wie,
            Handeling.BESLUITEN,
            Soort.INSCHRIJVING,
            id,
            "brief met vragen" if "brief" in velden else "vragen",
        ) as session:
            bod, nu = _bod(session, state, id), now()
            vragen.bewaar(session, wie, bod, velden, nu)
            if weg:
                vragen.haal_weg(session, bod, weg)
            elif "brief" in velden:
                dag = vragen.lees_dag(velden.get("uiterlijk", ""), nederlandse_tijd(nu).date())
                vragen.maak_brief(session, wie, bod, dag, nu)
    except InvoerFout as fout:
        return _again(request, state, wie, id, velden, (Veldfout("uiterlijk", str(fout)),))
    gedaan = "weg" if weg else "brief" if "brief" in velden else "bewaard"
    return see_other(f"/beoordeling/{id}/vragen?melding={gedaan}")


@router.get("/{brief_id}")
def letter(state: CurrentState, wie: Ingelogd, id: str, brief_id: str) -> Response:
    with state.toegang.lezen(
        wie, Soort.INSCHRIJVING, id, f"brief {brief_id}", Handeling.UITVOEREN
    ) as session:
        brief = rijen.letter(session, id, brief_id)
        if brief is None:
            raise HTTPException(404)
        naam = f"vragen {_bod(session, state, id).inschrijving.naam} {brief.tijd:%Y-%m-%d}"
        inhoud = brief.document
    bestand = safe_name(naam).encode("ascii", "ignore").decode().replace(" ", "-")
    headers = {"Content-Disposition": f'attachment; filename="{bestand}.docx"'}
    return Response(inhoud, media_type=DOCX, headers=headers)


def _again(
    request: Request,
    state: State,
    wie: Wie,
    id_: str,
    velden: dict[str, str],
    fouten: tuple[Veldfout, ...],
) -> Response:
    with state.toegang.lezen(wie, Soort.INSCHRIJVING, id_, "vragen") as session:
        pagina = vragen.vragenpagina(session, _bod(session, state, id_), now(), velden, fouten)
    return render(request, pagina, 422)


def _bod(session: Session, state: State, id_: str) -> Beoordeeld:
    try:
        return beoordeeld(session, state.settings, id_)
    except NietBeoordeeld as fout:
        raise HTTPException(404) from fout
