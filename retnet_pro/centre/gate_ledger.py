"""The part of the ledger that the gate sees: tablets, sealed files, receipts and packs. No event and no answer.

On PostgreSQL the gate can be given a user of its own that may see nothing else (`Ledger.let_gate_in`).
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from retnet_pro.bundle.naming import BundleId
from retnet_pro.bundle.receipt import SetAside
from retnet_pro.centre.act_ledger import ActLedger
from retnet_pro.centre.engine import POSTGRESQL
from retnet_pro.centre.tables import BUNDLE, CLOSURE, DEVICE, ISSUED, RECEIPT
from retnet_pro.record.event import DeviceId

GATE_SEES = (DEVICE, BUNDLE, RECEIPT, ISSUED, CLOSURE)
"""The tables below. What the gate adds is sealed files, and nothing else."""


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
    """One sealed file of the inbox, under the name it came with, as one tablet signed it.

    Two files can carry the same bundle, because sealing is randomised; one file can come under a wrong name; and a
    tablet can sign what is not its own. So each is a row of its own, and none makes another known.
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


class GateLedger(ActLedger):
    """Reading and writing inside one transaction."""

    def add_device(self, device: Device) -> None:
        """Enrol a device."""
        self._db.execute(insert(DEVICE).values(values_of(device)))

    def revoke(self, dev: DeviceId, at: str) -> None:
        """Close a device from now on; what it sent before stays."""
        open_ones = update(DEVICE).where(DEVICE.c.dev == dev, DEVICE.c.revoked_at.is_(None))
        self._db.execute(open_ones.values(revoked_at=at))

    def devices(self) -> tuple[Device, ...]:
        """Return all devices, in order of id."""
        return tuple(Device(**row) for row in self._db.execute(select(DEVICE).order_by(DEVICE.c.dev)).mappings())

    def device(self, dev: DeviceId) -> Device | None:
        """Return the device with this id."""
        row = self._db.execute(select(DEVICE).where(DEVICE.c.dev == dev)).mappings().first()
        return None if row is None else Device(**row)

    def device_of(self, public: bytes) -> Device | None:
        """Return the device with this public key."""
        row = self._db.execute(select(DEVICE).where(DEVICE.c.public == public)).mappings().first()
        return None if row is None else Device(**row)

    def admit(self, row: BundleRow) -> None:
        """Put a sealed file into the index, unless it is there."""
        if_new = postgresql.insert if self._db.dialect.name == POSTGRESQL else sqlite.insert
        self._db.execute(if_new(BUNDLE).values(values_of(row)).on_conflict_do_nothing())

    def has_bundle(self, bundle: BundleId, file: str, dev: DeviceId) -> bool:
        """Whether the sealed file with this SHA-256 is in the index under this name, signed by this device."""
        query = select(BUNDLE.c.file).where(BUNDLE.c.file == file, BUNDLE.c.id == bundle, BUNDLE.c.dev == dev)
        return self._db.execute(query).first() is not None

    def bundles(self, *statuses: str) -> tuple[BundleRow, ...]:
        """Return the sealed files of these statuses (all, when none is given), in the order they came."""
        query = in_order_of_arrival(select(BUNDLE))
        rows = self._db.execute(query.where(BUNDLE.c.status.in_(statuses)) if statuses else query)
        return tuple(BundleRow(**row) for row in rows.mappings())

    def sender(self, row: BundleRow) -> Device:
        """Return the device that signed a sealed file; devices are closed, never removed."""
        return Device(**self._db.execute(select(DEVICE).where(DEVICE.c.dev == row.dev)).mappings().one())

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


def in_order_of_arrival(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Return a query for sealed files that gives them in the order they came."""
    return query.order_by(BUNDLE.c.admitted_at, BUNDLE.c.from_seq.nulls_first(), BUNDLE.c.file, BUNDLE.c.dev)


def values_of(fact: Device | BundleRow | SetAside) -> dict[str, object]:
    """Return a fact as the row it is kept in."""
    return {field.name: getattr(fact, field.name) for field in fields(fact)}
