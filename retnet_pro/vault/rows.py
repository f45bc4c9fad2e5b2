"""The small tables beside the log: packs and settings. All of them can be rebuilt from events and packs."""

from dataclasses import dataclass

from retnet_pro.vault.log import EventLog


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRow:
    """A signed pack as it arrived."""

    hash: str
    kind: str
    version: str
    body: bytes
    sig: bytes
    seq: int
    """The event that says it was taken in."""


def keep_pack(log: EventLog, pack: PackRow) -> None:
    """Keep a pack; keeping the same one twice does nothing, unless its row was altered: then it is put right."""
    values = (pack.hash, pack.kind, pack.version, pack.body, pack.sig, pack.seq)
    log.change(
        (
            "INSERT INTO pack (hash, kind, version, body, sig, seq) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO"
            " UPDATE SET kind = excluded.kind, version = excluded.version, body = excluded.body, sig = excluded.sig",
            values,
        )
    )


def packs(log: EventLog, kind: str | None = None) -> tuple[PackRow, ...]:
    """Return the packs of a kind, or all, in the order they were taken in."""
    query = "SELECT hash, kind, version, body, sig, seq FROM pack WHERE ? IS NULL OR kind = ? ORDER BY seq, hash"
    return tuple(
        PackRow(hash=hash_, kind=kind_, version=version, body=body, sig=sig, seq=seq)
        for hash_, kind_, version, body, sig, seq in log.read(query, (kind, kind))
    )


def setting(log: EventLog, key: str) -> str | None:
    """Return one setting of this device."""
    rows = log.read("SELECT value FROM setting WHERE key = ?", (key,))
    return rows[0][0] if rows else None


def keep_setting(log: EventLog, key: str, value: str) -> None:
    """Set or replace one setting of this device."""
    log.change(("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, value)))
