"""The registers of groepen and jeugdigen: import with a preview, lists, one row, export, a plan from them."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import JSONResponse, Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from knowledge.catalogue import load_tender
from knowledge.errors import InvoerFout
from matcher.privacy import lijkt_bsn
from web.access import Handeling, Soort, Wie, noem
from web.auth.huidig import Ingelogd
from web.contexts import Veldfout
from web.contexts.register import (
    Importpagina,
    Kolomregel,
    Registerlijst,
    Registeroverzicht,
    Registerregel,
    Registerrijpagina,
    Verschilregel,
    Wijzigingsregel,
)
from web.models.register import Registerrij, Registersoort, Registerwijziging
from web.rendering import render
from web.repositories import register
from web.routes.taken import see_other
from web.routes.velden import Velden
from web.services import register as registers
from web.services import registertaal
from web.services.groepbezetting import Bezetting, bezetting
from web.services.registerimport import Leesfouten, lees
from web.services.registeruitvoer import dossier, rondes_met, verwijder
from web.services.registervelden import VELDEN, formulier, titel
from web.services.rondestart import begin_uit_register
from web.services.woonvormen import woonvorm_naam
from web.state import CurrentState, State
from web.uitvoer.registerblad import als_invulblad

router = APIRouter(prefix="/register")

SOORTEN = {"jeugdigen": Registersoort.JEUGDIGE, "groepen": Registersoort.GROEP}
RECHT = {Registersoort.JEUGDIGE: Soort.JEUGDIGE, Registersoort.GROEP: Soort.GROEP}
LIJSTKOLOMMEN = {
    Registersoort.JEUGDIGE: ("gemeente", "huidige_groep", "start", "fasen", "urgentie"),
    Registersoort.GROEP: ("aanbieder", "locatie", "woonvorm", "intensiteiten", "capaciteit"),
}
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BLADZIJDE = 50
"""Rows of a list on one page."""
MEESTE_VERSCHILLEN = 200
"""Changes that a preview shows."""


@router.get("")
def overview(request: Request, state: CurrentState, wie: Ingelogd, verwerkt: bool = False) -> Response:
    return _overview(request, state, wie, melding="Het register is bijgewerkt." if verwerkt else "")


@router.post("/importeren")
def read_files(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    bestanden: Annotated[list[UploadFile] | None, File()] = None,
    volledig: Annotated[str, Form()] = "",
) -> Response:
    gekozen = [bestand for bestand in bestanden or [] if bestand.filename]
    if not gekozen:
        fout = Veldfout("bestanden", "Kies een of meer bestanden (CSV of Excel).")
        return _overview(request, state, wie, fouten=(fout,), status=422)
    with state.toegang.lezen(wie, Soort.JEUGDIGE, deel="register") as session:
        staand = registers.huidig(session)
    with state.opslag.received(gekozen) as paden:
        gelezen = lees(paden, staand, registers.maandag(date.today()), load_tender(), volledig=bool(volledig))
    if isinstance(gelezen, Leesfouten):
        return _overview(request, state, wie, leesfouten=gelezen, status=422)
    with state.toegang.wijzigen(wie, Handeling.MAKEN, Soort.JEUGDIGE, deel="import") as session:
        rij = register.add_import(
            session, wie.organisatie_id, gelezen.bestanden, gelezen.kolommen, gelezen.opmerkingen
        )
        noem(session, rij.id)
    return see_other(f"/register/importeren/{rij.id}" + ("?volledig=1" if volledig else ""))


@router.get("/importeren/{import_id}")
def preview(
    request: Request, state: CurrentState, wie: Ingelogd, import_id: str, volledig: bool = False
) -> Response:
    with state.toegang.lezen(wie, Soort.JEUGDIGE, import_id, "import") as session:
        rij = register.get_import(session, import_id)
        if rij is None:
            raise HTTPException(404)
        staand = registers.huidig(session)
    nieuw = _uit_import(rij.bestanden)
    verschillen = registers.vergelijk(staand, nieuw, volledig=volledig)
    aantal = {wat: sum(v.wat == wat for v in verschillen) for wat in ("nieuw", "anders", "weg")}
    pagina = Importpagina(
        adres=f"/register/importeren/{import_id}",
        kolommen=tuple(
            Kolomregel(bron, kop, titel(soort, kolom), zekerheid == "zeker")
            for bron, kop, kolom, zekerheid in rij.kolommen
            for soort in (_soort_van(kolom),)
        ),
        opmerkingen=tuple(rij.opmerkingen),
        nieuw=aantal["nieuw"],
        anders=aantal["anders"],
        weg=aantal["weg"],
        gelijk=sum(map(len, nieuw.values())) - aantal["nieuw"] - aantal["anders"],
        verschillen=tuple(
            Verschilregel(
                v.soort.value,
                v.sleutel,
                v.wat,
                tuple(
                    (titel(v.soort, kolom), registertaal.toon(kolom, oud), registertaal.toon(kolom, straks))
                    for kolom, oud, straks in v.velden
                ),
            )
            for v in verschillen[:MEESTE_VERSCHILLEN]
        ),
        meer=max(0, len(verschillen) - MEESTE_VERSCHILLEN),
        volledig=volledig,
    )
    return render(request, pagina)


@router.post("/importeren/{import_id}")
def agree(
    state: CurrentState, wie: Ingelogd, import_id: str, volledig: Annotated[str, Form()] = ""
) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.JEUGDIGE, import_id, "import") as session:
        rij = register.get_import(session, import_id)
        if rij is None:
            raise HTTPException(404)
        nieuw = _uit_import(rij.bestanden)
        verschillen = registers.vergelijk(registers.huidig(session), nieuw, volledig=bool(volledig))
        registers.verwerk(session, wie, verschillen, nieuw, "import")
        register.remove_import(session, rij)
    return see_other("/register?verwerkt=1")


@router.post("/importeren/{import_id}/weg")
def drop_import(state: CurrentState, wie: Ingelogd, import_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.VERWIJDEREN, Soort.JEUGDIGE, import_id, "import") as session:
        rij = register.get_import(session, import_id)
        if rij is None:
            raise HTTPException(404)
        register.remove_import(session, rij)
    return see_other("/register")


@router.post("/plan")
def make_plan(
    request: Request, state: CurrentState, wie: Ingelogd, naam: Annotated[str, Form(max_length=80)] = ""
) -> Response:
    """A ronde from the registers as they stand today."""
    if lijkt_bsn(naam):
        return _overview(request, state, wie, fouten=(Veldfout("naam", registers.GEEN_BSN),), status=422)
    try:
        seconden = state.settings.solve_seconds
        ronde = begin_uit_register(state, wie, naam, seconden, date.today(), load_tender())
    except InvoerFout as fout:
        fouten = tuple(Veldfout("naam", regel) for regel in fout.fouten or (str(fout),))
        return _overview(request, state, wie, fouten=fouten, status=422)
    return see_other(f"/plaatsing/{ronde.id}")


@router.get("/invulblad.xlsx")
def empty_sheet(state: CurrentState, wie: Ingelogd) -> Response:
    """A workbook to fill in, with the names of the columns."""
    with state.toegang.lezen(wie, Soort.JEUGDIGE, deel="invulblad"):
        pass
    return _werkboek("invulblad", als_invulblad({soort: {} for soort in Registersoort}))


@router.get("/{naam}")
def listing(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    naam: str,
    zoek: str = "",
    bladzijde: int = 1,
    verwijderd: bool = False,
) -> Response:
    soort = _soort(naam)
    gezocht = zoek.strip().lower()
    van = (max(1, bladzijde) - 1) * BLADZIJDE
    handeling = Handeling.ZOEKEN if zoek.strip() else Handeling.LEZEN
    deel = f"zoek: {zoek.strip()[:100]}" if zoek.strip() else "lijst"
    with state.toegang.lezen(wie, RECHT[soort], "", deel, handeling) as session:
        if gezocht:
            alle = register.velden(session, soort)
            gevonden = [rij for rij in alle if any(gezocht in waarde.lower() for waarde in rij[2].values())]
            getoond, aantal = gevonden[van : van + BLADZIJDE], len(gevonden)
        else:
            getoond, aantal = register.blad(session, soort, van, BLADZIJDE)

    def adres(nummer: int) -> str:
        return f"/register/{naam}?" + urlencode({"zoek": zoek, "bladzijde": nummer})

    pagina = Registerlijst(
        soort=naam,
        koppen=tuple(titel(soort, kolom) for kolom in LIJSTKOLOMMEN[soort]),
        regels=tuple(
            Registerregel(
                f"/register/{naam}/{rij_id}",
                sleutel,
                tuple(_in_lijst(kolom, velden.get(kolom, "")) for kolom in LIJSTKOLOMMEN[soort]),
            )
            for rij_id, sleutel, velden in getoond
        ),
        zoek=zoek,
        van=van + 1 if getoond else 0,
        tot=van + len(getoond),
        aantal=aantal,
        vorige=adres(bladzijde - 1) if van else "",
        volgende=adres(max(1, bladzijde) + 1) if van + BLADZIJDE < aantal else "",
        melding="Verwijderd uit het register." if verwijderd else "",
    )
    return render(request, pagina)


@router.get("/{naam}/uitvoer.csv")
def export_all(state: CurrentState, wie: Ingelogd, naam: str) -> Response:
    soort = _soort(naam)
    with state.toegang.lezen(wie, RECHT[soort], "", "lijst", Handeling.UITVOEREN) as session:
        rijen = registers.huidig(session)[soort]
    headers = {"Content-Disposition": f'attachment; filename="{naam}.csv"'}
    return Response(
        registers.schrijf_csv(soort, rijen), media_type="text/csv; charset=utf-8", headers=headers
    )


@router.get("/{naam}/uitvoer.xlsx")
def export_workbook(state: CurrentState, wie: Ingelogd, naam: str) -> Response:
    """As the fill-in sheet, with all rows: it can be read in again."""
    soort = _soort(naam)
    with state.toegang.lezen(wie, RECHT[soort], "", "lijst", Handeling.UITVOEREN) as session:
        rijen = registers.huidig(session)[soort]
    return _werkboek(naam, als_invulblad({soort: rijen}))


@router.get("/{naam}/nieuw")
def new_row(request: Request, wie: Ingelogd, state: CurrentState, naam: str) -> Response:
    soort = _soort(naam)
    with state.toegang.lezen(wie, RECHT[soort], deel="nieuw"):
        pass
    return _row(request, soort, naam, None, {}, {}, "")


@router.post("/{naam}/nieuw")
def add_row(request: Request, wie: Ingelogd, state: CurrentState, naam: str, form: Velden) -> Response:
    return _keep(request, state, wie, naam, None, form)


@router.get("/{naam}/{rij_id}")
def show_row(
    request: Request, state: CurrentState, wie: Ingelogd, naam: str, rij_id: str, bewaard: bool = False
) -> Response:
    soort = _soort(naam)
    with state.toegang.lezen(wie, RECHT[soort], rij_id) as session:
        rij = _get(session, soort, rij_id)
        historie = _historie(session, rij)
        aantal = len(rondes_met(session, state.settings, rij.sleutel)) if naam == "jeugdigen" else 0
        bedden = (
            bezetting(session, state.settings, rij.sleutel, rij.velden, date.today())
            if soort == Registersoort.GROEP
            else None
        )
    melding = "De wijziging is bewaard." if bewaard else ""
    waarden = {kolom: registertaal.toon(kolom, waarde) for kolom, waarde in rij.velden.items()}
    return _row(request, soort, naam, rij, waarden, {}, "", historie, aantal, melding, bedden=bedden)


@router.post("/{naam}/{rij_id}")
def change_row(
    request: Request, state: CurrentState, wie: Ingelogd, naam: str, rij_id: str, form: Velden
) -> Response:
    return _keep(request, state, wie, naam, rij_id, form)


@router.get("/{naam}/{rij_id}/dossier.json")
def export_row(state: CurrentState, wie: Ingelogd, naam: str, rij_id: str) -> Response:
    """Everything that is kept of one jeugdige or groep (AVG art. 15 and 20)."""
    soort = _soort(naam)
    with state.toegang.lezen(wie, RECHT[soort], rij_id, "dossier", Handeling.UITVOEREN) as session:
        inhoud = dossier(session, state.settings, _get(session, soort, rij_id))
    headers = {"Content-Disposition": 'attachment; filename="dossier.json"'}
    return JSONResponse(inhoud, headers=headers)


@router.post("/{naam}/{rij_id}/verwijderen")
def remove_row(state: CurrentState, wie: Ingelogd, naam: str, rij_id: str) -> Response:
    """Remove a row; of a jeugdige also the history and the rounds that hold it (AVG art. 17)."""
    soort = _soort(naam)
    with state.toegang.wijzigen(wie, Handeling.VERWIJDEREN, RECHT[soort], rij_id) as session:
        weg = verwijder(session, state, _get(session, soort, rij_id))
    for ronde_id in weg:
        state.opslag.remove("plaatsing", ronde_id)
    return see_other(f"/register/{naam}?verwijderd=1")


def _werkboek(naam: str, inhoud: bytes) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{naam}.xlsx"'}
    return Response(inhoud, media_type=EXCEL, headers=headers)


def _in_lijst(kolom: str, waarde: str) -> str:
    return woonvorm_naam(waarde) if kolom == "woonvorm" else registertaal.toon(kolom, waarde)


def _soort(naam: str) -> Registersoort:
    if naam not in SOORTEN:
        raise HTTPException(404)
    return SOORTEN[naam]


def _soort_van(kolom: str) -> Registersoort:
    """The register that a column belongs to; columns of both are called the same."""
    return Registersoort.GROEP if kolom in VELDEN[Registersoort.GROEP] else Registersoort.JEUGDIGE


def _uit_import(bestanden: Mapping[str, str]) -> dict[Registersoort, dict[str, dict[str, str]]]:
    return {Registersoort(s): registers.lees_csv(Registersoort(s), tekst) for s, tekst in bestanden.items()}


def _get(session: Session, soort: Registersoort, rij_id: str) -> Registerrij:
    rij = register.get(session, soort, rij_id)
    if rij is None:
        raise HTTPException(404)
    return rij


def _historie(session: Session, rij: Registerrij) -> tuple[Wijzigingsregel, ...]:
    soort = Registersoort(rij.soort)
    return tuple(_wijzigingsregel(soort, w) for w in register.wijzigingen(session, rij.id))


def _wijzigingsregel(soort: Registersoort, w: Registerwijziging) -> Wijzigingsregel:
    naam = titel(soort, w.veld) if w.veld else ""
    oud, nieuw = registertaal.toon(w.veld, w.oud), registertaal.toon(w.veld, w.nieuw)
    return Wijzigingsregel(w.tijd, w.gebruiker, naam, oud, nieuw, w.reden)


def _keep(
    request: Request, state: State, wie: Wie, naam: str, rij_id: str | None, form: Mapping[str, str]
) -> Response:
    """Check a sent form against the whole register and keep it, or show what is wrong."""
    soort = _soort(naam)
    sleutelkolom, *kolommen = registers.KOLOMMEN[soort]
    reden = form.get("reden", "").strip()[:300]
    verstuurd = {kolom: form.get(kolom, "").strip() for kolom in (sleutelkolom, *kolommen)}
    velden, fouten = registertaal.lees(verstuurd)
    with state.toegang.lezen(wie, RECHT[soort], rij_id or "") as session:
        rij = _get(session, soort, rij_id) if rij_id else None
        historie = _historie(session, rij) if rij else ()
        alles = registers.huidig(session)
    if rij is not None:
        velden[sleutelkolom] = verstuurd[sleutelkolom] = rij.sleutel
    peildatum = registers.maandag(date.today())
    if not fouten:
        sleutel = velden[sleutelkolom]
        fouten = registers.controleer_rij(alles, soort, sleutel, velden, peildatum, load_tender())
    if rij is None and velden[sleutelkolom] in alles[soort]:
        fouten[sleutelkolom] = "Deze code staat al in het register."
    if lijkt_bsn(reden):
        fouten["reden"] = registers.GEEN_BSN
    if fouten:
        return _row(request, soort, naam, rij, verstuurd, fouten, reden, historie, status=422)
    handeling = Handeling.WIJZIGEN if rij_id else Handeling.MAKEN
    with state.toegang.wijzigen(wie, handeling, RECHT[soort], rij_id or "") as session:
        if rij_id:
            rij = _get(session, soort, rij_id)
            registers.wijzig(session, wie, rij, velden, reden)
        else:
            rij = registers.voeg_toe(session, wie, soort, velden, reden)
            noem(session, rij.id)
    return see_other(f"/register/{naam}/{rij.id}?bewaard=1")


def _row(
    request: Request,
    soort: Registersoort,
    naam: str,
    rij: Registerrij | None,
    waarden: Mapping[str, str],
    fouten: Mapping[str, str],
    reden: str,
    historie: tuple[Wijzigingsregel, ...] = (),
    aantal: int = 0,
    melding: str = "",
    status: int = 200,
    bedden: Bezetting | None = None,
) -> Response:
    pagina = Registerrijpagina(
        soort=naam,
        sleutel=rij.sleutel if rij else "",
        adres=f"/register/{naam}/{rij.id if rij else 'nieuw'}",
        nieuw=rij is None,
        velden=formulier(soort, waarden, fouten),
        reden=reden,
        historie=historie,
        rondes=aantal,
        bezetting=bedden,
        fouten=tuple(
            Veldfout(
                kolom or registers.KOLOMMEN[soort][0], f"{titel(soort, kolom)}: {tekst}" if kolom else tekst
            )
            for kolom, tekst in fouten.items()
        ),
        melding=melding,
    )
    return render(request, pagina, status)


def _overview(
    request: Request,
    state: State,
    wie: Wie,
    *,
    leesfouten: Leesfouten | None = None,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.JEUGDIGE, deel="telling") as session:
        alles: Mapping[Registersoort, Mapping[str, Mapping[str, Any]]] = registers.huidig(session)
    groepen, jeugdigen = alles[Registersoort.GROEP], alles[Registersoort.JEUGDIGE]
    bewoners = sum(bool(velden["huidige_groep"]) for velden in jeugdigen.values())
    pagina = Registeroverzicht(
        groepen=len(groepen),
        bedden=sum(int(velden["capaciteit"] or 0) for velden in groepen.values()),
        wachtenden=len(jeugdigen) - bewoners,
        bewoners=bewoners,
        leesfouten=leesfouten,
        fouten=fouten,
        melding=melding,
    )
    return render(request, pagina, status)
