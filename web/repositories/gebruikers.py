"""Queries on organisations, people who can log in, and their passwords."""

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.gebruiker import Gebruiker, Rol
from web.models.organisatie import Organisatie, Organisatiesoort
from web.models.wachtwoord import Wachtwoord

_LOCK = 7_002
"""Any number will do, as long as it is our own (see also web.database and web.repositories.log)."""


def add_organisatie(session: Session, naam: str, soort: Organisatiesoort, demo: bool = False) -> Organisatie:
    organisatie = Organisatie(naam=naam, soort=soort.value, demo=demo)
    session.add(organisatie)
    session.flush()
    return organisatie


def organisatie_by_naam(session: Session, naam: str) -> Organisatie | None:
    return session.scalars(select(Organisatie).where(Organisatie.naam == naam)).first()


def add(
    session: Session, organisatie: Organisatie, inlognaam: str, naam: str, rollen: frozenset[Rol]
) -> Gebruiker:
    gebruiker = Gebruiker(
        organisatie=organisatie, inlognaam=inlognaam.lower(), naam=naam, rollen=sorted(rollen)
    )
    session.add(gebruiker)
    session.flush()
    return gebruiker


def get(session: Session, gebruiker_id: str) -> Gebruiker | None:
    return session.get(Gebruiker, gebruiker_id)


def by_inlognaam(session: Session, inlognaam: str) -> Gebruiker | None:
    return session.scalars(select(Gebruiker).where(Gebruiker.inlognaam == inlognaam.strip().lower())).first()


def lock(session: Session) -> None:
    """Let no other server make the first people at the same moment; held until this session ends. (SQLite has
    one writer as it is.)"""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})


def count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Gebruiker)) or 0


def wachtwoord(session: Session, gebruiker_id: str) -> Wachtwoord | None:
    return session.get(Wachtwoord, gebruiker_id)


def set_wachtwoord(session: Session, gebruiker_id: str, hash_: str, *, eenmalig: bool = False) -> None:
    session.merge(Wachtwoord(gebruiker_id=gebruiker_id, hash=hash_, eenmalig=eenmalig, gemaakt=now()))


def of(session: Session, organisatie_id: str) -> list[Gebruiker]:
    """People of one organisation, by name."""
    query = select(Gebruiker).where(Gebruiker.organisatie_id == organisatie_id)
    return list(session.scalars(query.order_by(Gebruiker.naam, Gebruiker.id)))


def regios(session: Session) -> list[Organisatie]:
    """By name."""
    query = select(Organisatie).where(Organisatie.soort == Organisatiesoort.REGIO).order_by(Organisatie.naam)
    return list(session.scalars(query))


def organisatie(session: Session, organisatie_id: str) -> Organisatie | None:
    return session.get(Organisatie, organisatie_id)


def beheerde_organisaties(session: Session, organisatie_id: str) -> list[Organisatie]:
    """Those that this organisation made, by name."""
    query = select(Organisatie).where(Organisatie.beheerd_door_id == organisatie_id)
    return list(session.scalars(query.order_by(Organisatie.naam, Organisatie.id)))
