"""Queries on the log."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import func, insert, or_, select, text
from sqlalchemy.orm import Session

from web.models.logregel import Logregel

_LOCK = 7_513
"""Any number will do, as long as it is the log's own."""
_TABLE = Logregel.__table__
# Without the work that SQLAlchemy does for objects: every read of a page writes a line.
_LAST = select(_TABLE.c.nummer, _TABLE.c.hash).order_by(_TABLE.c.nummer.desc()).limit(1)


def lock(session: Session) -> None:
    """Wait for other writers of the log; held until this session ends. (SQLite has one writer as it is.)"""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})


def last(session: Session) -> tuple[int, str]:
    """Number and hash of the last line; 0 and "" of an empty log."""
    found = session.execute(_LAST).first()
    return (found.nummer, found.hash) if found else (0, "")


def add(session: Session, lines: Sequence[Mapping[str, Any]]) -> None:
    """Lines by the names of their columns."""
    session.execute(insert(_TABLE), lines)  # type: ignore[arg-type]


def all_in_order(session: Session) -> Iterator[Logregel]:
    """Every line, a few at a time: a log can be long."""
    query = select(Logregel).order_by(Logregel.nummer).execution_options(yield_per=1000)
    yield from session.scalars(query)


def page(
    session: Session, organisatie_id: str, zoek: str, offset: int, limit: int
) -> tuple[list[Logregel], int]:
    """Lines of the people of one organisation, the latest first, and how many there are."""
    query = select(Logregel).where(Logregel.organisatie_id == organisatie_id)
    for woord in zoek.split():
        velden = (
            Logregel.gebruiker,
            Logregel.handeling,
            Logregel.uitkomst,
            Logregel.soort,
            Logregel.record,
            Logregel.deel,
        )
        query = query.where(or_(*(veld.icontains(woord, autoescape=True) for veld in velden)))
    aantal = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    regels = session.scalars(query.order_by(Logregel.nummer.desc()).offset(offset).limit(limit))
    return list(regels), aantal
