"""Read the log with the site's key. Only the staff process imports this; the participant's process cannot."""

import json
from collections.abc import Iterator

from retnet_pro.answering.session import Entry
from retnet_pro.conduct.ports import Log, Snapshot
from retnet_pro.conduct.site import Opened
from retnet_pro.conduct.sitting import read_entry
from retnet_pro.errors import Code, RetnetError, Tamper
from retnet_pro.record.event import Event, EventHash, Head, Kind, SessionId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.unseal import Unsealer

_NEEDED = frozenset(
    {
        Kind.PROVISION,
        Kind.ENROL,
        Kind.PARTICIPANT_FACT,
        Kind.SESSION_OPEN,
        Kind.SESSION_DONE,
        Kind.SESSION_STOP,
        Kind.EXPORT,
        Kind.RECEIPT,
        Kind.CONFIRM,
        Kind.ABSENT,
    }
)
"""Kinds the projection of a site is made of. Single answers are opened only when somebody looks at them."""


def open_event(event: Event, unsealer: Unsealer) -> Opened:
    """Return the event with its content readable.

    Raises:
        Tamper: `SEAL_BROKEN` or `PAYLOAD_BROKEN`.
    """
    header = event.header
    if event.sealed is not None:
        content = unsealer.unseal_payload(event.sealed, what=f"event {header.seq}")
    else:
        content = dict(header.note or {})
    return Opened(
        seq=header.seq,
        hash=event.hash,
        kind=header.kind,
        at=header.at,
        who=header.who,
        role=header.role,
        ses=header.ses,
        content=content,
    )


def needed_events(log: Log, unsealer: Unsealer) -> Iterator[Opened]:
    """Yield what the projection needs: first from the snapshot if there is one that fits, then from the log."""
    after = 0
    snapshot = log.snapshot()
    if snapshot is not None:
        try:
            kept = _read_snapshot(snapshot, unsealer)
        except RetnetError:
            kept = None  # only a shortcut: a snapshot that cannot be read is not worth a warning, the log is read
        if kept is not None:
            yield from kept
            after = snapshot.upto.seq
    yield from needed_after(log, unsealer, after)


def needed_after(log: Log, unsealer: Unsealer, after: int) -> Iterator[Opened]:
    """Yield what the projection needs from the events after this one."""
    for event in log.events(after, _NEEDED):
        if event.sealed is not None or event.header.seal is None:
            yield open_event(event, unsealer)


def make_snapshot(head: Head, opened: list[Opened], sealer: Sealer) -> Snapshot:
    """Return a sealed copy of the opened events, so that the next login need not open them one by one."""
    lines = [
        [one.seq, one.hash, one.kind.value, one.at, one.who, one.role, one.ses, dict(one.content)] for one in opened
    ]
    return Snapshot(head, sealer.seal(json.dumps(lines, ensure_ascii=False, separators=(",", ":")).encode()))


def _read_snapshot(snapshot: Snapshot, unsealer: Unsealer) -> list[Opened]:
    lines = json.loads(unsealer.unseal(snapshot.sealed, what="the snapshot"))
    return [
        Opened(seq=seq, hash=EventHash(hash_), kind=Kind(kind), at=at, who=who, role=role, ses=ses, content=content)
        for seq, hash_, kind, at, who, role, ses, content in lines
    ]


def entries_of(log: Log, ses: SessionId, unsealer: Unsealer) -> tuple[Entry, ...]:
    """Return every act of one session, in order; for resuming it, and for the history beside a value.

    Raises:
        Tamper: when an answer cannot be opened or is no answer.
    """
    entries: dict[int, Entry] = {}
    for event in log.session_events(ses):
        if event.header.kind is Kind.ANSWER and event.sealed is not None:
            opened = open_event(event, unsealer)
            try:
                entry = read_entry(dict(opened.content))
            except (ValueError, RetnetError) as error:
                raise Tamper(Code.PAYLOAD_BROKEN, what=f"event {opened.seq}", why="not an answer") from error
            entries[entry.n] = entry  # a commit repeated after a disk fault may have left the same act twice
    return tuple(entries.values())
