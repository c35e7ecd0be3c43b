"""Files of users under the data folder: uploads come in whole, under names of ours, and can be removed."""

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

from web.settings import Settings

_ID = re.compile(r"[0-9a-f]{24}")
_LONGEST = 120


class Upload(Protocol):
    """An uploaded file, as Starlette gives it."""

    @property
    def filename(self) -> str | None: ...
    @property
    def file(self) -> BinaryIO: ...


class Opslag:
    """Folders by kind ("plaatsing", "inschrijving") and random id."""

    def __init__(self, settings: Settings) -> None:
        self.root = settings.data

    def folder(self, kind: str, id: str) -> Path:
        """The folder of one ronde or inschrijving; it need not exist yet."""
        if not _ID.fullmatch(id):
            raise ValueError("no id of ours")
        return self.root / kind / id

    def remove(self, kind: str, id: str) -> None:
        shutil.rmtree(self.folder(kind, id), ignore_errors=True)

    def remove_leftovers(self, before: datetime) -> int:
        """Remove uploads in between that a stopped server left; `before`: UTC. Returns how many."""
        folders = list((self.root / "tijdelijk").glob("*"))
        moment = before.replace(tzinfo=UTC).timestamp()
        old = [folder for folder in folders if folder.stat().st_mtime < moment]
        for folder in old:
            shutil.rmtree(folder, ignore_errors=True)
        return len(old)

    @contextmanager
    def received(self, uploads: Sequence[Upload]) -> Iterator[list[Path]]:
        """The uploads as files in a temporary folder, under their cleaned names."""
        (self.root / "tijdelijk").mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.root / "tijdelijk") as folder:
            paths: list[Path] = []
            for upload in uploads:
                path = _free(Path(folder) / safe_name(upload.filename or ""))
                with path.open("wb") as out:
                    shutil.copyfileobj(upload.file, out)
                paths.append(path)
            yield paths


def safe_name(name: str) -> str:
    """The last part of an uploaded file's name, without what a file system or a page could trip over."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = unicodedata.normalize("NFC", last)
    plain = "".join(c for c in plain if c.isprintable() and c not in '<>:"/|?*').strip(". ")
    if not plain:
        return "bestand"
    path = PurePosixPath(plain)
    suffix = path.suffix[:10]
    return path.name.removesuffix(path.suffix)[: _LONGEST - len(suffix)] + suffix


def _free(path: Path) -> Path:
    number, candidate = 1, path
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return candidate
