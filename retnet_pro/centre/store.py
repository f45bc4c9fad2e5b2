"""The centre's database: enrolled devices, bundles, every event as signed, responses, what was set aside, receipts.

With `tables` and the ledgers, the only place of the program that knows SQLAlchemy. SQLite is the default and the one
that is tested. Events are only ever added; their contents go by order alone (see `erasing`). Whatever belongs to one
bundle is written in one transaction (rule P72).
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, fields
from enum import StrEnum

from sqlalchemy import insert, select, update
from sqlalchemy.exc import DBAPIError

from retnet_pro.bundle.naming import BundleId
from retnet_pro.bundle.receipt import FINAL, SetAside
from retnet_pro.centre.engine import open_engine
from retnet_pro.centre.response_ledger import ResponseLedger
from retnet_pro.centre.tables import BUNDLE, DEVICE, EVENT, FACTS, RECEIPT, SET_ASIDE
from retnet_pro.centre.trouble import in_our_words
from retnet_pro.record.event import EMPTY, DeviceId, Event, EventHash, Head, Kind, read_header


class Stage(StrEnum):
    """Where a bundle stands that has no receipt yet; with one, its stage is the receipt's status."""

    ADMITTED = "admitted"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class Device:
    """An enrolled tablet."""

    dev: DeviceId
    site: str
    public: bytes
    enrolled_at: str
    revoked_at: str | None


@dataclass(frozen=True, slots=True)
class BundleRow:
    """One sealed file of the inbox, under the name it came with.

    Two files can carry the same bundle, because sealing is randomised; and one file can come under a wrong name.
    """

    file: str
    """SHA-256 of the sealed file."""
    id: BundleId
    dev: DeviceId
    from_seq: int | None
    upto: int | None
    status: str
    admitted_at: str
    opened_at: str | None


