"""An organisation asks for an account, and a beheerder of the region decides.

We send no e-mail, so an address proves nothing. A person has to find out who asks (by telephone, at the
number in the handelsregister) before the account can log in. Whoever asks gets the same answer whether an
address or organisation is known here or not.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass

from sqlalchemy.orm import Session

from web.access import Handeling, Soort, Toegang, Wie
from web.audit.schrijven import Gebeurtenis, schrijf
from web.auth import grenzen, wachtwoorden
from web.auth.wachtwoordregels import bezwaar
from web.contexts import Veldfout
from web.database import Database
from web.models import Accountaanvraag, Organisatiesoort, Rol
from web.models.base import now
from web.repositories import aanvragen, gebruikers
from web.services.beheer import is_inlognaam

KVK = re.compile(r"\d{8}")
_ANDERS = "De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw."


@dataclass(frozen=True, slots=True)
class Opgave:
    """What somebody wrote in the form. `regio`: id of the region that is asked."""

    regio: str = ""
    organisatie: str = ""
    kvk: str = ""
    naam: str = ""
    email: str = ""


def lees_kvk(tekst: str) -> str:
    """The number without the spaces and points that people put in it."""
    return re.sub(r"[\s.\-]", "", tekst)


def fouten_in(opgave: Opgave, nieuw: str, herhaald: str, regios: list[str]) -> tuple[Veldfout, ...]:
    """What is wrong with the form, by its form alone: never whether somebody is known here."""
    fouten = []
    if opgave.regio not in regios:
        fouten.append(Veldfout("regio", "Kies bij welke regio u wilt inschrijven."))
    if not opgave.organisatie:
        fouten.append(Veldfout("organisatie", "Vul de naam van uw organisatie in."))
    if fout := _kvkfout(opgave.kvk):
        fouten.append(Veldfout("kvk", fout))
    if not opgave.naam:
        fouten.append(Veldfout("naam", "Vul uw eigen naam in."))
    if "@" not in opgave.email or not is_inlognaam(opgave.email.lower()):
        fouten.append(Veldfout("email", "Vul een e-mailadres in, zoals j.jansen@voorbeeld.nl."))
    if fout := bezwaar(nieuw, opgave.email, opgave.naam, opgave.organisatie):
        fouten.append(Veldfout("nieuw", fout))
    elif nieuw != herhaald:
        fouten.append(Veldfout("herhaald", _ANDERS))
    return tuple(fouten)


def _kvkfout(tekst: str) -> str:
    nummer = lees_kvk(tekst)
    if KVK.fullmatch(nummer):
        return ""
    if len(nummer) == 12 and nummer.isdecimal():
        return "Dit is een vestigingsnummer. Vul het KvK-nummer in: dat heeft 8 cijfers."
    return "Een KvK-nummer heeft 8 cijfers. Het staat op uw uittreksel van de Kamer van Koophandel."


def vraag_aan(database: Database, toegang: Toegang, opgave: Opgave, wachtwoord: str, adres: str) -> str:
    """Keep the request; returns the code with which the asker can see how it stands.

    `adres`: the network address. Raises TeVaak.
    """
    grenzen.tel(database, grenzen.REGISTREREN_ADRES, grenzen.netwerk(adres))
    grenzen.tel(database, grenzen.REGISTREREN_ALLES, "")
    code = secrets.token_hex(16)
    aanvraag = Accountaanvraag(
        eigenaar_id=opgave.regio,
        volgcode=hash_van(code),
        organisatie=opgave.organisatie,
        kvk=lees_kvk(opgave.kvk),
        naam=opgave.naam,
        inlognaam=opgave.email.lower(),
        wachtwoord=wachtwoorden.hash_van(wachtwoord),
    )
    with toegang.systeem() as session:
        aanvragen.add(session, aanvraag)
        schrijf(session, Gebeurtenis(None, Handeling.MAKEN, Soort.AANVRAAG, aanvraag.id))
    return code


def regios(toegang: Toegang, demo: bool) -> tuple[tuple[str, str], ...]:
    """Id and name of the regions one can ask."""
    with toegang.systeem() as session:
        return tuple((r.id, r.naam) for r in aanvragen.regios(session, demo))


def volg(toegang: Toegang, code: str) -> Accountaanvraag | None:
    """The request that has this code."""
    with toegang.systeem() as session:
        return aanvragen.by_volgcode(session, hash_van(code))


def hash_van(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def bezwaar_tegen(session: Session, aanvraag: Accountaanvraag) -> str:
    """Why this request can't be confirmed, for the beheerder; "" when it can."""
    if gebruikers.by_inlognaam(session, aanvraag.inlognaam) is not None:
        return "Er is al een account met dit e-mailadres. Wijs de aanvraag af en bel de aanvrager."
    bekend = aanvragen.organisatie_by_kvk(session, aanvraag.kvk)
    if bekend is None:
        bekend = gebruikers.organisatie_by_naam(session, aanvraag.organisatie)
    if bekend is not None:
        return (
            f"{bekend.naam} heeft hier al een account. Laat een collega met de rol Beheerder het account "
            "maken, en wijs deze aanvraag af."
        )
    return ""


def bevestig(session: Session, aanvraag: Accountaanvraag) -> None:
    """The organisation with its first account: it bids, and manages its own accounts. The region does not:
    who can give somebody a new password can read what that person reads."""
    nieuw = gebruikers.add_organisatie(session, aanvraag.organisatie, Organisatiesoort.AANBIEDER)
    nieuw.kvk = aanvraag.kvk
    rollen = frozenset({Rol.INSCHRIJVER, Rol.BEHEERDER})
    gebruiker = gebruikers.add(session, nieuw, aanvraag.inlognaam, aanvraag.naam, rollen)
    gebruikers.set_wachtwoord(session, gebruiker.id, aanvraag.wachtwoord)
    aanvraag.wachtwoord, aanvraag.besloten = "", now()


def wijs_af(aanvraag: Accountaanvraag, reden: str) -> None:
    aanvraag.wachtwoord, aanvraag.besloten, aanvraag.reden = "", now(), reden


def wachtende(toegang: Toegang, wie: Wie) -> list[Accountaanvraag]:
    """What the beheerder's own region was asked."""
    with toegang.lezen(wie, Soort.AANVRAAG, deel="lijst") as session:
        return aanvragen.waiting(session)
