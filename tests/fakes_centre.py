"""A centre in memory: its database, its inbox and the meeting place, for histories too many for a disk.

Each is held to the same contract as the real one (`tests/contracts/test_centre_in_memory.py`).
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, replace

from retnet_pro.bundle.naming import BundleId, size_limit
from retnet_pro.bundle.receipt import SetAside, replaces
from retnet_pro.centre.desk_facts import DeskRecords, StoredAct, StoredAlert, StoredSignature
from retnet_pro.centre.placements import StoredPlacement
from retnet_pro.centre.response_ledger import StoredAmendment, StoredResponse, in_order
from retnet_pro.centre.store import BundleRow, Device
from retnet_pro.errors import Code, Refusal, WorldFault
from retnet_pro.record.event import EMPTY, DeviceId, Event, EventHash, Head, Kind, SessionId


class Duplicate(Exception):
    """What a database says when a key is there already."""


@dataclass
class FakeLedger:
    """The tables of a centre as dictionaries."""

    devices_: dict[DeviceId, Device] = field(default_factory=dict)
    rows_: dict[tuple[str, BundleId, DeviceId], BundleRow] = field(default_factory=dict)
    events_: dict[DeviceId, list[Event]] = field(default_factory=dict)
    responses_: dict[tuple[DeviceId, str], StoredResponse] = field(default_factory=dict)
    amendments_: dict[tuple[DeviceId, int], StoredAmendment] = field(default_factory=dict)
    placements_: dict[tuple[DeviceId, int], StoredPlacement] = field(default_factory=dict)
    desk_: dict[tuple[DeviceId, int, str], StoredAlert | StoredAct | StoredSignature] = field(default_factory=dict)
    aside_: dict[tuple[DeviceId, int], SetAside] = field(default_factory=dict)
    receipts_: dict[BundleId, tuple[DeviceId, str, bytes]] = field(default_factory=dict)
    orders_: dict[tuple[DeviceId, int], frozenset[tuple[DeviceId, int]]] = field(default_factory=dict)

    def copied(self) -> "FakeLedger":
        """Return a ledger that can be changed without changing this one; lists of events are only ever replaced."""
        return FakeLedger(*(copy(getattr(self, name)) for name in self.__dataclass_fields__))

    def add_device(self, device: Device) -> None:
        self.devices_[device.dev] = device

    def revoke(self, dev: DeviceId, at: str) -> None:
        if self.devices_[dev].revoked_at is None:
            self.devices_[dev] = replace(self.devices_[dev], revoked_at=at)

    def devices(self) -> tuple[Device, ...]:
        return tuple(self.devices_[dev] for dev in sorted(self.devices_))

    def device(self, dev: DeviceId) -> Device | None:
        return self.devices_.get(dev)

    def device_of(self, public: bytes) -> Device | None:
        return next((device for device in self.devices_.values() if device.public == public), None)

    def admit(self, row: BundleRow) -> None:
        self.rows_.setdefault((row.file, row.id, row.dev), row)

    def has_bundle(self, bundle: BundleId, file: str, dev: DeviceId) -> bool:
        return (file, bundle, dev) in self.rows_

    def bundles(self, *statuses: str) -> tuple[BundleRow, ...]:
        some = (row for row in self.rows_.values() if not statuses or row.status in statuses)
        return tuple(sorted(some, key=lambda row: (row.admitted_at, row.from_seq or -1, row.file, row.dev)))

    def sites_with(self, *statuses: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.devices_[row.dev].site for row in self.bundles(*statuses)))

    def bundles_of(self, site: str, *statuses: str) -> tuple[BundleRow, ...]:
        return tuple(row for row in self.bundles(*statuses) if self.devices_[row.dev].site == site)

    def stands(self, row: BundleRow) -> bool:
        return self.rows_[row.file, row.id, row.dev].status == row.status

    def lock_site(self, site: str) -> None:
        pass

    def sender(self, row: BundleRow) -> Device:
        return self.devices_[row.dev]

    def mark(self, row: BundleRow, status: str, at: str, span: tuple[int, int] | None) -> None:
        from_seq, upto = span or (None, None)
        key = (row.file, row.id, row.dev)
        self.rows_[key] = replace(self.rows_[key], status=status, opened_at=at, from_seq=from_seq, upto=upto)

    def head(self, dev: DeviceId) -> Head:
        held = self.events_.get(dev)
        return Head(held[-1].header.seq, held[-1].hash) if held else EMPTY

    def hashes(self, dev: DeviceId, first: int, last: int) -> dict[int, EventHash]:
        held = self.events_.get(dev, [])
        return {event.header.seq: event.hash for event in held if first <= event.header.seq <= last}

    def add_events(self, events: Sequence[Event]) -> None:
        for event in events:
            held = self.events_.get(event.header.dev, [])
            if any(one.header.seq == event.header.seq for one in held):
                raise Duplicate(f"event {event.header.seq}")
            self.events_[event.header.dev] = sorted([*held, event], key=lambda one: one.header.seq)

    def events(self, dev: DeviceId, after: int = 0) -> Iterator[Event]:
        return (event for event in self.events_.get(dev, []) if event.header.seq > after)

    def answers(self, dev: DeviceId, ses: str | None) -> set[int | None]:
        return {one.header.n for one in self.events(dev) if one.header.ses == ses and one.header.kind is Kind.ANSWER}

    def with_response(self, dev: DeviceId, sessions: Sequence[str]) -> set[str]:
        return {ses for ses in sessions if (dev, ses) in self.responses_}

    def add_responses(self, responses: Iterable[tuple[StoredResponse, Mapping[str, object]]]) -> None:
        for stored, _document in responses:
            key = (stored.dev, stored.response.ses)
            if key in self.responses_:
                raise Duplicate(f"response {key}")
            self.responses_[key] = stored

    def response_of(self, site: str, ses: SessionId) -> StoredResponse | None:
        found = [one for one in self.responses_.values() if (one.site, one.response.ses) == (site, ses)]
        return found[0] if len(found) == 1 else None

    def add_amendments(self, amendments: Iterable[tuple[StoredAmendment, Mapping[str, object]]]) -> None:
        for stored, _document in amendments:
            if (stored.dev, stored.seq) in self.amendments_:
                raise Duplicate(f"correction {stored.seq}")
            self.amendments_[stored.dev, stored.seq] = stored

    def amendments(self, site: str, ses: SessionId) -> tuple[StoredAmendment, ...]:
        return in_order(one for one in self.amendments_.values() if (one.site, one.amendment.ses) == (site, ses))

    def add_placements(self, placements: Iterable[StoredPlacement]) -> None:
        for one in placements:
            if (one.dev, one.seq) in self.placements_:
                raise Duplicate(f"placement {one.seq}")
            self.placements_[one.dev, one.seq] = one

    def placements(self, site: str) -> tuple[StoredPlacement, ...]:
        return tuple(one for _, one in sorted(self.placements_.items()) if one.site == site)

    def add_desk(self, records: DeskRecords) -> None:
        for one in (*records.alerts, *records.acts, *records.signatures):
            key = (one.proof.dev, one.proof.seq, one.alert.rule if isinstance(one, StoredAlert) else "")
            if key in self.desk_:
                raise Duplicate(f"event {key}")
            self.desk_[key] = one

    def raised(self, site: str, sessions: Collection[str]) -> Mapping[tuple[str, str], EventHash]:
        alerts = (one for one in self.desk_.values() if isinstance(one, StoredAlert))
        return {
            (one.ses, one.alert.rule): one.proof.event_hash
            for one in alerts
            if one.proof.site == site and one.ses in sessions
        }

    def unread_device(self) -> None:
        return None

    def set_aside(self, dev: DeviceId, records: Sequence[SetAside], bundle: BundleId, at: str) -> None:
        for one in records:
            if (dev, one.seq) in self.aside_:
                raise Duplicate(f"set aside {one.seq}")
            self.aside_[dev, one.seq] = one

    def aside(self) -> tuple[tuple[DeviceId, SetAside], ...]:
        return tuple((dev, self.aside_[dev, seq]) for dev, seq in sorted(self.aside_))

    def note_order(self, dev: DeviceId, seq: int, targets: Mapping[DeviceId, Sequence[int]], at: str) -> None:
        self.orders_[dev, seq] = frozenset((target, one) for target, seqs in targets.items() for one in seqs)

    def ordered_by(self, dev: DeviceId, seq: int) -> frozenset[tuple[DeviceId, int]]:
        return self.orders_.get((dev, seq), frozenset())

    def ordered(self, dev: DeviceId) -> frozenset[int]:
        return frozenset(seq for named in self.orders_.values() for target, seq in named if target == dev)

    def erase_ordered(self, devices: Collection[DeviceId]) -> None:
        for dev in devices:
            gone = self.ordered(dev)
            kept = self.events_.get(dev, [])
            self.events_[dev] = [replace(one, sealed=None) if one.header.seq in gone else one for one in kept]
            self.responses_ = {
                key: one for key, one in self.responses_.items() if one.dev != dev or one.seq not in gone
            }
            self.amendments_ = {
                key: one for key, one in self.amendments_.items() if one.dev != dev or one.seq not in gone
            }
            self.desk_ = {key: one for key, one in self.desk_.items() if key[0] != dev or key[1] not in gone}

    def keep_receipt(self, bundle: BundleId, dev: DeviceId, status: str, at: str, body: bytes) -> None:
        if bundle not in self.receipts_ or replaces((dev, status), self.receipts_[bundle][:2]):
            self.receipts_[bundle] = (dev, status, body)

    def receipt(self, bundle: BundleId) -> tuple[str, bytes] | None:
        return self.receipts_[bundle][1:] if bundle in self.receipts_ else None


class FakeStore:
    """One ledger; a transaction that fails leaves it as it was."""

    def __init__(self) -> None:
        self.ledger = FakeLedger()

    @contextmanager
    def writing(self) -> Iterator[FakeLedger]:
        changed = self.ledger.copied()
        yield changed
        self.ledger = changed

    @contextmanager
    def reading(self) -> Iterator[FakeLedger]:
        yield self.ledger

    @contextmanager
    def holding(self, site: str) -> Iterator[bool]:
        yield True

    def close(self) -> None:
        pass


class FakeInbox:
    """Sealed files by bundle and hash."""

    def __init__(self) -> None:
        self.files: dict[tuple[BundleId, str], bytes] = {}

    def keep(self, bundle: BundleId, data: bytes) -> str:
        file = hashlib.sha256(data).hexdigest()
        self.files[bundle, file] = data
        return file

    def read(self, bundle: BundleId, file: str) -> bytes:
        if (bundle, file) not in self.files:
            raise Refusal(Code.FILE_MISSING, path=f"{bundle}-{file[:16]}.age")
        return self.files[bundle, file]


class FakeFolder:
    """A meeting place in memory: complete files under names of ours."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def put(self, name: str, data: bytes) -> None:
        limit = size_limit(name)
        if limit is None or len(data) > limit:
            raise ValueError("not a file of ours")
        self.files[name] = data

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self.files))

    def get(self, name: str) -> bytes:
        if size_limit(name) is None:
            raise ValueError("not a file of ours")
        if name not in self.files:
            raise WorldFault(Code.TRANSPORT_UNREACHABLE, place="memory", why="there is no such file")
        return self.files[name]
