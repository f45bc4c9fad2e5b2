"""Is this log whole? Read-only, without any key that opens an answer; also the centre's and an auditor's tool.

What it proves: every event from the first to the last one in the file was signed by this device, in this order, and
no sealed payload was changed or taken away without an `erase` event that says so. What no tool can prove from the file
alone is that the newest events were not cut off, or that history was not signed anew by whoever owns the device's key:
for that the heads which someone else has kept (receipts of the centre, a proof code in a chart) are handed in.
"""

import os
import shutil
import sqlite3
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from retnet_pro.errors import Code, Refusal, RetnetError, Tamper
from retnet_pro.record.chain import Break, StoredRow, Verified, add_step, is_signed, walk
from retnet_pro.record.event import EMPTY, DeviceId, EventHash, Head, Header, Kind, Sealed, read_header
from retnet_pro.vault.connection import DiskError, fault_of
from retnet_pro.vault.schema import APPLICATION_ID, FORMAT, check_schema

NOTHING = Verified(device=DeviceId(""), head=EMPTY, events=0, erased=0, first_break=None)
_COPY_TRIES = 3
_BATCH, _AHEAD = 128, 16


def verify_log(
    path: Path, device: DeviceId | None = None, public: bytes | None = None, *, known: Sequence[Head] = ()
) -> Verified:
    """Check a closed site file, or a copy of one, from the first event to the last; the file is never modified.

    Device and public key come from the first event unless given; given ones are what makes a forged file visible.
    `known` are heads that must be part of the log (rule T5).

    Raises:
        Refusal: `FILE_MISSING`, `VAULT_NEWER`, or `SITE_IN_USE` when the file changes while it is read.
        Tamper: `VAULT_DAMAGED`, when there is no log in the file, or tables or triggers are not what they must be.
    """
    with reading(path) as connection:
        found = verify_rows(stored_rows(connection), device, public, known=known)
        if found.first_break is None:
            check_schema(connection, str(path))
            _check_indexes(connection, path)
    return found


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection that only reads a closed site file or a copy of one, without touching it or its folder.

    Raises:
        Refusal: `FILE_MISSING`, `VAULT_NEWER`, or `SITE_IN_USE` when the file changes while it is read.
        Tamper: `VAULT_DAMAGED`.
    """
    if not path.is_file():
        raise Refusal(Code.FILE_MISSING, path=path)
    with still(path) as found, closing(open_still(found)) as connection:
        try:
            check_format(connection, path)
            yield connection
        except DiskError as error:
            raise Tamper(Code.VAULT_DAMAGED, path=path, why=fault_of(error, path).facts.get("why")) from error


def verify_rows(
    rows: Iterable[StoredRow],
    device: DeviceId | None = None,
    public: bytes | None = None,
    *,
    known: Sequence[Head] = (),
    start: Head = EMPTY,
) -> Verified:
    """Check rows from the first on, or from the one after `start`; for a log that is open, `EventLog.rows()`."""
    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        return _against(replace(NOTHING, device=device or DeviceId(""), head=start), known)
    if device is None or public is None:
        try:
            named = _founder(first)
        except (RetnetError, KeyError, ValueError, TypeError):
            return replace(NOTHING, first_break=Break(1, "it does not name the device and its key"))
        device, public = device or named[0], public or named[1]
    with closing(_marked(chain((first,), rows), public)) as marked:
        return _follow(replace(NOTHING, device=device, head=start), walk(marked, device=device, start=start), known)


def _marked(rows: Iterator[StoredRow], public: bytes) -> Generator[tuple[StoredRow, bool], None, None]:
    """Pair rows with whether they are signed; signatures, nine tenths of the work, are checked a little ahead.

    The library lets go of the interpreter while it checks one, so threads use all cores. Rows themselves are read by
    the calling thread, to which the connection belongs.
    """
    ahead: deque[tuple[list[StoredRow], Future[list[bool]]]] = deque()
    with ThreadPoolExecutor(max_workers=min(os.cpu_count() or 1, 8)) as pool:
        while batch := list(islice(rows, _BATCH)):
            ahead.append((batch, pool.submit(_are_signed, batch, public)))
            if len(ahead) > _AHEAD:
                yield from _taken(*ahead.popleft())
        while ahead:
            yield from _taken(*ahead.popleft())


def _are_signed(batch: list[StoredRow], public: bytes) -> list[bool]:
    return [is_signed(row, public) for row in batch]


def _taken(batch: list[StoredRow], marks: Future[list[bool]]) -> Iterator[tuple[StoredRow, bool]]:
    yield from zip(batch, marks.result(), strict=True)


def _follow(
    found: Verified, steps: Iterable[tuple[Header, EventHash, bool] | Break], known: Sequence[Head]
) -> Verified:
    allowed, first_erased = 0, 0
    vouched = {head.seq: head.hash for head in known}
    for step in steps:
        if isinstance(step, Break):
            return replace(found, first_break=step)
        header, name, is_erased = step
        if vouched.get(header.seq, name) != name:
            return replace(found, first_break=Break(header.seq, "it is not the event that was receipted"))
        first_erased = first_erased or (header.seq if is_erased else 0)
        allowed += _erasures(header)
        found = add_step(found, step)
    if found.erased > allowed:
        why = f"{found.erased} payloads are gone, erase events account for {allowed}"
        return replace(found, first_break=Break(first_erased, why))
    return _against(found, known)


def _against(found: Verified, known: Sequence[Head]) -> Verified:
    if any(head.seq > found.head.seq for head in known):
        return replace(found, first_break=Break(found.head.seq + 1, "receipted events are missing at the end"))
    return found


def _erasures(header: Header) -> int:
    """Return how many payloads this event says were erased; only the number is open, which ones is sealed."""
    count = header.note.get("count") if header.kind is Kind.ERASE and header.note else 0
    return count if type(count) is int and count > 0 else 0


def _founder(first: StoredRow) -> tuple[DeviceId, bytes]:
    header = read_header(first[1])
    if header.kind is not Kind.PROVISION or header.note is None:
        raise ValueError("not a provision event")
    device, public = header.note["device"], header.note["public"]
    if not isinstance(device, str) or not isinstance(public, str):
        raise ValueError("not a device and its key")
    return DeviceId(device), bytes.fromhex(public)


@contextmanager
def still(path: Path) -> Iterator[Path]:
    """Yield a file nobody writes to: the file itself when it was closed properly, else a copy with its write-ahead log.

    Only plain reads; SQLite would create files beside the original or move the write-ahead log into it.
    """
    beside = path.with_name(f"{path.name}-wal")
    if not (beside.is_file() and beside.stat().st_size):
        yield path
        return
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        for _ in range(_COPY_TRIES):
            before = [(file.stat().st_mtime_ns, file.stat().st_size) for file in (path, beside)]
            shutil.copyfile(path, copy)
            shutil.copyfile(beside, copy.with_name(f"{copy.name}-wal"))
            if before == [(file.stat().st_mtime_ns, file.stat().st_size) for file in (path, beside)]:
                break
        else:
            raise Refusal(Code.SITE_IN_USE, path=path)
        yield copy


def open_still(path: Path) -> sqlite3.Connection:
    """Open a file nobody writes to, for reading only."""
    has_log = path.with_name(f"{path.name}-wal").is_file()
    # immutable: no lock, no file beside it, so a stick that is write-protected can be read; a write-ahead log is not.
    way = "mode=rw" if has_log and path.with_name(f"{path.name}-wal").stat().st_size else "mode=ro&immutable=1"
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?{way}", uri=True, isolation_level=None)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def check_format(connection: sqlite3.Connection, path: Path) -> None:
    """Return if this is the file of a site in a format this program knows.

    Raises:
        Tamper: `VAULT_DAMAGED`.
        Refusal: `VAULT_NEWER`.
    """
    connection.execute("PRAGMA trusted_schema=OFF")
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    (made_by,) = connection.execute("PRAGMA application_id").fetchone()
    if made_by != APPLICATION_ID:
        raise Tamper(Code.VAULT_DAMAGED, path=path, why="this is not the file of a site")
    if found > FORMAT:
        raise Refusal(Code.VAULT_NEWER, path=path, found=found, known=FORMAT)


def _check_indexes(connection: sqlite3.Connection, path: Path) -> None:
    """An index that lost an entry would hide an event from a search although the event itself is whole."""
    (told,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if told != "ok":
        raise Tamper(Code.VAULT_DAMAGED, path=path, why="an index or a table beside the log is damaged")


def table_rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    """Return the rows of one of the small tables, in order of their key."""
    return connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()


def stored_rows(connection: sqlite3.Connection, after: int = -1) -> Iterator[StoredRow]:
    """Yield the rows after this number, in order, for a verifier.

    They have the types a row must have; a cell of another type reads as empty and fits no signature.
    """
    query = "SELECT seq, header, sealed, sig, hash FROM event WHERE seq > ? ORDER BY seq"
    cursor = connection.execute(query, (after,))
    while True:
        try:
            row = cursor.fetchone()
        except DiskError:
            yield 0, b"", None, b"", EventHash("")  # an unreadable page: the event that should be here is not
            return
        if row is None:
            return
        seq, header, sealed, sig, name = row
        yield (
            seq,
            header if isinstance(header, bytes) else b"",
            sealed if sealed is None else Sealed(sealed if isinstance(sealed, bytes) else b""),
            sig if isinstance(sig, bytes) else b"",
            EventHash(str(name)),
        )
