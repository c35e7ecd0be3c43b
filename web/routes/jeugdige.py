"""One jeugdige in a plan: why this place, what else there is, and the steps that people take."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from matcher import Plan, Probleem
from matcher.privacy import lijkt_bsn
from web.access import Handeling, Soort, Wie
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.jeugdige import Afwijkvraag, Groepkeuze, Jeugdigepagina, Stapregel
from web.models import Besluitstap, Job, JobStatus, Uitlegverzoek
from web.rendering import render
from web.repositories import besluiten, jobs
from web.routes.rondevinden import vind_klaar, vind_plan
from web.routes.taken import progress_stream, see_other
from web.services import besluiten as regels
from web.services.afwijkingen import REDENEN, afwijkingen, in_woorden, per_soort
from web.services.kindbeeld import Kindbeeld, maak_kindbeeld, uitlegbestand
from web.services.plaatsingen import Rondemap
from web.services.register import GEEN_BSN
from web.state import CurrentState, State

router = APIRouter(prefix="/plaatsing/{ronde_id}/jeugdige")
Pseudoniem = Annotated[str, Query(alias="id", max_length=500)]


@router.get("")
def show(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    ronde_id: str,
    jeugdige_id: Pseudoniem,
    bewaard: bool = False,
) -> Response:
    melding = "De stap is bewaard." if bewaard else ""
    return _page(request, state, wie, ronde_id, jeugdige_id, melding=melding)


@router.post("/stap")
def step(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    ronde_id: str,
    jeugdige_id: Pseudoniem,
    stand: Annotated[str, Form()] = "",
    groep_id: Annotated[str, Form()] = "",
    redencode: Annotated[str, Form()] = "",
    reden: Annotated[str, Form(max_length=1000)] = "",
    afwijking_samen: Annotated[str, Form()] = "",
    afwijking_gezin: Annotated[str, Form()] = "",
    afwijking_afstand: Annotated[str, Form()] = "",
) -> Response:
    """Take the next step of the shortlist; what the system proposed stays in the plan, beside it.

    Who accepts a place that differs from what comes first says why (`web.services.afwijkingen`).
    """
    gegeven = {"samen": afwijking_samen, "gezin": afwijking_gezin, "afstand": afwijking_afstand}
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, jeugdige_id) as session:
        vind_klaar(session, ronde_id)
        alle = besluiten.stappen(session, ronde_id)
    huidig = regels.laatste(alle).get(jeugdige_id)
    probleem, plan = _plan(state, ronde_id, jeugdige_id)
    fouten = [Veldfout(f.veld, f.tekst) for f in regels.controleer(huidig, stand, groep_id, redencode, reden)]
    if groep_id not in probleem.groepen:
        fouten.append(Veldfout("groep_id", "Kies een groep."))
    elif stand == regels.ACCEPTEERT:
        afwijkend = per_soort(afwijkingen(probleem, plan, jeugdige_id, groep_id, regels.gekozen(alle)))
        gegeven = {soort: code for soort, code in gegeven.items() if soort in afwijkend}
        fouten += [
            Veldfout(f"afwijking_{soort}", f"{REDENEN[soort][0]}: kies waarom dat hier kan.")
            for soort in afwijkend
            if gegeven[soort] not in REDENEN[soort][1]
        ]
    if lijkt_bsn(reden):
        fouten.append(Veldfout("reden", GEEN_BSN))
    if fouten:
        verstuurd = {
            "stand": stand,
            "groep_id": groep_id,
            "redencode": redencode,
            "reden": reden,
            "afwijking_samen": afwijking_samen,
            "afwijking_gezin": afwijking_gezin,
            "afwijking_afstand": afwijking_afstand,
        }
        return _page(request, state, wie, ronde_id, jeugdige_id, tuple(fouten), verstuurd, status=422)
    deel = f"{jeugdige_id}: {stand}"
    with state.toegang.wijzigen(wie, Handeling.BESLUITEN, Soort.RONDE, ronde_id, deel) as session:
        besluiten.add(
            session,
            Besluitstap(
                eigenaar_id=wie.organisatie_id,
                ronde_id=ronde_id,
                jeugdige_id=jeugdige_id,
                groep_id=groep_id,
                stand=stand,
                redencode=redencode if redencode in regels.REDENEN else "",
                reden=reden.strip(),
                afwijkingen=gegeven if stand == regels.ACCEPTEERT else {},
                gebruiker=wie.naam,
            ),
        )
    return see_other(_adres(ronde_id, jeugdige_id) + "&bewaard=1")


@router.post("/uitleg")
def explain(state: CurrentState, wie: Ingelogd, ronde_id: str, jeugdige_id: Pseudoniem) -> Response:
    """Have other places worked out, by solving the plan again with each of them."""
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.RONDE, ronde_id, "uitleg") as session:
        vind_klaar(session, ronde_id)
        _plan(state, ronde_id, jeugdige_id)
        _, job = _uitleg(session, ronde_id, jeugdige_id)
        if job is None or not job.active:
            verzoek = besluiten.add_verzoek(session, wie.organisatie_id, ronde_id, jeugdige_id)
            state.jobs.submit(session, wie.organisatie_id, "uitleg", verzoek.id)
    return see_other(_adres(ronde_id, jeugdige_id))


@router.get("/voortgang")
def progress(state: CurrentState, wie: Ingelogd, ronde_id: str, jeugdige_id: Pseudoniem) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, "voortgang") as session:
        _, job = _uitleg(session, ronde_id, jeugdige_id)
    if job is None:
        raise HTTPException(404)
    return progress_stream(state, wie, Soort.RONDE, job)


def _adres(ronde_id: str, jeugdige_id: str) -> str:
    return f"/plaatsing/{ronde_id}/jeugdige?{urlencode({'id': jeugdige_id})}"


def _plan(state: State, ronde_id: str, jeugdige_id: str) -> tuple[Probleem, Plan]:
    probleem, plan = vind_plan(state, ronde_id)
    if jeugdige_id not in probleem.jeugdigen:
        raise HTTPException(404)
    return probleem, plan


def _uitleg(session: Session, ronde_id: str, jeugdige_id: str) -> tuple[Uitlegverzoek | None, Job | None]:
    verzoek = besluiten.laatste_verzoek(session, ronde_id, jeugdige_id)
    return verzoek, jobs.of_subject(session, verzoek.id) if verzoek else None


def _page(
    request: Request,
    state: State,
    wie: Wie,
    ronde_id: str,
    jeugdige_id: str,
    fouten: tuple[Veldfout, ...] = (),
    gegeven: Mapping[str, str] = MappingProxyType({}),
    melding: str = "",
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, jeugdige_id) as session:
        ronde = vind_klaar(session, ronde_id)
        alle = besluiten.stappen(session, ronde_id)
        stappen = [stap for stap in alle if stap.jeugdige_id == jeugdige_id]
        verzoek, job = _uitleg(session, ronde_id, jeugdige_id)
    map_ = Rondemap.of(state.settings, ronde_id).map
    probleem, plan = _plan(state, ronde_id, jeugdige_id)
    beeld = maak_kindbeeld(probleem, plan, jeugdige_id, uitlegbestand(map_, verzoek.id) if verzoek else None)
    huidig = stappen[-1] if stappen else None
    stand = huidig.stand if huidig else regels.BEGIN
    pagina = Jeugdigepagina(
        ronde_id=ronde_id,
        ronde=ronde.naam,
        adres=_adres(ronde_id, jeugdige_id).replace("/jeugdige?", "/jeugdige{}?"),
        beeld=beeld,
        stand=regels.STANDEN[stand].naam,
        groep=huidig.groep_id if huidig else "",
        volgende=tuple((s, regels.STANDEN[s].naam) for s in regels.STANDEN[stand].volgende),
        keuzes=_keuzes(beeld, {s.groep_id for s in stappen if regels.STANDEN[s.stand].weigering}),
        redenen=tuple(regels.REDENEN.items()),
        afwijkingen=_afwijkvragen(probleem, plan, jeugdige_id, huidig, regels.gekozen(alle)),
        aanvaard=huidig is not None and huidig.stand in regels.AANVAARD,
        stappen=tuple(map(_stapregel, stappen)),
        gegeven=gegeven,
        zoekt=(job.message or "We beginnen zo.") if job and job.active else "",
        zoekfout=job.errors if job and job.status == JobStatus.FAILED else "",
        fouten=fouten,
        melding=melding,
    )
    return render(request, pagina, status)


def _keuzes(beeld: Kindbeeld, geweigerd: set[str]) -> tuple[Groepkeuze, ...]:
    """The proposed place and what was found beside it; a refused one is not offered again."""
    keuzes: dict[str, str] = {}
    for fase in beeld.fasen[:1]:
        keuzes[fase.groep_id] = f"de plek in het voorstel: {fase.locatie}"
        for anders in fase.alternatieven or ():
            prijs = "zonder meer punten" if anders.meerkosten <= 0 else f"{anders.meerkosten} punten meer"
            keuzes[anders.groep_id] = f"{anders.locatie}, {prijs} voor het hele plan"
    return tuple(Groepkeuze(groep, uitleg) for groep, uitleg in keuzes.items() if groep not in geweigerd)


def _afwijkvragen(
    probleem: Probleem, plan: Plan, jeugdige_id: str, huidig: Besluitstap | None, gekozen: Mapping[str, str]
) -> tuple[Afwijkvraag, ...]:
    """What is asked when the place is accepted."""
    if (
        huidig is None
        or huidig.stand == regels.BEGIN
        or regels.ACCEPTEERT not in regels.STANDEN[huidig.stand].volgende
    ):
        return ()
    if huidig.groep_id not in probleem.groepen:
        return ()
    soorten = per_soort(afwijkingen(probleem, plan, jeugdige_id, huidig.groep_id, gekozen))
    return tuple(
        Afwijkvraag(soort, REDENEN[soort][0], tekst, tuple(REDENEN[soort][1].items()))
        for soort, tekst in soorten.items()
    )


def _stapregel(stap: Besluitstap) -> Stapregel:
    naam = regels.STANDEN[stap.stand].naam
    return Stapregel(stap.tijd, stap.gebruiker, naam, stap.groep_id, _reden(stap))


def _reden(stap: Besluitstap) -> str:
    return ". ".join((*_waarom(stap), *in_woorden(stap.afwijkingen or {})))


def _waarom(stap: Besluitstap) -> tuple[str, ...]:
    reden = ": ".join(deel for deel in (regels.REDENEN.get(stap.redencode, ""), stap.reden) if deel)
    return (reden,) if reden else ()
