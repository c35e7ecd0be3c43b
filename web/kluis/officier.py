"""The key of one person who may help to open a vault: an age identity in a file, locked by a passphrase.

We keep its public part only. The file is an ordinary age file: the tool `age` opens it too.
"""

import re
from dataclasses import dataclass

from pyrage import DecryptError, passphrase, x25519

from knowledge.errors import InvoerFout

KORTSTE_WACHTZIN = 12
"""Characters."""
LANGSTE_BESTAND = 10_000
"""Bytes of a key file; ours are some 500."""
_ZWAARST = 20
"""The largest scrypt work factor that we try: 2^20 takes seconds and 1 GB."""
_KOP = re.compile(rb"^age-encryption\.org/v1\n-> scrypt \S+ (\d{1,2})\n")


@dataclass(frozen=True, slots=True)
class Officierssleutel:
    """`publiek`: for us to keep; `bestand`: for its owner alone."""

    publiek: str
    bestand: bytes


def maak_sleutel(wachtzin: str) -> Officierssleutel:
    """A new key, locked by this passphrase. Takes about a second, so that guessing takes long too.

    Raises InvoerFout for a passphrase that is too short.
    """
    if len(wachtzin.strip()) < KORTSTE_WACHTZIN:
        raise InvoerFout(f"Kies een wachtzin van minstens {KORTSTE_WACHTZIN} tekens.")
    sleutel = x25519.Identity.generate()
    return Officierssleutel(str(sleutel.to_public()), passphrase.encrypt(str(sleutel).encode(), wachtzin))


def open_sleutel(bestand: bytes, wachtzin: str, publiek: str) -> x25519.Identity:
    """The key in a file. `publiek`: whose key it has to be.

    Raises InvoerFout when it is another file, another key, or another passphrase.
    """
    kop = _KOP.match(bestand[:200])
    if kop is None or len(bestand) > LANGSTE_BESTAND or int(kop[1]) > _ZWAARST:
        raise InvoerFout("Dit is geen sleutelbestand. Kies het bestand dat u bij het maken hebt bewaard.")
    try:
        sleutel = x25519.Identity.from_str(passphrase.decrypt(bestand, wachtzin).decode())
    except DecryptError as fout:
        raise InvoerFout("De wachtzin past niet bij dit sleutelbestand. Kijk ze allebei na.") from fout
    except Exception as fout:  # pyrage has no common class for a text that is no identity
        raise InvoerFout("In dit bestand zit geen sleutel voor een kluis.") from fout
    if str(sleutel.to_public()) != publiek:
        raise InvoerFout(
            "Dit is niet uw sleutel voor deze kluis. Misschien is hij van een andere aanbesteding."
        )
    return sleutel
