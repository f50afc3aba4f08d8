"""The passphrase that opens a locked window: only its salted hash is kept."""

import hashlib
import hmac
import secrets

_COST = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}


def hashed(passphrase: str) -> str:
    """Return what is kept of a passphrase: salt and scrypt hash (RFC 7914) in hexadecimal digits."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}:{_hash(passphrase, salt).hex()}"


def opens(passphrase: str, kept: str) -> bool:
    """Tell whether `passphrase` is the one that `kept` came of; nothing kept opens by anything."""
    if not kept:
        return True
    salt, _, wanted = kept.partition(":")
    try:
        return hmac.compare_digest(_hash(passphrase, bytes.fromhex(salt)).hex(), wanted)
    except ValueError:
        return False


def _hash(passphrase: str, salt: bytes) -> bytes:
    return hashlib.scrypt(passphrase.encode("utf-8"), salt=salt, **_COST)
