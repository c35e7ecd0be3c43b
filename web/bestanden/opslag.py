"""The store of files: put in by stream, known by SHA-256, checked when read, swept when nobody knows them."""

import hashlib
import re
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BufferedIOBase
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from web.bestanden.plekken import ONDERWEG, FsspecPlek, MapPlek, Plek

_SLEUTEL = re.compile(r"[0-9a-f]{64}")
_STUK = 256 * 1024
WEES_NA = timedelta(hours=24)
"""A file that no row names may belong to an upload that is still under way; after so long it does not."""


class BestandWeg(Exception):
    """No file has this key."""


class BestandKapot(Exception):
    """The bytes are not those that were put in."""


class Schrijver:
    """Takes the bytes of a new file. `sleutel` and `grootte` are final once the file is whole."""

    def __init__(self, naar: BinaryIO) -> None:
        self._naar = naar
        self._hash = hashlib.sha256()
        self.grootte = 0

    def write(self, stuk: bytes) -> int:
        self._naar.write(stuk)
        self._hash.update(stuk)
        self.grootte += len(stuk)
        return len(stuk)

    def flush(self) -> None:
        self._naar.flush()

    @property
    def sleutel(self) -> str:
        """SHA-256 in hexadecimal digits of what was written so far."""
        return self._hash.hexdigest()


class Lezer(BufferedIOBase):
    """Reads a file from begin to end, and raises BestandKapot there when its bytes have changed."""

    def __init__(self, van: BinaryIO, sleutel: str) -> None:
        self._van = van
        self._sleutel = sleutel
        self._hash = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        stuk = self._van.read(-1 if size is None else size)
        self._hash.update(stuk)
        if (not stuk and size != 0) or size is None or size < 0:
            self._controleer()
        return stuk

    def _controleer(self) -> None:
        if self._hash.hexdigest() != self._sleutel:
            raise BestandKapot(self._sleutel)

    def close(self) -> None:
        self._van.close()
        super().close()

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class Bestanden:
    """Keys are SHA-256 in 64 hexadecimal digits. Raises ValueError for what is no key."""

    plek: Plek

    @contextmanager
    def nieuw(self) -> Iterator[Schrijver]:
        """Write a file; it is there, whole, after the block. An error in the block leaves nothing."""
        tijdelijk, uit = self.plek.begin()
        schrijver = Schrijver(uit)
        try:
            with uit:
                yield schrijver
            self.plek.maak_af(tijdelijk, _naam(schrijver.sleutel))
        except BaseException:
            self.plek.verwijder(tijdelijk)
            raise

    def put(self, stroom: BinaryIO) -> Schrijver:
        """Keep all bytes of a stream; its key and size are in what this gives."""
        with self.nieuw() as schrijver:
            while stuk := stroom.read(_STUK):
                schrijver.write(stuk)
        return schrijver

    @contextmanager
    def get(self, sleutel: str) -> Iterator[Lezer]:
        """Read a file. Don't trust what was read before its end was: only then it is checked.

        Raises BestandWeg, and at the end of the file BestandKapot.
        """
        try:
            van = self.plek.open(_naam(sleutel))
        except FileNotFoundError as fout:
            raise BestandWeg(sleutel) from fout
        with Lezer(van, sleutel) as lezer:
            yield lezer

    def haal(self, sleutel: str, pad: Path) -> None:
        """Copy a file to a path; a broken one leaves nothing there. Raises as `get`."""
        try:
            with self.get(sleutel) as van, pad.open("wb") as naar:
                shutil.copyfileobj(van, naar, _STUK)
        except (BestandWeg, BestandKapot):
            pad.unlink(missing_ok=True)
            raise

    def delete(self, sleutel: str) -> None:
        self.plek.verwijder(_naam(sleutel))

    def list(self) -> Iterator[str]:
        """The keys of all whole files."""
        for naam, _ in self.plek.namen():
            if not naam.startswith(f"{ONDERWEG}/"):
                yield naam.partition("/")[2]

    def veeg(self, bekend: Collection[str], nu: datetime) -> int:
        """Remove what is older than a day and named by no row; `bekend`: the keys in the database.

        Returns how many files went. `nu` carries its time zone.
        """
        oud = [naam for naam, tijd in self.plek.namen() if nu - _utc(tijd) > WEES_NA]
        weg = [naam for naam in oud if naam.partition("/")[2] not in bekend]
        for naam in weg:
            self.plek.verwijder(naam)
        return len(weg)


def open_bestanden(adres: str, data: Path) -> Bestanden:
    """The store at an address: a folder, an fsspec address, or "" for a folder in the data folder."""
    if "://" in adres:
        return Bestanden(FsspecPlek(adres))
    return Bestanden(MapPlek(Path(adres) if adres else data / "bestanden"))


def _naam(sleutel: str) -> str:
    if not _SLEUTEL.fullmatch(sleutel):
        raise ValueError("no key of ours")
    return f"{sleutel[:2]}/{sleutel}"


def _utc(tijd: datetime) -> datetime:
    return tijd if tijd.tzinfo else tijd.replace(tzinfo=UTC)
