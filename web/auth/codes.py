"""The codes of the second step: from an app (TOTP, RFC 6238), or one of the codes for when it is lost."""

import base64
import hashlib
import secrets
from datetime import UTC, datetime
from hmac import compare_digest

import pyotp

AANTAL = 10
"""Recovery codes that somebody gets."""
_SECONDEN = 30
_SPELING = 1
"""Half minutes that the clocks may differ."""


def nieuw_geheim() -> str:
    return pyotp.random_base32()


def adres(geheim: str, inlognaam: str) -> str:
    """What the app reads from the QR code."""
    return pyotp.TOTP(geheim).provisioning_uri(name=inlognaam, issuer_name="Thuisplek")


def nummer_van(geheim: str, code: str, moment: datetime) -> int | None:
    """Number of the half minute whose code this is; None when it is not right. `moment`: UTC."""
    totp = pyotp.TOTP(geheim)
    nu = int(moment.replace(tzinfo=UTC).timestamp()) // _SECONDEN
    kaal = "".join(code.split())
    if not kaal.isascii():
        return None
    goed = [n for n in range(nu - _SPELING, nu + _SPELING + 1) if compare_digest(totp.generate_otp(n), kaal)]
    return goed[0] if goed else None


def nieuwe_herstelcodes() -> list[str]:
    """Codes of 80 random bits: "abcd-efgh-ijkl-mnop"."""
    ruw = (base64.b32encode(secrets.token_bytes(10)).decode().lower() for _ in range(AANTAL))
    return ["-".join(code[i : i + 4] for i in range(0, 16, 4)) for code in ruw]


def hash_herstelcode(code: str) -> str:
    """However it was typed. So many random bits need no slow hash."""
    kaal = "".join(c for c in code.lower() if c.isalnum())
    return hashlib.sha256(kaal.encode()).hexdigest()
