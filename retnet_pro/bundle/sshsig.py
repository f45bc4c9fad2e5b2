"""Signatures of files, as ``ssh-keygen -Y verify`` checks them on any desk (OpenSSH PROTOCOL.sshsig, version 1).

Only Ed25519 keys and SHA-512, because that is what this program signs with. There is nothing to parse: a signature is
genuine only if writing it again from its key, purpose and 64 secret-made bytes gives the same text, byte for byte.
"""

import base64
import binascii
import hashlib
import re
import struct
from enum import StrEnum

from retnet_pro.record.signing import SigningKey, is_genuine


class Namespace(StrEnum):
    """What a signature is for; one made for one purpose is refused for every other (rule T9)."""

    BUNDLE = "bundle@retnet-pro"
    RECEIPT = "receipt@retnet-pro"
    PACK = "pack@retnet-pro"
    WELCOME = "welcome@retnet-pro"
    """What one tablet of a site gives to the next one."""
    ARCHIVE = "archive@retnet-pro"
    LETTER = "letter@retnet-pro"
    """What one tablet of a site writes to the others."""


ARMOR_LIMIT = 1024
"""Our signatures have some 330 bytes; anything larger is refused unread."""
_MAGIC = b"SSHSIG"
_HASH = b"sha512"
_KIND = b"ssh-ed25519"
_BEGIN = b"-----BEGIN SSH SIGNATURE-----\n"
_END = b"-----END SSH SIGNATURE-----\n"
_WIDTH = 70
_KEY_AT = len(_MAGIC) + 4 + 4 + 4 + len(_KIND) + 4
"""Where the 32 bytes of the signer's key stand in a signature."""
_PUBLIC_LINE = re.compile(r"ssh-ed25519 ([A-Za-z0-9+/]{68})(?: [^\r\n]*)?\n?")
_PRINCIPAL = re.compile(r"[A-Za-z0-9._@-]{1,128}")


def sign(key: SigningKey, namespace: Namespace, message: bytes) -> bytes:
    """Return an armored signature over the message."""
    return _armor(_blob(key.public, namespace, key.sign(_to_be_signed(namespace, message))))


def is_signed(public: bytes, namespace: Namespace, message: bytes, untrusted_armor: bytes) -> bool:
    """Whether this is the signature of this key, for this purpose, over this message."""
    blob = _unarmor(untrusted_armor)
    if blob is None:
        return False
    signature = blob[-64:]
    if blob != _blob(public, namespace, signature) or _armor(blob) != untrusted_armor:
        return False
    return is_genuine(public, _to_be_signed(namespace, message), signature)


def signer_of(untrusted_armor: bytes) -> bytes | None:
    """Return the public key a signature says it was made with, or None; proves nothing until `is_signed` says so."""
    blob = _unarmor(untrusted_armor)
    if blob is None or len(blob) < _KEY_AT + 32:
        return None
    return blob[_KEY_AT : _KEY_AT + 32]


def key_blob(public: bytes) -> bytes:
    """Return a public key in the form OpenSSH hashes and prints."""
    return _string(_KIND) + _string(public)


def public_line(public: bytes, comment: str = "") -> str:
    """Return the one-line form of a public key, as in an ``id_ed25519.pub`` file."""
    return f"{_KIND.decode()} {base64.b64encode(key_blob(public)).decode()} {comment}".rstrip()


def read_public_line(untrusted: str) -> bytes:
    """Return the 32 bytes of a public key from its one-line form.

    Raises:
        ValueError: when the line is anything else.
    """
    match = _PUBLIC_LINE.fullmatch(untrusted)
    blob = base64.b64decode(match[1]) if match else b""
    if len(blob) != len(key_blob(bytes(32))) or key_blob(blob[-32:]) != blob:
        raise ValueError("not an ssh-ed25519 public key")
    return blob[-32:]


def allowed_signers_line(principal: str, namespaces: tuple[Namespace, ...], public: bytes) -> str:
    """Return a line of the file that ``ssh-keygen -Y verify -f`` takes.

    Raises:
        ValueError: when the principal could break out of its column.
    """
    if not _PRINCIPAL.fullmatch(principal):
        raise ValueError("a principal is letters, digits and . _ @ -")
    return f'{principal} namespaces="{",".join(namespaces)}" {public_line(public)}'


def _to_be_signed(namespace: Namespace, message: bytes) -> bytes:
    digest = hashlib.sha512(message).digest()
    return _MAGIC + _string(namespace.encode()) + _string(b"") + _string(_HASH) + _string(digest)


def _blob(public: bytes, namespace: Namespace, signature: bytes) -> bytes:
    return (
        _MAGIC
        + struct.pack(">I", 1)
        + _string(key_blob(public))
        + _string(namespace.encode())
        + _string(b"")
        + _string(_HASH)
        + _string(_string(_KIND) + _string(signature))
    )


def _string(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


def _armor(blob: bytes) -> bytes:
    text = base64.b64encode(blob)
    lines = (text[at : at + _WIDTH] + b"\n" for at in range(0, len(text), _WIDTH))
    return _BEGIN + b"".join(lines) + _END


def _unarmor(untrusted: bytes) -> bytes | None:
    if len(untrusted) > ARMOR_LIMIT or not untrusted.startswith(_BEGIN) or not untrusted.endswith(_END):
        return None
    body = untrusted[len(_BEGIN) : -len(_END)].replace(b"\n", b"")
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        return None
