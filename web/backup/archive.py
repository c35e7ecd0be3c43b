"""The form of a backup: a tar file of parts, and at its end a manifest with the SHA-256 of each part.

A reader checks the whole archive before anything of it is used.
"""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any, BinaryIO

from knowledge.errors import InvoerFout

MANIFEST = "manifest.json"
SEAL = "manifest.sha256"
"""The last entry: the SHA-256 of the manifest itself."""
FORM = 1


class _Hashed:
    """A stream that is hashed as it is read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self.hash.update(piece)
        return piece


class Writer:
    """Adds parts, and at the end what is to be known of them."""

    def __init__(self, out: BinaryIO) -> None:
        self._tar = tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT)  # noqa: SIM115
        self._parts: dict[str, str] = {}

    def add(self, name: str, stream: BinaryIO, size: int) -> None:
        """One part of `size` bytes; OSError when the stream holds fewer."""
        hashed = _Hashed(stream)
        self._entry(name, hashed, size)
        self._parts[name] = hashed.hash.hexdigest()

    def close(self, facts: Mapping[str, Any]) -> int:
        """Write the manifest, with these facts besides the parts. Returns the number of parts."""
        manifest = json.dumps({"vorm": FORM, **facts, "delen": self._parts}, ensure_ascii=False, indent=1)
        seal = hashlib.sha256(manifest.encode()).hexdigest()
        for name, content in ((MANIFEST, manifest.encode()), (SEAL, seal.encode())):
            self._entry(name, io.BytesIO(content), len(content))
        self._tar.close()
        return len(self._parts)

    def _entry(self, name: str, stream: Any, size: int) -> None:
        info = tarfile.TarInfo(name)
        info.size, info.mode = size, 0o600
        self._tar.addfile(info, stream)


class Reader:
    """The parts of an archive that was checked. `facts`: what the manifest says besides the parts."""

    def __init__(self, tar: tarfile.TarFile, names: list[str], facts: dict[str, Any]) -> None:
        self._tar = tar
        self._names = names
        self.facts = facts

    def names(self, start: str) -> list[str]:
        return [name for name in self._names if name.startswith(start)]

    def open(self, name: str) -> IO[bytes]:
        stream = self._tar.extractfile(name)
        assert stream
        return stream


@contextmanager
def read(source: Path) -> Iterator[Reader]:
    """Open and check an archive. Raises InvoerFout when it is no backup, or not whole and as it was made."""
    try:
        tar = tarfile.open(source, "r:")  # noqa: SIM115 - closed below; its errors are told apart from others
    except (OSError, tarfile.TarError) as fout:
        raise InvoerFout(f"{source}: dit bestand is niet te lezen als back-up ({fout}).") from fout
    with tar:
        try:
            facts = _checked(source, tar)
        except (OSError, tarfile.TarError, ValueError) as fout:
            raise InvoerFout(f"{source}: de back-up is beschadigd ({fout}).") from fout
        yield Reader(tar, list(facts.pop("delen")), facts)


def _checked(source: Path, tar: tarfile.TarFile) -> dict[str, Any]:
    entries = {info.name: info for info in tar}
    if MANIFEST not in entries or SEAL not in entries:
        raise InvoerFout(f"{source}: dit is geen hele back-up van Thuisplek (de inhoudsopgave ontbreekt).")
    manifest = _content(tar, MANIFEST)
    if hashlib.sha256(manifest).hexdigest().encode() != _content(tar, SEAL):
        raise InvoerFout(f"{source}: de back-up is beschadigd (de inhoudsopgave klopt niet).")
    facts: dict[str, Any] = json.loads(manifest)
    if facts["vorm"] != FORM:
        raise InvoerFout(f"{source}: deze back-up is gemaakt door een nieuwere versie van Thuisplek.")
    parts: dict[str, str] = facts["delen"]
    if set(parts) != set(entries) - {MANIFEST, SEAL}:
        raise InvoerFout(f"{source}: de back-up is beschadigd (er ontbreken delen, of er zijn er te veel).")
    for name, expected in parts.items():
        path = PurePosixPath(name)
        if not entries[name].isfile() or path.is_absolute() or ".." in path.parts:
            raise InvoerFout(f"{source}: in de back-up zit iets dat daar niet hoort ({name}).")
        with _stream(tar, name) as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != expected:  # type: ignore[arg-type]
                raise InvoerFout(f"{source}: de back-up is beschadigd ({name} is veranderd).")
    return facts


def _stream(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    stream = tar.extractfile(name)
    if stream is None:
        raise ValueError(name)
    return stream


def _content(tar: tarfile.TarFile, name: str) -> bytes:
    with _stream(tar, name) as stream:
        return stream.read()
