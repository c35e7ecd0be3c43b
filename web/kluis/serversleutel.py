"""The key of the server itself: once two people have opened a vault, the vault's key is locked with this one,
so that the server can read the bids for the assessors. The secrets of people's code apps are locked with it
too: a copy of the database alone gives nobody a second step."""

import secrets
from contextlib import suppress
from pathlib import Path

from pyrage import x25519

from knowledge.errors import InvoerFout

_NAAM = "server.agekey"


def serversleutel(map_: Path) -> x25519.Identity:
    """The key in this folder, made at the first use. Raises InvoerFout when the file holds no key."""
    pad = map_ / _NAAM
    if not pad.exists():
        map_.mkdir(parents=True, exist_ok=True, mode=0o700)
        eigen = map_ / f"{_NAAM}.{secrets.token_hex(8)}"
        eigen.touch(mode=0o600)
        try:
            eigen.write_text(f"{x25519.Identity.generate()}\n", encoding="ascii")
            # A link fails when it is there: of two servers that start at once, one makes the key.
            with suppress(FileExistsError):
                pad.hardlink_to(eigen)
        finally:
            eigen.unlink()
    try:
        return x25519.Identity.from_str(pad.read_text(encoding="ascii").strip())
    except Exception as fout:
        raise InvoerFout(
            f"{_NAAM}: in dit bestand zit geen sleutel. Zet het terug uit een back-up."
        ) from fout
