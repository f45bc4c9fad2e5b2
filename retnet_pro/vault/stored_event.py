"""An event read back from its row: believed only where its content is what its hash says and it stands in its place."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from retnet_pro.errors import Code, Tamper
from retnet_pro.record.chain import StoredRow
from retnet_pro.record.event import Event, EventHash, Sealed, hash_of, read_header
from retnet_pro.record.seal import sealed_hash

COLUMNS = (
    "seq, iif(typeof(header) = 'blob', header, X''), iif(typeof(sealed) IN ('blob', 'null'), sealed, X''),"
    " iif(typeof(sig) = 'blob', sig, X''), iif(typeof(hash) = 'text', hash, '')"
)
"""In a damaged file a cell can have another type than its column; it is read as empty, which no hash fits."""

INSERT = "INSERT INTO event (seq, hash, header, sealed, sig) VALUES (?, ?, ?, ?, ?)"


def row_of(event: Event) -> tuple[int, EventHash, bytes, Sealed | None, bytes]:
    """Return the values of `INSERT` for an event."""
    return event.header.seq, event.hash, event.header_bytes, event.sealed, event.sig


def read_event(row: StoredRow, path: Path) -> Event:
    """Return the event of a row; its signature and its link to the one before are the verifier's to check.

    Raises:
        Tamper: `EVENT_BROKEN`.
    """
    seq, header_bytes, sealed, sig, stored_hash = row
    header = read_header(header_bytes, path=str(path))
    demand(header.seq == seq and hash_of(header_bytes) == stored_hash, path, seq)
    demand(sealed is None or sealed_hash(sealed) == header.seal, path, seq)
    return Event(header, header_bytes, EventHash(stored_hash), sealed, sig)


def in_their_places(events: Iterable[Event], places: Iterable[int], path: Path) -> Iterator[Event]:
    """Yield events, one for each of these numbers: one flipped bit can hide a row, and SQLite sees no fault.

    Raises:
        Tamper: `EVENT_BROKEN`, naming the first one that is missing.
    """
    expected = iter(places)
    for event in events:
        place = next(expected, 0)
        demand(event.header.seq == place, path, place)
        yield event
    missing = next(expected, None)
    demand(missing is None, path, missing or 0)


def demand(holds: bool, path: Path, seq: int) -> None:
    """Return if what was read is what it should be.

    Raises:
        Tamper: `EVENT_BROKEN`.
    """
    if not holds:
        raise Tamper(Code.EVENT_BROKEN, path=path, seq=seq, why="its content is not what its hash says")
