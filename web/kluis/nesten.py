"""The key of a vault, locked behind two people: whoever has one of their keys has nothing.

For each two people, in each order, the vault's key is locked with the key of the second, and the result with
the key of the first. The first takes off the outer layer; what comes out only the second can open.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import permutations

from pyrage import decrypt, encrypt, x25519

MINST, MEEST = 2, 5
"""People who hold a key: two open, more are there for when one is ill."""


@dataclass(frozen=True, slots=True)
class Laag:
    """The vault's key for one pair in one order; age text."""

    eerste: str
    tweede: str
    versleuteld: str


@dataclass(frozen=True, slots=True)
class Kluis:
    """`ontvanger`: the public key that bids are locked with. The private one exists in `lagen` only."""

    ontvanger: str
    lagen: tuple[Laag, ...]


def maak_kluis(publiek: Mapping[str, str]) -> Kluis:
    """A new vault for these people: from id to public key, at least two of different keys.

    Raises ValueError for fewer.
    """
    if len(set(publiek.values())) != len(publiek) or len(publiek) < MINST:
        raise ValueError("two people with a key of their own are needed")
    sleutel = x25519.Identity.generate()
    lagen = tuple(
        Laag(eerste, tweede, sluit(sluit(str(sleutel), publiek[tweede]), publiek[eerste]))
        for eerste, tweede in permutations(publiek, 2)
    )
    return Kluis(str(sleutel.to_public()), lagen)


def sluit(tekst: str, publiek: str) -> str:
    """Lock a text with a public key."""
    return bytes(encrypt(tekst.encode(), [x25519.Recipient.from_str(publiek)], armored=True)).decode()


def open_laag(versleuteld: str, sleutel: x25519.Identity) -> str:
    """Take one layer off. Raises pyrage.DecryptError when it is not this key's."""
    return bytes(decrypt(versleuteld.encode(), [sleutel])).decode()


def kluissleutel(tekst: str) -> x25519.Identity:
    """The key of the vault once both layers are off."""
    return x25519.Identity.from_str(tekst)
