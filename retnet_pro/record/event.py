"""An event as it is signed: header bytes, their hash, an optional sealed payload, a signature.

The header bytes are the truth. They are written once by `write_header`, stored as they are and never re-serialised,
so no canonical form of JSON is needed.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import NewType

from retnet_pro.errors import Code, Tamper

DeviceId = NewType("DeviceId", str)
SessionId = NewType("SessionId", str)
EventHash = NewType("EventHash", str)
"""Lower-case hex SHA-256 of the header bytes."""
Sealed = NewType("Sealed", bytes)
"""An age file. The store accepts only this, so the type checker refuses plain text on disk."""

GENESIS = EventHash("0" * 64)
"""The `prev` of the first event of a device."""
HEADER_LIMIT = 64 * 1024
"""A header larger than this is refused before it is parsed (rule T10)."""
_HEX64 = re.compile(r"[0-9a-f]{64}")


class Kind(StrEnum):
    """Every kind of event. Kinds are added, never changed."""

    PROVISION = "provision"
    BOOT = "boot"
    LOGIN = "login"
    LOGIN_FAIL = "login.fail"
    LOCK = "lock"
    HANDOVER = "handover"
    VIEW = "view"
    BUNDLE = "bundle"
    """Events were sealed into a bundle that is on its way to a place and not known to be there."""
    EXPORT = "export"
    """A bundle is at the place it was meant for."""
    DATA_OUT = "data.out"
    """Somebody took the site's data out in open files."""
    PACK = "pack"
    """A signed pack was taken in, or refused."""
    BACKUP = "backup"
    """The log was copied to a second place and the copy was read back."""
    NEIGHBOUR = "neighbour"
    """Another tablet of the site became known or is no longer listened to, or letters were exchanged with it."""
    DRILL = "drill"
    """A restore of a backup was played through without restoring: did everything in it open and fit?"""
    SETTING = "setting"
    """Somebody changed a setting of this device."""
    DEVICE_LEAVES = "device.leaves"
    """This device goes to another site: from here on nothing is recorded on it, it only sends what it holds."""
    STAFF = "staff"
    CLOCK_STEP = "clock.step"
    RECEIPT = "receipt"
    ENROL = "enrol"
    PARTICIPANT_FACT = "participant.fact"
    PARTICIPANT_PIN = "participant.pin"
    """The participant chose a study PIN; only a slow hash of it is kept."""
    SESSION_OPEN = "session.open"
    ANSWER = "answer"
    SESSION_DONE = "session.done"
    SESSION_STOP = "session.stop"
    SESSION_RESUME = "session.resume"
    SESSION_IDENTIFIED = "session.identified"
    """The participant took the step that shows the tablet is in the right hands."""
    SESSION_WHO = "session.who"
    """Somebody else answers from here on than at the hand-over."""
    SESSION_AIDS = "session.aids"
    """What the participant is helped by from here on, such as larger letters or reading aloud."""
    SESSION_WHY = "session.why"
    """Why the participant stopped, if they wanted to say."""
    ALERT = "alert"
    """The alert rules of the study were held against a finished form; what they met is sealed in it, often nothing."""
    CLINIC_OPEN = "clinic.open"
    """Staff began a form of theirs about a participant, or opened a closed one again to correct it."""
    CLINIC_ENTRY = "clinic.entry"
    """One value in such a form, also one that was refused or confirmed."""
    CLINIC_DONE = "clinic.done"
    """Such a form was closed, with everything that stands in it."""
    CLINIC_STOP = "clinic.stop"
    """Such a form was begun in error and counts for nothing."""
    AMEND = "amend"
    PAPER_ENTRY = "paper.entry"
    """One person's reading of a form that was filled in on paper."""
    PAPER_SCAN = "paper.scan"
    PLACE_PROPOSE = "place.propose"
    """Finished questionnaires belong to another participant or visit, says one person."""
    PLACE_DECIDE = "place.decide"
    """A second person accepted that, or not."""
    ACKNOWLEDGE = "acknowledge"
    SIGN = "sign"
    ERASE = "erase"
    WITHDRAW = "withdraw"
    ABSENT = "absent"
    """An expected form will not come, with a coded reason."""
    CONFIRM = "confirm"
    """A coordinator compared uncertain parts of a form with the licensed scoring sheet."""


