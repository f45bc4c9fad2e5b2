"""Close a payload so that only site and centre can read it. This module can close; it holds nothing that opens.

Format: age v1 (C2SP), through `pyrage`. Payloads are JSON padded with trailing spaces to a multiple of `PAD`, so that
the length of a sealed answer does not tell which answer it is.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

from pyrage import encrypt, x25519

from retnet_pro.record.event import Sealed

PAD = 256
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def write_payload(inner: Mapping[str, object]) -> bytes:
    """Return padded UTF-8 JSON."""
    body = _ENCODER.encode(inner).encode()
    return body.ljust(-(-len(body) // PAD) * PAD)


class Sealer:
    """Seals to a fixed set of recipients; parsed once, used for every tap."""

    __slots__ = ("_recipients", "recipients")

    def __init__(self, recipients: Sequence[str]) -> None:
        """Take age recipients (``age1…``); at least one.

        Raises:
            ValueError: when one of them is not an age recipient or there is none.
        """
        if not recipients:
            raise ValueError("sealing needs at least one recipient")
        self.recipients = tuple(recipients)
        try:
            self._recipients = [x25519.Recipient.from_str(recipient) for recipient in recipients]
        except Exception as error:
            raise ValueError("not an age recipient") from error

    def seal(self, plain: bytes) -> Sealed:
        """Return the bytes as an age file."""
        return Sealed(encrypt(plain, self._recipients))

    def seal_payload(self, inner: Mapping[str, object]) -> Sealed:
        """Return the payload as an age file of padded JSON."""
        return self.seal(write_payload(inner))


def sealed_hash(sealed: Sealed) -> str:
    """Return the SHA-256 that the header of the event carries."""
    return hashlib.sha256(sealed).hexdigest()
