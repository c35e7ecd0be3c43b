"""Beoordeling and Zelfcheck: upload a bid, have it checked, look at the result. Same bid, two readers."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, File, Request, UploadFile
from fastapi.responses import FileResponse, HTMLResponse, Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from compliance.verslag import maak_beeld, to_html
from compliance.verslag.beeld import Thema
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Wie, noem
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.inschrijving import (
    Bestandsregel,
    Inschrijvingsoverzicht,
    Passagepagina,
    Rapportpagina,
    Versies,
)
from web.models import Inschrijving, Job, JobStatus
from web.rendering import render
from web.repositories import inschrijvingen, jobs, vragen
from web.routes.taken import progress_page, progress_stream, see_other
from web.routes.zelfcheck import draft_page
from web.services.beoordeling import Beoordeeld, beoordeeld
from web.services.demo import INSCHRIJVING
from web.services.eerst import eerst, tel_besluiten
from web.services.herkansing import versies
from web.services.inschrijvingen import Inschrijvingsmap
from web.services.opnemen import neem_bod_op
from web.services.overzicht import inschrijvingsregels
from web.services.paginabeeld import paginabeeld
from web.services.passages import blad, passages
from web.state import CurrentState, State

SOORTEN = {"beoordeling": Soort.INSCHRIJVING, "zelfcheck": Soort.ZELFCHECK}
STATUSSEN = ("strijdig", "ontbreekt", "deels", "verklaard", "aangetoond")


def make_router(doel: str) -> APIRouter:
    """The routes below /beoordeling or /zelfcheck."""
    router = APIRouter(prefix=f"/{doel}")
    soort = SOORTEN[doel]

    @router.get("")
    def overview(request: Request, state: CurrentState, wie: Ingelogd, verwijderd: bool = False) -> Response:
        melding = "De inschrijving en haar rapport zijn verwijderd." if verwijderd else ""
        return _overview(request, state, wie, doel, melding=melding)

    @router.post("")
    def upload(
        request: Request,
        state: CurrentState,
        wie: Ingelogd,
        bestanden: Annotated[list[UploadFile] | None, File()] = None,
    ) -> Response:
        gekozen = [bestand for bestand in bestanden or [] if bestand.filename]
        if not gekozen:
            fout = Veldfout(
                "bestanden", "Kies de bestanden van de inschrijving, of een zip waar ze in zitten."
            )
            return _overview(request, state, wie, doel, (fout,), status=422)
        try:
            return see_other(f"/{doel}/{_take_in(state, wie, doel, gekozen)}")
        except InvoerFout as fout_:
            fouten = tuple(Veldfout("bestanden", regel) for regel in fout_.fouten or (str(fout_),))
            return _overview(request, state, wie, doel, fouten, status=422)

    @router.post("/voorbeeld")
    def example(state: CurrentState, wie: Ingelogd) -> Response:
        with state.toegang.wijzigen(wie, Handeling.MAKEN, soort) as session:
            inschrijving = inschrijvingen.add(session, wie.organisatie_id, doel, INSCHRIJVING, demo=True)
            noem(session, inschrijving.id)
            state.jobs.submit(session, wie.organisatie_id, "inschrijving", inschrijving.id)
        return see_other(f"/{doel}/{inschrijving.id}")

    @router.get("/{id}")
    def show(
        request: Request, state: CurrentState, wie: Ingelogd, id: str, status: str = "", bewaard: bool = False
    ) -> Response:
        inschrijving, job = _find(state, wie, doel, id)
        if job.status != JobStatus.DONE:
            terug = (f"/{doel}", doel.capitalize())
            return progress_page(request, job, inschrijving.naam, terug, houdt=False)
        if doel == "zelfcheck":
            return draft_page(request, state, wie, inschrijving)
        with state.toegang.volgen(wie, soort) as session:
            bod = beoordeeld(session, state.settings, id)
            vragenstand = len(vragen.on_list(session, id)), len(vragen.letters(session, id))
            anderen = versies(session, inschrijving)
        melding = "Uw besluit is bewaard. Over elk punt is nu besloten." if bewaard else ""
        gekozen = status if status in STATUSSEN else ""
        return render(request, _report(bod, gekozen, vragenstand, anderen, melding))

    @router.get("/{id}/voortgang")
    def progress(state: CurrentState, wie: Ingelogd, id: str) -> Response:
        job = _find(state, wie, doel, id, deel="voortgang")[1]
        return progress_stream(state, wie, soort, job)

    @router.post("/{id}/stop")
    def stop(state: CurrentState, wie: Ingelogd, id: str) -> Response:
        with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, soort, id, "stop") as session:
            job = _get(session, doel, id)[1]
        state.jobs.cancel(job.id, hard=True)
        return see_other(f"/{doel}/{id}")

    @router.post("/{id}/opnieuw")
    def again(state: CurrentState, wie: Ingelogd, id: str) -> Response:
        with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, soort, id, "opnieuw") as session:
            if not _get(session, doel, id)[1].active:
                state.jobs.submit(session, wie.organisatie_id, "inschrijving", id)
        return see_other(f"/{doel}/{id}")

    @router.post("/{id}/verwijderen")
    def remove(state: CurrentState, wie: Ingelogd, id: str) -> Response:
        with state.toegang.wijzigen(wie, Handeling.VERWIJDEREN, soort, id) as session:
            inschrijving, _ = _get(session, doel, id)
            state.jobs.remove(session, id)
            session.delete(inschrijving)
        state.opslag.remove("inschrijving", id)
        return see_other(f"/{doel}?verwijderd=1")

    @router.get("/{id}/rapport.json")
    def report_json(state: CurrentState, wie: Ingelogd, id: str) -> Response:
        map_ = _done(state, wie, doel, id, Handeling.UITVOEREN, "rapport")[1]
        return FileResponse(map_.map / "rapport.json", media_type="application/json", filename="rapport.json")

    @router.get("/{id}/rapport.html")
    def report_html(state: CurrentState, wie: Ingelogd, id: str) -> Response:
        map_ = _done(state, wie, doel, id, Handeling.UITVOEREN, "rapport")[1]
        # As a download only: the standalone page carries its own styles, which our pages forbid.
        headers = {"Content-Disposition": 'attachment; filename="rapport.html"'}
        return HTMLResponse(to_html(map_.rapport()), headers=headers)

    @router.get("/{id}/passage/{sleutel}")
    def passage(request: Request, state: CurrentState, wie: Ingelogd, id: str, sleutel: str) -> Response:
        inschrijving, map_ = _done(state, wie, doel, id, deel=f"passage {sleutel}")
        return _passage(request, inschrijving, map_, sleutel)

    @router.get("/{id}/pagina/{bestand}/{pagina}.png")
    def page_picture(state: CurrentState, wie: Ingelogd, id: str, bestand: int, pagina: int) -> Response:
        inschrijving, map_ = _done(state, wie, doel, id, deel=f"bestand {bestand}, pagina {pagina}")
        rij = next((b for b in inschrijving.bestanden if b.nummer == bestand), None)
        if rij is None or not 1 <= pagina <= 100_000:
            raise HTTPException(404)
        png = paginabeeld(map_.map / "bestanden" / rij.opslagnaam, pagina, map_.map / "beelden")
        return Response(png, media_type="image/png")

    return router


def _overview(
    request: Request,
    state: State,
    wie: Wie,
    doel: str,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, SOORTEN[doel], deel="lijst") as session:
        regels = inschrijvingsregels(session, doel)
    return render(request, Inschrijvingsoverzicht(doel, regels, fouten, melding), status)


def _take_in(state: State, wie: Wie, doel: str, uploads: list[UploadFile]) -> str:
    with state.opslag.received(uploads) as paden:
        return neem_bod_op(state, wie, SOORTEN[doel], doel, paden)


def _find(
    state: State, wie: Wie, doel: str, id: str, handeling: Handeling = Handeling.LEZEN, deel: str = ""
) -> tuple[Inschrijving, Job]:
    with state.toegang.lezen(wie, SOORTEN[doel], id, deel, handeling) as session:
        return _get(session, doel, id)


def _get(session: Session, doel: str, id: str) -> tuple[Inschrijving, Job]:
    inschrijving, job = inschrijvingen.get(session, id), jobs.of_subject(session, id)
    if inschrijving is None or job is None or inschrijving.doel != doel:
        raise HTTPException(404)
    _ = inschrijving.bestanden  # loaded while the session is open
    return inschrijving, job


def _done(
    state: State, wie: Wie, doel: str, id: str, handeling: Handeling = Handeling.LEZEN, deel: str = ""
) -> tuple[Inschrijving, Inschrijvingsmap]:
    inschrijving, job = _find(state, wie, doel, id, handeling, deel)
    if job.status != JobStatus.DONE:
        raise HTTPException(404)
    return inschrijving, Inschrijvingsmap.of(state.settings, id)


def _files(inschrijving: Inschrijving) -> tuple[Bestandsregel, ...]:
    return tuple(Bestandsregel(b.naam, b.grootte) for b in inschrijving.bestanden)


def _report(
    bod: Beoordeeld, status: str, vragenstand: tuple[int, int], anderen: Versies, melding: str
) -> Rapportpagina:
    beeld = maak_beeld(bod.rapport) if bod.eisen else bod.map.rapport_met_beeld()[1]
    punten = [p for p in bod.lijst if p.telt]
    return Rapportpagina(
        adres=bod.adres,
        naam=bod.inschrijving.naam,
        demo=bod.inschrijving.demo,
        gemaakt=bod.inschrijving.gemaakt,
        beeld=beeld,
        bestanden=_files(bod.inschrijving),
        themas=_filtered(beeld.themas, status),
        status=status,
        bevindingnummers={id(b): nummer for nummer, b in enumerate(bod.voorstel.bevindingen, 1)},
        besluiten=bod.eisen,
        bevindingbesluiten=bod.bevindingen,
        eerst=eerst(bod.rapport, bod.bevindingen),
        tellingen=tel_besluiten(bod.eisen.values()),
        gelezen=(sum(p.besloten for p in punten), len(punten)),
        vragen=vragenstand,
        versies=anderen,
        melding=melding,
    )


def _filtered(themas: tuple[Thema, ...], status: str) -> tuple[Thema, ...]:
    """The themes with only the eisen of one status; "" keeps all."""
    if not status:
        return themas
    kept = (replace(t, regels=tuple(r for r in t.regels if r.oordeel.status == status)) for t in themas)
    return tuple(thema for thema in kept if thema.regels)


def _passage(request: Request, inschrijving: Inschrijving, map_: Inschrijvingsmap, sleutel: str) -> Response:
    alle = list(passages(map_.rapport(), load_tender()))
    plek = next((n for n, p in enumerate(alle) if p.sleutel == sleutel), None)
    if plek is None:
        raise HTTPException(404)
    adres = f"/{inschrijving.doel}/{inschrijving.id}"
    pagina = Passagepagina(
        doel=inschrijving.doel,
        adres=adres,
        naam=inschrijving.naam,
        passage=alle[plek],
        vorige=f"{adres}/passage/{alle[plek - 1].sleutel}" if plek else "",
        volgende=f"{adres}/passage/{alle[plek + 1].sleutel}" if plek + 1 < len(alle) else "",
        nummer=plek + 1,
        aantal=len(alle),
        blad=blad(inschrijving, map_, alle[plek].bewijs),
    )
    return render(request, pagina)
