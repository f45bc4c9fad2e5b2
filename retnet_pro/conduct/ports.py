"""What the use cases need from the world, written by the consumer. Each has one real form; log and slots
also a fake in the tests, held to the same contract."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from retnet_pro.conduct.roles import Role
from retnet_pro.moment import Moment
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

    def session_events(self, ses: SessionId) -> Iterator[Event]:
        """Yield the events of one session, in order."""

    def snapshot(self) -> Snapshot | None:
        """Return the newest snapshot, if any."""

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Replace the snapshot."""

    def close(self) -> None:
        """Let go of the file."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """The closed log of a device before this one, read beside the log of this device."""

    log: Log
    device: DeviceId
    public: bytes
    """The key its events must be signed with."""


class Slots(Protocol):
    """The key slots of this device: one per person, opened by a passphrase together with the device secret."""

    def people(self) -> tuple[Person, ...]:
        """Return who may try to log in, in order of name."""

    def unlock(self, user: str, passphrase: str, now: Moment) -> tuple[str, ...]:
        """Return the site's age identities, newest first.

        Raises:
            Refusal: `WRONG_PASSPHRASE`, `LOGIN_THROTTLED` or `DEVICE_SECRET_MISSING`.
        """

    def add(self, person: Person, passphrase: str, identities: Sequence[str]) -> None:
        """Give a person a slot.

        Raises:
            Refusal: `WEAK_PASSPHRASE`.
        """


class Transport(Protocol):
    """A road to the centre. Every call can be repeated without harm."""

    def put(self, name: str, data: bytes) -> None:
        """Store the bytes under the name, completely or not at all."""

    def names(self) -> tuple[str, ...]:
        """Return what is there."""

    def get(self, name: str) -> bytes:
        """Return the bytes under the name."""
