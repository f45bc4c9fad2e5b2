"""The small tables beside the log: packs, outbox, settings. All of them can be rebuilt from events and packs."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """A bundle on its way; it is done when a receipt event covers `to_seq`."""

    id: str
    from_seq: int
    to_seq: int
    made_at: str
    tries: int
    last_error: str | None


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


def put_in_outbox(log: EventLog, row: OutboxRow) -> None:
    """Add a bundle; the same events give the same id, so adding it again changes nothing."""
    log.change(
        (
            "INSERT OR IGNORE INTO outbox (id, from_seq, to_seq, made_at, tries, last_error) VALUES (?, ?, ?, ?, ?, ?)",
            (row.id, row.from_seq, row.to_seq, row.made_at, row.tries, row.last_error),
        )
    )


def note_try(log: EventLog, bundle_id: str, error: str | None) -> None:
    """Count one attempt at delivery and what came of it."""
    log.change(("UPDATE outbox SET tries = tries + 1, last_error = ? WHERE id = ?", (error, bundle_id)))


def outbox(log: EventLog) -> tuple[OutboxRow, ...]:
    """Return what is on its way, oldest first."""
    query = "SELECT id, from_seq, to_seq, made_at, tries, last_error FROM outbox ORDER BY from_seq, to_seq, id"
    return tuple(
        OutboxRow(id=id_, from_seq=first, to_seq=last, made_at=made_at, tries=tries, last_error=error)
        for id_, first, last, made_at, tries, error in log.read(query)
    )


def clear_outbox(log: EventLog, to_seq: int) -> None:
    """Drop the bundles a receipt has covered."""
    log.change(("DELETE FROM outbox WHERE to_seq <= ?", (to_seq,)))


def setting(log: EventLog, key: str) -> str | None:
    """Return one setting of this device."""
    rows = log.read("SELECT value FROM setting WHERE key = ?", (key,))
    return rows[0][0] if rows else None


def keep_setting(log: EventLog, key: str, value: str) -> None:
    """Set or replace one setting of this device."""
    log.change(("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, value)))
