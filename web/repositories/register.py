"""Queries on the registers of groepen and jeugdigen."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from web.models.register import Registerimport, Registerrij, Registersoort, Registerwijziging


def rijen(session: Session, soort: Registersoort, eigenaar_id: str | None = None) -> list[Registerrij]:
    """Of all that this session sees, or of one organisation."""
    query = select(Registerrij).where(Registerrij.soort == soort.value)
    if eigenaar_id is not None:
        query = query.where(Registerrij.eigenaar_id == eigenaar_id)
    return list(session.scalars(query.order_by(Registerrij.sleutel)))


def velden(session: Session, soort: Registersoort) -> list[tuple[str, str, dict[str, str]]]:
    """(id, key, fields) of all rows by key; much faster than whole records when there are many."""
    query = select(Registerrij.id, Registerrij.sleutel, Registerrij.velden)
    query = query.where(Registerrij.soort == soort.value).order_by(Registerrij.sleutel)
    return [(rij_id, sleutel, waarden) for rij_id, sleutel, waarden in session.execute(query)]


def blad(
    session: Session, soort: Registersoort, van: int, hoogstens: int
) -> tuple[list[tuple[str, str, dict[str, str]]], int]:
    """Some rows by key, as `velden` gives them, and how many there are in all."""
    hier = Registerrij.soort == soort.value
    query = select(Registerrij.id, Registerrij.sleutel, Registerrij.velden).where(hier)
    query = query.order_by(Registerrij.sleutel).offset(van).limit(hoogstens)
    aantal = session.scalar(select(func.count(Registerrij.id)).where(hier)) or 0
    return [(rij_id, sleutel, waarden) for rij_id, sleutel, waarden in session.execute(query)], aantal


def get(session: Session, soort: Registersoort, rij_id: str) -> Registerrij | None:
    rij = session.get(Registerrij, rij_id)
    return rij if rij is not None and rij.soort == soort.value else None


def add(
    session: Session, eigenaar_id: str, soort: Registersoort, sleutel: str, velden: dict[str, str]
) -> Registerrij:
    rij = Registerrij(eigenaar_id=eigenaar_id, soort=soort.value, sleutel=sleutel, velden=velden)
    session.add(rij)
    session.flush()
    return rij


def add_wijzigingen(session: Session, wijzigingen: Iterable[Registerwijziging]) -> None:
    session.add_all(wijzigingen)


def wijzigingen(session: Session, rij_id: str) -> list[Registerwijziging]:
    """The latest first."""
    query = select(Registerwijziging).where(Registerwijziging.rij_id == rij_id)
    return list(session.scalars(query.order_by(Registerwijziging.tijd.desc(), Registerwijziging.veld)))


def remove(session: Session, rij: Registerrij) -> None:
    """With its history."""
    session.execute(delete(Registerwijziging).where(Registerwijziging.rij_id == rij.id))
    session.delete(rij)


def add_import(
    session: Session,
    eigenaar_id: str,
    bestanden: dict[str, str],
    kolommen: list[list[str]],
    opmerkingen: list[str],
) -> Registerimport:
    rij = Registerimport(
        eigenaar_id=eigenaar_id, bestanden=bestanden, kolommen=kolommen, opmerkingen=opmerkingen
    )
    session.add(rij)
    session.flush()
    return rij


def get_import(session: Session, import_id: str) -> Registerimport | None:
    return session.get(Registerimport, import_id)


def remove_import(session: Session, rij: Registerimport) -> None:
    session.delete(rij)


def imports_before(session: Session, gemaakt: datetime) -> list[Registerimport]:
    return list(session.scalars(select(Registerimport).where(Registerimport.gemaakt < gemaakt)))
