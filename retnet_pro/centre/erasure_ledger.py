"""The part of the ledger that forgets: which events were ordered away, and their contents wherever they stand."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import delete, insert, select, update

from retnet_pro.centre.count_ledger import CountLedger
from retnet_pro.centre.tables import ALERT, ALERT_ACT, AMENDMENT, ERASURE, EVENT, RESPONSE, SIGNATURE, UNREAD
from retnet_pro.record.event import DeviceId

_READ_FROM_EVENTS = (RESPONSE, AMENDMENT, ALERT, ALERT_ACT, SIGNATURE, UNREAD)


class ErasureLedger(CountLedger):
    """Orders are kept for good, so that what they name stays away when it is sent again."""

    def note_order(self, dev: DeviceId, seq: int, targets: Mapping[DeviceId, Sequence[int]], at: str) -> None:
        """Note an order to erase: the event that gave it, and the events it names."""
        named = self.ordered_by(dev, seq)
        rows = [
            {"dev": dev, "seq": seq, "target_dev": target, "target_seq": one, "at": at}
            for target, seqs in targets.items()
            for one in dict.fromkeys(seqs)
            if (target, one) not in named
        ]
        if rows:
            self._db.execute(insert(ERASURE), rows)

    def ordered_by(self, dev: DeviceId, seq: int) -> frozenset[tuple[DeviceId, int]]:
        """Return the (device, event) that one order names."""
        columns = ERASURE.c
        query = select(columns.target_dev, columns.target_seq).where(columns.dev == dev, columns.seq == seq)
        return frozenset((DeviceId(row.target_dev), row.target_seq) for row in self._db.execute(query))

    def ordered(self, dev: DeviceId) -> frozenset[int]:
        """Return the events of a device that were ordered away."""
        query = select(ERASURE.c.target_seq).where(ERASURE.c.target_dev == dev)
        return frozenset(self._db.execute(query).scalars())

    def erase_ordered(self, devices: Collection[DeviceId]) -> None:
        """Remove the contents of what was ordered away, and all that was read from them."""
        for dev in devices:
            if not self.ordered(dev):  # almost always; to look through all that a device sent would take longer
                continue
            named = select(ERASURE.c.target_seq).where(ERASURE.c.target_dev == dev)
            standing = (EVENT.c.dev == dev, EVENT.c.sealed.is_not(None), EVENT.c.seq.in_(named))
            self._db.execute(update(EVENT).where(*standing).values(sealed=None))
            for table in _READ_FROM_EVENTS:
                self._db.execute(delete(table).where(table.c.dev == dev, table.c.seq.in_(named)))
