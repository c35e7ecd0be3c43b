"""Where files lie: a folder of this computer, or any place that fsspec can reach (S3, memory).

A place writes a file under a name that nobody looks for, and gives it its own name once it is whole. So a
file is whole or absent, also after the power fails.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast

ONDERWEG = "onderweg"
"""Folder of what is not whole yet."""


class Plek(Protocol):
    """Names have the form "ab/abcd..."."""

    def begin(self) -> tuple[str, BinaryIO]:
        """A new file under a temporary name, and that name."""

    def maak_af(self, tijdelijk: str, naam: str) -> None:
        """Give a file that was written and closed its own name. There may be one already: the same bytes."""

    def open(self, naam: str) -> BinaryIO:
        """Raises FileNotFoundError."""

    def verwijder(self, naam: str) -> None:
        """Also when it is not there."""

    def namen(self) -> Iterator[tuple[str, datetime]]:
        """All files, those under way too, with the moment they were written (UTC)."""


class MapPlek:
    """A folder. What is written is on the disk itself before it gets its name."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def begin(self) -> tuple[str, BinaryIO]:
        naam = f"{ONDERWEG}/{secrets.token_hex(16)}"
        pad = self.root / naam
        pad.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return naam, pad.open("xb")

    def maak_af(self, tijdelijk: str, naam: str) -> None:
        doel = self.root / naam
        doel.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self.root / tijdelijk).open("rb") as geschreven:
            os.fsync(geschreven.fileno())
        (self.root / tijdelijk).replace(doel)
        _sync_folder(doel.parent)

    def open(self, naam: str) -> BinaryIO:
        return (self.root / naam).open("rb")

    def verwijder(self, naam: str) -> None:
        (self.root / naam).unlink(missing_ok=True)

    def namen(self) -> Iterator[tuple[str, datetime]]:
        for pad in self.root.glob("*/*"):
            # A file can go while we look.
            with suppress(FileNotFoundError):
                tijd = datetime.fromtimestamp(pad.stat().st_mtime, UTC)
                yield pad.relative_to(self.root).as_posix(), tijd


class FsspecPlek:
    """A place by its address, for instance s3://bucket/prefix or memory://bestanden."""

    def __init__(self, adres: str) -> None:
        from fsspec.core import url_to_fs

        # Other servers write here too: a list that is remembered would be an old one.
        extra = {"use_listings_cache": False} if adres.startswith("s3:") else {}
        self._fs: Any
        self._fs, root = url_to_fs(adres, **extra)
        self._root = root.rstrip("/")

    def begin(self) -> tuple[str, BinaryIO]:
        naam = f"{ONDERWEG}/{secrets.token_hex(16)}"
        self._fs.makedirs(f"{self._root}/{ONDERWEG}", exist_ok=True)
        return naam, cast(BinaryIO, self._fs.open(f"{self._root}/{naam}", "wb"))

    def maak_af(self, tijdelijk: str, naam: str) -> None:
        self._fs.makedirs(f"{self._root}/{naam.partition('/')[0]}", exist_ok=True)
        self._fs.mv(f"{self._root}/{tijdelijk}", f"{self._root}/{naam}")

    def open(self, naam: str) -> BinaryIO:
        return cast(BinaryIO, self._fs.open(f"{self._root}/{naam}", "rb"))

    def verwijder(self, naam: str) -> None:
        with suppress(FileNotFoundError):
            self._fs.rm_file(f"{self._root}/{naam}")

    def namen(self) -> Iterator[tuple[str, datetime]]:
        try:
            gevonden = self._fs.find(self._root, detail=True)
        except FileNotFoundError:
            return
        for pad in gevonden:
            yield pad[len(self._root) :].lstrip("/"), self._fs.modified(pad)


def _sync_folder(map_: Path) -> None:
    """The new name is on the disk too (Windows has no such thing)."""
    if os.name != "posix":
        return
    handle = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
