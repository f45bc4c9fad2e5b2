"""Make the next event of a chain, and find the first event that does not belong to one. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from retnet_pro.errors import RetnetError
from retnet_pro.moment import Moment
from retnet_pro.record.event import (
    SEALED_KINDS,
    DeviceId,
    Event,
    EventHash,
    Head,
    Header,
    Kind,
    Sealed,
    SessionId,
    hash_of,
    read_header,
    write_header,
)
from retnet_pro.record.seal import sealed_hash
from retnet_pro.record.signing import EVENT_CONTEXT, SigningKey, is_genuine


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the caller says about an event; place in the chain, hash and signature are added here."""

    kind: Kind
    who: str
    role: str
    ses: SessionId | None = None
    n: int | None = None
    pack: str | None = None
    note: Mapping[str, object] | None = None
    sealed: Sealed | None = None


def link(head: Head, draft: Draft, *, device: DeviceId, key: SigningKey, now: Moment, app: str) -> Event:
    """Return the event that follows the head, signed.

    Raises:
        ValueError: when a kind that must be sealed is not, or the other way round.
    """
    if (draft.sealed is not None) != (draft.kind in SEALED_KINDS):
        raise ValueError(f"{draft.kind} is {'sealed' if draft.kind in SEALED_KINDS else 'open'}")
    header = Header(
        v=1,
        dev=device,
        seq=head.seq + 1,
        prev=head.hash,
        kind=draft.kind,
        ses=draft.ses,
        n=draft.n,
        at=now.at,
        up=now.up_ms,
        boot=now.boot,
        who=draft.who,
        role=draft.role,
        app=app,
        pack=draft.pack,
        seal=None if draft.sealed is None else sealed_hash(draft.sealed),
        note=draft.note,
    )
    header_bytes = write_header(header)
    return Event(header, header_bytes, hash_of(header_bytes), draft.sealed, key.sign(EVENT_CONTEXT + header_bytes))


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain stops holding together, and why."""

    seq: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What a verifier found: the last good event, how many payloads were erased, and the first break if any."""

    device: DeviceId
    """Whose chain it is; '' when nobody said."""
    head: Head
    events: int
    erased: int
    first_break: Break | None

    def facts(self) -> dict[str, object]:
        """Return what was found as plain facts for a report."""
        return {
            "device": self.device,
            "events": self.events,
            "head": self.head.hash,
            "erased": self.erased,
            "first_bad": None if self.first_break is None else self.first_break.seq,
            "why": None if self.first_break is None else self.first_break.why,
        }


StoredRow = tuple[int, bytes, Sealed | None, bytes, str]
"""Stored seq, header bytes, sealed payload, signature, stored hash."""


def is_signed(row: StoredRow, public: bytes) -> bool:
    """Whether the header in this row was signed as an event with the private half of this public key."""
    return is_genuine(public, EVENT_CONTEXT + row[1], row[3])


def walk(
    marked: Iterable[tuple[StoredRow, bool]], *, device: DeviceId, start: Head
) -> Iterator[tuple[Header, EventHash, bool] | Break]:
    """Yield (header, hash, whether its payload was erased) of each event that follows the one before it.

    Rows come marked with `is_signed`, so that a caller may have that costly half done elsewhere.

    The first row that is out of place, changed, unsigned or of another device ends the walk with a `Break`.
    """
    head = start
    for row, signed in marked:
        link_or_why = _checked(head, row, device) if signed else "the signature does not fit"
        if isinstance(link_or_why, str):
            yield Break(head.seq + 1, link_or_why)
            return
        header, name = link_or_why
        head = Head(header.seq, name)
        yield header, name, header.seal is not None and row[2] is None


def verify(rows: Iterable[StoredRow], *, device: DeviceId, public: bytes, start: Head) -> Verified:
    """Check rows one after the other; stop at the first that does not belong."""
    found = Verified(device=device, head=start, events=0, erased=0, first_break=None)
    marked = ((row, is_signed(row, public)) for row in rows)
    for step in walk(marked, device=device, start=start):
        found = add_step(found, step)
    return found


def add_step(found: Verified, step: tuple[Header, EventHash, bool] | Break) -> Verified:
    """Return what is known after one more step of a walk."""
    if isinstance(step, Break):
        return replace(found, first_break=step)
    header, name, is_erased = step
    return Verified(
        device=found.device,
        head=Head(header.seq, name),
        events=found.events + 1,
        erased=found.erased + is_erased,
        first_break=None,
    )


def _checked(head: Head, row: StoredRow, device: DeviceId) -> tuple[Header, EventHash] | str:
    """Return the header and its hash, or why this row is not the next event."""
    seq, header_bytes, sealed, _sig, stored_hash = row
    try:
        header = read_header(header_bytes)
    except RetnetError as error:
        return str(error.facts.get("why", "unreadable header"))
    if seq != header.seq or header.seq != head.seq + 1:
        return f"event {head.seq + 1} expected, {header.seq} found"
    if header.prev != head.hash:
        return "it does not follow the event before it"
    if header.dev != device:
        return "it belongs to another device"
    name = hash_of(header_bytes)
    if stored_hash != name:
        return "the stored hash differs"
    if header.seal is None and sealed is not None:
        return "it carries a payload that was never signed"
    if (header.seal is not None) != (header.kind in SEALED_KINDS):
        return f"'{header.kind}' is {'sealed' if header.seal else 'not sealed'}"
    if sealed is not None and sealed_hash(sealed) != header.seal:
        return "the sealed payload was changed"
    return header, name
