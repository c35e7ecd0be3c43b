"""Assessors give scores on their own; once all have, they see each other's and agree on one together."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from knowledge.errors import InvoerFout
from web.access import Soort
from web.auth.huidig import Ingelogd
from web.models.base import now
from web.rendering import render
from web.repositories.scores import Onderwerp
from web.routes.opzet import veldfouten
from web.routes.taken import see_other
from web.routes.velden import Velden
from web.services import consensus, scoren
from web.services.consensus import Overleg
from web.services.scorebeeld import overlegpagina, scorenpagina, scorepagina
from web.services.scoren import geopende_stand, omschrijf, vraag_onderwerp
from web.state import CurrentState

router = APIRouter(prefix="/aanbestedingen/{id}/scoren")
PAD = "/{bod_id}/{perceel}/{criterium}/{ronde}"

MELDINGEN = {
    "concept": "Uw concept is bewaard. Niemand anders ziet het.",
    "ingediend": "Uw score is ingediend. De anderen zien haar pas als iedereen klaar is.",
    "allen": "Uw score is ingediend. Iedereen is nu klaar: hier staan alle scores.",
    "consensus": "De consensusscore is bewaard.",
}


@router.get("")
def overview(request: Request, state: CurrentState, wie: Ingelogd, id: str, perceel: int = 0) -> Response:
    with state.toegang.lezen(wie, Soort.SCORE, id, "overzicht") as session:
        pagina = scorenpagina(session, wie, geopende_stand(session, wie, id), perceel)
    return render(request, pagina)


@router.get(PAD)
def show(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    bod_id: str,
    perceel: int,
    criterium: str,
    ronde: int,
    melding: str = "",
) -> Response:
    """The own score; all scores once everybody has given one."""
    onderwerp = Onderwerp(bod_id, perceel, criterium, ronde)
    tekst = MELDINGEN.get(melding, "")
    with state.toegang.lezen(wie, Soort.SCORE, id, omschrijf(onderwerp)) as session:
        stand = geopende_stand(session, wie, id)
        vraag_onderwerp(stand, onderwerp)
        if stand.bekend(onderwerp):
            return render(request, overlegpagina(session, wie, stand, onderwerp, melding=tekst))
        return render(request, scorepagina(session, wie, stand, onderwerp, melding=tekst))


@router.post(PAD)
def score(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    bod_id: str,
    perceel: int,
    criterium: str,
    ronde: int,
    punten: Annotated[str, Form(max_length=3)] = "",
    motivering: Annotated[str, Form(max_length=20_000)] = "",
    doe: Annotated[str, Form(max_length=20)] = "concept",
) -> Response:
    onderwerp = Onderwerp(bod_id, perceel, criterium, ronde)
    indienen = doe == "indienen"
    try:
        allen = scoren.geef(state.toegang, wie, id, onderwerp, _punten(punten), motivering, indienen, now())
    except InvoerFout as fout:
        with state.toegang.lezen(wie, Soort.SCORE, id, omschrijf(onderwerp)) as session:
            stand = geopende_stand(session, wie, id)
            vraag_onderwerp(stand, onderwerp)
            fouten = veldfouten(fout, "punten")
            if stand.bekend(onderwerp):
                return render(request, overlegpagina(session, wie, stand, onderwerp, fouten=fouten), 422)
            pagina = scorepagina(session, wie, stand, onderwerp, punten, motivering, fouten)
        return render(request, pagina, 422)
    soort = "allen" if allen else "ingediend" if indienen else "concept"
    return see_other(f"{_adres(id, onderwerp)}?melding={soort}")


@router.post(PAD + "/consensus")
def agree(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    bod_id: str,
    perceel: int,
    criterium: str,
    ronde: int,
    velden: Velden,
) -> Response:
    onderwerp = Onderwerp(bod_id, perceel, criterium, ronde)
    overleg = Overleg(
        _punten(velden.get("punten", "")),
        velden.get("motivering", ""),
        velden.get("verschil", ""),
        frozenset(naam.removeprefix("erbij-") for naam in velden if naam.startswith("erbij-")),
    )
    try:
        consensus.leg_vast(state.toegang, wie, id, onderwerp, overleg, now())
    except InvoerFout as fout:
        with state.toegang.lezen(wie, Soort.SCORE, id, omschrijf(onderwerp)) as session:
            stand = geopende_stand(session, wie, id)
            vraag_onderwerp(stand, onderwerp)
            if not stand.bekend(onderwerp):
                raise
            fouten = veldfouten(fout, "punten")
            pagina = overlegpagina(session, wie, stand, onderwerp, overleg, fouten)
        return render(request, pagina, 422)
    return see_other(f"{_adres(id, onderwerp)}?melding=consensus")


def _adres(id: str, o: Onderwerp) -> str:
    return f"/aanbestedingen/{id}/scoren/{o.inschrijving_id}/{o.perceel}/{o.criterium}/{o.ronde}"


def _punten(tekst: str) -> int | None:
    return int(tekst) if tekst.isdecimal() else None