SEALED_KINDS = frozenset(
    {
        Kind.ENROL,
        Kind.PARTICIPANT_FACT,
        Kind.PARTICIPANT_PIN,
        Kind.SESSION_OPEN,
        Kind.ANSWER,
        Kind.SESSION_DONE,
        Kind.SESSION_STOP,
        Kind.SESSION_RESUME,
        Kind.SESSION_IDENTIFIED,
        Kind.SESSION_WHO,
        Kind.SESSION_AIDS,
        Kind.SESSION_WHY,
        Kind.ALERT,
        Kind.CLINIC_OPEN,
        Kind.CLINIC_ENTRY,
        Kind.CLINIC_DONE,
        Kind.CLINIC_STOP,
        Kind.AMEND,
        Kind.PAPER_ENTRY,
        Kind.PAPER_SCAN,
        Kind.PLACE_PROPOSE,
        Kind.PLACE_DECIDE,
        Kind.ACKNOWLEDGE,
        Kind.SIGN,
        Kind.ERASE,
        Kind.WITHDRAW,
        Kind.ABSENT,
        Kind.VIEW,
        Kind.DEVICE_LEAVES,
    }
)
"""Kinds whose content can say something about a participant; all others carry ids and hashes in `note`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The fields of a header, in the order they are written."""

    v: int
    dev: DeviceId
    seq: int
    """From 1, without gaps."""
    prev: EventHash
    kind: Kind
    ses: SessionId | None
    n: int | None
    """Ordinal of the event within its session."""
    at: str
    up: int
    boot: str
    who: str
    role: str
    app: str
    pack: str | None
    """Content hash of the form an answer belongs to."""
    seal: str | None
    """SHA-256 of the sealed bytes."""
    note: Mapping[str, object] | None
    """Open facts of kinds that are not sealed: ids, hashes, counts; never anything personal."""


_FIELDS = tuple(field.name for field in fields(Header))
_TYPES: Mapping[str, frozenset[type]] = {
    **dict.fromkeys(("v", "seq", "up"), frozenset({int})),
    **dict.fromkeys(("dev", "prev", "kind", "at", "boot", "who", "role", "app"), frozenset({str})),
    **dict.fromkeys(("ses", "pack", "seal"), frozenset({str, type(None)})),
    "n": frozenset({int, type(None)}),
    "note": frozenset({dict, type(None)}),
}
"""Exact types: in JSON a truth value must not pass for a number."""


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the log. `sealed` is None for open kinds and for erased payloads."""

    header: Header
    header_bytes: bytes
    hash: EventHash
    sealed: Sealed | None
    sig: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain."""

    seq: int
    hash: EventHash


EMPTY = Head(0, GENESIS)


def hash_of(header_bytes: bytes) -> EventHash:
    """Return the name of a header."""
    return EventHash(hashlib.sha256(header_bytes).hexdigest())


def _as_object(value: object) -> dict[object, object]:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a header cannot hold a {type(value).__name__}")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_as_object)
"""Kept, because making one costs more than using it."""


def write_header(header: Header) -> bytes:
    """Return the exact bytes that are hashed, signed and stored."""
    return _ENCODER.encode({name: getattr(header, name) for name in _FIELDS}).encode()


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    plain = dict(pairs)
    if len(plain) != len(pairs):
        raise ValueError("duplicate key")
    return plain


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs)


def read_header(untrusted_bytes: bytes, *, path: str = "the log") -> Header:
    """Parse header bytes strictly: every field, no other field, right types.

    Raises:
        Tamper: `EVENT_BROKEN`, naming what is wrong.
    """
    if len(untrusted_bytes) > HEADER_LIMIT:
        raise _broken(path, "?", "header too large")
    try:
        plain = _DECODER.decode(untrusted_bytes.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _broken(path, "?", f"not JSON ({type(error).__name__})") from error
    if not isinstance(plain, dict) or tuple(plain) != _FIELDS:
        raise _broken(path, "?", "unexpected fields")
    seq = plain["seq"]
    for name, types in _TYPES.items():
        if type(plain[name]) not in types:
            raise _broken(path, seq, f"{name} has the wrong type")
    if plain["v"] != 1:
        raise _broken(path, seq, f"format {plain['v']}, this program knows 1")
    if seq < 1:
        raise _broken(path, seq, "events are counted from 1")
    for name in ("prev", "seal"):
        if plain[name] is not None and not _HEX64.fullmatch(plain[name]):
            raise _broken(path, seq, f"{name} is not a SHA-256")
    if not _is_aware_time(plain["at"]):
        raise _broken(path, seq, "at is not a time with its offset")
    if b"\\u" in untrusted_bytes and not _is_encodable(plain):
        raise _broken(path, seq, "half a character")
    try:
        kind = Kind(plain["kind"])
    except ValueError as error:
        raise _broken(path, seq, "unknown kind") from error
    return Header(**{**plain, "kind": kind})


def _is_aware_time(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None  # rule P32
    except ValueError:
        return False


def _is_encodable(plain: object) -> bool:
    """Whether the text can be written again: JSON can smuggle in half a surrogate pair, which no export could print."""
    try:
        json.dumps(plain, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError):  # what was just deep enough to be read can be too deep to be written
        return False
    return True


def _broken(path: str, seq: object, why: str) -> Tamper:
    return Tamper(Code.EVENT_BROKEN, path=path, seq=seq, why=why)
