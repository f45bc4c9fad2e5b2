"""A slow hash of something a person knows, kept only to be compared with what they type (scrypt, RFC 7914).

It opens nothing. With these numbers one try takes about a tenth of a second and 32 MiB.
"""

import hashlib
import hmac
import unicodedata

_LOG2_N, _R, _P, _LENGTH = 15, 8, 1, 32
_MEMORY = 64 * 1024 * 1024
"""Twice what scrypt needs with these numbers."""


def slow_hash(secret: str, salt: str) -> str:
    """Return what is kept: ``scrypt:SALT:HASH``; `salt` is random, fresh, in hex.

    Letters that can be written in two ways, such as umlauts, are the same in both.
    """
    plain = unicodedata.normalize("NFC", secret).encode("utf-8", "surrogatepass")
    slow = hashlib.scrypt(
        plain, salt=bytes.fromhex(salt), n=1 << _LOG2_N, r=_R, p=_P, maxmem=_MEMORY, dklen=_LENGTH
    )  # fmt: skip
    return f"scrypt:{salt}:{slow.hex()}"


def is_of(secret: str, kept: str) -> bool:
    """Whether this is the secret of which that was kept."""
    parts = kept.split(":")
    return len(parts) == 3 and hmac.compare_digest(slow_hash(secret, parts[1]), kept)
