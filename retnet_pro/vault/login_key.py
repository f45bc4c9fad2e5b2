"""The key this tablet logs in with at an SFTP server: made from the secret of the device, for this and nothing else.

It is stored nowhere: ``HKDF-SHA256(device secret, info="retnet-pro/sftp-login/1")`` is its 32 secret bytes, so it lies
where the device secret lies, a copy of the site file does not hold it, and a device that replaces a lost one has
another. It opens nothing and signs nothing that is kept.
"""

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

INFO = b"retnet-pro/sftp-login/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginKey:
    """Both halves, in OpenSSH's form."""

    private: str = field(repr=False)
    public: str
    """One line, such as a server keeps in ``authorized_keys``; without a comment."""


def login_key(secret: bytes) -> LoginKey:
    """Return the login key of the device that has this secret."""
    seed = HKDF(algorithm=SHA256(), length=32, salt=None, info=INFO).derive(secret)
    key = Ed25519PrivateKey.from_private_bytes(seed)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    public = key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
    return LoginKey(private=private.decode("ascii"), public=public.decode("ascii"))
