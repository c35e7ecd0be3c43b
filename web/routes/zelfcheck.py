"""A draft that was checked: its page, and mending it by a file more or less."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from compliance.tekst import opsomming
from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from web.access import Soort, Wie
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.zelfcheck import Conceptbestand, Zelfcheckpagina
from web.models import Inschrijving, Job, JobStatus, Werkplek
from web.rendering import render
from web.repositories import aanbestedingen, inschrijvingen, jobs, werkplekken
from web.routes.taken import see_other
from web.services.concept import laat_weg, vul_aan
from web.services.inschrijvingen import Inschrijvingsmap
from web.services.rekenlinks import rekenlink
from web.services.zelfcheck import Takenlijst, Vooruitgang, maak_takenlijst, vooruitgang
from web.state import CurrentState, State

router = APIRouter(prefix="/zelfcheck")


@router.post("/{id}/aanvullen")
def add_files(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    bestanden: Annotated[list[UploadFile] | None, File()] = None,
    in_plaats_van: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    gekozen = [bestand for bestand in bestanden or [] if bestand.filename]
    if not gekozen:
        return _again(request, state, wie, id, ("Kies het bestand dat u wilt toevoegen.",))
    nummer = int(in_plaats_van) if in_plaats_van.isdecimal() else None
    with state.opslag.received(gekozen) as paden:
        try:
            nieuw = vul_aan(state, wie, id, paden, nummer)
        except InvoerFout as fout:
            return _again(request, state, wie, id, fout.fouten or (str(fout),))
    return _on(nieuw)


@router.post("/{id}/weglaten")
def leave_out(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    id: str,
    bestand: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    try:
        nieuw = laat_weg(state, wie, id, int(bestand) if bestand.isdecimal() else 0)
    except InvoerFout as fout:
        return _again(request, state, wie, id, (str(fout),))
    return _on(nieuw)


def _on(nieuw: str) -> Response:
    if not nieuw:
        raise HTTPException(404)
    return see_other(f"/zelfcheck/{nieuw}")


def _again(
    request: Request, state: State, wie: Wie, id_: str, regels: tuple[str, ...] | list[str]
) -> Response:
    """The page with what was wrong with a form on it."""
    with state.toegang.lezen(wie, Soort.ZELFCHECK, id_) as session:
        concept, job = inschrijvingen.get(session, id_), jobs.of_subject(session, id_)
        if concept is None or concept.doel != "zelfcheck" or not _done(job):
            raise HTTPException(404)
        _ = concept.bestanden
    fouten = tuple(Veldfout("bestanden", regel) for regel in regels)
    return draft_page(request, state, wie, concept, fouten)


def draft_page(
    request: Request, state: State, wie: Wie, concept: Inschrijving, fouten: tuple[Veldfout, ...] = ()
) -> Response:
    """The page of a draft whose check is done."""
    map_, tender = Inschrijvingsmap.of(state.settings, concept.id), load_tender()
    rapport, beeld = map_.rapport_met_beeld()
    taken = maak_takenlijst(rapport, tender, [b.naam for b in concept.bestanden])
    with state.toegang.volgen(wie, Soort.ZELFCHECK) as session:
        eerst = _before(session, state, concept)
        werkplek = werkplekken.get(session, concept.werkplek_id) if concept.werkplek_id else None
        tendernaam = _tender_name(session, werkplek)
    pagina = Zelfcheckpagina(
        adres=f"/zelfcheck/{concept.id}",
        naam=rapport.inschrijver,
        demo=concept.demo,
        gemaakt=concept.gemaakt,
        peildatum=beeld.peildatum,
        taken=taken,
        bestanden=tuple(Conceptbestand(b.nummer, b.naam, b.grootte) for b in concept.bestanden),
        werkplek=f"/werkplek/{werkplek.aanbesteding_id}" if werkplek else "",
        aanbesteding=tendernaam,
        verschil=_difference(werkplek, rapport.percelen),
        vooruitgang=_progress(eerst, taken),
        rekenlinks=tuple(rekenlink(waarde, tender) for waarde in map_.waarden()),
        fouten=fouten,
    )
    return render(request, pagina, 422 if fouten else 200)


def _before(session: Session, state: State, concept: Inschrijving) -> Takenlijst | None:
    """The list of the check before, if there was one that ended well."""
    vorige = inschrijvingen.get(session, concept.vorige_id) if concept.vorige_id else None
    if vorige is None or not _done(jobs.of_subject(session, vorige.id)):
        return None
    rapport = Inschrijvingsmap.of(state.settings, vorige.id).rapport()
    return maak_takenlijst(rapport, load_tender(), [b.naam for b in vorige.bestanden])


def _progress(eerst: Takenlijst | None, taken: Takenlijst) -> Vooruitgang | None:
    return vooruitgang(eerst, taken) if eerst else None


def _done(job: Job | None) -> bool:
    return job is not None and job.status == JobStatus.DONE


def _tender_name(session: Session, werkplek: Werkplek | None) -> str:
    aanbesteding = aanbestedingen.get(session, werkplek.aanbesteding_id) if werkplek else None
    return aanbesteding.naam if aanbesteding else ""


def _difference(werkplek: Werkplek | None, gelezen: tuple[int, ...]) -> str:
    if werkplek is None or not werkplek.percelen or not gelezen or set(werkplek.percelen) == set(gelezen):
        return ""
    gekozen, stuk = (opsomming(map(str, sorted(rij))) for rij in (werkplek.percelen, gelezen))
    return (
        f"U koos hier perceel {gekozen}. In uw stukken lezen we perceel {stuk}. Pas uw keuze aan, of pas het "
        "invulsjabloon aan."
    )
