"""The other tablets of the site: whose letters are believed here, and how far they have told what they hold.

Computed from the open events of this device, never kept anywhere else. A neighbour's key is compared by eye once, as
the key of the first tablet is when a second one joins. After a neighbour was parted from, because it was lost or
given away, nothing more of it is taken in; what it told before stays.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from retnet_pro.bundle.letter_label import tag_of
from retnet_pro.conduct.open_events import genuine_events
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Log, Person
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import EMPTY, DeviceId, EventHash, Head, Kind

KNOWN, PARTED, TAKEN, WRITTEN, FOUND = "known", "parted", "taken", "written", "found"
"""The acts of a `neighbour` event."""
_DEVICE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,63}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another tablet of the site."""

    device: DeviceId
    public: bytes
    """The key its letters and events must be signed with."""
    known_at: str
    known_by: str
    upto: Head = EMPTY
    """The last event of it that was taken into the record of this tablet."""
    taken_at: str = ""
    """When that was; '' for never."""
    parted_at: str = ""
    """Since when nothing more of it is taken in; '' while it is listened to."""
    lacked: int = 0
    """The first event of it that later letters were seen to build on and no letter held; 0 for none ever."""
    forked_at: str = ""
    """When a letter of it was seen that does not follow what is known of it; '' for never."""

    @property
    def tag(self) -> str:
        """What stands for it in the names of its letters."""
        return tag_of(self.device)

    @property
    def lacks(self) -> int | None:
        """The event that is still missing, or None once it came."""
        return self.lacked if self.lacked > self.upto.seq else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A tablet whose letters lay at a place, while it was not known here."""

    tag: str
    """What stands for it in the names of its letters."""
    device: str
    """Its device id, where it was let in from this tablet; '' where its name is not known."""
    place: str
    at: str


Findings = Mapping[str, object]
"""`gaps`: by device, the missing event; `forked`: devices; `strangers`: tag and device of each, all as in the event."""
NOTHING_AMISS: Findings = {"gaps": {}, "forked": [], "strangers": []}


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """What this tablet knows of the other ones, as of the end of its log."""

    neighbours: tuple[Neighbour, ...] = ()
    """In the order in which they became known, which never changes."""
    cuts: tuple[int, ...] = ()
    """Last events of the letters this tablet has written; each begins where the one before it ended."""
    found: Mapping[str, Findings] = field(default_factory=dict)
    """By place, what the last exchange there found amiss; written down only when it is something else than before."""
    seen: tuple[Seen, ...] = ()
    """Tablets not known here whose letters lay where the last exchange was."""

    def of(self, device: str) -> Neighbour | None:
        """Return a neighbour by its device id, if it is one."""
        return next((one for one in self.neighbours if one.device == device), None)

    def place_of(self, device: str) -> int:
        """Return which neighbour it is, counted from 0.

        Raises:
            Refusal: `NEIGHBOUR_UNKNOWN`.
        """
        for place, one in enumerate(self.neighbours):
            if one.device == device:
                return place
        raise Refusal(Code.NEIGHBOUR_UNKNOWN, device=device)


def neighbourhood(log: Log, public: bytes) -> Neighbourhood:
    """Read what is known of the other tablets from a log that this device signs.

    Raises:
        Tamper: `CHAIN_BROKEN` or `EVENT_BROKEN`, when an event about them cannot be believed.
    """
    found = Neighbourhood()
    for event in genuine_events(log, public, {Kind.NEIGHBOUR}):
        found = with_note(found, event.header.note or {}, event.header.at, event.header.who)
    return found


def with_note(known: Neighbourhood, note: Mapping[str, object], at: str, who: str) -> Neighbourhood:
    """Return what is known after one more `neighbour` event."""
    match note.get("act"):
        case "known":
            public = bytes.fromhex(str(note["public"]))
            new = Neighbour(device=DeviceId(str(note["device"])), public=public, known_at=at, known_by=who)
            seen = tuple(one for one in known.seen if one.tag != new.tag)
            return replace(known, neighbours=(*known.neighbours, new), seen=seen)
        case "written":
            cuts = note["cuts"]
            assert isinstance(cuts, list | tuple)
            return replace(known, cuts=(*known.cuts, *cuts))
        case "taken":
            upto = note["upto"]
            assert isinstance(upto, int)
            head = Head(upto, EventHash(str(note["head"])))
            return _with(known, note, upto=head, taken_at=at)
        case "found":
            return _with_findings(known, note, at)
        case "parted":
            return _with(known, note, parted_at=at)
        case _:
            return known


def _with_findings(known: Neighbourhood, note: Mapping[str, Any], at: str) -> Neighbourhood:
    """Gaps and forks stay until they are made good, tablets not known here until the same place is without them."""
    place, gaps, forked = str(note["place"]), note["gaps"], note["forked"]
    neighbours = tuple(
        replace(
            one,
            lacked=gaps.get(one.device, one.lacked),
            forked_at=one.forked_at or (at if one.device in forked else ""),
        )
        for one in known.neighbours
    )
    elsewhere = (one for one in known.seen if one.place != place)
    new = (Seen(tag=tag, device=device, place=place, at=at) for tag, device in note["strangers"])
    findings = {"gaps": dict(gaps), "forked": list(forked), "strangers": [list(one) for one in note["strangers"]]}
    found = {**known.found, place: findings}
    return replace(known, neighbours=neighbours, seen=(*elsewhere, *new), found=found)


def _with(known: Neighbourhood, note: Mapping[str, object], **facts: object) -> Neighbourhood:
    changed = tuple(
        replace(one, **facts) if one.device == note["device"] else one  # type: ignore[arg-type]
        for one in known.neighbours
    )
    return replace(known, neighbours=changed)


def know(pen: Pen, by: Person, device: str, public: bytes) -> None:
    """Listen to another tablet from now on, whose fingerprint was compared by eye.

    Raises:
        Refusal: `NOT_ALLOWED`; `FILE_UNFIT` for what is no device id; `NEIGHBOUR_KNOWN`, when the tablet or its key is
            known already or is this one itself. Nothing was changed.
        Tamper: as `neighbourhood`.
    """
    demand(by.role, Right.KEEP_DEVICE)
    write_known(pen, device, public, who=by.user, role=by.role.value)


def write_known(pen: Pen, device: str, public: bytes, *, who: str, role: str) -> None:
    """Write down that another tablet is known; see `know` for somebody who asks for it.

    Raises:
        Refusal, Tamper: as `know`.
    """
    if not _DEVICE.fullmatch(device):
        raise Refusal(Code.FILE_UNFIT, path=device, wanted="the device id of the other tablet")
    known = neighbourhood(pen.log, pen.key.public)
    devices = {pen.device, *(one.device for one in known.neighbours)}
    if device in devices or public in {pen.key.public, *(one.public for one in known.neighbours)}:
        raise Refusal(Code.NEIGHBOUR_KNOWN, device=device)
    pen.write(Kind.NEIGHBOUR, {"act": KNOWN, "device": device, "public": public.hex()}, who=who, role=role)


def part(pen: Pen, by: Person, device: str) -> None:
    """Take in nothing more of another tablet, for good; what it told before stays.

    Raises:
        Refusal: `NOT_ALLOWED` or `NEIGHBOUR_UNKNOWN`; nothing was changed.
        Tamper: as `neighbourhood`.
    """
    demand(by.role, Right.KEEP_DEVICE)
    one = neighbourhood(pen.log, pen.key.public).of(device)
    if one is None or one.parted_at:
        raise Refusal(Code.NEIGHBOUR_UNKNOWN, device=device)
    pen.write(Kind.NEIGHBOUR, {"act": PARTED, "device": device}, who=by.user, role=by.role.value)
