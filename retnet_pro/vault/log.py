"""The event log on disk. Append, read, nothing else; what `append` returned from survives a power cut (rule E50).

Used by the participant's process as well, so this module must not know how sealed things are opened.
"""

import heapq
import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from itertools import count, takewhile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from retnet_pro.conduct.ports import Snapshot
from retnet_pro.errors import Bug, Code, Refusal, RetnetError, Tamper, fault_of_disk
from retnet_pro.record.chain import StoredRow
from retnet_pro.record.event import EMPTY, Event, EventHash, Head, Kind, Sealed, SessionId, hash_of
from retnet_pro.record.seal import sealed_hash
from retnet_pro.vault.connection import (
    Connect,
    DiskError,
    connect,
    copy_over,
    fault_of,
    open_connection,
    transaction,
)
from retnet_pro.vault.durable import sync_folder
from retnet_pro.vault.schema import IN_A_SESSION, KIND_OF, NOT_AN_ANSWER, SES_OF
from retnet_pro.vault.stored_event import COLUMNS, INSERT, demand, in_their_places, read_event, row_of

CHUNK = 500
"""Events read at a time, so that a long log never stands in memory and no read stays open across an append."""
_ONWARDS, _BACKWARDS = "seq > ? ORDER BY seq", "seq < ? ORDER BY seq DESC"


