"""The assistant: a question and its answer, the sources, and the places that citations lead to."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from knowledge import Antwoord, import_file
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from knowledge.retrieval.catalogue import of_tender
from web.access import Handeling, Soort, noem
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.kennis import (
    Assistentpagina,
    Beurt,
    Bronnenpagina,
    Bronregel,
    Deelregel,
    Plaatsdeel,
    Rekenlink,
    Vindplaatspagina,
)
from web.rendering import render
from web.routes.start import VOORBEELDVRAGEN
from web.routes.taken import see_other
from web.services.assistent import citaatregels, vraagadres
from web.services.rekenformulier import adres as rekenadres
from web.state import CurrentState, State

router = APIRouter()

HOOGSTENS_EERDER = 5
"""Earlier questions that a conversation keeps."""


@router.get("/assistent")
def ask(
    request: Request,
    state: CurrentState,
    vraag: str | None = None,
    bron: str = "",
    eerder: Annotated[list[str] | None, Query()] = None,
) -> Response:
    gesprek = tuple(v for v in eerder or () if v.strip())[-HOOGSTENS_EERDER:]
    if vraag is None:
        return _answer(request, state, "", bron, gesprek, None)
    try:
        antwoord = state.assistent.vraag(vraag, bron or None, gesprek)
    except InvoerFout as fout:
        return _answer(
            request, state, vraag, bron, gesprek, None, (Veldfout("vraag", str(fout)),), status=422
        )
    return _answer(request, state, vraag, bron, gesprek, antwoord)


@router.get("/assistent/bronnen")
def sources(request: Request, state: CurrentState, verwijderd: bool = False) -> Response:
    return _sources(request, state, melding="De bron is verwijderd." if verwijderd else "")


@router.post("/assistent/bronnen")
def add_sources(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    bestanden: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    gekozen = [bestand for bestand in bestanden or [] if bestand.filename]
    if not gekozen:
        return _sources(request, state, (Veldfout("bestanden", "Kies een of meer documenten."),), status=422)
    fouten: list[Veldfout] = []
    gelukt: list[str] = []
    with state.opslag.received(gekozen) as paden:
        for pad in paden:
            try:
                with state.toegang.wijzigen(wie, Handeling.MAKEN, Soort.BRON) as session:
                    document = import_file(pad, None, state.assistent.bronnen)
                    noem(session, document.bron)
                gelukt.append(f"{document.bron} ({len(document.passages)} passages)")
            except InvoerFout as fout:
                # Users know the file by its name, not by where we keep it for a moment.
                regels = fout.fouten or (str(fout),)
                fouten += [Veldfout("bestanden", r.replace(f"{pad.parent}/", "")) for r in regels]
    melding = f"Toegevoegd: {', '.join(gelukt)}." if gelukt else ""
    return _sources(request, state, tuple(fouten), melding, status=422 if fouten else 200)


@router.post("/assistent/bronnen/verwijderen")
def remove_source(state: CurrentState, wie: Ingelogd, bron: Annotated[str, Form()]) -> Response:
    try:
        with state.toegang.wijzigen(wie, Handeling.VERWIJDEREN, Soort.BRON, bron):
            state.assistent.bronnen.verwijder(bron)
    except InvoerFout as fout:
        raise HTTPException(404) from fout
    return see_other("/assistent/bronnen?verwijderd=1")


@router.get("/vindplaats")
def place(
    request: Request, state: CurrentState, bron: str, plaats: str, passage: int | None = None
) -> Response:
    delen: list[Plaatsdeel] = []
    if bron in state.assistent.bronnen.namen():
        document = state.assistent.bronnen.haal(bron)
        delen += [
            Plaatsdeel(" › ".join(p.koppen), p.tekst, False, p.pagina, nummer == passage)
            for nummer, p in enumerate(document.passages)
            if p.vindplaats == plaats
        ]
    tender = load_tender()
    if bron == tender.bron:
        delen += [
            Plaatsdeel(f.titel, f.tekst, True, None) for f in of_tender(tender) if f.vindplaats == plaats
        ]
    if not delen:
        raise HTTPException(404)
    return render(request, Vindplaatspagina(bron, plaats, tuple(delen)))


def _answer(
    request: Request,
    state: State,
    vraag: str,
    bron: str,
    gesprek: tuple[str, ...],
    antwoord: Antwoord | None,
    fouten: tuple[Veldfout, ...] = (),
    status: int = 200,
) -> Response:
    bronnen = state.assistent.bronnen
    pagina = Assistentpagina(
        vraag=vraag,
        bron=bron,
        bronnen=tuple(bronnen.namen()),
        eerder=tuple(Beurt(v, vraagadres(v, bron, gesprek[:n])) for n, v in enumerate(gesprek)),
        gesprek=(*gesprek, vraag) if antwoord else gesprek,
        antwoord=antwoord,
        citaten=citaatregels(antwoord.citaten, bronnen) if antwoord else (),
        delen=tuple(
            Deelregel(d.bron, d.beantwoord, d.kort, citaatregels(d.citaten, bronnen))
            for d in (antwoord.delen if antwoord else ())
        ),
        rekenlinks=tuple(
            Rekenlink(r.label, rekenadres(r.sleutel, r.invoer))
            for r in (antwoord.rekentools if antwoord else ())
        ),
        fouten=fouten,
        voorbeeldvragen=VOORBEELDVRAGEN,
    )
    return render(request, pagina, status)


def _sources(
    request: Request,
    state: State,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
    status: int = 200,
) -> Response:
    bronnen = tuple(Bronregel(d.bron, d.titel, len(d.passages)) for d in state.assistent.bronnen.alle())
    return render(request, Bronnenpagina(bronnen, load_tender().naam, fouten, melding), status)
