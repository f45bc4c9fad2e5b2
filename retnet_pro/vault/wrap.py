"""Lock age identities into a slot: a passphrase opens it, but only together with the secret of this device.

``kek = HKDF-SHA256(Argon2id(NFC(passphrase), salt, m, t, p) ‖ device secret, info="retnet-pro/slot/1")`` and
``wrapped = nonce ‖ ChaCha20-Poly1305(kek, identities, aad = [user, role, params])``. Unwrapping is the check of the
passphrase; no separate hash of it is stored anywhere (rule P46, security rule T1).
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from retnet_pro.vault.passphrase import normal

RandomBytes = Callable[[int], bytes]
"""Returns this many unpredictable bytes; handed in by the composition root."""

INFO = b"retnet-pro/slot/1"
_NONCE, _SALT = 12, 16
_LIMIT_KIB, _LIMIT_PASSES, _LIMIT_LANES = 4 * 1024 * 1024, 64, 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory, passes over it, lanes. Stored with each slot."""

    kib: int
    passes: int
    lanes: int


COST = Cost(kib=128 * 1024, passes=6, lanes=2)
"""0.6 to 1.0 s on a machine with two cores; RFC 9106 asks for 64 MiB and three passes at least."""


def make_params(cost: Cost, salt: bytes) -> str:
    """Return how the key of a slot is derived, as stored and authenticated."""
    plain = {"kdf": "argon2id", "kib": cost.kib, "passes": cost.passes, "lanes": cost.lanes, "salt": salt.hex()}
    return json.dumps(plain, separators=(",", ":"))


def wrap(
    identities: Sequence[str],
    passphrase: str,
    secret: bytes,
    *,
    user: str,
    role: str,
    cost: Cost,
    random_bytes: RandomBytes,
) -> tuple[str, bytes]:
    """Return (params, wrapped)."""
    params = make_params(cost, random_bytes(_SALT))
    nonce = random_bytes(_NONCE)
    cipher = ChaCha20Poly1305(_key(passphrase, secret, params))
    return params, nonce + cipher.encrypt(nonce, json.dumps(list(identities)).encode(), _bound(user, role, params))


def unwrap(
    wrapped: bytes, passphrase: str, secret: bytes, *, user: str, role: str, params: str
) -> tuple[str, ...] | None:
    """Return the identities, or None when passphrase, device, person, role or bytes do not belong together.

    Raises:
        ValueError: when the params are not ones this program writes.
    """
    cipher = ChaCha20Poly1305(_key(passphrase, secret, params))
    try:
        plain = cipher.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], _bound(user, role, params))
    except (InvalidTag, ValueError):
        return None
    return tuple(json.loads(plain))


def _bound(user: str, role: str, params: str) -> bytes:
    return json.dumps([user, role, params]).encode()


def _key(passphrase: str, secret: bytes, params: str) -> bytes:
    cost, salt = _read_params(params)
    slow = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.kib)
    stretched = slow.derive(normal(passphrase).encode("utf-8", "surrogatepass"))
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=INFO).derive(stretched + secret)


def _read_params(untrusted: str) -> tuple[Cost, bytes]:
    """Return cost and salt. Read from a file that may have been altered.

    Raises:
        ValueError: when they are anything but what `make_params` writes, within limits.
    """
    try:
        plain = json.loads(untrusted)
        numbers = plain["kib"], plain["passes"], plain["lanes"]
        salt = bytes.fromhex(plain["salt"])
        is_known = plain["kdf"] == "argon2id"
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("params are not readable") from error
    # Without these limits a login could be made to eat all memory.
    limits = (_LIMIT_KIB, _LIMIT_PASSES, _LIMIT_LANES)
    is_bounded = all(type(one) is int and 0 < one <= most for one, most in zip(numbers, limits, strict=True))
    if not is_known or not is_bounded:
        raise ValueError("params out of bounds")
    return Cost(*numbers), salt
