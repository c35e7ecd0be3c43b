"""What a beheerder may do with accounts: of the own organisation, and of those that the own region made."""

import re
import secrets
from collections.abc import Iterable

from sqlalchemy.orm import Session

from web.access import Wie
from web.auth import wachtwoorden
from web.contexts import Veldfout
from web.models.gebruiker import Gebruiker, Rol
from web.models.organisatie import Organisatie, Organisatiesoort
from web.repositories import gebruikers, sessies, tweede_stappen

TOEGESTAAN = {
    Organisatiesoort.REGIO: (Rol.COORDINATOR, Rol.BEOORDELAAR, Rol.HOOFDBEOORDELAAR, Rol.BEHEERDER),
    Organisatiesoort.AANBIEDER: (Rol.INSCHRIJVER, Rol.BEHEERDER),
}
"""Rollen by kind of organisation: who bids does not judge."""
_INLOGNAAM = re.compile(r"[a-z0-9][a-z0-9._+-]*(@[a-z0-9-]+(\.[a-z0-9-]+)+)?")
_TEKENS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without what looks alike."""


def beheerde(session: Session, wie: Wie) -> list[Organisatie]:
    """The own organisation first."""
    eigen = gebruikers.organisatie(session, wie.organisatie_id)
    assert eigen
    return [eigen, *gebruikers.beheerde_organisaties(session, eigen.id)]


def is_regio(session: Session, wie: Wie) -> bool:
    eigen = gebruikers.organisatie(session, wie.organisatie_id)
    return eigen is not None and eigen.soort == Organisatiesoort.REGIO


def vind_organisatie(session: Session, wie: Wie, organisatie_id: str) -> Organisatie | None:
    return next((o for o in beheerde(session, wie) if o.id == organisatie_id), None)


def vind_gebruiker(session: Session, wie: Wie, gebruiker_id: str) -> Gebruiker | None:
    gebruiker = gebruikers.get(session, gebruiker_id)
    if gebruiker is None or vind_organisatie(session, wie, gebruiker.organisatie_id) is None:
        return None
    return gebruiker


def fouten_in(
    session: Session,
    organisatie: Organisatie,
    naam: str,
    rollen: Iterable[str],
    inlognaam: str | None = None,
) -> tuple[Veldfout, ...]:
    """What is wrong with an account. `inlognaam`: of a new one."""
    fouten = []
    if not naam:
        fouten.append(Veldfout("naam", "Vul de naam in."))
    if inlognaam is not None:
        if not is_inlognaam(inlognaam):
            fouten.append(
                Veldfout("inlognaam", "Vul een e-mailadres in, of een korte naam zonder spaties: j.jansen.")
            )
        elif gebruikers.by_inlognaam(session, inlognaam) is not None:
            fouten.append(Veldfout("inlognaam", "Deze inlognaam bestaat al. Kies een andere."))
    gekozen = set(rollen)
    if not gekozen:
        fouten.append(Veldfout("rollen", "Kies een of meer rollen."))
    elif not gekozen <= {rol.value for rol in TOEGESTAAN[Organisatiesoort(organisatie.soort)]}:
        fouten.append(Veldfout("rollen", "Deze rol past niet bij deze organisatie."))
    return tuple(fouten)


def is_inlognaam(tekst: str) -> bool:
    """Whether this may be the name of an account."""
    return _INLOGNAAM.fullmatch(tekst) is not None


def geef_eenmalig(session: Session, gebruiker: Gebruiker) -> str:
    """A new one-time password; the second step is set up anew, and all log-ins end."""
    wachtwoord = "-".join("".join(secrets.choice(_TEKENS) for _ in range(5)) for _ in range(4))
    gebruikers.set_wachtwoord(session, gebruiker.id, wachtwoorden.hash_van(wachtwoord), eenmalig=True)
    tweede_stappen.verwijder(session, gebruiker.id)
    sessies.remove_of(session, gebruiker.id)
    return wachtwoord


def eerste_beheerder(
    session: Session, organisatie: str, inlognaam: str = "beheerder", naam: str = "Beheerder"
) -> str:
    """The account that makes all others, in a region of this name, with a one-time password. An account that
    is there already gets a new one-time password, and is open again."""
    gebruiker = gebruikers.by_inlognaam(session, inlognaam)
    if gebruiker is None:
        regio = gebruikers.organisatie_by_naam(session, organisatie) or gebruikers.add_organisatie(
            session, organisatie, Organisatiesoort.REGIO
        )
        gebruiker = gebruikers.add(session, regio, inlognaam, naam, frozenset({Rol.BEHEERDER}))
    gebruiker.actief = True
    return geef_eenmalig(session, gebruiker)
