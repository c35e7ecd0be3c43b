"""Key files as the vault makes them, locked so lightly that tests need not wait: scrypt with 2^8 rounds."""

import base64
import hashlib
import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pyrage import x25519

from web.kluis.officier import Officierssleutel

WACHTZIN = "een zin die niemand raadt"
_LICHT = 8


def lichte_sleutel(wachtzin: str = WACHTZIN) -> Officierssleutel:
    """An age file by its specification (age-encryption.org/v1, scrypt)."""
    sleutel = x25519.Identity.generate()
    bestandssleutel, zout, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    slot = hashlib.scrypt(
        wachtzin.encode(), salt=b"age-encryption.org/v1/scrypt" + zout, n=2**_LICHT, r=8, p=1, dklen=32
    )
    dicht = ChaCha20Poly1305(slot).encrypt(bytes(12), bestandssleutel, None)
    kop = f"age-encryption.org/v1\n-> scrypt {_b64(zout)} {_LICHT}\n{_b64(dicht)}\n---".encode()
    mac = hmac.digest(_hkdf(bestandssleutel, b"", b"header"), kop, "sha256")
    inhoud = ChaCha20Poly1305(_hkdf(bestandssleutel, nonce, b"payload")).encrypt(
        bytes(11) + b"\x01", str(sleutel).encode(), None
    )
    return Officierssleutel(
        str(sleutel.to_public()), kop + b" " + _b64(mac).encode() + b"\n" + nonce + inhoud
    )


def _b64(waarde: bytes) -> str:
    return base64.b64encode(waarde).decode().rstrip("=")


def _hkdf(sleutel: bytes, zout: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, zout or None, info).derive(sleutel)
