"""Open what was sealed. Only staff and centre processes may import this module; a contract proves it (rule T3)."""

import json
from collections.abc import Sequence

from pyrage import decrypt, x25519

from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import Sealed


class Unsealer:
    """Holds age identities. Lives only as long as the process of a logged-in person or of the opening centre."""

    __slots__ = ("_identities",)

    def __init__(self, identities: Sequence[str]) -> None:
        """Take age identities (``AGE-SECRET-KEY-1…``).

        Raises:
            ValueError: when one of them is not an age identity.
        """
        try:
            self._identities = [x25519.Identity.from_str(identity) for identity in identities]
        except Exception as error:
            raise ValueError("not an age identity") from error

    def unseal(self, sealed: Sealed, *, what: str) -> bytes:
        """Return the plain bytes.

        Raises:
            Tamper: `SEAL_BROKEN`, when no identity fits or the file was changed.
        """
        try:
            return bytes(decrypt(bytes(sealed), self._identities))
        except Exception as error:
            raise Tamper(Code.SEAL_BROKEN, what=what) from error

    def unseal_payload(self, sealed: Sealed, *, what: str) -> dict[str, object]:
        """Return the JSON object inside.

        Raises:
            Tamper: `SEAL_BROKEN` or, when the content is not a JSON object, `PAYLOAD_BROKEN`.
        """
        plain = self.unseal(sealed, what=what)
        try:
            inner = json.loads(plain.decode("utf-8"))
        except (ValueError, RecursionError) as error:
            raise Tamper(Code.PAYLOAD_BROKEN, what=what, why="not JSON") from error
        if not isinstance(inner, dict):
            raise Tamper(Code.PAYLOAD_BROKEN, what=what, why="not an object")
        return inner


def recipient_of(identity: str) -> str:
    """Return what is sealed to so that this identity opens it.

    Raises:
        ValueError: when it is not an age identity.
    """
    try:
        return str(x25519.Identity.from_str(identity).to_public())
    except Exception as error:
        raise ValueError("not an age identity") from error


def make_identity() -> tuple[str, str]:
    """Make a new age key pair; return (identity, recipient)."""
    identity = x25519.Identity.generate()
    return str(identity), str(identity.to_public())
