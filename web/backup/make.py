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
from web.bestanden import Bestanden, BestandKapot, BestandWeg, open_bestanden
from web.database import Database
from web.jobs.werk import WERK
from web.settings import Settings

FILES = "bestanden/"
STORE = "opslag/"
PASSING = {"tijdelijk", "onderweg", WERK}
"""Folders of uploads that are under way."""


def make(settings: Settings, target: Path) -> int:
    """Write everything into one archive, whole or not at all. Returns the number of its parts.

    The database comes first: a file that it names was there before, and is copied after. Raises InvoerFout
    when the target exists or lies in the data folder, there is no database, or a file in the store is broken.
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
            if settings.bestanden:
                _add_store(archive, open_bestanden(settings.bestanden, settings.data))
            moment = datetime.now(UTC).isoformat(timespec="seconds")
            parts = archive.close({"gemaakt": moment, "soort": kind, "revisie": revision, **facts})
            out.flush()
            os.fsync(out.fileno())
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
        database.close()
    return parts


def _add_store(archive: Writer, store: Bestanden) -> None:
    """Files that lie elsewhere. By way of a temporary file: only read to its end it is known to be whole."""
    with tempfile.TemporaryDirectory() as folder:
        for key in sorted(store.list()):
            path = Path(folder) / key
            try:
                store.haal(key, path)
            except BestandWeg:
                continue
            except BestandKapot as fout:
                raise InvoerFout(f"Bestand {key} in de opslag is beschadigd. Er is geen back-up.") from fout
            _add(archive, STORE + key, path)
            path.unlink()


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
