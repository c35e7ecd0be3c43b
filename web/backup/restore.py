"""Puts a backup back into an empty place."""

import shutil
from pathlib import Path

from knowledge.errors import InvoerFout
from web import migrations
from web.backup import postgresql, sqlite
from web.backup.archive import Reader, read
from web.backup.make import FILES, STORE
from web.bestanden import open_bestanden
from web.database import Database
from web.settings import Settings

_KINDS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def restore(settings: Settings, source: Path) -> int:
    """Check the archive, put all of it back, and bring the database to this version. Returns the number of
    its files.

    Raises InvoerFout, and leaves the place empty, when the archive is damaged, of a later version or of
    another kind of database, and when the place is not empty.
    """
    database = Database(settings.database_url)
    kind = database.engine.dialect.name
    try:
        with read(source) as archive:
            _hold_ours(archive, source, kind)
            (sqlite if kind == "sqlite" else postgresql).hold_empty(database.engine)
            if any(path.is_file() for path in settings.data.rglob("*")):
                raise InvoerFout(f"In {settings.data} staan al bestanden. Kies een lege map.")
            store = open_bestanden(settings.bestanden, settings.data)
            if next(store.list(), None) is not None:
                raise InvoerFout(f"In {settings.bestanden} staan al bestanden. Kies een lege plek.")
            written: list[Path] = []
            stored: list[str] = []
            try:
                for name in archive.names(FILES):
                    written.append(settings.data / name.removeprefix(FILES))
                    _copy(archive, name, written[-1])
                for name in archive.names(STORE):
                    with archive.open(name) as stream:
                        stored.append(store.put(stream).sleutel)  # type: ignore[arg-type]
                if kind == "sqlite":
                    written += sqlite.files(database.engine)
                    sqlite.fill(database.engine, archive)
                else:
                    postgresql.fill(database.engine, archive)
            except BaseException:
                for path in written:
                    path.unlink(missing_ok=True)
                for key in stored:
                    store.delete(key)
                raise
        database.create_tables()
        return len(archive.names(FILES)) + len(archive.names(STORE))
    finally:
        database.close()


def _hold_ours(archive: Reader, source: Path, kind: str) -> None:
    theirs = archive.facts["soort"]
    if theirs != kind:
        raise InvoerFout(
            f"{source} is een back-up van {_KINDS[theirs]}, en hier is de database {_KINDS[kind]}. "
            "Zet hem terug op dezelfde soort database (zie DATABASE_URL)."
        )
    if not migrations.is_ours(archive.facts["revisie"]):
        raise InvoerFout(f"{source} is gemaakt door een andere versie van Thuisplek. Installeer die versie.")


def _copy(archive: Reader, name: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as stream, path.open("xb") as target:
        path.chmod(0o600)
        shutil.copyfileobj(stream, target)
