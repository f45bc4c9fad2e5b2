"""What the use cases need from the world, written by the consumer. Each has one real form; log and slots
also a fake in the tests, held to the same contract."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Bug, Code
from retnet_pro.moment import Moment
from retnet_pro.record.chain import StoredRow
from retnet_pro.record.event import DeviceId, Event, Head, Kind, Sealed, SessionId

NewId = Callable[[], str]
"""Makes a random id; handed in by the composition root."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff who has a slot on this device."""

    user: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A sealed copy of what staff need at login, up to one event; only ever a shortcut for reading the log."""

    upto: Head
    sealed: Sealed


class Log(Protocol):
    """The one append-only log of this device."""

    def head(self) -> Head:
        """Return the end of the chain."""

    def append(self, event: Event) -> None:
        """Make the event durable; when this returns, it is on disk.

        Raises:
            WorldFault: the event is certainly not on disk.
        """

    def events(self, after: int = 0, kinds: Collection[Kind] | None = None) -> Iterator[Event]:
        """Yield events in order, from the one after this sequence number, of these kinds or of all."""

    def backwards(self, before: int, kinds: Collection[Kind] | None = None) -> Iterator[Event]:
        """Yield events newest first, from the one before this sequence number, of these kinds or of all."""

    def get(self, seq: int) -> Event | None:
        """Return one event, if there is one."""

    def rows(self, after: int = 0) -> Iterator[StoredRow]:
        """Yield rows as they are stored, unchecked, for somebody who follows the chain.

        Raises:
            Tamper: where the file cannot be read; every row before was yielded.
        """

    def session_events(self, ses: SessionId) -> Iterator[Event]:
        """Yield the events of one session, in order."""

    def snapshot(self) -> Snapshot | None:
        """Return the newest snapshot, if any."""

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Replace the snapshot."""

    def erase(self, seqs: Collection[int]) -> None:
        """Remove the sealed contents of these events for good, and the snapshot, which may repeat them.

        Headers, hashes and signatures stay. What is gone already is left as it is.

        Raises:
            WorldFault: the disk refused; all are removed or none.
        """

    def close(self) -> None:
        """Let go of the file."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """The closed log of a device before this one, read beside the log of this device."""

    log: Log
    device: DeviceId
    public: bytes
    """The key its events must be signed with."""


class NeighbourLogs(Protocol):
    """What the other tablets of the site have told, one closed log a tablet, never merged with this one's own."""

    def log(self, device: DeviceId) -> Log | None:
        """Return what a tablet has told so far; None when it is nothing, or can no longer be read."""

    def take_in(self, device: DeviceId, events: Sequence[Event]) -> None:
        """Add verified events that follow the last one that is kept: all are durable when this returns, or none.

        Where what was kept can no longer be read, it is put aside and a new log begun.

        Raises:
            WorldFault: the disk refused.
        """

    def put_aside(self, device: DeviceId) -> None:
        """Put the log of a tablet aside, because what it holds is not what it was known to hold; it is fetched anew.

        Raises:
            WorldFault: the disk refused.
        """

    def close(self) -> None:
        """Let go of the files."""


class NoNeighbours:
    """The one tablet of its site."""

    def log(self, device: DeviceId) -> Log | None:
        """Return None: nobody has told anything."""
        return None

    def take_in(self, device: DeviceId, events: Sequence[Event]) -> None:
        """Refuse.

        Raises:
            Bug: `UNEXPECTED`.
        """
        raise Bug(Code.UNEXPECTED, device=device, why="there is no place for what another tablet told")

    def put_aside(self, device: DeviceId) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


class Slots(Protocol):
    """The key slots of this device: one per person, opened by a passphrase together with the device secret."""

    def people(self) -> tuple[Person, ...]:
        """Return who may try to log in, in order of name."""

    def names(self) -> Mapping[str, str]:
        """Return what everybody is called who has or had a slot here, by account name."""

    def unlock(self, user: str, passphrase: str, now: Moment) -> tuple[str, ...]:
        """Return the age identities in a slot, in the order they were given.

        Raises:
            Refusal: `WRONG_PASSPHRASE`, `LOGIN_THROTTLED` or `DEVICE_SECRET_MISSING`.
        """

    def judge(self, user: str, passphrase: str) -> None:
        """Return if a slot of this person could be locked with this passphrase; nothing is changed.

        Raises:
            Refusal: `WEAK_PASSPHRASE` or `DEVICE_SECRET_MISSING`.
        """

    def add(self, person: Person, passphrase: str, identities: Sequence[str]) -> None:
        """Give a person a slot.

        Raises:
            Refusal: `WEAK_PASSPHRASE`, `USER_TAKEN` or `DEVICE_SECRET_MISSING`; nothing was changed.
        """

    def renew(self, user: str, passphrase: str, identities: Sequence[str]) -> None:
        """Give a person a new passphrase; the old one opens nothing from now on.

        Raises:
            Refusal: `WEAK_PASSPHRASE`, `USER_UNKNOWN` or `DEVICE_SECRET_MISSING`; nothing was changed.
        """

    def refill(self, user: str, passphrase: str, identities: Sequence[str]) -> None:
        """Put other identities behind the passphrase a person has just come in with.

        Raises:
            Refusal: `USER_UNKNOWN` or `DEVICE_SECRET_MISSING`; nothing was changed.
        """

    def remove(self, user: str) -> None:
        """Take a person's slot away at once; the name stays taken for ever (rule P40).

        Raises:
            Refusal: `USER_UNKNOWN`.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPack:
    """A signed pack as it arrived."""

    hash: str
    """SHA-256 of the whole file."""
    kind: str
    version: int
    line: bytes
    """The signed line."""
    armor: bytes
    """Its signature."""
    seq: int
    """The event that says it was taken in."""


class PackShelf(Protocol):
    """Where the packs of this device are kept. That one was taken in is said by its event alone."""

    def keep(self, pack: KeptPack) -> None:
        """Keep a pack durably; keeping the same one twice does nothing."""

    def kept(self) -> tuple[KeptPack, ...]:
        """Return all packs, in the order they were taken in."""


class Transport(Protocol):
    """A road to the centre. Every call can be repeated without harm."""

    def put(self, name: str, data: bytes) -> None:
        """Store the bytes under the name, completely or not at all."""

    def names(self) -> tuple[str, ...]:
        """Return what is there."""

    def get(self, name: str) -> bytes:
        """Return the bytes under the name."""
