"""What a coordinator takes out of a plan: workbook, calendar, letters, the file for the expertise team."""

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from web.access import Handeling, Soort, Wie
from web.auth.huidig import Ingelogd
from web.contexts.uitvoer import Escalatiepagina, Uitvoerpagina
from web.rendering import render
from web.repositories import besluiten, rondes
from web.routes.rondevinden import plankop, vind_klaar, vind_plan
from web.services import besluiten as regels
from web.services.afwijkingen import in_woorden
from web.services.escalatie import Escalatie, maak_escalatie, prijs
from web.services.kindbeeld import maak_kindbeeld, uitlegbestand
from web.services.plaatsingen import Rondemap
from web.services.planbeeld import planbeeld_van
from web.services.woonvormen import woonvorm_naam
from web.state import CurrentState, State
from web.uitvoer.agenda import als_agenda
from web.uitvoer.brief import plaatsingsbrief
from web.uitvoer.escalatiestuk import escalatiestuk
from web.uitvoer.werkboek import Stand, als_werkboek

router = APIRouter(prefix="/plaatsing/{ronde_id}")
Pseudoniem = Annotated[str, Query(alias="id", max_length=500)]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/uitvoer")
def overview(request: Request, state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, "uitvoer") as session:
        kop = plankop(session, vind_klaar(session, ronde_id))
        laatste = regels.laatste(besluiten.stappen(session, ronde_id))
    brieven = tuple(
        (
            f"/plaatsing/{ronde_id}/jeugdige/brief.docx?{urlencode({'id': jeugdige_id})}",
            jeugdige_id,
            stap.groep_id,
            regels.STANDEN[stap.stand].naam,
        )
        for jeugdige_id, stap in sorted(laatste.items())
        if stap.stand in regels.AANVAARD
    )
    return render(request, Uitvoerpagina(kop, brieven))


@router.get("/uitvoer/plan.xlsx")
def workbook(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, "werkboek", Handeling.UITVOEREN) as session:
        vind_klaar(session, ronde_id)
        stappen = besluiten.stappen(session, ronde_id)
    probleem, plan = vind_plan(state, ronde_id)
    standen: dict[str, Stand] = {}
    for stap in stappen:
        reden = ": ".join(deel for deel in (regels.REDENEN.get(stap.redencode, ""), stap.reden) if deel)
        eerder = standen.get(stap.jeugdige_id, ("", "", ""))[2]
        redenen = [deel for deel in (eerder, reden, *in_woorden(stap.afwijkingen or {})) if deel]
        standen[stap.jeugdige_id] = (regels.STANDEN[stap.stand].naam, stap.groep_id, "\n".join(redenen))
    beeld = planbeeld_van(Rondemap.of(state.settings, ronde_id).map)
    return _bestand(als_werkboek(beeld, probleem, plan, standen), EXCEL, "plan.xlsx")


@router.get("/uitvoer/plan.ics")
def calendar(state: CurrentState, wie: Ingelogd, ronde_id: str) -> Response:
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, "agenda", Handeling.UITVOEREN) as session:
        ronde = vind_klaar(session, ronde_id)
    probleem, plan = vind_plan(state, ronde_id)
    inhoud = als_agenda(probleem, plan, ronde.naam, ronde.gemaakt, wie.organisatie_id)
    return _bestand(inhoud, "text/calendar; charset=utf-8", "plan.ics")


@router.get("/jeugdige/brief.docx")
def letter(state: CurrentState, wie: Ingelogd, ronde_id: str, jeugdige_id: Pseudoniem) -> Response:
    """Only of a place that everybody said yes to."""
    with state.toegang.lezen(
        wie, Soort.RONDE, ronde_id, f"brief {jeugdige_id}", Handeling.UITVOEREN
    ) as session:
        vind_klaar(session, ronde_id)
        stappen = besluiten.stappen(session, ronde_id, jeugdige_id)
    probleem, plan = vind_plan(state, ronde_id)
    groep = probleem.groepen.get(stappen[-1].groep_id) if stappen else None
    if groep is None or stappen[-1].stand not in regels.AANVAARD:
        raise HTTPException(404)
    beeld = maak_kindbeeld(probleem, plan, jeugdige_id, None)
    gekozen = next((stap.afwijkingen for stap in reversed(stappen) if stap.afwijkingen), {})
    inhoud = plaatsingsbrief(
        wie.organisatie,
        jeugdige_id,
        (groep.id, woonvorm_naam(groep.woonvorm), groep.locatie, groep.aanbieder),
        next((f for f in beeld.fasen if f.groep_id == groep.id), None),
        in_woorden(gekozen),
        date.today(),
    )
    return _bestand(inhoud, WORD, f"brief {jeugdige_id}.docx")


@router.get("/jeugdige/escalatie")
def escalation(
    request: Request, state: CurrentState, wie: Ingelogd, ronde_id: str, jeugdige_id: Pseudoniem
) -> Response:
    ronde, escalatie = _escalatie(state, wie, ronde_id, jeugdige_id, Handeling.LEZEN)
    hulp = None
    if escalatie.hulp is not None:
        hulp = tuple((h.tekst.rstrip("."), prijs(h)) for h in escalatie.hulp)
    adres = f"/plaatsing/{ronde_id}/jeugdige{{}}?{urlencode({'id': jeugdige_id})}"
    return render(request, Escalatiepagina(ronde_id, ronde, adres, escalatie, hulp))


@router.get("/jeugdige/escalatie.docx")
def escalation_file(state: CurrentState, wie: Ingelogd, ronde_id: str, jeugdige_id: Pseudoniem) -> Response:
    ronde, escalatie = _escalatie(state, wie, ronde_id, jeugdige_id, Handeling.UITVOEREN)
    inhoud = escalatiestuk(escalatie, wie.organisatie, ronde, date.today())
    return _bestand(inhoud, WORD, f"expertiseteam {jeugdige_id}.docx")


def _escalatie(
    state: State, wie: Wie, ronde_id: str, jeugdige_id: str, handeling: Handeling
) -> tuple[str, Escalatie]:
    """The name of the ronde, and what is known of this jeugdige in all rounds of the region."""
    with state.toegang.lezen(wie, Soort.RONDE, ronde_id, f"escalatie {jeugdige_id}", handeling) as session:
        ronde = vind_klaar(session, ronde_id)
        stappen = besluiten.van_jeugdige(session, jeugdige_id)
        namen = {r.id: r.naam for r in rondes.all_of(session)}
        verzoek = besluiten.laatste_verzoek(session, ronde_id, jeugdige_id)
    probleem, plan = vind_plan(state, ronde_id)
    if jeugdige_id not in probleem.jeugdigen:
        raise HTTPException(404)
    map_ = Rondemap.of(state.settings, ronde_id).map
    bestand = uitlegbestand(map_, verzoek.id) if verzoek else None
    beeld = maak_kindbeeld(probleem, plan, jeugdige_id, bestand)
    return ronde.naam, maak_escalatie(beeld, stappen, namen)


def _bestand(inhoud: bytes, soort: str, naam: str) -> Response:
    veilig = "".join(t if t.isascii() and (t.isalnum() or t in " ._-") else "_" for t in naam)
    return Response(
        inhoud, media_type=soort, headers={"Content-Disposition": f'attachment; filename="{veilig}"'}
    )
