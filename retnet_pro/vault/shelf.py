"""The shelf of signed packs, in the file of the site."""

from retnet_pro.conduct.ports import KeptPack
from retnet_pro.vault.log import EventLog
from retnet_pro.vault.rows import PackRow, keep_pack, packs


class LogShelf:
    """Keeps packs beside the log they were written down in."""

    def __init__(self, log: EventLog) -> None:
        """Take the log that owns the file."""
        self._log = log

    def keep(self, pack: KeptPack) -> None:
        """Keep a pack durably; one that was altered in the file is replaced by the same pack as it was signed.

        Raises:
            WorldFault: `DISK_FULL` or `DISK_FAULT`; the pack may or may not be kept, and keeping it again does no harm.
        """
        row = PackRow(
            hash=pack.hash, kind=pack.kind, version=str(pack.version), body=pack.line, sig=pack.armor, seq=pack.seq
        )
        keep_pack(self._log, row)

    def kept(self) -> tuple[KeptPack, ...]:
        """Return all packs, in the order they were taken in. Rows that are no packs are passed over."""
        return tuple(
            KeptPack(hash=row.hash, kind=row.kind, version=int(row.version), line=row.body, armor=row.sig, seq=row.seq)
            for row in packs(self._log)
            if row.version.isdecimal()
        )
