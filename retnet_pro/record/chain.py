"""Make the next event of a chain, and find the first event that does not belong to one. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from retnet_pro.errors import RetnetError
from retnet_pro.moment import Moment
from retnet_pro.record.event import (
    SEALED_KINDS,
    DeviceId,
    Event,
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

    head: Head
    events: int
    erased: int
    first_break: Break | None


def verify(
    rows: Iterable[tuple[int, bytes, Sealed | None, bytes, str]],
    *,
    device: DeviceId,
    public: bytes,
    start: Head,
) -> Verified:
    """Check rows of (stored seq, header bytes, sealed, signature, stored hash) one after the other.

    Stops at the first row that is out of place, changed, unsigned or of another device.
    """
    head, events, erased = start, 0, 0
    for seq, header_bytes, sealed, sig, stored_hash in rows:
        why = _fault(head, seq, header_bytes, sealed, sig, stored_hash, device, public)
        if why is not None:
            return Verified(head=head, events=events, erased=erased, first_break=Break(head.seq + 1, why))
        head = Head(seq, hash_of(header_bytes))
        events += 1
        erased += sealed is None and b'"seal":null' not in header_bytes
    return Verified(head=head, events=events, erased=erased, first_break=None)


def _fault(
    head: Head,
    seq: int,
    header_bytes: bytes,
    sealed: Sealed | None,
    sig: bytes,
    stored_hash: str,
    device: DeviceId,
    public: bytes,
) -> str | None:
    if not is_genuine(public, EVENT_CONTEXT + header_bytes, sig):
        return "the signature does not fit"
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
    if stored_hash != hash_of(header_bytes):
        return "the stored hash differs"
    if header.seal is None:
        return None if sealed is None else "it carries a payload that was never signed"
    if sealed is not None and sealed_hash(sealed) != header.seal:
        return "the sealed payload was changed"
    return None
