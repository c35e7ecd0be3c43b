"""What if: a plan tried with something changed, beside the plan itself."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from matcher import Probleem, read_folder, read_plan
from matcher.domein import CRITERIA
from matcher.privacy import lijkt_bsn
from web.access import Handeling, Soort, Wie, noem
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.watals import Variantpagina, Variantregel, Watalspagina
from web.models import Job, JobStatus
from web.models.variant import Variant
from web.rendering import render
from web.repositories import jobs, varianten
from web.routes.rondevinden import plankop, vind_klaar, vind_plan
from web.routes.taken import progress_page, progress_stream, see_other
from web.routes.velden import Velden
from web.services import voornemen as voornemens
from web.services.overzicht import toestand
from web.services.plaatsingen import Rondemap, variantmap
from web.services.planbeeld import CRITERIUMNAMEN, planbeeld_van
from web.services.planvergelijking import Zijde, vergelijkbeeld
from web.services.register import GEEN_BSN
from web.services.varianten import neem_over
from web.services.voornemen import KEUZES, MEESTE_RIJEN, Voornemen, in_woorden, rijen
from web.services.woonvormen import woonvorm_naam
from web.state import CurrentState, State

router = APIRouter(prefix="/plaatsing/{ronde_id}/wat-als")
MINSTE_RIJEN = 2
GEWONE_BELOFTE = "50"


@router.get("")
def show(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    ronde_id: str,
    jeugdige: str = "",
    groep: str = "",
    verwijderd: bool = False,
) -> Response:
    form = {"belofte": GEWONE_BELOFTE, "vast.0.jeugdige": jeugdige, "vast.0.groep": groep}
    melding = "De variant is verwijderd." if verwijderd else ""
    return _form(request, state, wie, ronde_id, form, melding=melding)


@router.post("")
def try_it(request: Request, state: CurrentState, wie: Ingelogd, ronde_id: str, form: Velden) -> Response:
    """Have the plan made anew with a change; or, asked for another row, show the form again."""
    if "erbij" in form:
        return _form(request, state, wie, ronde_id, form, erbij=MINSTE_RIJEN)
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, "wat als") as session:
        vind_klaar(session, ronde_id)
    probleem, plan = vind_plan(state, ronde_id)
    if plan.status == "INFEASIBLE":
        raise HTTPException(404)
    gewenst, fouten = voornemens.lees(form, probleem)
    if fouten:
        return _form(request, state, wie, ronde_id, form, tuple(fouten), status=422)
    naam = form.get("naam", "").strip()[:80] or in_woorden(gewenst)[0].rstrip(".")[:80]
    with state.toegang.wijzigen(wie, Handeling.MAKEN, Soort.RONDE, ronde_id, "variant") as session:
        variant = varianten.add(session, wie.organisatie_id, ronde_id, naam, wie.naam, gewenst.to_json())
        noem(session, ronde_id)
        state.jobs.submit(session, wie.organisatie_id, "variant", variant.id)
    return see_other(f"/plaatsing/{ronde_id}/wat-als/{variant.id}")


@router.get("/{variant_id}")
def variant_page(
    request: Request, state: CurrentState, wie: Ingelogd, ronde_id: str, variant_id: str
) -> Response:
    return _variant(request, state, wie, ronde_id, variant_id)


@router.get("/{variant_id}/voortgang")
def progress(state: CurrentState, wie: Ingelogd, ronde_id: str, variant_id: str) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, "voortgang") as session:
        _, job = _vind(session, ronde_id, variant_id)
    return progress_stream(state, wie, Soort.RONDE, job)


@router.post("/{variant_id}/stop")
def stop(state: CurrentState, wie: Ingelogd, ronde_id: str, variant_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.RONDE, ronde_id, "stop variant") as session:
        _, job = _vind(session, ronde_id, variant_id)
    state.jobs.cancel(job.id, hard=False)
    return see_other(f"/plaatsing/{ronde_id}/wat-als/{variant_id}")


@router.post("/{variant_id}/opnieuw")
def again(state: CurrentState, wie: Ingelogd, ronde_id: str, variant_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.RONDE, ronde_id, "variant opnieuw") as session:
        if not _vind(session, ronde_id, variant_id)[1].active:
            state.jobs.submit(session, wie.organisatie_id, "variant", variant_id)
    return see_other(f"/plaatsing/{ronde_id}/wat-als/{variant_id}")


@router.post("/{variant_id}/overnemen")
def take_over(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    ronde_id: str,
    variant_id: str,
    naam: Annotated[str, Form(max_length=80)] = "",
) -> Response:
    """A ronde of its own, with the plan as it was shown. The ronde that it was tried on stays as it is."""
    if lijkt_bsn(naam):
        fouten = (Veldfout("naam", GEEN_BSN),)
        return _variant(request, state, wie, ronde_id, variant_id, fouten, status=422)
    with state.toegang.wijzigen(
        wie, Handeling.BESLUITEN, Soort.RONDE, ronde_id, "variant overnemen"
    ) as session:
        ronde = vind_klaar(session, ronde_id)
        variant, job = _vind(session, ronde_id, variant_id)
        if job.status != JobStatus.DONE or variant.status == "INFEASIBLE":
            raise HTTPException(404)
        nieuw = neem_over(
            session, state.settings, wie.organisatie_id, ronde, variant, naam.strip() or variant.naam
        )
    return see_other(f"/plaatsing/{nieuw.id}?overgenomen=1")


@router.post("/{variant_id}/verwijderen")
def remove(state: CurrentState, wie: Ingelogd, ronde_id: str, variant_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.VERWIJDEREN, Soort.RONDE, ronde_id, "variant") as session:
        variant, _ = _vind(session, ronde_id, variant_id)
        state.jobs.remove(session, variant.id)
        session.delete(variant)
    variantmap(Rondemap.of(state.settings, ronde_id), variant_id).verwijder()
    return see_other(f"/plaatsing/{ronde_id}/wat-als?verwijderd=1")


def _vind(session: Session, ronde_id: str, variant_id: str) -> tuple[Variant, Job]:
    variant, job = varianten.get(session, variant_id), jobs.of_subject(session, variant_id)
    if variant is None or job is None or variant.ronde_id != ronde_id:
        raise HTTPException(404)
    return variant, job


def _variant(
    request: Request,
    state: State,
    wie: Wie,
    ronde_id: str,
    variant_id: str,
    fouten: tuple[Veldfout, ...] = (),
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, "variant") as session:
        kop = plankop(session, vind_klaar(session, ronde_id))
        variant, job = _vind(session, ronde_id, variant_id)
    if job.status != JobStatus.DONE:
        terug = (f"/plaatsing/{ronde_id}/wat-als", "Wat als")
        return progress_page(request, job, variant.naam, terug, houdt=True)
    beeld = None
    if variant.status != "INFEASIBLE":
        _, oud = vind_plan(state, ronde_id)
        map_ = variantmap(Rondemap.of(state.settings, ronde_id), variant_id)
        anders = read_folder(map_.invoer)
        beeld = vergelijkbeeld(
            Zijde("Het plan nu", anders, oud), Zijde("Met de wijziging", anders, read_plan(map_.plan))
        )
    pagina = Variantpagina(
        kop=kop,
        id=variant.id,
        naam=variant.naam,
        gemaakt=variant.gemaakt,
        gebruiker=variant.gebruiker,
        wijzigingen=in_woorden(Voornemen.from_json(variant.voornemen)),
        beeld=beeld,
        bewezen=variant.status == "OPTIMAL",
        ronde_gemaakt=variant.ronde_gemaakt_id or "",
        fouten=fouten,
    )
    return render(request, pagina, status)


def _form(
    request: Request,
    state: State,
    wie: Wie,
    ronde_id: str,
    form: Mapping[str, str],
    fouten: tuple[Veldfout, ...] = (),
    *,
    erbij: int = 0,
    melding: str = "",
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, "wat als") as session:
        kop = plankop(session, vind_klaar(session, ronde_id))
        gemaakt = varianten.of_ronde(session, ronde_id)
        bij = jobs.of_subjects(session, [variant.id for variant in gemaakt])
    probleem, plan = vind_plan(state, ronde_id)
    if plan.status == "INFEASIBLE":
        raise HTTPException(404)
    gevuld = max(
        (rijen(form, soort)[-1] + 1 for soort in ("vast", "dicht", "bed") if rijen(form, soort)), default=0
    )
    pagina = Watalspagina(
        kop=kop,
        form=form,
        rijen=min(MEESTE_RIJEN, max(MINSTE_RIJEN, gevuld) + erbij),
        keuzes=tuple(KEUZES.items()),
        groepcodes=tuple(
            (g.id, f"{woonvorm_naam(g.woonvorm)}, {g.locatie}") for g in probleem.groepen.values()
        ),
        jeugdigecodes=_jeugdigecodes(state, ronde_id, probleem),
        gewichten=tuple((c, CRITERIUMNAMEN[c], probleem.gewichten[c]) for c in CRITERIA),
        varianten=tuple(_regel(variant, bij.get(variant.id)) for variant in gemaakt),
        fouten=fouten,
        melding=melding,
    )
    return render(request, pagina, status)


def _jeugdigecodes(state: State, ronde_id: str, probleem: Probleem) -> tuple[tuple[str, str], ...]:
    """Who waits or moves: those are asked about. Any other code may be filled in too."""
    lijst = planbeeld_van(Rondemap.of(state.settings, ronde_id).map).lijst
    return tuple((r.jeugdige, r.gemeente) for r in lijst if not r.bewoner or r.verhuist)


def _regel(variant: Variant, job: Job | None) -> Variantregel:
    if variant.status == "INFEASIBLE":
        uitslag = "Zo bestaat er geen plan"
    elif variant.punten is None:
        uitslag = ""
    else:
        teken = "+" if variant.punten > 0 else ""
        wie = "1 jeugdige" if variant.verschuift == 1 else f"{variant.verschuift} jeugdigen"
        uitslag = f"{teken}{variant.punten} punten, {wie} anders"
    return Variantregel(
        f"/plaatsing/{variant.ronde_id}/wat-als/{variant.id}",
        variant.naam,
        in_woorden(Voornemen.from_json(variant.voornemen)),
        variant.gemaakt,
        variant.gebruiker,
        toestand(job),
        uitslag,
    )
