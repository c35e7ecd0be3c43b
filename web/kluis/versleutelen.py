"""Locks a file with a public key while it passes, and opens it again: piece by piece, never all in memory."""

import hashlib
from io import BufferedRandom
from typing import Protocol

from pyrage import DecryptError, EncryptError, decrypt_io, encrypt_io, x25519

from web.bestanden import BestandKapot


class Leesbaar(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class Schrijfbaar(Protocol):
    def write(self, stuk: bytes, /) -> int: ...
    def flush(self) -> None: ...


class Geteld:
    """Passes bytes on and remembers their number and their SHA-256."""

    def __init__(self, van: Leesbaar) -> None:
        self._van = van
        self._hash = hashlib.sha256()
        self.grootte = 0
        self.fout: BaseException | None = None
        """What went wrong while reading; pyrage would tell its words only."""

    def read(self, size: int = -1, /) -> bytes:
        try:
            stuk = self._van.read(size)
        except BaseException as fout:
            self.fout = fout
            raise
        self._hash.update(stuk)
        self.grootte += len(stuk)
        return stuk

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


def versleutel(van: Leesbaar, naar: Schrijfbaar, ontvanger: str) -> Geteld:
    """Lock all bytes of `van` into `naar`. Gives number and SHA-256 of the bytes before they were locked.

    Raises what reading `van` raises.
    """
    geteld = Geteld(van)
    try:
        encrypt_io(geteld, naar, [x25519.Recipient.from_str(ontvanger)])
    except EncryptError as fout:
        raise geteld.fout or fout from None
    naar.flush()
    return geteld


def ontsleutel(van: Leesbaar, naar: BufferedRandom, sleutel: x25519.Identity, sha256: str) -> None:
    """Open what `versleutel` locked. Raises BestandKapot unless the bytes are those with this hash."""
    try:
        decrypt_io(van, naar, [sleutel])
    except (DecryptError, OSError) as fout:
        # A piece that was changed is an OSError too, but without a number of the operating system.
        if isinstance(fout, OSError) and fout.errno is not None:
            raise
        raise BestandKapot(sha256) from fout
    naar.flush()
    naar.seek(0)
    if hashlib.file_digest(naar, "sha256").hexdigest() != sha256:
        raise BestandKapot(sha256)
