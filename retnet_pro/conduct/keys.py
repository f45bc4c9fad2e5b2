"""Which keys are in force: computed from the open events of this device, never kept anywhere else.

The founding names the first ones. A `staff` event of the act `rotate` puts a new site key in force, a `pack` event of
the act `taken` and the kind `trust` new keys of the centre. What is written from then on is sealed to the new ones;
what was sealed before stays as it is.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from retnet_pro.conduct.open_events import genuine_events
from retnet_pro.conduct.ports import Log
from retnet_pro.errors import Tamper
from retnet_pro.record.event import Header, Kind, Sealed

ADD, REMOVE, PASSPHRASE, ROTATE = "add", "remove", "passphrase", "rotate"
"""The acts of a `staff` event."""
_KINDS = frozenset({Kind.PROVISION, Kind.STAFF, Kind.PACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteKey:
    """One age key of the site."""

    recipient: str
    since: int
    """Number of the event that put it in force."""
    at: str
    by: str
    sealed_for: Mapping[str, Sealed]
    """Its identity, sealed to the personal key of each person it was passed on to, by account name. Empty for the
    first key, which everybody was given with their slot."""


@dataclass(frozen=True, slots=True)
class OnlineKey:
    """One Ed25519 key with which the centre signs receipts."""

    public: bytes
    since: int
    """Number of the event that put it in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysInForce:
    """The keys of a site and its centre as they stand at the end of the log."""

    site_keys: tuple[SiteKey, ...]
    """Oldest first; the last one is in force."""
    centre: str
    centre_recipient: str
    online_keys: tuple[OnlineKey, ...]
    """Oldest first; the last one is in force."""
    trust_expires: date | None
    """Last day of the trust pack that names the centre's keys; None where it was not written down yet."""
    personal: Mapping[str, str]
    """The recipient of the personal key of everybody who has one and may come in, by account name."""
    ever_personal: frozenset[str]
    """Every recipient that was ever announced as somebody's personal one."""
    removed: Mapping[str, int]
    """Who may not come in any more, with the number of the event that says so."""
    doubt: Tamper | None
    """Set when the events could be believed only up to a certain one: what came after it is not in here."""

    @property
    def site_recipient(self) -> str:
        """What new events are sealed to for the site."""
        return self.site_keys[-1].recipient

    def trust_ended(self, today: date) -> date | None:
        """Return the last day of the trust pack once it is over. Then the centre's other packs are not taken in.

        Everything that concerns participants goes on: asking, keeping, bundles sealed to the keys last named, receipts.
        """
        return self.trust_expires if self.trust_expires is not None and self.trust_expires < today else None

    @property
    def recipients(self) -> tuple[str, str]:
        """What new events are sealed to."""
        return self.site_recipient, self.centre_recipient

    @property
    def removed_since(self) -> tuple[str, ...]:
        """Who was removed since the site's key was last changed, and may have kept it."""
        return tuple(user for user, seq in self.removed.items() if seq > self.site_keys[-1].since)

    def receipt_keys(self, upto: int) -> tuple[bytes, ...]:
        """Return the keys with which the centre may sign a receipt for a bundle that ends with this event.

        The key in force always. Its predecessor only while the switch is under way: for a bundle that ends before the
        event with which the switch arrived here. A bundle that carries that event tells the centre of the switch, and
        older keys than the predecessor are never taken. Receipts that were verified before are events of this device
        and stay what they are.
        """
        *before, last = self.online_keys
        if before and upto < last.since:
            return last.public, before[-1].public
        return (last.public,)


def keys_in_force(log: Log, public: bytes) -> KeysInForce:
    """Read the keys from a log that this device signs with the private half of `public`.

    Only events that this device signed are believed. Behind one that is not genuine nothing is believed any more: then
    `doubt` is set, the site can still be read, and whoever wants to write must refuse.

    Raises:
        Tamper: `CHAIN_BROKEN` or `EVENT_BROKEN`, when not even the founding can be believed.
    """
    events = genuine_events(log, public, _KINDS)
    keys = _founded(next(events).header)
    try:
        for event in events:
            keys = _with(keys, event.header)
    except Tamper as fault:
        return replace(keys, doubt=fault)
    return keys


def believed_keys(log: Log, public: bytes) -> KeysInForce:
    """Return the keys in force for somebody who relies on them.

    Raises:
        Tamper: `CHAIN_BROKEN` or `EVENT_BROKEN`, when an event about keys or people cannot be believed.
    """
    keys = keys_in_force(log, public)
    if keys.doubt is not None:
        raise keys.doubt
    return keys


def _founded(header: Header) -> KeysInForce:
    note = {name: str(value) for name, value in (header.note or {}).items()}
    first = SiteKey(recipient=note["site_recipient"], since=header.seq, at=header.at, by=header.who, sealed_for={})
    return KeysInForce(
        site_keys=(first,),
        centre=note["centre"],
        centre_recipient=note["centre_recipient"],
        online_keys=(OnlineKey(bytes.fromhex(note["centre_key"]), header.seq),),
        trust_expires=date.fromisoformat(note["trust_expires"]) if "trust_expires" in note else None,
        personal={},
        ever_personal=frozenset(),
        removed={},
        doubt=None,
    )


def _with(keys: KeysInForce, header: Header) -> KeysInForce:
    note = header.note or {}
    match header.kind, note.get("act"):
        case Kind.STAFF, "add" | "passphrase" if "personal" in note:
            user, recipient = str(note["user"]), str(note["personal"])
            return replace(
                keys, personal={**keys.personal, user: recipient}, ever_personal=keys.ever_personal | {recipient}
            )
        case Kind.STAFF, "remove":
            user = str(note["user"])
            left = {name: recipient for name, recipient in keys.personal.items() if name != user}
            return replace(keys, personal=left, removed={**keys.removed, user: header.seq})
        case Kind.STAFF, "rotate":
            return replace(keys, site_keys=(*keys.site_keys, _rotated(header, note)))
        case Kind.PACK, "taken" if note.get("kind") == "trust":
            return _trusting(keys, header.seq, note["trust"])
        case _:
            return keys


def _rotated(header: Header, note: Mapping[str, object]) -> SiteKey:
    sealed_for = note["sealed_for"]
    assert isinstance(sealed_for, Mapping)
    return SiteKey(
        recipient=str(note["recipient"]),
        since=header.seq,
        at=header.at,
        by=header.who,
        sealed_for={str(user): Sealed(base64.b64decode(str(sealed))) for user, sealed in sealed_for.items()},
    )


def _trusting(keys: KeysInForce, seq: int, trust: object) -> KeysInForce:
    assert isinstance(trust, Mapping)
    online = bytes.fromhex(str(trust["online"]))
    known = keys.online_keys
    return replace(
        keys,
        centre=str(trust["centre"]),
        centre_recipient=str(trust["recipient"]),
        trust_expires=date.fromisoformat(str(trust["expires"])) if "expires" in trust else None,
        online_keys=known if online == known[-1].public else (*known, OnlineKey(online, seq)),
    )
