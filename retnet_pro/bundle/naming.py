"""What files of this program are called on a stick or in a shared folder, and how large each may be.

Everything else that lies there is not ours and is never opened (rule T12).
"""

import re
from typing import NewType

BundleId = NewType("BundleId", str)
"""Lower-case hex SHA-256 of the manifest bytes."""
LetterId = NewType("LetterId", str)
"""64 hex digits that say whose events a letter holds and which (see `site_letter`)."""

BUNDLE_LIMIT = 8 * 1024 * 1024
"""Largest sealed bundle in bytes (security.md 7.3)."""
SIGNATURE_LIMIT = 1024
RECEIPT_LIMIT = 8 * 1024 * 1024
"""A receipt names every record that was set aside, so it can grow with a bundle full of bad records."""
PACK_LIMIT = 16 * 1024 * 1024

_LIMITS = {
    "age": BUNDLE_LIMIT,
    "age.sig": SIGNATURE_LIMIT,
    "receipt": RECEIPT_LIMIT,
    "pack": PACK_LIMIT,
    "letter": BUNDLE_LIMIT,
    "letter.sig": SIGNATURE_LIMIT,
}
_NAME = re.compile(r"([0-9a-f]{64})\.(age|age\.sig|receipt|pack|letter|letter\.sig)")


def bundle_file(bundle: BundleId) -> str:
    """Return the name of the sealed bundle."""
    return f"{bundle}.age"


def signature_file(bundle: BundleId) -> str:
    """Return the name of the tablet's signature over the sealed bundle."""
    return f"{bundle}.age.sig"


def receipt_file(bundle: BundleId) -> str:
    """Return the name of the centre's receipt."""
    return f"{bundle}.receipt"


def letter_file(letter: LetterId) -> str:
    """Return the name of a sealed letter from one tablet of a site to the others."""
    return f"{letter}.letter"


def letter_signature_file(letter: LetterId) -> str:
    """Return the name of the tablet's signature over the sealed letter."""
    return f"{letter}.letter.sig"


def letter_of(name: str) -> LetterId | None:
    """Return which letter a file ``….letter`` is, or None for any other file."""
    match = _NAME.fullmatch(name)
    return LetterId(match[1]) if match and match[2] == "letter" else None


def pack_file(sha256: str) -> str:
    """Return the name of a pack, from the SHA-256 of its bytes."""
    return f"{sha256}.pack"


def size_limit(name: str) -> int | None:
    """Return how large a file of this name may be, or None when the name is not one of ours."""
    match = _NAME.fullmatch(name)
    return _LIMITS[match[2]] if match else None


def demand_limit(name: str) -> int:
    """Return how large a file of this name may be.

    Raises:
        ValueError: when the name is not one of ours.
    """
    limit = size_limit(name)
    if limit is None:
        raise ValueError("not a name this program gives to a file")
    return limit


def bundle_of(name: str) -> BundleId | None:
    """Return which bundle a file ``….age`` is, or None for any other file."""
    match = _NAME.fullmatch(name)
    return BundleId(match[1]) if match and match[2] == "age" else None
