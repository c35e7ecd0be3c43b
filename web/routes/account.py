"""One's own account: password, second step, and the log-ins that last."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from web.access import Handeling, Soort, Wie
from web.auth import sessies, stappen
from web.auth.apparaat import apparaat
from web.auth.cookie import COOKIE, zet_cookie
from web.auth.grenzen import INLOGGEN_ACCOUNT, tel, vergeet
from web.auth.huidig import Ingelogd
from web.auth.wachtwoorden import KORTST
from web.contexts import Veldfout
from web.contexts.account import Accountpagina, Sessieregel
from web.models.gebruiker import Gebruiker
from web.models.sessie import Nog
from web.rendering import render
from web.repositories import gebruikers, tweede_stappen
from web.repositories import sessies as rijen
from web.routes.inloggen import Geheim, adres_van, wachtwoordfout
from web.routes.taken import see_other
from web.services.rolnamen import ROLNAMEN
from web.state import CurrentState, State

router = APIRouter(prefix="/account")

MELDINGEN = {
    "wachtwoord": "Uw wachtwoord is gewijzigd. Op andere apparaten bent u uitgelogd.",
    "sessie": "Dat apparaat is uitgelogd.",
    "alle": "Alle andere apparaten zijn uitgelogd.",
}
ONJUIST = "Dit is niet uw wachtwoord van nu."


@router.get("")
def show(request: Request, state: CurrentState, wie: Ingelogd, klaar: str = "") -> Response:
    return _page(request, state, wie, melding=MELDINGEN.get(klaar, ""))


@router.post("/wachtwoord")
def change_password(
    request: Request,
    state: CurrentState,
    wie: Ingelogd,
    huidig: Geheim = "",
    nieuw: Geheim = "",
    herhaald: Geheim = "",
) -> Response:
    gebruiker = _self(state, wie)
    fout = _confirmed(state, gebruiker, huidig, "huidig") or wachtwoordfout(state, gebruiker, nieuw, herhaald)
    if fout:
        return _page(request, state, wie, (fout,), status=422)
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.ACCOUNT, wie.gebruiker_id, "wachtwoord"):
        pass
    stappen.kies_wachtwoord(state.database, gebruiker.id, nieuw)
    return _again(request, state, wie, "/account?klaar=wachtwoord")


@router.post("/tweede-stap")
def new_second_step(
    request: Request, state: CurrentState, wie: Ingelogd, wachtwoord: Geheim = ""
) -> Response:
    """Begin the second step anew, for another telephone."""
    if fout := _confirmed(state, _self(state, wie), wachtwoord, "wachtwoord"):
        return _page(request, state, wie, (fout,), status=422)
    with state.toegang.wijzigen(wie, Handeling.WIJZIGEN, Soort.ACCOUNT, wie.gebruiker_id, "tweede stap"):
        pass
    stappen.begin_opnieuw(state.database, wie.gebruiker_id)
    return _again(request, state, wie, "/inloggen/instellen?naar=/account", Nog.INSTELLEN)


@router.post("/sessies/beeindigen")
def end_others(request: Request, state: CurrentState, wie: Ingelogd) -> Response:
    with state.toegang.wijzigen(
        wie, Handeling.WIJZIGEN, Soort.ACCOUNT, wie.gebruiker_id, "alle sessies"
    ) as session:
        rijen.remove_of(session, wie.gebruiker_id, behalve=_hash(request))
    return see_other("/account?klaar=alle")


@router.post("/sessies/{kenmerk}/beeindigen")
def end_one(state: CurrentState, wie: Ingelogd, kenmerk: str) -> Response:
    with state.toegang.wijzigen(
        wie, Handeling.WIJZIGEN, Soort.ACCOUNT, wie.gebruiker_id, "sessie"
    ) as session:
        if not rijen.remove_one(session, wie.gebruiker_id, kenmerk):
            raise HTTPException(404)
    return see_other("/account?klaar=sessie")


def _self(state: State, wie: Wie) -> Gebruiker:
    with state.toegang.lezen(wie, Soort.ACCOUNT, wie.gebruiker_id) as session:
        gebruiker = gebruikers.get(session, wie.gebruiker_id)
    assert gebruiker
    return gebruiker


def _confirmed(state: State, gebruiker: Gebruiker, wachtwoord: str, veld: str) -> Veldfout | None:
    """Ask for the password again: whoever sits at somebody else's screen can't take over the account."""
    tel(state.database, INLOGGEN_ACCOUNT, gebruiker.inlognaam)
    if not stappen.is_huidig(state.database, gebruiker.id, wachtwoord):
        return Veldfout(veld, ONJUIST)
    vergeet(state.database, INLOGGEN_ACCOUNT, gebruiker.inlognaam)
    return None


def _again(request: Request, state: State, wie: Wie, naar: str, nog: Nog = Nog.NIETS) -> Response:
    """All log-ins have ended; a new one for this browser."""
    geheim = sessies.begin(
        state.database,
        wie.gebruiker_id,
        nog=nog,
        oud=request.cookies.get(COOKIE, ""),
        adres=adres_van(request),
        apparaat=apparaat(request.headers.get("user-agent", "")),
    )
    antwoord = see_other(naar)
    zet_cookie(antwoord, geheim)
    return antwoord


def _hash(request: Request) -> str:
    return sessies.hash_van(request.cookies.get(COOKIE, ""))


def _page(
    request: Request,
    state: State,
    wie: Wie,
    fouten: tuple[Veldfout, ...] = (),
    melding: str = "",
    status: int = 200,
) -> Response:
    with state.toegang.lezen(wie, Soort.ACCOUNT, wie.gebruiker_id) as session:
        gebruiker = gebruikers.get(session, wie.gebruiker_id)
        assert gebruiker
        stap = tweede_stappen.get(session, gebruiker.id)
        eigen = tuple(
            Sessieregel(s.kenmerk, s.apparaat, s.adres, s.gemaakt, s.gezien, s.hash == _hash(request))
            for s in rijen.of(session, gebruiker.id)
        )
        pagina = Accountpagina(
            inlognaam=gebruiker.inlognaam,
            naam=gebruiker.naam,
            organisatie=gebruiker.organisatie.naam,
            rollen=tuple(ROLNAMEN[rol] for rol in sorted(wie.rollen)),
            lokaal=gebruikers.wachtwoord(session, gebruiker.id) is not None,
            stap=stap is not None and stap.bevestigd,
            codes=tweede_stappen.aantal_herstelcodes(session, gebruiker.id),
            kortst=KORTST,
            sessies=eigen,
            fouten=fouten,
            melding=melding,
        )
    return render(request, pagina, status)
