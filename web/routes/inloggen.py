"""The doors of local accounts: log in, step by step, and log out."""

from typing import Annotated
from urllib.parse import urlencode

import segno
from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from web.access import Handeling, Soort
from web.audit.schrijven import Gebeurtenis, schrijf
from web.auth import codes, sessies, stappen
from web.auth.apparaat import apparaat
from web.auth.cookie import COOKIE, wis_cookie, zet_cookie
from web.auth.huidig import Onderweg, wie_of_niemand
from web.auth.wachtwoorden import KORTST
from web.auth.wachtwoordregels import bezwaar
from web.contexts import Veldfout
from web.contexts.inloggen import (
    Codepagina,
    Herstelcodepagina,
    Inlogpagina,
    Instelpagina,
    NieuwWachtwoordpagina,
)
from web.models.gebruiker import Gebruiker
from web.models.sessie import Nog
from web.rendering import render
from web.routes.taken import see_other
from web.services.demo import voorbeeldlogins
from web.state import CurrentState, State

router = APIRouter()

ONJUIST = "De inlognaam of het wachtwoord klopt niet. Kijk ze na en probeer het opnieuw."
CODE_ONJUIST = "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code en probeer het opnieuw."
ANDERS = "De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw."

Naar = Annotated[str, Form()]
Code = Annotated[str, Form(max_length=40)]
Geheim = Annotated[str, Form(max_length=1000)]


@router.get("/inloggen")
def log_in_page(request: Request, state: CurrentState, naar: str = "/") -> Response:
    return _page(request, state, naar)


@router.post("/inloggen")
def log_in(
    request: Request,
    state: CurrentState,
    inlognaam: Annotated[str, Form(max_length=200)] = "",
    wachtwoord: Geheim = "",
    naar: Naar = "/",
) -> Response:
    gebruiker = stappen.met_wachtwoord(state.database, inlognaam, wachtwoord, adres_van(request))
    if gebruiker is not None and gebruiker.organisatie.demo and not state.settings.demo:
        gebruiker = None
    if gebruiker is None:
        with state.toegang.systeem() as session:
            # The name that was tried is not kept: people type a password there too.
            schrijf(session, Gebeurtenis(None, Handeling.AANMELDEN, Soort.ACCOUNT, gelukt=False))
        return _page(request, state, naar, inlognaam, (Veldfout("inlognaam", ONJUIST),), 422)
    return naar_binnen(request, state, gebruiker, naar)


@router.get("/inloggen/code")
def code_page(request: Request, _: Onderweg, naar: str = "/") -> Response:
    return render(request, Codepagina(veilig(naar), ()))


@router.post("/inloggen/code")
def give_code(
    request: Request, state: CurrentState, wie: Onderweg, code: Code = "", naar: Naar = "/"
) -> Response:
    if wie.nog is not Nog.CODE:
        return _volgende(wie.nog, naar)
    if not stappen.code_klopt(state.database, state.settings.sleutelmap, wie.gebruiker.id, code):
        with state.toegang.systeem() as session:
            persoon = sessies.wie_van(wie.gebruiker, adres_van(request), request.state.verzoek)
            schrijf(
                session,
                Gebeurtenis(persoon, Handeling.AANMELDEN, Soort.ACCOUNT, wie.gebruiker.id, "code", False),
            )
        return render(request, Codepagina(veilig(naar), (Veldfout("code", CODE_ONJUIST),)), 422)
    return naar_binnen(request, state, wie.gebruiker, naar, code_gegeven=True)


@router.get("/inloggen/wachtwoord")
def new_password_page(request: Request, wie: Onderweg, naar: str = "/") -> Response:
    return render(request, NieuwWachtwoordpagina(veilig(naar), wie.gebruiker.inlognaam, KORTST, ()))


@router.post("/inloggen/wachtwoord")
def choose_password(
    request: Request,
    state: CurrentState,
    wie: Onderweg,
    nieuw: Geheim = "",
    herhaald: Geheim = "",
    naar: Naar = "/",
) -> Response:
    if wie.nog is not Nog.WACHTWOORD:
        return _volgende(wie.nog, naar)
    if fout := wachtwoordfout(state, wie.gebruiker, nieuw, herhaald):
        pagina = NieuwWachtwoordpagina(veilig(naar), wie.gebruiker.inlognaam, KORTST, (fout,))
        return render(request, pagina, 422)
    stappen.kies_wachtwoord(state.database, wie.gebruiker.id, nieuw)
    return naar_binnen(request, state, wie.gebruiker, naar, code_gegeven=True)


@router.get("/inloggen/instellen")
def set_up_page(request: Request, state: CurrentState, wie: Onderweg, naar: str = "/") -> Response:
    if wie.nog is not Nog.INSTELLEN:
        return _volgende(wie.nog, naar)
    return _set_up(request, state, wie.gebruiker, naar)


