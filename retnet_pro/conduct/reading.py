"""Read the log with the site's key. Only the staff process imports this; the participant's process cannot."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from retnet_pro.answering.session import Entry
from retnet_pro.bundle.receipt import FINAL
from retnet_pro.conduct.ports import Inherited, Log, Snapshot
from retnet_pro.conduct.site import Opened
from retnet_pro.conduct.sitting import read_entry
from retnet_pro.errors import Code, RetnetError, Tamper
from retnet_pro.record.event import Event, EventHash, Head, Kind, Sealed, SessionId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import EVENT_CONTEXT, SigningKey, is_genuine
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
_INHERITED = _NEEDED - {Kind.PROVISION, Kind.EXPORT, Kind.RECEIPT}
"""What is taken over from the device before this one: participants and answers, not how that device stood."""

SNAPSHOT_CONTEXT = b"retnet-pro/snapshot/1\0"
"""Bound to the signature of a snapshot; whoever lacks the device key cannot slip one in."""
_SIGNATURE = 64


class Reader:
    """Reads one device's log for a logged-in person. Nothing is believed that its device did not sign.

    A restored device also reads the logs it goes on from, oldest first. Their events are numbered backwards from its
    own first one: the last inherited event is number 0, the one before it -1, and so on.
    """

    def __init__(self, log: Log, unsealer: Unsealer, public: bytes, inherited: Sequence[Inherited] = ()) -> None:
        """Take the log, what opens it, the public half of the key it must be signed with, and inherited logs."""
        self._log = log
        self._unsealer = unsealer
        self._public = public
        self._inherited = inherited

    def needed(self) -> Iterator[Opened]:
        """Yield what the projection needs: first from the snapshot if there is one that fits, then from the log.

        Raises:
            Tamper: as `needed_after`.
        """
        after = 0
        snapshot = self._log.snapshot()
        if snapshot is not None:
            try:
                kept = self._read_snapshot(snapshot)
            except (RetnetError, ValueError, KeyError, TypeError):
                kept = None  # only a shortcut: one that does not fit is passed over, and the log is read
            if kept is not None:
                yield from kept
                after = snapshot.upto.seq
        yield from self.afresh() if after == 0 else self.needed_after(after)

    def afresh(self) -> Iterator[Opened]:
        """Yield what the projection needs from the logs alone, inherited ones first.

        Raises:
            Tamper: as `needed_after`.
        """
        yield from self._taken_over()
        yield from self.needed_after(0)

    def needed_after(self, after: int) -> Iterator[Opened]:
        """Yield what the projection needs from the events after this one.

        Raises:
            Tamper: `CHAIN_BROKEN` for an event this device did not sign, `SEAL_BROKEN`, `PAYLOAD_BROKEN`.
        """
        for event in self._log.events(after, _NEEDED):
            if event.sealed is not None or event.header.seal is None:
                yield self._open(event, self._public)

    def unreceipted(self) -> tuple[range, ...]:
        """Return the inherited events, by number, that no receipt of the centre covers (see `Site.unreceipted`)."""
        return tuple(
            range(_receipted(one, self._inherited[place:]) - shift + 1, one.log.head().seq - shift + 1)
            for place, (one, shift) in enumerate(self._numbered(), 1)
        )

    def is_inherited(self, ses: SessionId) -> bool:
        """Whether a session was begun on a device before this one."""
        return any(next(iter(one.log.session_events(ses)), None) is not None for one in self._inherited)

    def entries_of(self, ses: SessionId) -> tuple[Entry, ...]:
        """Return every act of one session, in order; for resuming it, and for the history beside a value.

        Raises:
            Tamper: when an answer was not signed by this device, cannot be opened or is no answer.
        """
        entries: dict[int, Entry] = {}
        for event, public in self._of_session(ses):
            if event.header.kind is Kind.ANSWER and event.sealed is not None:
                opened = self._open(event, public)
                try:
                    entry = read_entry(dict(opened.content))
                except (ValueError, RetnetError) as error:
                    raise Tamper(Code.PAYLOAD_BROKEN, what=f"event {opened.seq}", why="not an answer") from error
                entries[entry.n] = entry  # a commit repeated after a disk fault may have left the same act twice
        return tuple(entries.values())

    def _taken_over(self) -> Iterator[Opened]:
        for one, shift in self._numbered():
            for event in one.log.events(kinds=_INHERITED):
                if event.sealed is not None or event.header.seal is None:
                    opened = self._open(event, one.public)
                    yield replace(opened, seq=opened.seq - shift)

    def _numbered(self) -> Iterator[tuple[Inherited, int]]:
        """Yield each inherited log with what is taken off the numbers of its events."""
        sizes = [one.log.head().seq for one in self._inherited]
        for place, one in enumerate(self._inherited):
            yield one, sum(sizes[place:])

    def _of_session(self, ses: SessionId) -> Iterator[tuple[Event, bytes]]:
        logs = [(one.log, one.public) for one in self._inherited]
        for log, public in (*logs, (self._log, self._public)):
            for event in log.session_events(ses):
                yield event, public

    def _open(self, event: Event, public: bytes) -> Opened:
        header = event.header
        if not is_genuine(public, EVENT_CONTEXT + event.header_bytes, event.sig):
            raise Tamper(Code.CHAIN_BROKEN, path="the log", seq=header.seq, why="the signature does not fit")
        if event.sealed is None:
            return opened(event, dict(header.note or {}))
        return opened(event, self._unsealer.unseal_payload(event.sealed, what=f"event {header.seq}"))

    def _read_snapshot(self, snapshot: Snapshot) -> list[Opened] | None:
        """Return the events of a snapshot, or None when it is not this device's copy of this very log."""
        plain = self._unsealer.unseal(snapshot.sealed, what="the snapshot")
        signature, body = plain[:_SIGNATURE], plain[_SIGNATURE:]
        if not is_genuine(self._public, SNAPSHOT_CONTEXT + body, signature):
            return None
        content = json.loads(body)
        last = next(iter(self._log.events(snapshot.upto.seq - 1)), None)
        named = (content["upto"], content["head"])
        if last is None or named != (snapshot.upto.seq, snapshot.upto.hash) or named != (last.header.seq, last.hash):
            return None
        return [
            Opened(seq=seq, hash=EventHash(hash_), kind=Kind(kind), at=at, who=who, role=role, ses=ses, content=inner)
            for seq, hash_, kind, at, who, role, ses, inner in content["events"]
        ]


