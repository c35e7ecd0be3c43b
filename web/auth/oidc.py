"""Logging in by the organisation's own system: OpenID Connect, code flow with PKCE.

Authlib makes the requests and checks the claims; keys and addresses come from the system's own description.
"""

import hashlib
import secrets
import warnings
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

import httpx
from authlib.common.security import generate_token
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from web.database import Database
from web.models.base import now
from web.models.gebruiker import Gebruiker, Rol
from web.models.koppeling import Aanmelding
from web.models.organisatie import Organisatiesoort
from web.repositories import gebruikers, koppelingen
from web.settings import Settings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Authlib would rather have the successor of httpx
    from authlib.integrations.httpx_client import OAuth2Client, OAuthError

COOKIE = "__Host-aanmelding"
"""Ties a log-in to the browser that began it."""
LANGST = timedelta(minutes=10)
"""So long may somebody take at the other system."""
_ALGORITMEN = ["RS256", "PS256", "ES256", "EdDSA"]
"""With a key pair only: never one secret for both sides, and never none."""
_SPELING = 60
"""Seconds that clocks may differ."""
_SECONDEN = 10


class Geweigerd(Exception):
    """This log-in is refused. Its text is for the log, not for the user."""


class GeenRol(Exception):
    """Known to the other system, but in no group that has a rol here, or the account is closed."""


@dataclass(frozen=True, slots=True)
class Heenweg:
    """Where to send the browser, and the secret that it keeps."""

    adres: str
    geheim: str


@dataclass(frozen=True, slots=True)
class Terug:
    """Who came back, and the page to go to."""

    gebruiker: Gebruiker
    naar: str


def begin(database: Database, settings: Settings, terug: str, naar: str) -> Heenweg:
    """Start a log-in. `terug`: our address that the system sends the browser back to.

    Raises Geweigerd when the system can't be reached.
    """
    systeem = _beschrijving(settings)
    geheim, nonce, verifier = secrets.token_urlsafe(32), generate_token(32), generate_token(64)
    with _client(settings, terug) as client:
        extra = {"acr_values": " ".join(settings.oidc_acr)} if settings.oidc_acr else {}
        adres, state = client.create_authorization_url(
            systeem["authorization_endpoint"], code_verifier=verifier, nonce=nonce, **extra
        )
    moment = now()
    with database.session(write=True) as session:
        koppelingen.add_aanmelding(
            session,
            Aanmelding(
                hash=_hash(geheim), state=state, nonce=nonce, verifier=verifier, naar=naar, gemaakt=moment
            ),
            moment - LANGST,
        )
    return Heenweg(adres, geheim)


def rond_af(
    database: Database, settings: Settings, terug: str, geheim: str, antwoord: dict[str, str]
) -> Terug:
    """End a log-in with what the system answered in the address. The account is made, or brought up to date.

    Raises Geweigerd, GeenRol.
    """
    with database.session(write=True) as session:
        begonnen = koppelingen.neem_aanmelding(session, _hash(geheim)) if geheim else None
    if begonnen is None or now() - begonnen.gemaakt > LANGST:
        raise Geweigerd("no log-in was begun in this browser, or too long ago")
    if not secrets.compare_digest(begonnen.state.encode(), antwoord.get("state", "").encode()):
        raise Geweigerd("state")
    # Against a mix-up of two systems (RFC 9207).
    if antwoord.get("iss", settings.oidc_uitgever) != settings.oidc_uitgever:
        raise Geweigerd("iss in the address")
    if "code" not in antwoord:
        raise Geweigerd(f"the system says: {antwoord.get('error', 'no code')}")
    systeem = _beschrijving(settings)
    try:
        with _client(settings, terug) as client:
            token = client.fetch_token(
                systeem["token_endpoint"], code=antwoord["code"], code_verifier=begonnen.verifier
            )
        claims = controleer(
            str(token.get("id_token", "")),
            _sleutels(systeem),
            settings,
            begonnen.nonce,
            token["access_token"],
        )
    except (OAuthError, httpx.HTTPError, KeyError, ValueError) as fout:
        raise Geweigerd(type(fout).__name__) from fout
    return Terug(_account(database, settings, claims), begonnen.naar)


