"""Limits every session to the rows of one organisation, by itself: no query has to think of it.

Reading: SQLAlchemy adds the condition to each SELECT, UPDATE and DELETE on a table of `Eigendom`. A condition
takes time, also where it has no part in a statement. So only those go along that could: of each table that
the statement names, and of each that may be loaded along from there.
Writing: a new, changed or removed row of somebody else stops the flush.
"""

from functools import lru_cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Executable, FromClause, Table, event, inspect, or_
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.sql import visitors
from sqlalchemy.sql.base import ExecutableOption

from web.models.base import Base
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
    tables = _named(state.statement)
    state.statement = state.statement.options(*_conditions(organisatie_id, writing, tables))


def _named(statement: Executable) -> frozenset[Table]:
    """The tables that a statement names anywhere: also in a subquery, under an alias, or by a column only."""
    found: set[Table] = set()
    for part in visitors.iterate(cast(visitors.ExternallyTraversible, statement)):
        table: FromClause | None = part if isinstance(part, FromClause) else getattr(part, "table", None)
        while table is not None and not isinstance(table, Table):
            # What an alias stands for; the parts of a join or a subquery come by themselves.
            table = getattr(table, "element", None)
        if table is not None:
            found.add(table)
    return frozenset(found)


@lru_cache(maxsize=1024)
def _conditions(organisatie_id: str, writing: bool, tables: frozenset[Table]) -> tuple[ExecutableOption, ...]:
    """A condition for each table, and no lambda: SQLAlchemy may keep what a lambda gave for somebody else."""
    return tuple(
        with_loader_criteria(
            table,
            _own(table, organisatie_id) if writing else _visible(table, organisatie_id),
            include_aliases=True,
        )
        for table in _owned(tables)
        if writing or not table.iedereen_leest
    )


@lru_cache(maxsize=1024)
def _owned(tables: frozenset[Table]) -> tuple[type[Eigendom], ...]:
    """The tables of `Eigendom` among these, and those that their rows may bring along."""
    reached: set[Mapper[Any]] = {m for m in Base.registry.mappers if m.local_table in tables}
    while more := {r.mapper for mapper in reached for r in mapper.relationships} - reached:
        reached |= more
    return tuple(table for table in Eigendom.__subclasses__() if inspect(table) in reached)


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