def _receipted(one: Inherited, later: Sequence[Inherited]) -> int:
    """Return the last event of an inherited log that the centre has receipted, as far as the devices wrote it down.

    A later device may have written down that the centre adopted the whole of it.
    """
    head = one.log.head()
    if any(note["bundle"] == head.hash for other in later for note in _final_receipts(other)):
        return head.seq
    return max((int(str(note["upto"])) for note in _final_receipts(one)), default=0)


def _final_receipts(one: Inherited) -> Iterator[Mapping[str, object]]:
    for event in one.log.events(kinds=(Kind.RECEIPT,)):
        note = event.header.note or {}
        if note.get("status") in FINAL and is_genuine(one.public, EVENT_CONTEXT + event.header_bytes, event.sig):
            yield note


def opened(event: Event, content: Mapping[str, object]) -> Opened:
    """Return an event with its content readable."""
    header = event.header
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


def make_snapshot(head: Head, events: list[Opened], sealer: Sealer, key: SigningKey) -> Snapshot:
    """Return a signed and sealed copy of opened events, so that the next login need not open them one by one."""
    lines = [
        [one.seq, one.hash, one.kind.value, one.at, one.who, one.role, one.ses, dict(one.content)] for one in events
    ]
    content = {"v": 1, "upto": head.seq, "head": head.hash, "events": lines}
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    sealed: Sealed = sealer.seal(key.sign(SNAPSHOT_CONTEXT + body) + body)
    return Snapshot(head, sealed)