class Ledger(ResponseLedger):
    """Reading and writing inside one transaction; `Store.writing` and `Store.reading` make one."""

    def add_device(self, device: Device) -> None:
        """Enrol a device."""
        self._db.execute(insert(DEVICE).values(_values(device)))

    def revoke(self, dev: DeviceId, at: str) -> None:
        """Close a device from now on; what it sent before stays."""
        open_ones = update(DEVICE).where(DEVICE.c.dev == dev, DEVICE.c.revoked_at.is_(None))
        self._db.execute(open_ones.values(revoked_at=at))

    def devices(self) -> tuple[Device, ...]:
        """Return all devices, in order of id."""
        return tuple(Device(**row) for row in self._db.execute(select(DEVICE).order_by(DEVICE.c.dev)).mappings())

    def device(self, dev: DeviceId) -> Device | None:
        """Return the device with this id."""
        return next((device for device in self.devices() if device.dev == dev), None)

    def device_of(self, public: bytes) -> Device | None:
        """Return the device with this public key."""
        row = self._db.execute(select(DEVICE).where(DEVICE.c.public == public)).mappings().first()
        return None if row is None else Device(**row)

    def admit(self, row: BundleRow) -> None:
        """Put a sealed file into the index, unless it is there."""
        if not self.has_bundle(row.id, row.file):
            self._db.execute(insert(BUNDLE).values(_values(row)))

    def has_bundle(self, bundle: BundleId, file: str) -> bool:
        """Whether the sealed file with this SHA-256 is in the index under this name."""
        query = select(BUNDLE.c.file).where(BUNDLE.c.file == file, BUNDLE.c.id == bundle)
        return self._db.execute(query).first() is not None

    def bundles(self, *statuses: str) -> tuple[BundleRow, ...]:
        """Return the sealed files of these statuses (all, when none is given), in the order they came."""
        query = select(BUNDLE).order_by(BUNDLE.c.admitted_at, BUNDLE.c.from_seq, BUNDLE.c.file)
        rows = self._db.execute(query.where(BUNDLE.c.status.in_(statuses)) if statuses else query)
        return tuple(BundleRow(**row) for row in rows.mappings())

    def sender(self, row: BundleRow) -> Device:
        """Return the device a sealed file was admitted from; devices are closed, never removed."""
        return Device(**self._db.execute(select(DEVICE).where(DEVICE.c.dev == row.dev)).mappings().one())

    def mark(self, row: BundleRow, status: str, at: str, span: tuple[int, int] | None) -> None:
        """Note what became of a sealed file and, when it could be read, which events it holds."""
        from_seq, upto = span or (None, None)
        values = {"status": status, "opened_at": at, "from_seq": from_seq, "upto": upto}
        this = (BUNDLE.c.file == row.file, BUNDLE.c.id == row.id)
        self._db.execute(update(BUNDLE).where(*this).values(values))

    def head(self, dev: DeviceId) -> Head:
        """Return the end of the chain the centre holds of a device."""
        query = select(EVENT.c.seq, EVENT.c.hash).where(EVENT.c.dev == dev).order_by(EVENT.c.seq.desc()).limit(1)
        row = self._db.execute(query).first()
        return EMPTY if row is None else Head(row.seq, EventHash(row.hash))

    def hashes(self, dev: DeviceId, first: int, last: int) -> dict[int, EventHash]:
        """Return the hashes of the events held in this range."""
        query = select(EVENT.c.seq, EVENT.c.hash).where(EVENT.c.dev == dev, EVENT.c.seq.between(first, last))
        return {row.seq: EventHash(row.hash) for row in self._db.execute(query)}

    def add_events(self, events: Sequence[Event]) -> None:
        """Keep events exactly as they were signed."""
        rows = [
            {
                "dev": event.header.dev,
                "seq": event.header.seq,
                "hash": event.hash,
                "kind": event.header.kind.value,
                "ses": event.header.ses,
                "n": event.header.n,
                "header": event.header_bytes,
                "sealed": event.sealed,
                "sig": event.sig,
            }
            for event in events
        ]
        if rows:
            self._db.execute(insert(EVENT), rows)

    def events(self, dev: DeviceId, after: int = 0, kinds: Collection[Kind] = ()) -> Iterator[Event]:
        """Yield the events of a device in order, or those of some kinds."""
        query = select(EVENT).where(EVENT.c.dev == dev, EVENT.c.seq > after).order_by(EVENT.c.seq)
        named = query.where(EVENT.c.kind.in_([kind.value for kind in kinds])) if kinds else query
        for row in self._db.execute(named):
            yield Event(read_header(row.header), row.header, EventHash(row.hash), row.sealed, row.sig)

    def answers(self, dev: DeviceId, ses: str | None) -> set[int | None]:
        """Return the ordinals of the answers of one session among the events held."""
        query = select(EVENT.c.n).where(EVENT.c.dev == dev, EVENT.c.ses == ses, EVENT.c.kind == Kind.ANSWER.value)
        return set(self._db.execute(query).scalars())

    def set_aside(self, dev: DeviceId, records: Sequence[SetAside], bundle: BundleId, at: str) -> None:
        """Note records that are kept but not used."""
        rows = [{**_values(one), "dev": dev, "bundle": bundle, "at": at} for one in records]
        if rows:
            self._db.execute(insert(SET_ASIDE), rows)

    def aside(self) -> tuple[tuple[DeviceId, SetAside], ...]:
        """Return what was set aside, in order of device and event."""
        query = select(SET_ASIDE).order_by(SET_ASIDE.c.dev, SET_ASIDE.c.seq)
        return tuple((DeviceId(row.dev), SetAside(row.seq, row.ses, row.why)) for row in self._db.execute(query))

    def keep_receipt(self, bundle: BundleId, dev: DeviceId, status: str, at: str, body: bytes) -> None:
        """Keep the receipt of a bundle; a final one is never replaced."""
        row = self._db.execute(select(RECEIPT.c.status).where(RECEIPT.c.bundle == bundle)).first()
        values = {"dev": dev, "status": status, "at": at, "body": body}
        if row is None:
            self._db.execute(insert(RECEIPT).values(bundle=bundle, **values))
        elif row.status not in FINAL:
            self._db.execute(update(RECEIPT).where(RECEIPT.c.bundle == bundle).values(values))

    def receipts(self) -> tuple[tuple[BundleId, DeviceId, bytes], ...]:
        """Return every receipt as (bundle, device, file), in order of bundle."""
        query = select(RECEIPT.c.bundle, RECEIPT.c.dev, RECEIPT.c.body).order_by(RECEIPT.c.bundle)
        return tuple((BundleId(row.bundle), DeviceId(row.dev), row.body) for row in self._db.execute(query))

    def receipt(self, bundle: BundleId) -> tuple[str, bytes] | None:
        """Return status and file of the receipt of a bundle."""
        row = self._db.execute(select(RECEIPT).where(RECEIPT.c.bundle == bundle)).first()
        return None if row is None else (row.status, row.body)

    def receipts_of(self, site: str) -> tuple[BundleId, ...]:
        """Return which bundles of a site's tablets have a receipt, in order."""
        query = select(RECEIPT.c.bundle).join(DEVICE, DEVICE.c.dev == RECEIPT.c.dev).where(DEVICE.c.site == site)
        return tuple(BundleId(bundle) for bundle in self._db.execute(query.order_by(RECEIPT.c.bundle)).scalars())

    def receipt_for(self, site: str, bundle: BundleId) -> bytes | None:
        """Return the file of a receipt, if it is for a tablet of this site."""
        query = select(RECEIPT.c.body).join(DEVICE, DEVICE.c.dev == RECEIPT.c.dev)
        return self._db.execute(query.where(DEVICE.c.site == site, RECEIPT.c.bundle == bundle)).scalar()


class Store:
    """The database behind a URL; when it is in trouble, every use is `CENTRE_BROKEN`, `DISK_FULL` or `DISK_FAULT`."""

    def __init__(self, url: str) -> None:
        """Open the database, e.g. ``sqlite:///path/to/centre.sqlite``; makes its tables when they are missing."""
        self._engine = open_engine(url)
        with self._in_our_words():
            FACTS.create_all(self._engine)

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """One transaction: everything in it is kept, or nothing."""
        with self._in_our_words(), self._engine.begin() as connection:
            yield Ledger(connection)

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """One consistent look."""
        with self._in_our_words(), self._engine.connect().execution_options(reading=True) as connection:
            yield Ledger(connection)

    def settle(self) -> None:
        """Leave nothing of what was removed beside the database; other databases than SQLite see to that themselves."""
        if self._engine.dialect.name == "sqlite":
            with self._in_our_words(), self._engine.connect() as connection:
                connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _in_our_words(self) -> AbstractContextManager[None]:
        errors = (DBAPIError, self._engine.dialect.loaded_dbapi.Error)
        return in_our_words(errors, self._engine.url.database or "the database")


def _values(fact: Device | BundleRow | SetAside) -> dict[str, object]:
    return {field.name: getattr(fact, field.name) for field in fields(fact)}
