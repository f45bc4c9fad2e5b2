"""The study PIN of a participant: kept only as a slow hash inside a sealed event, and only to be compared (rule E59).

A PIN is short, so no hash of it is a secret by itself: the seal of the event is what protects it. It opens nothing.
"""

from retnet_pro.record.slow_hash import is_of, slow_hash

LEAST, MOST = 4, 8
"""Digits of a PIN. Choice of this project."""


def is_pin(text: str) -> bool:
    """Whether this can be a PIN: a few digits and nothing else."""
    return LEAST <= len(text) <= MOST and text.isascii() and text.isdecimal()


def hash_pin(pin: str, salt: str) -> str:
    """Return what is kept of a PIN; `salt` is random, fresh, in hex."""
    return slow_hash(pin, salt)


def fits(pin: str, kept: str) -> bool:
    """Whether this is the PIN of which that was kept."""
    return is_pin(pin) and is_of(pin, kept)
