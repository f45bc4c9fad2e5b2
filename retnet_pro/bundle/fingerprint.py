"""Short names of public keys, for two people who compare them by eye, on paper or over the telephone.

The words are those of BIP-0039, English: 24 for a SHA-256, the last of which holds a check sum. A list that is in use
everywhere, no two words of which begin with the same four letters.
"""

import base64
import hashlib

from mnemonic import Mnemonic

from retnet_pro.bundle.sshsig import key_blob


def fingerprint(public: bytes) -> str:
    """Return the fingerprint that ``ssh-keygen -l`` prints: ``SHA256:`` and 43 characters."""
    return fingerprint_digest(_digest(public))


def fingerprint_digest(digest: bytes) -> str:
    """Return a SHA-256 in the same form."""
    return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")


def grouped(public: bytes) -> str:
    """Return the same SHA-256 as sixteen groups of four hex digits, easier to read aloud."""
    return _in_groups(_digest(public))


def worded(public: bytes) -> str:
    """Return the same SHA-256 as 24 English words to read out."""
    return _in_words(_digest(public))


def told(public: bytes) -> str:
    """Return both on two lines, as every command that shows a fingerprint does."""
    return f"{grouped(public)}\n  in words: {worded(public)}"


def regrouped(name: str) -> str:
    """Return sixteen groups of four hex digits for a fingerprint in OpenSSH's form; '' where it is none."""
    digest = _digest_named(name)
    return _in_groups(digest) if digest else ""


def reworded(name: str) -> str:
    """Return 24 words for a fingerprint in OpenSSH's form; '' where it is none."""
    digest = _digest_named(name)
    return _in_words(digest) if digest else ""


def fingerprint_of_line(line: str) -> str:
    """Return the fingerprint in OpenSSH's form of a public key in OpenSSH's form, of any kind; '' where it is none."""
    _, _, rest = line.strip().partition(" ")
    try:
        blob = base64.b64decode(rest.split(" ")[0], validate=True)
    except ValueError:
        return ""
    return fingerprint_digest(hashlib.sha256(blob).digest()) if blob else ""


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
    """Whether what a person typed or pasted names this key, in any form; spaces, and case of hex and words, pass."""
    compact = "".join(typed.split())
    if compact == fingerprint(public):
        return True
    return compact.lower() == hex_fingerprint(public) or typed.lower().split() == worded(public).split()


def _digest(public: bytes) -> bytes:
    return hashlib.sha256(key_blob(public)).digest()


def _digest_named(name: str) -> bytes:
    try:
        digest = base64.b64decode(name.removeprefix("SHA256:") + "=", validate=True)
    except ValueError:
        return b""
    return digest if len(digest) == 32 else b""


def _in_groups(digest: bytes) -> str:
    digits = digest.hex()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def _in_words(digest: bytes) -> str:
    return Mnemonic("english").to_mnemonic(digest)
