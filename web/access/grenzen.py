"""Limits every session to the rows of one organisation, by itself: no query has to think of it.

Reading: SQLAlchemy adds the condition to each SELECT, UPDATE and DELETE on a table of `Eigendom`.
Writing: a new, changed or removed row of somebody else stops the flush.
"""

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, event, or_
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.sql.base import ExecutableOption

from web.models.eigendom import Eigendom

_KEY = "organisatie_id"


class GrensFout(Exception):
    """A row of another organisation was about to be written: a fault in our code."""


def begrens(session: Session, organisatie_id: str) -> None:
    """From now on this session sees and writes rows of this organisation only."""
    session.info[_KEY] = organisatie_id


@event.listens_for(Session, "do_orm_execute")
def _limit(state: ORMExecuteState) -> None:
    organisatie_id = state.session.info.get(_KEY)
    if organisatie_id is None or state.is_column_load:
        return
    writing = state.is_update or state.is_delete
    state.statement = state.statement.options(*_conditions(organisatie_id, writing))


@lru_cache(maxsize=256)
def _conditions(organisatie_id: str, writing: bool) -> tuple[ExecutableOption, ...]:
    """A condition for each table, and no lambda: SQLAlchemy may keep what a lambda gave for somebody else."""
    return tuple(
        with_loader_criteria(
            table,
            _own(table, organisatie_id) if writing else _visible(table, organisatie_id),
            include_aliases=True,
        )
        for table in Eigendom.__subclasses__()
        if writing or not table.iedereen_leest
    )


def _own(table: Any, organisatie_id: str) -> ColumnElement[bool]:
    own: ColumnElement[bool] = table.eigenaar_id == organisatie_id
    return own


def _visible(table: Any, organisatie_id: str) -> ColumnElement[bool]:
    return or_(table.eigenaar_id == organisatie_id, table.gedeeld_met_id == organisatie_id)


@event.listens_for(Session, "before_flush")
def _hold(session: Session, *_: object) -> None:
    organisatie_id = session.info.get(_KEY)
    if organisatie_id is None:
        return
    changed = [row for row in session.dirty if session.is_modified(row)]
    for row in (*session.new, *changed, *session.deleted):
        if isinstance(row, Eigendom) and row.eigenaar_id != organisatie_id:
            raise GrensFout(type(row).__name__)
