"""A SQLite database in and out of an archive: one part, the file itself as SQLite's own backup gives it."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from knowledge.errors import InvoerFout
from web.backup.archive import Reader, Writer

PART = "database/thuisplek.sqlite3"


def write(engine: Engine, archive: Writer) -> dict[str, Any]:
    """A copy at one moment, also while others write."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        with closing(sqlite3.connect(_file(engine))) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        with copy.open("rb") as stream:
            archive.add(PART, stream, copy.stat().st_size)
    return {}


def exists(engine: Engine) -> bool:
    return _file(engine).exists()


def hold_empty(engine: Engine) -> None:
    """Raises InvoerFout when there is a database already."""
    if exists(engine):
        raise InvoerFout(
            f"{_file(engine)}: hier staat al een database. Een back-up gaat terug naar een lege plek."
        )


def fill(engine: Engine, archive: Reader) -> None:
    """Put the file in its place; call `hold_empty` first."""
    file = _file(engine)
    file.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(PART) as source, file.open("xb") as target:
        shutil.copyfileobj(source, target)


def files(engine: Engine) -> set[Path]:
    """The files of the database, which the copy of the data folder leaves out."""
    file = _file(engine)
    return {file.with_name(file.name + end) for end in ("", "-wal", "-shm", "-journal")}


def _file(engine: Engine) -> Path:
    assert engine.url.database
    return Path(engine.url.database)
