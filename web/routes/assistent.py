"""The assistant: a question and its answer, the sources, and the places that citations lead to."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Query, Request, UploadFile
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
    Paneelbeurt,
    Paneelpagina,
    Plaatsdeel,
    Rekenlink,
    Vindplaatspagina,
)
from web.rendering import render
from web.routes.taken import see_other
from web.services.assistent import citaatregels
from web.services.gesprek import Gesprek
from web.services.rekenformulier import adres as rekenadres
from web.state import CurrentState, State

router = APIRouter()

VERANDERD = "Het antwoord is net veranderd en nog niet bewaard. Lees het, en bewaar het dan."


def _gesprek(
    van: str = "",
    bron: str = "",
    vroeger: Annotated[list[str] | None, Query()] = None,
    eerder: Annotated[list[str] | None, Query()] = None,
) -> Gesprek:
    return Gesprek.uit(van, bron, vroeger, eerder)


InGesprek = Annotated[Gesprek, Depends(_gesprek)]
"""The conversation that an address carries along."""


@router.get("/assistent")
def ask(
    request: Request,
    state: CurrentState,
    gesprek: InGesprek,
    vraag: str | None = None,
    veranderd: bool = False,
) -> Response:
    if vraag is None:
        return _answer(request, state, "", gesprek, None)
    try:
        antwoord = state.assistent.vraag(vraag, gesprek.bron or None, gesprek.vragen())
    except InvoerFout as fout:
        return _answer(request, state, vraag, gesprek, None, (Veldfout("vraag", str(fout)),), status=422)
    return _answer(request, state, vraag, gesprek, antwoord, melding=VERANDERD if veranderd else "")


@router.get("/assistent/paneel")
def panel(request: Request, state: CurrentState, gesprek: InGesprek, vraag: str | None = None) -> Response:
    """A part of a page: the panel when it opens, and each answer in it."""
    if vraag is None:
        return render(request, Paneelpagina(gesprek, tuple(_beurten(gesprek))))
    antwoord: Antwoord | None = None
    fout = ""
    try:
        antwoord = state.assistent.vraag(vraag, gesprek.bron or None, gesprek.vragen())
    except InvoerFout as bezwaar:
        fout = str(bezwaar)
    nummer = len(gesprek.eerder) + 1
    beurt = Paneelbeurt(
        vraag=vraag,
        gesprek=gesprek,
        vervolg=gesprek.met(vraag) if antwoord else gesprek,
        begin=f"beurt{nummer}",
        antwoord=antwoord,
        citaten=citaatregels(antwoord.citaten, state.assistent.bronnen) if antwoord else (),
        rekenlinks=_rekenlinks(antwoord),
        fout=fout,
    )
    return render(request, beurt)


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
    gesprek: Gesprek,
    antwoord: Antwoord | None,
    fouten: tuple[Veldfout, ...] = (),
    status: int = 200,
    melding: str = "",
) -> Response:
    bronnen = state.assistent.bronnen
    pagina = Assistentpagina(
        vraag=vraag,
        gesprek=gesprek,
        vervolg=gesprek.met(vraag) if antwoord else gesprek,
        bronnen=tuple(bronnen.namen()),
        eerder=tuple(_beurten(gesprek)),
        antwoord=antwoord,
        citaten=citaatregels(antwoord.citaten, bronnen) if antwoord else (),
        delen=tuple(
            Deelregel(d.bron, d.beantwoord, d.kort, citaatregels(d.citaten, bronnen))
            for d in (antwoord.delen if antwoord else ())
        ),
        rekenlinks=_rekenlinks(antwoord),
        fouten=fouten,
        melding=melding,
    )
    return render(request, pagina, status)


def _beurten(gesprek: Gesprek) -> Iterator[Beurt]:
    """The earlier questions, each with its page. Those of other pages stand by themselves there."""
    for nummer, vraag in enumerate(gesprek.vroeger):
        yield Beurt(vraag, Gesprek(bron=gesprek.bron, eerder=gesprek.vroeger[:nummer]).adres(vraag))
    for nummer, vraag in enumerate(gesprek.eerder):
        yield Beurt(vraag, gesprek.tot(nummer).adres(vraag))


def _rekenlinks(antwoord: Antwoord | None) -> tuple[Rekenlink, ...]:
    tools = antwoord.rekentools if antwoord else ()
    return tuple(Rekenlink(r.label, rekenadres(r.sleutel, r.invoer)) for r in tools)


def _sources(
    request: Request,
    state: State,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
    status: int = 200,
) -> Response:
    bronnen = tuple(Bronregel(d.bron, d.titel, len(d.passages)) for d in state.assistent.bronnen.alle())
    return render(request, Bronnenpagina(bronnen, load_tender().naam, fouten, melding), status)