@router.post("/inloggen/instellen")
def set_up(
    request: Request, state: CurrentState, wie: Onderweg, code: Code = "", naar: Naar = "/"
) -> Response:
    if wie.nog is not Nog.INSTELLEN:
        return _volgende(wie.nog, naar)
    herstelcodes = stappen.stel_in(state.database, state.settings.sleutelmap, wie.gebruiker.id, code)
    if not herstelcodes:
        return _set_up(request, state, wie.gebruiker, naar, (Veldfout("code", CODE_ONJUIST),), 422)
    pagina = render(request, Herstelcodepagina(veilig(naar), tuple(herstelcodes)))
    return naar_binnen(request, state, wie.gebruiker, naar, code_gegeven=True, antwoord=pagina)


@router.post("/uitloggen")
def log_out(request: Request, state: CurrentState) -> Response:
    if geheim := request.cookies.get(COOKIE):
        wie = wie_of_niemand(request)
        sessies.eindig(state.database, geheim)
        if wie:
            with state.toegang.systeem() as session:
                schrijf(session, Gebeurtenis(wie, Handeling.AFMELDEN, Soort.ACCOUNT, wie.gebruiker_id))
    antwoord = see_other("/")
    wis_cookie(antwoord)
    return antwoord


def naar_binnen(
    request: Request,
    state: State,
    gebruiker: Gebruiker,
    naar: str,
    *,
    code_gegeven: bool = False,
    elders: bool = False,
    antwoord: Response | None = None,
) -> Response:
    """One step further: in, or to what is still to do. The browser's secret changes at every step.

    `elders`: the organisation's own system said who it is, and has steps of its own. `antwoord`: the page to
    show instead of going on.
    """
    nog = (
        Nog.NIETS
        if elders
        else stappen.volgende(
            state.database, gebruiker, verplicht=state.settings.tweede_stap, code_gegeven=code_gegeven
        )
    )
    adres = adres_van(request)
    geheim = sessies.begin(
        state.database,
        gebruiker.id,
        nog=nog,
        oud=request.cookies.get(COOKIE, ""),
        adres=adres,
        apparaat=apparaat(request.headers.get("user-agent", "")),
    )
    if nog is Nog.NIETS:
        wie = sessies.wie_van(gebruiker, adres, request.state.verzoek)
        with state.toegang.systeem() as session:
            schrijf(session, Gebeurtenis(wie, Handeling.AANMELDEN, Soort.ACCOUNT, gebruiker.id))
    if antwoord is None:
        antwoord = _volgende(nog, naar)
    zet_cookie(antwoord, geheim)
    return antwoord


def wachtwoordfout(state: State, gebruiker: Gebruiker, nieuw: str, herhaald: str) -> Veldfout | None:
    """What is wrong with a new password."""
    namen = (gebruiker.inlognaam, gebruiker.naam, gebruiker.organisatie.naam)
    if tekst := bezwaar(nieuw, *namen):
        return Veldfout("nieuw", tekst)
    if nieuw != herhaald:
        return Veldfout("herhaald", ANDERS)
    if stappen.is_huidig(state.database, gebruiker.id, nieuw):
        return Veldfout("nieuw", "Dit is het oude wachtwoord. Kies een ander.")
    return None


def veilig(naar: str) -> str:
    """Only a page of our own to go to after the log-in."""
    eigen = naar.startswith("/") and not naar.startswith(("//", "/\\")) and naar.isprintable()
    return naar if eigen else "/"


def adres_van(request: Request) -> str:
    return request.client.host if request.client else ""


def _volgende(nog: Nog, naar: str) -> RedirectResponse:
    naar = veilig(naar)
    if nog is Nog.NIETS:
        return see_other(naar)
    vraag = f"?{urlencode({'naar': naar})}" if naar != "/" else ""
    return see_other(f"/inloggen/{nog.value}{vraag}")


def _set_up(
    request: Request,
    state: State,
    gebruiker: Gebruiker,
    naar: str,
    fouten: tuple[Veldfout, ...] = (),
    status: int = 200,
) -> Response:
    geheim = stappen.geheim_om_in_te_stellen(state.database, state.settings.sleutelmap, gebruiker.id)
    qr = segno.make(codes.adres(geheim, gebruiker.inlognaam), error="m")
    beeld = qr.svg_data_uri(scale=5, border=4, light="#fff")
    blokken = " ".join(geheim[i : i + 4] for i in range(0, len(geheim), 4))
    return render(request, Instelpagina(veilig(naar), beeld, blokken, fouten), status)


def _page(
    request: Request,
    state: State,
    naar: str,
    inlognaam: str = "",
    fouten: tuple[Veldfout, ...] = (),
    status: int = 200,
) -> Response:
    pagina = Inlogpagina(
        naar=veilig(naar),
        inlognaam=inlognaam,
        organisatie=state.settings.oidc_naam if state.settings.oidc_uitgever else "",
        registreren=state.settings.registreren,
        voorbeelden=voorbeeldlogins(state.settings),
        fouten=fouten,
    )
    return render(request, pagina, status)
