"""Short names of public keys, for two people who compare them by eye, on paper or over the telephone."""

import base64
import hashlib

from retnet_pro.bundle.sshsig import key_blob


def fingerprint(public: bytes) -> str:
    """Return the fingerprint that ``ssh-keygen -l`` prints: ``SHA256:`` and 43 characters."""
    return "SHA256:" + base64.b64encode(_digest(public)).decode().rstrip("=")


def grouped(public: bytes) -> str:
    """Return the same SHA-256 as sixteen groups of four hex digits, easier to read aloud."""
    digits = hex_fingerprint(public)
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def regrouped(name: str) -> str:
    """Return sixteen groups of four hex digits for a fingerprint in OpenSSH's form; '' where it is none."""
    try:
        digits = base64.b64decode(name.removeprefix("SHA256:") + "=", validate=True).hex()
    except ValueError:
        return ""
    return " ".join(digits[at : at + 4] for at in range(0, 64, 4)) if len(digits) == 64 else ""


def hex_fingerprint(public: bytes) -> str:
    """Return the same SHA-256 as 64 hex digits, where it is part of an address."""
    return _digest(public).hex()


def spoken(*words: str) -> str:
    """Return six groups of four hex digits that stand for these words, for a check over the telephone.

    96 bits: nobody can find other words with the same digits.
    """
    digits = hashlib.sha256("\n".join(words).encode()).hexdigest()[:24]
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def is_same(typed: str, public: bytes) -> bool:
    """Whether what a person typed or pasted names this key, in either form; spaces and case of hex do not matter."""
    compact = "".join(typed.split())
    return compact == fingerprint(public) or compact.lower() == hex_fingerprint(public)


def _digest(public: bytes) -> bytes:
    return hashlib.sha256(key_blob(public)).digest()
