"""What all tables share: the declarative base, random ids and times in UTC."""

import secrets
from datetime import UTC, datetime

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    # Names of our own for keys and indexes: a migration can only drop what has a name.
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )


def new_id() -> str:
    """An id that can't be guessed: 24 hexadecimal digits."""
    return secrets.token_hex(12)


def now() -> datetime:
    """Now in UTC, without a zone (SQLite keeps none)."""
    return datetime.now(UTC).replace(tzinfo=None)
