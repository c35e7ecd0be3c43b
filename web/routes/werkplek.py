"""The bidder's workplace: for each tender the choice of percelen, the checklist and the checks."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from knowledge.errors import InvoerFout
from web.access import Handeling, Soort, Wie, noem
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.aanbesteding import Klok
from web.contexts.werkplek import Perceelkeuzepagina, Werkplekkenpagina, Werkplekpagina
from web.models import Werkplek
from web.models.base import now
from web.rendering import render
from web.repositories import inschrijvingen, werkplekken
from web.routes.taken import see_other
from web.services.aanbestedingbeeld import indien_regels
from web.services.bewijs import Ontvangstbewijs
from web.services.concept import neem_op
from web.services.datum import resttijd
from web.services.herkansen import opnieuw
from web.services.indienen import bewijs_van
from web.services.overzicht import regels_van
from web.services.perceelkeuze import WONEN, Keuze, gevallen_van, gevolg, lees_keuze, perceelregels
from web.services.werkplek import Stand, controle_van, lees_stand, lijst_van, rekenlinks_van, stappen_van
from web.state import CurrentState, State

router = APIRouter(prefix="/werkplek")

MELDINGEN = {
    "percelen": "Uw keuze is bewaard. De lijst hieronder past nu bij uw percelen.",
    "leeg": "Uw concepten en uw lijst voor deze aanbesteding zijn gewist.",
}
Keuzes = Annotated[list[str] | None, Form()]
Vraag = Annotated[list[str] | None, Query()]


@router.get("")
def overview(request: Request, state: CurrentState, wie: Ingelogd) -> Response:
    with state.toegang.lezen(wie, Soort.WERKPLEK, deel="lijst") as session:
        regels = indien_regels(session, wie, now(), "werkplek")
        los = [i for i in inschrijvingen.recent(session, "zelfcheck") if i.werkplek_id is None]
        concepten = regels_van(session, los)
    return render(request, Werkplekkenpagina(regels, concepten))


@router.get("/{aanbesteding_id}")
def show(
    request: Request, state: CurrentState, wie: Ingelogd, aanbesteding_id: str, klaar: str = ""
) -> Response:
    return _page(request, state, wie, aanbesteding_id, melding=MELDINGEN.get(klaar, ""))


@router.get("/{aanbesteding_id}/percelen")
def choose_page(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    aanbesteding_id: str,
    perceel: Vraag = None,
    vorm: Vraag = None,
    geval: Vraag = None,
    toon: bool = False,
) -> Response:
    """The kept choice, or (`toon`) what the choice in the query would mean."""
    stand = _stand(state, wie, aanbesteding_id)
    keuze = stand.keuze
    if toon:
        keuze = lees_keuze(stand.te_kiezen, perceel or (), vorm or (), geval or ())
    return _choice(request, stand, keuze)


@router.post("/{aanbesteding_id}/percelen")
def choose(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    aanbesteding_id: str,
    perceel: Keuzes = None,
    vorm: Keuzes = None,
    geval: Keuzes = None,
) -> Response:
    stand = _stand(state, wie, aanbesteding_id)
    keuze = lees_keuze(stand.te_kiezen, perceel or (), vorm or (), geval or ())
    betekent = gevolg(stand.te_kiezen, keuze)
    if betekent is None:
        fout = Veldfout("percelen", "Kies minstens één perceel.")
        return _choice(request, stand, keuze, (fout,))
    if not betekent.mag:
        fouten = tuple(Veldfout("percelen", r.tekst) for r in betekent.redenen)
        return _choice(request, stand, keuze, fouten)
    with state.toegang.wijzigen(
        wie, Handeling.WIJZIGEN, Soort.WERKPLEK, aanbesteding_id, "percelen"
    ) as session:
        werkplek = werkplekken.own_or_new(session, wie.organisatie_id, aanbesteding_id)
        noem(session, werkplek.id)
        werkplek.percelen, werkplek.vormen = sorted(keuze.percelen), sorted(keuze.vormen)
        werkplek.gevallen, werkplek.gewijzigd = sorted(keuze.gevallen), now()
    return see_other(f"/werkplek/{aanbesteding_id}?klaar=percelen")


@router.post("/{aanbesteding_id}/vinkje")
def tick(
    state: CurrentState,
    wie: Ingelogd,
    aanbesteding_id: str,
    punt: Annotated[str, Form(max_length=60)] = "",
    weg: Annotated[str, Form(max_length=5)] = "",
) -> Response:
    stand = _stand(state, wie, aanbesteding_id)
    if punt not in lijst_van(stand, state.settings).met_de_hand:
        raise HTTPException(404)
    with state.toegang.wijzigen(
        wie, Handeling.WIJZIGEN, Soort.WERKPLEK, aanbesteding_id, f"vinkje {punt}"
    ) as session:
        werkplek = werkplekken.own_or_new(session, wie.organisatie_id, aanbesteding_id)
        noem(session, werkplek.id)
        vinkjes = {s: v for s, v in werkplek.vinkjes.items() if s != punt}
        if not weg:
            vinkjes[punt] = {"door": wie.naam, "op": now().isoformat()}
        werkplek.vinkjes, werkplek.gewijzigd = vinkjes, now()
    return see_other(f"/werkplek/{aanbesteding_id}#punt-{punt}")


@router.post("/{aanbesteding_id}/bestanden")
def upload(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    aanbesteding_id: str,
    bestanden: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """The first files of a draft; its check begins at once."""
    _stand(state, wie, aanbesteding_id)
    gekozen = [bestand for bestand in bestanden or [] if bestand.filename]
    if not gekozen:
        fout = Veldfout("bestanden", "Kies de bestanden die u heeft, of een zip waar ze in zitten.")
        return _page(request, state, wie, aanbesteding_id, (fout,))
    with state.opslag.received(gekozen) as paden:
        try:
            concept = neem_op(state, wie, paden, _made(state, wie, aanbesteding_id).id)
        except InvoerFout as refused:
            fouten = tuple(Veldfout("bestanden", regel) for regel in refused.fouten or (str(refused),))
            return _page(request, state, wie, aanbesteding_id, fouten)
    return see_other(f"/zelfcheck/{concept}")


@router.post("/{aanbesteding_id}/wissen")
def clear(state: CurrentState, wie: Ingelogd, aanbesteding_id: str) -> Response:
    """Remove all drafts and the checklist; what was handed in stays in the vault."""
    with state.toegang.wijzigen(wie, Handeling.VERWIJDEREN, Soort.WERKPLEK, aanbesteding_id) as session:
        werkplek = werkplekken.own(session, wie.organisatie_id, aanbesteding_id)
        concepten = werkplekken.drafts(session, werkplek.id) if werkplek else []
        for concept in concepten:
            state.jobs.remove(session, concept.id)
            session.delete(concept)
        session.flush()
        if werkplek is not None:
            noem(session, werkplek.id)
            session.delete(werkplek)
    for concept in concepten:
        state.opslag.remove("inschrijving", concept.id)
    return see_other(f"/werkplek/{aanbesteding_id}?klaar=leeg")


def _made(state: State, wie: Wie, id_: str) -> Werkplek:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.WERKPLEK, id_, "bestanden") as session:
        werkplek = werkplekken.own_or_new(session, wie.organisatie_id, id_)
        noem(session, werkplek.id)
    return werkplek


def _stand(state: State, wie: Wie, id_: str) -> Stand:
    with state.toegang.lezen(wie, Soort.WERKPLEK, id_) as session:
        return _found(session, wie, id_)


def _found(session: Session, wie: Wie, id_: str) -> Stand:
    stand = lees_stand(session, wie, id_, now())
    if stand is None:
        raise HTTPException(404)
    return stand


def _page(
    request: Request,
    state: State,
    wie: Wie,
    id_: str,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
) -> Response:
    stand = _stand(state, wie, id_)
    nu, sluiting = now(), stand.aanbesteding.sluiting
    controle = controle_van(stand, state.settings)
    namen = {p.nummer: f"{p.nummer} {p.naam}" for p in stand.tender.percelen}
    vormen = {v.sleutel: v.naam for v in stand.tender.vormen}
    pagina = Werkplekpagina(
        id=id_,
        naam=stand.aanbesteding.naam,
        regio=stand.regio,
        fase=stand.aanbesteding.planning.fase(nu),
        klok=Klok(nu, sluiting, resttijd(sluiting, nu)),
        stappen=stappen_van(stand, controle),
        percelen=tuple(namen[n] for n in sorted(stand.keuze.percelen)),
        vormen=tuple(vormen[v] for v in sorted(stand.keuze.vormen)),
        checklist=lijst_van(stand, state.settings),
        controle=controle,
        eerder=stand.eerder,
        rekenlinks=rekenlinks_van(stand, state.settings),
        geldend=_receipt(stand, wie),
        opnieuw=opnieuw(stand.herkansing, nu),
        fouten=fouten,
        melding=melding,
    )
    return render(request, pagina, 422 if fouten else 200)


def _receipt(stand: Stand, wie: Wie) -> Ontvangstbewijs | None:
    if stand.ingediend is None:
        return None
    return bewijs_van(stand.aanbesteding, wie.organisatie, stand.ingediend)


def _choice(request: Request, stand: Stand, keuze: Keuze, fouten: tuple[Veldfout, ...] = ()) -> Response:
    vormen = stand.te_kiezen.vormen if WONEN in keuze.percelen else ()
    pagina = Perceelkeuzepagina(
        id=stand.aanbesteding.id,
        naam=stand.aanbesteding.naam,
        percelen=perceelregels(stand.te_kiezen, keuze),
        vormen=tuple((v.sleutel, v.naam, v.sleutel in keuze.vormen) for v in vormen),
        gevallen=tuple(
            (s.sleutel, f"{s.naam}: {s.wanneer}", s.sleutel in keuze.gevallen)
            for s in gevallen_van(stand.te_kiezen)
        ),
        gevolg=gevolg(stand.te_kiezen, keuze),
        bewaard=bool(keuze.percelen) and keuze == stand.keuze,
        fouten=fouten,
    )
    return render(request, pagina, 422 if fouten else 200)
