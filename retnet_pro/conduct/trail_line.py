"""One event of the log as a person reads it. Pure facts: nothing here opens a seal or asks who is looking.

An event is told in the same fields whatever its kind, so that a trail can be read, filtered and exported as a table
(rules P11, P17). Values stay the codes that were recorded; words for them are found where they are shown.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.record.event import Event, EventHash, Header, Kind, SessionId

BETWEEN = "; "
"""Stands between the members of a recorded list."""
NO_RULE = "none"
"""Value of an event that says that no alert rule was met."""
LONGEST = 400
"""Longest text of one field of a content; of a longer one the beginning is told, with its length."""


class Openness(StrEnum):
    """What became of the content of an event on its way to this reader."""

    OPEN = "open"
    """It was never sealed."""
    OPENED = "opened"
    HIDDEN = "hidden"
    """Sealed, and the reader's role does not read it."""
    ERASED = "erased"
    UNREADABLE = "unreadable"
    """It cannot be opened with this site's key, or is no content at all."""


class Look(StrEnum):
    """What somebody looked at or took away, as ``view`` events say it."""

    PAGE = "participant page"
    PAPER = "participant paper"
    VISIT_RECORD = "visit record"
    SCAN = "paper scan"
    SCORE_COPY = "score export"
    PICTURE = "trend picture"
    TRAIL = "audit trail"
    COPY = "audit export"
    ALERTS = "alerts"
    ALERT_COPY = "alert export"
    CLINIC_COPY = "staff form export"
    SIGNING_COPY = "signing list export"
    COMPLETION = "completion"
    COMPLETION_COPY = "completion export"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whom and what an event concerns; '' for what it does not say."""

    subject: str = ""
    visit: str = ""
    form: str = ""
    item: str = ""
    """Id of a question, name of a dated fact, or the member of staff whose access changed."""
    also: str = ""
    """The other participant, where answers move from one to another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event told to one person."""

    seq: int
    hash: EventHash
    header: bytes
    """Exactly as it was hashed and signed."""
    kind: Kind
    at: str
    """Wall time of the device with its offset to UTC (rule P32)."""
    up_ms: int
    boot: str
    who: str
    role: str
    device: str
    app: str
    """Program and version that wrote the event (rule P20)."""
    ses: SessionId | None
    delivery: Delivery
    """Whether the centre has receipted the event."""
    openness: Openness
    about: About
    detail: str
    """What exactly was done, where the kind does not say it: what was looked at, how access was changed."""
    old: str
    """What stood before; '' for a first entry and for events without a value (rule P15)."""
    new: str
    prompted: bool | None
    """Whether the question whether to leave an item out had been shown before this answer (rule P18)."""
    reason: str
    note: str
    """What somebody wrote beside the coded reason."""
    content: tuple[tuple[str, str], ...]
    """Every field of the content, as recorded."""


def tell(
    event: Event,
    openness: Openness,
    content: Mapping[str, object],
    *,
    about: About,
    old: str,
    delivery: Delivery,
) -> Line:
    """Return the event in the fields of a trail; `content` is what the reader may see of it."""
    header = event.header
    prompted = content.get("prompted")
    return Line(
        seq=header.seq,
        hash=event.hash,
        header=event.header_bytes,
        kind=header.kind,
        at=header.at,
        up_ms=header.up,
        boot=header.boot,
        who=header.who,
        role=header.role,
        device=header.dev,
        app=header.app,
        ses=header.ses,
        delivery=delivery,
        openness=openness,
        about=about,
        detail=_detail(header, content),
        old=old or text_of(content.get("old")),
        new=value_of(header.kind, content),
        prompted=prompted if isinstance(prompted, bool) else None,
        reason=text_of(content.get("reason")) or text_of(content.get("why")),
        note=text_of(content.get("note")),
        content=tuple((name, _kept(name, value)) for name, value in content.items() if name not in ("v", "kind")),
    )


def about(kind: Kind, content: Mapping[str, object]) -> About:
    """Return whom and what a content names itself."""
    named = content.get("instrument") or content.get("form")
    form = named.get("id") if isinstance(named, Mapping) else named
    item = {Kind.PARTICIPANT_FACT: "fact", Kind.STAFF: "user", Kind.ACKNOWLEDGE: "rule", Kind.SIGN: "milestone"}.get(
        kind, "item"
    )
    return About(
        subject=text_of(content.get("subject")),
        visit=text_of(content.get("visit")),
        form=text_of(form),
        item=text_of(content.get(item)),
        also=text_of(content.get("to_subject")),
    )


def value_of(kind: Kind, content: Mapping[str, object]) -> str:
    """Return the value an event put down, as a code; '' for events without one."""
    match kind:
        case Kind.ANSWER | Kind.CLINIC_ENTRY | Kind.PARTICIPANT_FACT:
            arm = content.get("arm")
            return text_of(content.get("value")) + (f", {text_of(arm)}" if arm is not None else "")
        case Kind.STAFF:
            return text_of(content.get("role"))
        case Kind.SESSION_WHO:
            return text_of(content.get("answered_by"))
        case Kind.PLACE_PROPOSE:
            return ", ".join(filter(None, (text_of(content.get("to_subject")), text_of(content.get("to_visit")))))
        case Kind.PLACE_DECIDE:
            return _VERDICT.get(text_of(content.get("accepted")), "")
        case Kind.ALERT:
            return _rules(content.get("raised"))
        case Kind.ACKNOWLEDGE:
            return text_of(content.get("action")) or text_of(content.get("outcome"))
        case Kind.SESSION_IDENTIFIED:
            return ", ".join(filter(None, (text_of(content.get("by")), text_of(content.get("how")))))
        case Kind.SESSION_AIDS:
            return text_of(content.get("in_use"))
        case Kind.SIGN:
            return text_of(content.get("title"))
        case _:
            return text_of(content.get("new"))


_VERDICT = {"true": "accepted", "false": "not accepted"}


def _rules(raised: object) -> str:
    """Return which rules were met; 'none' where the form met none."""
    if not isinstance(raised, list):
        return ""
    return "; ".join(text_of(one.get("rule")) for one in raised if isinstance(one, Mapping)) or NO_RULE


def text_of(value: object) -> str:
    """Return a recorded value as one line of text: an answer by its code or its state, lists and objects in brief."""
    match value:
        case None:
            return ""
        case {"is": "answered", "code": code}:
            return text_of(code)
        case {"is": "answered", "number": number, "unit": unit}:
            return f"{text_of(number)} {text_of(unit)}"
        case {"is": "answered", "date": day}:
            return text_of(day)
        case {"is": "answered", "text": said}:
            return text_of(said)
        case {"is": str(state)}:
            return state
        case bool() | int() | float():
            return json.dumps(value)
        case str():
            return value if len(value) <= LONGEST else f"{value[:LONGEST]}\u2026 ({len(value)} characters)"
        case Mapping():
            return ", ".join(f"{name}={text_of(inner)}" for name, inner in value.items())
        case list() | tuple():
            return BETWEEN.join(text_of(inner) for inner in value)
        case _:
            return str(value)


def _kept(name: str, value: object) -> str:
    """Return a field for a reader; of a study PIN not even the slow hash, from which a short one could be guessed."""
    return "kept as a slow hash" if name == "pin" else text_of(value)


def _detail(header: Header, content: Mapping[str, object]) -> str:
    name = {
        Kind.VIEW: "what",
        Kind.STAFF: "act",
        Kind.RECEIPT: "status",
        **dict.fromkeys((Kind.BUNDLE, Kind.EXPORT), "place"),
        Kind.DEVICE_LEAVES: "to",
        Kind.DRILL: "outcome",
        Kind.DATA_OUT: "format",
        Kind.PACK: "act",
        Kind.AMEND: "source",
        Kind.PAPER_ENTRY: "round",
    }.get(header.kind, "")
    if header.kind is Kind.CLINIC_ENTRY:
        return next((name for name in ("refused", "confirmed") if content.get(name)), "")
    return text_of(content.get(name))
