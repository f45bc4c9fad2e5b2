"""The device's Ed25519 key: signs events and manifests. Thin names over `cryptography`; no cryptography of our own."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

EVENT_CONTEXT = b"retnet-pro/event/1\0"
"""Bound to every event signature, so that it can never pass for a signature of something else."""


class SigningKey:
    """An Ed25519 private key. Never printed, never in an exception."""

    __slots__ = ("_private", "public")

    def __init__(self, seed: bytes) -> None:
        """Take the 32 secret bytes the key is made from."""
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._private.public_key().public_bytes_raw()
        """32 bytes, may be known to all."""

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte signature."""
        return self._private.sign(message)

    def __repr__(self) -> str:
        return f"SigningKey(public={self.public.hex()})"


def is_genuine(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature over the message was made with the private half of this public key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
