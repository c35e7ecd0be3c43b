"""Queries on the log."""

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from web.models.logregel import Logregel

_LOCK = 7_513
"""Any number will do, as long as it is the log's own."""


def lock(session: Session) -> None:
    """Wait for other writers of the log; held until this session ends. (SQLite has one writer as it is.)"""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})


def last(session: Session) -> Logregel | None:
    return session.scalars(select(Logregel).order_by(Logregel.nummer.desc()).limit(1)).first()
