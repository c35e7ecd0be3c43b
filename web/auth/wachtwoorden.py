"""Passwords of local accounts, by Argon2id with the library's settings (RFC 9106, low memory)."""

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash(secrets.token_hex(16))
"""Checked when the account does not exist, so that an answer takes as long."""

KORTST = 12
"""Characters of the shortest password that we take."""


def hash_van(wachtwoord: str) -> str:
    return _HASHER.hash(wachtwoord)


def klopt(wachtwoord: str, hash_: str | None) -> bool:
    """Whether this is the password; takes as long when there is no account (`hash_` None)."""
    try:
        return _HASHER.verify(hash_ or _NOBODY, wachtwoord) and hash_ is not None
    except (VerifyMismatchError, InvalidHashError):
        return False


def verouderd(hash_: str) -> bool:
    """Made with older settings: hash the password again now that it is known."""
    return _HASHER.check_needs_rehash(hash_)
