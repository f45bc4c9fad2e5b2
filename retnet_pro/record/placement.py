"""Finished questionnaires at the wrong participant or visit: one person proposes, another decides (rule E102).

Two documents, each the content of an event of its own. The responses stay as they were signed; where they stand is what
the accepted decisions say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from retnet_pro.record.amendment import NOTE_LIMIT
from retnet_pro.record.event import EventHash, Kind, SessionId
from retnet_pro.record.strict import broken, hash_in, list_in, object_in, text_in, word_in


class WhyMisplaced(StrEnum):
    """How it came about; a closed list of this project, words go with it (rule P19)."""

    OTHER_PARTICIPANT = "other-participant"
    """The tablet was opened for another participant."""
    OTHER_VISIT = "other-visit"
    """Another visit of the same participant was chosen."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Questionnaires of one participant and visit that belong elsewhere, in the order its fields are written."""

    sessions: tuple[SessionId, ...]
    subject: str
    """Where they stand now."""
    visit: str
    to_subject: str
    to_visit: str
    why: WhyMisplaced
    note: str
    """Why, in words; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a second person decided about a proposal."""

    proposal: EventHash
    """Name of the event that proposed it."""
    subject: str
    to_subject: str
    """Both as in the proposal, so that the trail finds the decision at either."""
    accepted: bool
    note: str
    """What the second person checked, or why not, in words; never empty."""


_PROPOSAL = frozenset({"v", "kind", *(field.name for field in fields(Proposal))})
_DECISION = frozenset({"v", "kind", *(field.name for field in fields(Decision))})


def write_proposal(one: Proposal) -> dict[str, object]:
    """Return the content that is sealed in a ``place.propose`` event."""
    return {
        "sessions": list(one.sessions),
        "subject": one.subject,
        "visit": one.visit,
        "to_subject": one.to_subject,
        "to_visit": one.to_visit,
        "why": one.why.value,
        "note": one.note,
    }


def write_decision(one: Decision) -> dict[str, object]:
    """Return the content that is sealed in a ``place.decide`` event."""
    return {
        "proposal": one.proposal,
        "subject": one.subject,
        "to_subject": one.to_subject,
        "accepted": one.accepted,
        "note": one.note,
    }


def read_proposal(untrusted: Mapping[str, object]) -> Proposal:
    """Read the content of a ``place.propose`` event, and nothing else.

    Raises:
        Tamper: `PAYLOAD_BROKEN`, naming the field and what is wrong with it.
    """
    plain = _document(untrusted, Kind.PLACE_PROPOSE, _PROPOSAL)
    made = Proposal(
        sessions=tuple(SessionId(text_in(ses, "sessions")) for ses in list_in(plain["sessions"], "sessions")),
        subject=text_in(plain["subject"], "subject"),
        visit=text_in(plain["visit"], "visit"),
        to_subject=text_in(plain["to_subject"], "to_subject"),
        to_visit=text_in(plain["to_visit"], "to_visit"),
        why=word_in(WhyMisplaced, plain["why"], "why"),
        note=_note(plain["note"]),
    )
    if not made.sessions or (made.subject, made.visit) == (made.to_subject, made.to_visit):
        raise broken("it moves nothing")
    return made


def read_decision(untrusted: Mapping[str, object]) -> Decision:
    """Read the content of a ``place.decide`` event, and nothing else.

    Raises:
        Tamper: `PAYLOAD_BROKEN`, naming the field and what is wrong with it.
    """
    plain = _document(untrusted, Kind.PLACE_DECIDE, _DECISION)
    if not isinstance(plain["accepted"], bool):
        raise broken("accepted is not true or false")
    return Decision(
        proposal=EventHash(hash_in(plain["proposal"], "proposal")),
        subject=text_in(plain["subject"], "subject"),
        to_subject=text_in(plain["to_subject"], "to_subject"),
        accepted=plain["accepted"],
        note=_note(plain["note"]),
    )


def _document(untrusted: Mapping[str, object], kind: Kind, keys: frozenset[str]) -> dict[str, object]:
    plain = object_in(untrusted, kind.value, keys)
    if plain["kind"] != kind.value or plain["v"] != 1 or type(plain["v"]) is not int:
        raise broken(f"it is not the content of {kind.value}")
    return plain


def _note(untrusted: object) -> str:
    note = text_in(untrusted, "note", most=NOTE_LIMIT)
    if not note.strip():
        raise broken("it gives no reason in words")
    return note
