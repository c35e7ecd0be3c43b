"""Limits every session to the rows of one organisation, by itself: no query has to think of it.

Reading: SQLAlchemy adds the condition to each SELECT, UPDATE and DELETE on a table of `Eigendom`.
Writing: a new, changed or removed row of somebody else stops the flush.
"""

from typing import Any

from sqlalchemy import ColumnElement, event, or_
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

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
    # A condition for each table, and no lambda: SQLAlchemy may keep what a lambda gave for somebody else.
    for table in Eigendom.__subclasses__():
        if table.iedereen_leest and not writing:
            continue
        condition = _own(table, organisatie_id) if writing else _visible(table, organisatie_id)
        state.statement = state.statement.options(
            with_loader_criteria(table, condition, include_aliases=True)
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
