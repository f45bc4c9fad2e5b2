"""What a letter from one tablet of a site to the others is called, so that a tablet fetches only what it lacks.

    16 hex digits   the first of the SHA-256 of the device id
    12 hex digits   number of the first event
    12 hex digits   number of the last event
    24 hex digits   the first of the hash of the last event

The name proves nothing. What a letter holds is believed once its signatures and its chain were verified.
"""

import hashlib
import re
from dataclasses import dataclass

from retnet_pro.bundle.naming import LetterId
from retnet_pro.record.event import DeviceId, Head

_TAG, _NUMBER, _HEAD = 16, 12, 24
_MOST = 16**_NUMBER - 1
_ID = re.compile(rf"([0-9a-f]{{{_TAG}}})([0-9a-f]{{{_NUMBER}}})([0-9a-f]{{{_NUMBER}}})([0-9a-f]{{{_HEAD}}})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What the id of a letter says about it, unproven."""

    id: LetterId
    tag: str
    """Stands for the device (see `tag_of`)."""
    first: int
    """Number of its first event."""
    last: int
    """Number of its last event."""


def tag_of(device: DeviceId) -> str:
    """Return what stands for a device in the ids of its letters."""
    return hashlib.sha256(device.encode()).hexdigest()[:_TAG]


def letter_id(device: DeviceId, first: int, upto: Head) -> LetterId:
    """Return the id of the letter with a device's events from one number up to a head.

    Raises:
        ValueError: when a number is none of an event.
    """
    if not 1 <= first <= upto.seq <= _MOST:
        raise ValueError("a letter holds at least one event, and events are counted from 1")
    return LetterId(f"{tag_of(device)}{first:0{_NUMBER}x}{upto.seq:0{_NUMBER}x}{upto.hash[:_HEAD]}")


def read_label(letter: LetterId) -> Label | None:
    """Return what an id says, or None when it says nothing that could be true."""
    match = _ID.fullmatch(letter)
    if match is None:
        return None
    first, last = int(match[2], 16), int(match[3], 16)
    return Label(id=letter, tag=match[1], first=first, last=last) if 1 <= first <= last else None
