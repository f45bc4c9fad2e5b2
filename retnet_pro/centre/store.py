"""The centre's database: enrolled devices, bundles, every event as signed, responses, what was set aside, receipts.

With `database`, what it stands on and the ledgers, the only place of the program that knows SQLAlchemy. SQLite is the
default; PostgreSQL serves where several programs open bundles at once. Events are only ever added; their contents go by
order alone (see `erasing`). Whatever belongs to one bundle is written in one transaction (rule P72).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, func, insert, select, text, update

from retnet_pro.bundle.naming import BundleId
from retnet_pro.bundle.receipt import replaces
from retnet_pro.centre.database import Database
from retnet_pro.centre.decision_ledger import DecisionLedger
from retnet_pro.centre.engine import POSTGRESQL
from retnet_pro.centre.gate_ledger import GATE_SEES, BundleRow, Device, Stage, in_order_of_arrival
from retnet_pro.centre.locks import Purpose, lock
from retnet_pro.centre.tables import BUNDLE, DEVICE, EVENT, FACTS, RECEIPT, VERSION_TABLE
from retnet_pro.record.event import EMPTY, DeviceId, Event, EventHash, Head, Kind, read_header

__all__ = ["BundleRow", "Device", "Ledger", "Stage", "Store"]

_AT_ONCE = 500
"""Rows in memory while a database is copied."""


class Ledger(DecisionLedger):
    """Reading and writing inside one transaction; `Store.writing` and `Store.reading` make one."""

    def lock_site(self, site: str) -> None:
        """Let no other transaction that asks for it write records of this site before this one has ended.

        Records of a site lean on each other, whichever of its devices they came from: a correction on its response, a
        decision on its proposal. So they are written one bundle after the other.
        """
        if self._db.dialect.name == POSTGRESQL:
            lock(self._db, Purpose.WRITING, site)

    def sites_with(self, *statuses: str) -> tuple[str, ...]:
        """Return the sites that have sealed files of these statuses, the one that waits longest first."""
        query = select(DEVICE.c.site).join(BUNDLE, BUNDLE.c.dev == DEVICE.c.dev).where(BUNDLE.c.status.in_(statuses))
        longest_first = query.group_by(DEVICE.c.site).order_by(func.min(BUNDLE.c.admitted_at), DEVICE.c.site)
        return tuple(self._db.execute(longest_first).scalars())

    def bundles_of(self, site: str, *statuses: str) -> tuple[BundleRow, ...]:
        """Return the sealed files of these statuses of a site's devices, in the order they came."""
        query = select(BUNDLE).join(DEVICE, DEVICE.c.dev == BUNDLE.c.dev).where(DEVICE.c.site == site)
        rows = self._db.execute(in_order_of_arrival(query.where(BUNDLE.c.status.in_(statuses)))).mappings()
        return tuple(BundleRow(**row) for row in rows)

    def stands(self, row: BundleRow) -> bool:
        """Whether a sealed file still stands where it stood when it was looked up."""
        this = (*_this(row), BUNDLE.c.status == row.status)
        return self._db.execute(select(BUNDLE.c.file).where(*this)).first() is not None

    def mark(self, row: BundleRow, status: str, at: str, span: tuple[int, int] | None) -> None:
        """Note what became of a sealed file and, when it could be read, which events it holds."""
        from_seq, upto = span or (None, None)
        values = {"status": status, "opened_at": at, "from_seq": from_seq, "upto": upto}
        self._db.execute(update(BUNDLE).where(*_this(row)).values(values))

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

    def session_events(self, dev: DeviceId, ses: str, kinds: Collection[Kind]) -> Iterator[Event]:
        """Yield the events of these kinds of one session of a device, in order."""
        this = (EVENT.c.dev == dev, EVENT.c.ses == ses, EVENT.c.kind.in_([kind.value for kind in kinds]))
        # put in order here: asked to do it, SQLite walks through all events of the device instead of using its index
        for row in sorted(self._db.execute(select(EVENT).where(*this)), key=lambda one: int(one.seq)):
            yield Event(read_header(row.header), row.header, EventHash(row.hash), row.sealed, row.sig)

    def answers(self, dev: DeviceId, ses: str | None) -> set[int | None]:
        """Return the ordinals of the answers of one session among the events held."""
        query = select(EVENT.c.n).where(EVENT.c.dev == dev, EVENT.c.ses == ses, EVENT.c.kind == Kind.ANSWER.value)
        return set(self._db.execute(query).scalars())

    def keep_receipt(self, bundle: BundleId, dev: DeviceId, status: str, at: str, body: bytes) -> None:
        """Keep the receipt of a bundle, unless the one that is there stays; see `replaces`."""
        row = self._db.execute(select(RECEIPT.c.dev, RECEIPT.c.status).where(RECEIPT.c.bundle == bundle)).first()
        values = {"dev": dev, "status": status, "at": at, "body": body}
        if row is None:
            self._db.execute(insert(RECEIPT).values(bundle=bundle, **values))
        elif replaces((dev, status), (DeviceId(row.dev), row.status)):
            self._db.execute(update(RECEIPT).where(RECEIPT.c.bundle == bundle).values(values))

    def notes(self, dev: DeviceId, *kinds: Kind) -> Iterator[Mapping[str, object]]:
        """Yield the open notes of these kinds of a device, newest first."""
        named = EVENT.c.kind.in_([kind.value for kind in kinds])
        query = select(EVENT.c.header).where(EVENT.c.dev == dev, named).order_by(EVENT.c.seq.desc())
        for (header,) in self._db.execute(query):
            yield read_header(header).note or {}

    def sign_again(self, bundle: BundleId, body: bytes) -> None:
        """Replace the file of a receipt by the same statement under a new signature."""
        self._db.execute(update(RECEIPT).where(RECEIPT.c.bundle == bundle).values(body=body))

    def let_gate_in(self, user: str) -> None:
        """Let a user of the database server do what the gate needs, and take every other right on our tables away."""
        quoted = self._db.dialect.identifier_preparer.quote_identifier(user)
        ours = ", ".join(table.name for table in FACTS.sorted_tables)
        for words in (
            f"REVOKE ALL ON {ours} FROM {quoted}",
            f"GRANT SELECT ON {', '.join(table.name for table in GATE_SEES)}, {VERSION_TABLE} TO {quoted}",
            f"GRANT INSERT ON {BUNDLE.name} TO {quoted}",
        ):
            self._db.execute(text(words))

    def copy_of(self, other: "Ledger") -> int:
        """Take over every row of another database into this empty one; return how many."""
        count = 0
        for table in FACTS.sorted_tables:
            rows = other._db.execution_options(yield_per=_AT_ONCE).execute(select(table)).mappings()
            for some in rows.partitions():
                self._db.execute(insert(table), [dict(row) for row in some])
                count += len(some)
        return count


def _this(row: BundleRow) -> tuple[ColumnElement[bool], ...]:
    return (BUNDLE.c.file == row.file, BUNDLE.c.id == row.id, BUNDLE.c.dev == row.dev)


class Store(Database[Ledger]):
    """All of the database."""

    def __init__(self, url: str) -> None:
        """Open it; see `Database`."""
        super().__init__(url, Ledger)
