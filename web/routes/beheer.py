"""Beheer: the accounts of the own organisation, and of the organisations that the own region made."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from web.access import Handeling, Soort, Wie, noem
from web.auth.huidig import Ingelogd
from web.auth.stappen import EENMALIG
from web.contexts import Veldfout
from web.contexts.beheer import (
    Aanvraagregel,
    Accountregel,
    Beheerpagina,
    Eenmaligpagina,
    Gebruikerpagina,
    Organisatieblok,
    Organisatiepagina,
)
from web.models.gebruiker import Gebruiker, Rol
from web.models.organisatie import Organisatie, Organisatiesoort
from web.rendering import render
from web.repositories import gebruikers, sessies
from web.routes.taken import see_other
from web.services import beheer
from web.services.registreren import wachtende
from web.services.rolnamen import ROLNAMEN
from web.state import CurrentState, State

router = APIRouter(prefix="/beheer")

MELDINGEN = {
    "bewaard": "De wijziging is bewaard.",
    "gesloten": "Het account is gesloten. Deze persoon is overal uitgelogd.",
    "open": "Het account is weer open.",
    "bevestigd": "Het account is gemaakt. De aanvrager kan nu inloggen.",
    "afgewezen": "De aanvraag is afgewezen. De aanvrager leest uw reden.",
    "uit": "Deze persoon is overal uitgelogd.",
}
ZELF = "Dit is uw eigen account. Vraag een andere beheerder om dit te doen."

Tekst = Annotated[str, Form(max_length=200)]
Rollen = Annotated[list[str] | None, Form()]


@router.get("")
def overview(request: Request, state: CurrentState, wie: Ingelogd, klaar: str = "") -> Response:
    with state.toegang.lezen(wie, Soort.GEBRUIKER, deel="lijst") as session:
        blokken = tuple(
            Organisatieblok(
                o.id,
                o.naam,
                o.id == wie.organisatie_id,
                tuple(
                    Accountregel(
                        g.id, g.naam, g.inlognaam, tuple(ROLNAMEN[Rol(r)] for r in g.rollen), g.actief
                    )
                    for g in gebruikers.of(session, o.id)
                ),
            )
            for o in beheer.beheerde(session, wie)
        )
        regio = beheer.is_regio(session, wie)
    aanvragen = tuple(
        Aanvraagregel(a.id, a.organisatie, a.naam, a.gemaakt) for a in wachtende(state.toegang, wie)
    )
    return render(request, Beheerpagina(blokken, aanvragen, regio, MELDINGEN.get(klaar, "")))


@router.get("/nieuw")
def new_page(request: Request, state: CurrentState, wie: Ingelogd, organisatie: str = "") -> Response:
    with state.toegang.lezen(wie, Soort.GEBRUIKER, deel="nieuw") as session:
        gekozen = _organisatie(session, wie, organisatie or wie.organisatie_id)
    return _account(request, wie, gekozen, None)


@router.post("/nieuw")
def add(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    organisatie: Tekst = "",
    naam: Tekst = "",
    inlognaam: Tekst = "",
    rollen: Rollen = None,
) -> Response:
    naam, inlognaam, keus = naam.strip(), inlognaam.strip().lower(), tuple(rollen or ())
    with state.toegang.wijzigen(wie, Handeling.MAKEN, Soort.GEBRUIKER) as session:
        gekozen = _organisatie(session, wie, organisatie or wie.organisatie_id)
        fouten = beheer.fouten_in(session, gekozen, naam, keus, inlognaam)
        if not fouten:
            gebruiker = gebruikers.add(session, gekozen, inlognaam, naam, frozenset(Rol(r) for r in keus))
            noem(session, gebruiker.id)
            wachtwoord = beheer.geef_eenmalig(session, gebruiker)
    if fouten:
        return _account(request, wie, gekozen, None, naam, inlognaam, keus, fouten=fouten)
    return _once(request, gebruiker, wachtwoord)


@router.get("/organisatie")
def new_organisation_page(request: Request, state: CurrentState, wie: Ingelogd) -> Response:
    with state.toegang.lezen(wie, Soort.ORGANISATIE, deel="nieuw") as session:
        _alleen_regio(session, wie)
    return render(request, Organisatiepagina("", "", ()))


@router.post("/organisatie")
def add_organisation(request: Request, state: CurrentState, wie: Ingelogd, naam: Tekst = "") -> Response:
    """An aanbieder, whose accounts the region manages until it has a beheerder of its own."""
    with state.toegang.wijzigen(wie, Handeling.MAKEN, Soort.ORGANISATIE) as session:
        _alleen_regio(session, wie)
        fouten = _naamfouten(session, naam.strip())
        if not fouten:
            nieuw = gebruikers.add_organisatie(session, naam.strip(), Organisatiesoort.AANBIEDER)
            nieuw.beheerd_door_id = wie.organisatie_id
            noem(session, nieuw.id)
    if fouten:
        return render(request, Organisatiepagina("", naam, fouten), 422)
    return see_other(f"/beheer/nieuw?organisatie={nieuw.id}")


@router.get("/organisatie/{organisatie_id}")
def organisation_page(request: Request, state: CurrentState, wie: Ingelogd, organisatie_id: str) -> Response:
    with state.toegang.lezen(wie, Soort.ORGANISATIE, organisatie_id) as session:
        gekozen = _organisatie(session, wie, organisatie_id)
    return render(request, Organisatiepagina(gekozen.id, gekozen.naam, ()))


@router.post("/organisatie/{organisatie_id}")
def rename_organisation(
    request: Request, state: CurrentState, wie: Ingelogd, organisatie_id: str, naam: Tekst = ""
) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.ORGANISATIE, organisatie_id) as session:
        gekozen = _organisatie(session, wie, organisatie_id)
        fouten = () if naam.strip() == gekozen.naam else _naamfouten(session, naam.strip())
        if not fouten:
            gekozen.naam = naam.strip()
    if fouten:
        return render(request, Organisatiepagina(organisatie_id, naam, fouten), 422)
    return see_other("/beheer?klaar=bewaard")


@router.get("/{gebruiker_id}")
def show(
    request: Request, state: CurrentState, wie: Ingelogd, gebruiker_id: str, klaar: str = ""
) -> Response:
    return _show(request, state, wie, gebruiker_id, melding=MELDINGEN.get(klaar, ""))


@router.post("/{gebruiker_id}")
def change(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    gebruiker_id: str,
    naam: Tekst = "",
    rollen: Rollen = None,
) -> Response:
    naam, keus = naam.strip(), tuple(rollen or ())
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.GEBRUIKER, gebruiker_id) as session:
        gebruiker = _gebruiker(session, wie, gebruiker_id)
        fouten = beheer.fouten_in(session, gebruiker.organisatie, naam, keus)
        if gebruiker.id == wie.gebruiker_id and Rol.BEHEERDER not in keus:
            fouten = (*fouten, Veldfout("rollen", ZELF))
        if not fouten:
            gebruiker.naam, gebruiker.rollen = naam, sorted(keus)
    if fouten:
        return _account(request, wie, gebruiker.organisatie, gebruiker, naam, "", keus, fouten=fouten)
    return see_other(f"/beheer/{gebruiker_id}?klaar=bewaard")


@router.post("/{gebruiker_id}/sluiten")
def close(request: Request, state: CurrentState, wie: Ingelogd, gebruiker_id: str) -> Response:
    if gebruiker_id == wie.gebruiker_id:
        return _show(request, state, wie, gebruiker_id, (Veldfout("sluiten", ZELF),), status=422)
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.GEBRUIKER, gebruiker_id, "sluiten") as session:
        _gebruiker(session, wie, gebruiker_id).actief = False
        sessies.remove_of(session, gebruiker_id)
    return see_other(f"/beheer/{gebruiker_id}?klaar=gesloten")


@router.post("/{gebruiker_id}/openen")
def open_again(state: CurrentState, wie: Ingelogd, gebruiker_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.GEBRUIKER, gebruiker_id, "openen") as session:
        _gebruiker(session, wie, gebruiker_id).actief = True
    return see_other(f"/beheer/{gebruiker_id}?klaar=open")


@router.post("/{gebruiker_id}/uitloggen")
def log_out(state: CurrentState, wie: Ingelogd, gebruiker_id: str) -> Response:
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.GEBRUIKER, gebruiker_id, "sessies") as session:
        _gebruiker(session, wie, gebruiker_id)
        sessies.remove_of(session, gebruiker_id)
    return see_other(f"/beheer/{gebruiker_id}?klaar=uit")


@router.post("/{gebruiker_id}/wachtwoord")
def new_password(request: Request, state: CurrentState, wie: Ingelogd, gebruiker_id: str) -> Response:
    if gebruiker_id == wie.gebruiker_id:
        return _show(request, state, wie, gebruiker_id, (Veldfout("wachtwoord", ZELF),), status=422)
    with state.toegang.wijzigen(
        wie, Handeling.WIJZIGEN, Soort.GEBRUIKER, gebruiker_id, "eenmalig wachtwoord"
    ) as session:
        gebruiker = _gebruiker(session, wie, gebruiker_id)
        wachtwoord = beheer.geef_eenmalig(session, gebruiker)
    return _once(request, gebruiker, wachtwoord)


def _organisatie(session: Session, wie: Wie, organisatie_id: str) -> Organisatie:
    gevonden = beheer.vind_organisatie(session, wie, organisatie_id)
    if gevonden is None:
        raise HTTPException(404)
    return gevonden


def _gebruiker(session: Session, wie: Wie, gebruiker_id: str) -> Gebruiker:
    gevonden = beheer.vind_gebruiker(session, wie, gebruiker_id)
    if gevonden is None:
        raise HTTPException(404)
    return gevonden


def _alleen_regio(session: Session, wie: Wie) -> None:
    if not beheer.is_regio(session, wie):
        raise HTTPException(404)


def _naamfouten(session: Session, naam: str) -> tuple[Veldfout, ...]:
    if not naam:
        return (Veldfout("naam", "Vul de naam in."),)
    if gebruikers.organisatie_by_naam(session, naam) is not None:
        return (Veldfout("naam", "Een organisatie met deze naam bestaat al."),)
    return ()


def _show(
    request: Request,
    state: State,
    wie: Wie,
    gebruiker_id: str,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.GEBRUIKER, gebruiker_id) as session:
        gebruiker = _gebruiker(session, wie, gebruiker_id)
        lokaal = gebruikers.wachtwoord(session, gebruiker_id) is not None
        laatst = next((s.gezien for s in sessies.of(session, gebruiker_id)), None)
    pagina = _pagina(
        wie,
        gebruiker.organisatie,
        gebruiker,
        gekozen=tuple(gebruiker.rollen),
        lokaal=lokaal,
        laatst=laatst,
        fouten=fouten,
        melding=melding,
    )
    return render(request, pagina, status)


def _account(
    request: Request,
    wie: Wie,
    organisatie: Organisatie,
    gebruiker: Gebruiker | None,
    naam: str = "",
    inlognaam: str = "",
    gekozen: tuple[str, ...] = (),
    fouten: tuple[Veldfout, ...] = (),
) -> Response:
    pagina = _pagina(wie, organisatie, gebruiker, naam, inlognaam, gekozen, fouten=fouten)
    return render(request, pagina, 422 if fouten else 200)


def _pagina(
    wie: Wie,
    organisatie: Organisatie,
    gebruiker: Gebruiker | None,
    naam: str = "",
    inlognaam: str = "",
    gekozen: tuple[str, ...] = (),
    *,
    lokaal: bool = True,
    laatst: datetime | None = None,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
) -> Gebruikerpagina:
    rollen = beheer.TOEGESTAAN[Organisatiesoort(organisatie.soort)]
    return Gebruikerpagina(
        id=gebruiker.id if gebruiker else "",
        organisatie_id=organisatie.id,
        organisatie=organisatie.naam,
        naam=naam or (gebruiker.naam if gebruiker else ""),
        inlognaam=gebruiker.inlognaam if gebruiker else inlognaam,
        keuzes=tuple((rol.value, ROLNAMEN[rol]) for rol in rollen),
        gekozen=gekozen,
        actief=gebruiker.actief if gebruiker else True,
        zelf=gebruiker is not None and gebruiker.id == wie.gebruiker_id,
        lokaal=lokaal,
        laatst=laatst,
        fouten=fouten,
        melding=melding,
    )


def _once(request: Request, gebruiker: Gebruiker, wachtwoord: str) -> Response:
    return render(request, Eenmaligpagina(gebruiker.naam, gebruiker.inlognaam, wachtwoord, EENMALIG.days))