def controleer(
    id_token: str, sleutels: KeySet, settings: Settings, nonce: str, access_token: str = ""
) -> dict[str, Any]:
    """The claims of an ID token, once signature, iss, aud, azp, exp, nonce and acr are right.

    Raises Geweigerd.
    """
    try:
        token = jwt.decode(id_token, sleutels, algorithms=_ALGORITMEN)
        claims = CodeIDToken(
            token.claims,
            token.header,
            options={
                "iss": {"essential": True, "value": settings.oidc_uitgever},
                "aud": {"essential": True, "value": settings.oidc_client},
            },
            params={"nonce": nonce, "client_id": settings.oidc_client, "access_token": access_token},
        )
        claims.validate(leeway=_SPELING)
    except (JoseError, ValueError) as fout:
        raise Geweigerd(f"ID token: {fout}") from fout
    if settings.oidc_acr and claims.get("acr") not in settings.oidc_acr:
        raise Geweigerd(f"acr: {claims.get('acr')}")
    return dict(claims)


def _account(database: Database, settings: Settings, claims: dict[str, Any]) -> Gebruiker:
    uitgever, onderwerp = settings.oidc_uitgever, str(claims["sub"])
    genoemd = claims.get(settings.oidc_claim, [])
    groepen = {genoemd} if isinstance(genoemd, str) else {str(groep) for groep in genoemd}
    rollen = sorted({Rol(rol).value for groep, rol in settings.oidc_groepen if groep in groepen})
    naam = str(claims.get("name") or claims.get("preferred_username") or claims.get("email") or onderwerp)[
        :200
    ]
    with database.session(write=True) as session:
        gebruikers.lock(session)
        gebruiker = koppelingen.gebruiker(session, uitgever, onderwerp)
        if gebruiker is None and rollen:
            organisatie = gebruikers.organisatie_by_naam(
                session, settings.oidc_organisatie
            ) or gebruikers.add_organisatie(session, settings.oidc_organisatie, Organisatiesoort.REGIO)
            # A name of its own: who happens to be called as a local account does not become it.
            inlognaam = f"oidc:{hashlib.sha256(f'{uitgever} {onderwerp}'.encode()).hexdigest()[:16]}"
            gebruiker = gebruikers.add(session, organisatie, inlognaam, naam, frozenset(map(Rol, rollen)))
            koppelingen.koppel(session, uitgever, onderwerp, gebruiker.id)
        if gebruiker is not None:
            # Also when there are none left: what they may do now counts for log-ins that last, too.
            gebruiker.naam, gebruiker.rollen = naam, rollen
    if gebruiker is None or not rollen or not gebruiker.actief:
        raise GeenRol
    return gebruiker


def _client(settings: Settings, terug: str) -> Any:
    return OAuth2Client(
        settings.oidc_client,
        settings.oidc_geheim or None,
        scope="openid profile email",
        redirect_uri=terug,
        code_challenge_method="S256",
        token_endpoint_auth_method="client_secret_basic" if settings.oidc_geheim else "none",
        timeout=_SECONDEN,
    )


def _beschrijving(settings: Settings) -> dict[str, Any]:
    """What the system tells about itself (OpenID Connect Discovery)."""
    adres = f"{settings.oidc_uitgever.rstrip('/')}/.well-known/openid-configuration"
    beschrijving = _haal(adres)
    if beschrijving.get("issuer") != settings.oidc_uitgever:
        raise Geweigerd(f"the system calls itself {beschrijving.get('issuer')}")
    return beschrijving


def _sleutels(systeem: dict[str, Any]) -> KeySet:
    return KeySet.import_key_set(cast(Any, _haal(systeem["jwks_uri"])))


def _haal(adres: str) -> dict[str, Any]:
    try:
        antwoord = httpx.get(adres, timeout=_SECONDEN)
        antwoord.raise_for_status()
        waarde: dict[str, Any] = antwoord.json()
    except (httpx.HTTPError, ValueError) as fout:
        raise Geweigerd(f"{adres}: {type(fout).__name__}") from fout
    return waarde


def _hash(geheim: str) -> str:
    return hashlib.sha256(geheim.encode()).hexdigest()
