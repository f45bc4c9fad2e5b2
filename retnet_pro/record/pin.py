"""The study PIN of a participant: kept only as a slow hash inside a sealed event, and only to be compared (rule E59).

A PIN is short, so no hash of it is a secret by itself: the seal of the event is what protects it. It opens nothing.
"""

import hashlib
import hmac

LEAST, MOST = 4, 8
"""Digits of a PIN. Choice of this project."""
_LOG2_N, _R, _P, _LENGTH = 15, 8, 1, 32
_MEMORY = 64 * 1024 * 1024
"""Twice what scrypt needs with these numbers."""


def is_pin(text: str) -> bool:
    """Whether this can be a PIN: a few digits and nothing else."""
    return LEAST <= len(text) <= MOST and text.isascii() and text.isdecimal()


def hash_pin(pin: str, salt: str) -> str:
    """Return what is kept of a PIN: ``scrypt:SALT:HASH``; `salt` is random, fresh, in hex."""
    slow = hashlib.scrypt(
        pin.encode("ascii"), salt=bytes.fromhex(salt), n=1 << _LOG2_N, r=_R, p=_P, maxmem=_MEMORY, dklen=_LENGTH
    )
    return f"scrypt:{salt}:{slow.hex()}"


def fits(pin: str, kept: str) -> bool:
    """Whether this is the PIN of which that was kept."""
    parts = kept.split(":")
    return is_pin(pin) and len(parts) == 3 and hmac.compare_digest(hash_pin(pin, parts[1]), kept)
