"""What all tables share: the declarative base, random ids and times in UTC."""

import secrets
from datetime import UTC, datetime

from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


def new_id() -> str:
    """An id that can't be guessed: 24 hexadecimal digits."""
    return secrets.token_hex(12)


def now() -> datetime:
    """Now in UTC, without a zone (SQLite keeps none)."""
    return datetime.now(UTC).replace(tzinfo=None)
