"""Logging in to a local account: password, code, a password of one's own, setting up the codes."""

from datetime import timedelta
from pathlib import Path

from pyrage import DecryptError

from web.auth import codes, grenzen, wachtwoorden
from web.database import Database
from web.kluis.nesten import open_laag, sluit
from web.kluis.serversleutel import serversleutel
from web.models.base import now
from web.models.gebruiker import Gebruiker
from web.models.sessie import Nog
from web.models.tweede_stap import TweedeStap
from web.repositories import gebruikers, sessies, tweede_stappen

EENMALIG = timedelta(days=7)
"""So long a one-time password can be used."""


def met_wachtwoord(database: Database, inlognaam: str, wachtwoord: str, adres: str) -> Gebruiker | None:
    """The person whose password this is. Takes as long for a name that does not exist.

    Raises TeVaak.
    """
    account, netwerk = inlognaam.strip().lower(), grenzen.netwerk(adres)
    grenzen.tel(database, grenzen.INLOGGEN_ADRES, netwerk)
    grenzen.tel(database, grenzen.INLOGGEN_ACCOUNT, account)
    with database.session() as session:
        gebruiker = gebruikers.by_inlognaam(session, account)
        bewaard = gebruikers.wachtwoord(session, gebruiker.id) if gebruiker and gebruiker.actief else None
    if bewaard and bewaard.eenmalig and now() - bewaard.gemaakt > EENMALIG:
        bewaard = None
    goed = wachtwoorden.klopt(wachtwoord, bewaard.hash if bewaard else None)
    if gebruiker is None or bewaard is None or not goed:
        return None
    grenzen.een_minder(database, grenzen.INLOGGEN_ADRES, netwerk)
    grenzen.vergeet(database, grenzen.INLOGGEN_ACCOUNT, account)
    if not bewaard.eenmalig and wachtwoorden.verouderd(bewaard.hash):
        with database.session(write=True) as session:
            gebruikers.set_wachtwoord(session, gebruiker.id, wachtwoorden.hash_van(wachtwoord))
    return gebruiker


def volgende(database: Database, gebruiker: Gebruiker, *, verplicht: bool, code_gegeven: bool = False) -> Nog:
    """What is still to do. `verplicht`: nobody comes in without a second step (the demo's accounts do)."""
    with database.session() as session:
        stap = tweede_stappen.get(session, gebruiker.id)
        bewaard = gebruikers.wachtwoord(session, gebruiker.id)
    heeft_stap = stap is not None and stap.bevestigd
    if heeft_stap and not code_gegeven:
        return Nog.CODE
    if bewaard is not None and bewaard.eenmalig:
        return Nog.WACHTWOORD
    if verplicht and not heeft_stap and not gebruiker.organisatie.demo:
        return Nog.INSTELLEN
    return Nog.NIETS


def code_klopt(database: Database, sleutelmap: Path, gebruiker_id: str, code: str) -> bool:
    """Whether this is the code of the app, or a recovery code; it works once.

    `sleutelmap`: the folder of the server's key, that the app's secret is locked with.

    Raises TeVaak.
    """
    grenzen.tel(database, grenzen.CODE_ACCOUNT, gebruiker_id)
    with database.session(write=True) as session:
        stap = tweede_stappen.get(session, gebruiker_id)
        geheim = _geheim(stap, sleutelmap)
        nummer = codes.nummer_van(geheim, code, now()) if geheim else None
        if nummer is not None:
            goed = tweede_stappen.gebruik(session, gebruiker_id, nummer)
        else:
            goed = tweede_stappen.gebruik_herstelcode(session, gebruiker_id, codes.hash_herstelcode(code))
    if goed:
        grenzen.vergeet(database, grenzen.CODE_ACCOUNT, gebruiker_id)
    return goed


def _geheim(stap: TweedeStap | None, sleutelmap: Path) -> str:
    """What the app and we share; empty when there is none, or when the server has another key by now."""
    if stap is None:
        return ""
    try:
        return open_laag(stap.geheim, serversleutel(sleutelmap))
    except DecryptError:
        return ""


def geheim_om_in_te_stellen(database: Database, sleutelmap: Path, gebruiker_id: str) -> str:
    """The secret that waits for its first code; a new one when there is none."""
    with database.session(write=True) as session:
        stap = tweede_stappen.get(session, gebruiker_id)
        wachtend = "" if stap is None or stap.bevestigd else _geheim(stap, sleutelmap)
        if wachtend:
            return wachtend
        geheim = codes.nieuw_geheim()
        dicht = sluit(geheim, str(serversleutel(sleutelmap).to_public()))
        tweede_stappen.zet(session, gebruiker_id, dicht)
        return geheim


def stel_in(database: Database, sleutelmap: Path, gebruiker_id: str, code: str) -> list[str]:
    """Confirm the second step by the app's first code; gives the recovery codes, or nothing when it is wrong.

    Raises TeVaak.
    """
    if not code_klopt(database, sleutelmap, gebruiker_id, code):
        return []
    nieuw = codes.nieuwe_herstelcodes()
    with database.session(write=True) as session:
        tweede_stappen.zet_herstelcodes(session, gebruiker_id, [codes.hash_herstelcode(c) for c in nieuw])
    return nieuw


def kies_wachtwoord(database: Database, gebruiker_id: str, wachtwoord: str) -> None:
    """A password of one's own. All log-ins of this person end."""
    hash_ = wachtwoorden.hash_van(wachtwoord)
    with database.session(write=True) as session:
        gebruikers.set_wachtwoord(session, gebruiker_id, hash_)
        sessies.remove_of(session, gebruiker_id)


def is_huidig(database: Database, gebruiker_id: str, wachtwoord: str) -> bool:
    """Whether this is the password as it is now."""
    with database.session() as session:
        bewaard = gebruikers.wachtwoord(session, gebruiker_id)
    return wachtwoorden.klopt(wachtwoord, bewaard.hash if bewaard else None)


def begin_opnieuw(database: Database, gebruiker_id: str) -> None:
    """Take away the second step and the recovery codes; all log-ins end."""
    with database.session(write=True) as session:
        tweede_stappen.verwijder(session, gebruiker_id)
        sessies.remove_of(session, gebruiker_id)