def open_log(path: Path, *, connect: Connect = connect) -> "EventLog":
    """Open the log of an existing site; no other process can open it until `close`.

    Raises:
        Refusal: `NOT_PROVISIONED`, `SITE_IN_USE` or `VAULT_NEWER`.
        Tamper: `VAULT_DAMAGED`.
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    return EventLog(path, connect)


def create_log(path: Path, *, connect: Connect = connect) -> "EventLog":
    """Make a new, empty log. One that an interrupted set-up left behind is used or replaced, anything else is kept.

    Raises:
        Refusal: `ALREADY_PROVISIONED`, and what `open_log` raises.
    """
    try:
        path.touch(mode=0o600)
    except OSError as error:
        raise fault_of_disk(error, path) from error
    for folder in path.parents:  # the folder of a new site, and those above it, may be new themselves
        sync_folder(folder)
    log = EventLog(path, connect)
    if log.head() == EMPTY:
        return log
    with log:
        if log.read("SELECT 1 FROM slot") or {one.header.kind for one in log.events()} - {Kind.PROVISION, Kind.STAFF}:
            raise Refusal(Code.ALREADY_PROVISIONED, path=path)
    try:
        path.unlink()  # founded, but its first person never had a slot: nobody could ever open it
    except OSError as error:
        raise fault_of_disk(error, path) from error
    return create_log(path, connect=connect)


class EventLog:
    """Owns the one connection to the file of a site."""

    def __init__(self, path: Path, connect: Connect = connect) -> None:
        """Open the file and take the lock; see `open_log`."""
        self.path = path
        self._connect = connect
        self._closed = False
        self._connection: sqlite3.Connection | None = None
        self._head = EMPTY
        self._open()

    def head(self) -> Head:
        """Return the end of the chain."""
        self._open()
        return self._head

    def append(self, event: Event) -> None:
        """Make the event durable; when this returns, it is on disk.

        A commit that is reported as failed may be durable all the same, so after a failure the file is opened anew
        and searched for the event before it is written a second and last time.

        Raises:
            WorldFault: `DISK_FULL` or `DISK_FAULT`; everything appended before is safe, the call can be repeated.
            Bug: `CHAIN_BROKEN`, when the event does not follow the head.
        """
        if self._connection is None and self._has_arrived(event):
            return
        self._refuse_misfit(event)
        fault: RetnetError | None = None
        for _attempt in range(2):
            try:
                self._insert(event)
            except sqlite3.Error as error:
                fault = fault_of(error, self.path)
                if self._has_arrived(event):
                    return
            except BaseException:
                self._let_go()
                raise
            else:
                self._head = Head(event.header.seq, event.hash)
                return
        raise fault or Bug(Code.UNEXPECTED, path=self.path, why="no attempt was made")

    def events(self, after: int = 0, kinds: Collection[Kind] | None = None) -> Iterator[Event]:
        """Yield events in order, from the one after this sequence number, of these kinds or of all.

        Raises:
            Tamper: `EVENT_BROKEN`, when a row is not what its hash says, or one is missing where all are asked for.
        """
        yield from self._of_kinds(kinds, after, _ONWARDS)

    def backwards(self, before: int, kinds: Collection[Kind] | None = None) -> Iterator[Event]:
        """Yield events newest first, from the one before this sequence number, of these kinds or of all.

        Raises:
            Tamper: `EVENT_BROKEN`, when a row is not what its hash says, or one is missing where all are asked for.
        """
        yield from self._of_kinds(kinds, before, _BACKWARDS)

    def session_events(self, ses: SessionId) -> Iterator[Event]:
        """Yield the events of one session, in order."""
        for event in self._paged(f"{IN_A_SESSION} AND {SES_OF} = ?", (json.dumps(ses).encode(),), 0, _ONWARDS):
            demand(event.header.ses == ses, self.path, event.header.seq)
            yield event

    def get(self, seq: int) -> Event | None:
        """Return one event, if there is one."""
        rows = self.read(f"SELECT {COLUMNS} FROM event WHERE seq = ?", (seq,))
        return read_event(rows[0], self.path) if rows else None

    def rows(self, after: int = 0) -> Iterator[StoredRow]:
        """Yield rows as they are stored, unchecked, for a verifier.

        Raises:
            Tamper: `VAULT_DAMAGED` where the file cannot be read; every row before was yielded.
        """
        query = f"SELECT {COLUMNS} FROM event WHERE seq > ? ORDER BY seq LIMIT ?"
        while True:
            try:
                chunk = self.read(query, (after, CHUNK))
            except Tamper:
                chunk = self.read(query, (after, 1))  # one at a time, up to the page that is damaged
            if not chunk:
                return
            yield from chunk
            after = chunk[-1][0]

    def erase(self, seqs: Collection[int]) -> None:
        """Remove the sealed payloads of these events for good, from file and write-ahead log; an event must order it.

        The snapshot may repeat them and goes too. Headers, hashes and signatures stay, so the chain still verifies.
        """
        gone = (("UPDATE event SET sealed = NULL WHERE seq = ? AND sealed IS NOT NULL", (seq,)) for seq in seqs)
        self.change(("DELETE FROM snapshot", ()), *gone)
        self.checkpoint()

    def snapshot(self) -> Snapshot | None:
        """Return the snapshot, if any."""
        rows = self.read("SELECT upto, head, sealed FROM snapshot ORDER BY upto DESC LIMIT 1")
        return Snapshot(Head(rows[0][0], EventHash(rows[0][1])), Sealed(rows[0][2])) if rows else None

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Replace the snapshot."""
        values = (snapshot.upto.seq, snapshot.upto.hash, snapshot.sealed)
        self.change(("DELETE FROM snapshot", ()), ("INSERT INTO snapshot VALUES (?, ?, ?)", values))

    def checkpoint(self) -> None:
        """Move everything from the write-ahead log into the main file; done in quiet moments, not between taps."""
        self.read("PRAGMA wal_checkpoint(TRUNCATE)")

    def copy_into(self, place: Path | sqlite3.Connection) -> None:
        """Copy one moment of the whole file over an empty file or database; a failure leaves this log untouched.

        Raises:
            WorldFault: `DISK_FULL` or `DISK_FAULT`, naming the other place.
        """
        copy_over(self._open(), place, self.path)

    def close(self) -> None:
        """Let go of the file; closing twice does nothing."""
        self._closed = True
        self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # ── for the other modules of this room ──

    def read(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query of this room."""
        try:
            return self._open().execute(query, values).fetchall()
        except DiskError as error:
            raise fault_of(error, self.path) from error

    def change(self, *statements: tuple[str, Sequence[object]]) -> None:
        """Run statements of this room in one durable transaction.

        Raises:
            WorldFault: `DISK_FULL` or `DISK_FAULT`; the statements may or may not have taken effect, all or none.
        """
        try:
            with transaction(self._open()) as connection:
                for statement, values in statements:
                    connection.execute(statement, values)
        except sqlite3.Error as error:
            self._let_go()
            raise fault_of(error, self.path) from error

    # ── inside ──

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            if self._closed:
                raise Bug(Code.UNEXPECTED, path=self.path, why="the log is closed")
            self._connection = open_connection(self.path, self._connect)
            try:
                rows = self.read("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")
            except BaseException:
                self._let_go()  # nobody holds this log yet; left open, the file would look like one in use
                raise
            self._head = Head(*rows[0]) if rows else EMPTY
        return self._connection

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()

    def _insert(self, event: Event) -> None:
        with transaction(self._open()) as connection:
            connection.execute(INSERT, row_of(event))

    def _has_arrived(self, event: Event) -> bool:
        self._let_go()
        self._open()
        if self._head == Head(event.header.seq, event.hash):
            return True
        if self._head == Head(event.header.seq - 1, event.header.prev):
            return False
        raise Tamper(Code.CHAIN_BROKEN, path=self.path, seq=event.header.seq, why="another program wrote to it")

    def _refuse_misfit(self, event: Event) -> None:
        header = event.header
        fits = (
            (header.seq, header.prev) == (self._head.seq + 1, self._head.hash)
            and event.hash == hash_of(event.header_bytes)
            and header.seal == (None if event.sealed is None else sealed_hash(event.sealed))
        )
        if not fits:
            raise Bug(Code.CHAIN_BROKEN, path=self.path, seq=header.seq, why="it does not follow the event before it")

    def _paged(self, where: str, values: Sequence[object], start: int, way: str) -> Iterator[Event]:
        query = f"SELECT {COLUMNS} FROM event WHERE {where} AND {way} LIMIT {CHUNK}"
        while chunk := self.read(query, (*values, start)):
            for row in chunk:
                yield read_event(row, self.path)
            start = chunk[-1][0]

    def _of_kinds(self, kinds: Collection[Kind] | None, start: int, way: str) -> Iterator[Event]:
        if kinds is None:
            return self._every(start, way)
        each = (self._of_kind(kind, start, way) for kind in kinds)
        return heapq.merge(*each, key=lambda event: event.header.seq, reverse=way == _BACKWARDS)

    def _every(self, start: int, way: str) -> Iterator[Event]:
        onwards = takewhile(lambda seq: seq <= self._head.seq, count(start + 1))  # the log may grow while it is read
        places = onwards if way == _ONWARDS else range(min(start - 1, self.head().seq), 0, -1)
        return in_their_places(self._paged("TRUE", (), start, way), places, self.path)

    def _of_kind(self, kind: Kind, start: int, way: str) -> Iterator[Event]:
        indexed = "" if kind is Kind.ANSWER else f"{NOT_AN_ANSWER} AND "
        for event in self._paged(f"{indexed}{KIND_OF} = ?", (json.dumps(kind.value).encode(),), start, way):
            demand(event.header.kind is kind, self.path, event.header.seq)
            yield event
