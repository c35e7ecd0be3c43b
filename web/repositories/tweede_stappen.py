"""Queries on the second step of local accounts."""

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from web.models.tweede_stap import Herstelcode, TweedeStap


def get(session: Session, gebruiker_id: str) -> TweedeStap | None:
    return session.get(TweedeStap, gebruiker_id)


def zet(session: Session, gebruiker_id: str, geheim: str) -> None:
    """A new locked secret, that still has to be confirmed."""
    session.merge(TweedeStap(gebruiker_id=gebruiker_id, geheim=geheim, bevestigd=False, laatste=0))


def gebruik(session: Session, gebruiker_id: str, nummer: int) -> bool:
    """Use the code of this half minute; False when it, or a later one, was used."""
    query = update(TweedeStap).where(TweedeStap.gebruiker_id == gebruiker_id, TweedeStap.laatste < nummer)
    done = session.execute(query.values(laatste=nummer, bevestigd=True).returning(TweedeStap.gebruiker_id))
    return done.first() is not None


def verwijder(session: Session, gebruiker_id: str) -> None:
    session.execute(delete(TweedeStap).where(TweedeStap.gebruiker_id == gebruiker_id))
    session.execute(delete(Herstelcode).where(Herstelcode.gebruiker_id == gebruiker_id))


def zet_herstelcodes(session: Session, gebruiker_id: str, hashes: list[str]) -> None:
    """In place of all earlier ones."""
    session.execute(delete(Herstelcode).where(Herstelcode.gebruiker_id == gebruiker_id))
    session.add_all(Herstelcode(gebruiker_id=gebruiker_id, hash=hash_) for hash_ in hashes)


def gebruik_herstelcode(session: Session, gebruiker_id: str, hash_: str) -> bool:
    query = delete(Herstelcode).where(Herstelcode.gebruiker_id == gebruiker_id, Herstelcode.hash == hash_)
    return session.execute(query.returning(Herstelcode.hash)).first() is not None


def aantal_herstelcodes(session: Session, gebruiker_id: str) -> int:
    query = select(func.count()).select_from(Herstelcode).where(Herstelcode.gebruiker_id == gebruiker_id)
    return session.scalar(query) or 0
