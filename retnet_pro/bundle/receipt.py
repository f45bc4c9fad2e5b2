"""The centre's receipt: which events of a device it holds now, countersigned. Only a verified receipt means "received".

The file is one line of JSON followed by the signature of the centre's online key (see `document`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from retnet_pro.bundle.document import count, read_signed, rows, sha256, text, write_signed
from retnet_pro.bundle.naming import RECEIPT_LIMIT, BundleId, receipt_file
from retnet_pro.bundle.sshsig import Namespace
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import DeviceId, EventHash, Head
from retnet_pro.record.signing import SigningKey


class Status(StrEnum):
    """What became of a bundle."""

    ACCEPTED = "accepted"
    """Its events are stored for good."""
    DUPLICATE = "duplicate"
    """Its events were all there already; nothing was stored again."""
    GAP = "gap"
    """Events before it are missing; `want` says from which number on to send."""
    FORK = "fork"
    """It contradicts what the centre holds. The tablet stops; a person looks at it."""
    REFUSED = "refused"
    """It is not a bundle the centre may take in; `why` says so."""


FINAL = frozenset({Status.ACCEPTED, Status.DUPLICATE})
"""Statuses after which the same bundle can never get another receipt."""


def replaces(new: tuple[DeviceId, str], kept: tuple[DeviceId, str]) -> bool:
    """Whether a device's receipt of this status takes the place of the one the centre keeps of the same bundle.

    A final one stays. Every status but `REFUSED` says whose bundle it is, because its name is the hash of what it
    says; so a refusal to another device that used the name takes nothing away from whose it is.
    """
    (dev, status), (its_dev, its_status) = new, kept
    if its_status in FINAL:
        return False
    return dev == its_dev or status != Status.REFUSED or its_status == Status.REFUSED


@dataclass(frozen=True, slots=True)
class SetAside:
    """A record that is kept but not used until a person has looked at it; never in the way of the others."""

    seq: int
    ses: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the centre states and signs about one bundle."""

    bundle: BundleId
    trial: str
    dev: DeviceId
    upto: int
    """Number of the last event of this device the centre holds."""
    head: EventHash
    """Hash of that event: the countersignature of everything up to it."""
    at: str
    """Centre time, ISO 8601 with offset."""
    status: Status
    count: int
    """How many events of this bundle the centre holds (rule P72)."""
    want: int | None = None
    why: str | None = None
    set_aside: tuple[SetAside, ...] = ()

    @property
    def holds(self) -> Head:
        """The end of the chain as the centre holds it."""
        return Head(self.upto, self.head)


_KEYS = ("v", "bundle", "trial", "dev", "upto", "head", "at", "status", "count", "want", "why", "set_aside")
_CLAIMED = re.compile(rb'\{"v":1,"bundle":"([0-9a-f]{64})"')


def write_receipt(receipt: Receipt, online: SigningKey) -> bytes:
    """Return the receipt as the file the tablet fetches."""
    plain: Mapping[str, object] = {
        "v": 1,
        "bundle": receipt.bundle,
        "trial": receipt.trial,
        "dev": receipt.dev,
        "upto": receipt.upto,
        "head": receipt.head,
        "at": receipt.at,
        "status": receipt.status.value,
        "count": receipt.count,
        "want": receipt.want,
        "why": receipt.why,
        "set_aside": [{"ses": one.ses, "seq": one.seq, "why": one.why} for one in receipt.set_aside],
    }
    return write_signed(plain, online, Namespace.RECEIPT)


def verify_receipt(untrusted: bytes, *, centre_public: bytes, trial: str, device: DeviceId) -> Receipt:
    """Return the receipt if the centre signed it for this device of this trial.

    Raises:
        Tamper: `RECEIPT_BROKEN`, naming what is wrong.
    """
    try:
        plain = read_signed(
            untrusted, public=centre_public, namespace=Namespace.RECEIPT, keys=_KEYS, limit=RECEIPT_LIMIT
        )
        receipt = _receipt(plain)
        if receipt.trial != trial or receipt.dev != device:
            raise ValueError("it is for another tablet or trial")
    except ValueError as error:
        raise Tamper(Code.RECEIPT_BROKEN, path=_name(untrusted), why=str(error)) from error
    return receipt


def _receipt(plain: dict[str, object]) -> Receipt:
    status = Status(text(plain, "status"))
    want = None if plain["want"] is None else count(plain, "want")
    if (want is not None) != (status is Status.GAP):
        raise ValueError("'want' goes with a gap and with nothing else")
    return Receipt(
        bundle=BundleId(sha256(plain, "bundle")),
        trial=text(plain, "trial"),
        dev=DeviceId(text(plain, "dev")),
        upto=count(plain, "upto"),
        head=EventHash(sha256(plain, "head")),
        at=text(plain, "at"),
        status=status,
        count=count(plain, "count"),
        want=want,
        why=None if plain["why"] is None else text(plain, "why"),
        set_aside=tuple(_set_aside(row) for row in rows(plain, "set_aside")),
    )


def _set_aside(row: object) -> SetAside:
    if not isinstance(row, dict) or tuple(row) != ("ses", "seq", "why"):
        raise ValueError("a record set aside is not in the agreed form")
    return SetAside(count(row, "seq"), None if row["ses"] is None else text(row, "ses"), text(row, "why"))


def _name(untrusted: bytes) -> str:
    """A name for the message: the bundle it claims to be about, if it can be seen, else a dash."""
    claimed = _CLAIMED.match(untrusted)
    return receipt_file(BundleId(claimed[1].decode("ascii"))) if claimed else "-"
