"""Makes a backup, while the server runs."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from knowledge.errors import InvoerFout
from web import migrations
from web.backup import postgresql, sqlite
from web.backup.archive import Writer
from web.database import Database
from web.settings import Settings

FILES = "bestanden/"
PASSING = {"tijdelijk", "onderweg"}
"""Folders of uploads that are under way."""


def make(settings: Settings, target: Path) -> int:
    """Write everything into one archive, whole or not at all. Returns the number of its parts.

    The database comes first: a file that it names was there before, and is copied after. Raises InvoerFout
    when the target exists or lies in the data folder, and when there is no database.
    """
    if target.exists():
        raise InvoerFout(f"{target} bestaat al. Kies een andere naam voor de back-up.")
    if target.resolve().is_relative_to(settings.data.resolve()):
        raise InvoerFout(f"{target} ligt in de map die u bewaart. Zet de back-up ergens anders neer.")
    database = Database(settings.database_url)
    engine = database.engine
    kind = engine.dialect.name
    revision = _revision(engine)
    try:
        handle, name = tempfile.mkstemp(dir=target.absolute().parent, prefix=f".{target.name}.")
    except OSError as fout:
        raise InvoerFout(f"{target}: kan hier niet schrijven ({fout.strerror}).") from fout
    half = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            archive = Writer(out)
            facts = (sqlite if kind == "sqlite" else postgresql).write(engine, archive)
            for path in _files(settings.data, sqlite.files(engine) if kind == "sqlite" else set()):
                _add(archive, FILES + path.relative_to(settings.data).as_posix(), path)
            moment = datetime.now(UTC).isoformat(timespec="seconds")
            parts = archive.close({"gemaakt": moment, "soort": kind, "revisie": revision, **facts})
            out.flush()
            os.fsync(out.fileno())
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
        database.close()
    return parts


def _revision(engine: Engine) -> str:
    # SQLite would make the database that it does not find.
    if engine.dialect.name != "sqlite" or sqlite.exists(engine):
        with engine.connect() as connection:
            if revision := migrations.current(connection):
                return revision
    raise InvoerFout("Hier is geen database van Thuisplek. Kijk naar THUISPLEK_DATA en DATABASE_URL.")


def _files(root: Path, without: set[Path]) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - PASSING)
        for path in (Path(folder) / name for name in sorted(names)):
            if path not in without and path.is_file() and not path.is_symlink():
                yield path


def _add(archive: Writer, name: str, path: Path) -> None:
    # A file that somebody removes just now is not in the backup, as if it was made a moment later.
    with suppress(FileNotFoundError), path.open("rb") as stream:
        archive.add(name, stream, os.fstat(stream.fileno()).st_size)
