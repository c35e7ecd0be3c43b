"""Queries on what counts tries."""

from datetime import datetime

from sqlalchemy import DateTime, bindparam, delete, text, update
from sqlalchemy.orm import Session

from web.models.teller import Teller

# One statement, so that processes that count at the same moment never lose one.
_TEL = text(
    "INSERT INTO tellers (sleutel, begin, aantal) VALUES (:sleutel, :begin, 1) "
    "ON CONFLICT (sleutel) DO UPDATE SET begin = excluded.begin, "
    "aantal = CASE WHEN tellers.begin = excluded.begin THEN tellers.aantal + 1 ELSE 1 END "
    "RETURNING aantal"
).bindparams(bindparam("begin", type_=DateTime()))


def tel(session: Session, sleutel: str, begin: datetime) -> int:
    """One more in the stretch that starts at `begin`; gives how many there are now."""
    return int(session.execute(_TEL, {"sleutel": sleutel, "begin": begin}).scalar_one())


def een_minder(session: Session, sleutel: str) -> None:
    query = update(Teller).where(Teller.sleutel == sleutel, Teller.aantal > 0)
    session.execute(query.values(aantal=Teller.aantal - 1))


def vergeet(session: Session, sleutel: str) -> None:
    session.execute(delete(Teller).where(Teller.sleutel == sleutel))


def ruim_op(session: Session, voor: datetime) -> None:
    session.execute(delete(Teller).where(Teller.begin < voor))
