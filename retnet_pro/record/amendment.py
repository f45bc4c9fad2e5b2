"""A correction of one answer as one document: what stood, what stands, why, and where that is known from.

A correction is an event of its own beside the response, which stays as it was signed (rule E101). It names the state it
builds on by the hash of the event that made it: the response, or the correction before. So corrections of a response
form one row that site and centre read alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum

from retnet_pro.answering.sheet import Answer, Answers, write_answer
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.event import EventHash, Kind, SessionId
from retnet_pro.record.response import Response, answers_in, score_in
from retnet_pro.record.strict import broken, hash_in, list_in, object_in, text_in, word_in
from retnet_pro.scoring.score import Score

NOTE_LIMIT = 300
"""Longest reason in words."""


class WhyAmended(StrEnum):
    """What went wrong with the first value; a closed list of this project, words go with it (rule P19)."""

    MISTAPPED = "mistapped"
    """Another option was meant."""
    MISUNDERSTOOD = "misunderstood"
    MISENTERED = "misentered"
    """Whoever entered for the participant put down something else."""
    LEFT_OUT = "left-out"
    """Passed over by mistake."""
    OTHER = "other"


class Source(StrEnum):
    """Where the right value is known from (rules E100, E101)."""

    OWN_REQUEST = "own-request"
    """The participant asked for the correction."""
    ASKED_IN_PERSON = "asked-in-person"
    ASKED_BY_PHONE = "asked-by-phone"
    PAPER = "paper"
    """The form filled in on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """One correction, in the order its fields are written."""

    ses: SessionId
    """The finished questionnaire."""
    subject: str
    """As it stands in the response."""
    item: ItemId
    old: Answer
    """What stood just before."""
    new: Answer
    why: WhyAmended
    note: str
    """Why, in words; never empty."""
    source: Source
    on: EventHash
    """The event that made the state this one builds on."""
    answers: Answers
    """The state of every item afterwards; an answer can hide others or bring them up (rule E45)."""
    scores: tuple[Score, ...]
    """Computed again from these answers by the same code."""


_KEYS = frozenset({"v", "kind", *(field.name for field in fields(Amendment))})


def write_amendment(one: Amendment) -> dict[str, object]:
    """Return the content that is sealed in an ``amend`` event."""
    return {
        "ses": one.ses,
        "subject": one.subject,
        "item": one.item,
        "old": write_answer(one.old),
        "new": write_answer(one.new),
        "why": one.why.value,
        "note": one.note,
        "source": one.source.value,
        "on": one.on,
        "answers": {item: write_answer(answer) for item, answer in one.answers.items()},
        "scores": [score._asdict() for score in one.scores],
    }


def read_amendment(untrusted: Mapping[str, object]) -> Amendment:
    """Read the content of an ``amend`` event, and nothing else.

    Raises:
        Tamper: `PAYLOAD_BROKEN`, naming the field and what is wrong with it.
    """
    plain = object_in(untrusted, "correction", _KEYS)
    if plain["kind"] != Kind.AMEND.value or plain["v"] != 1 or type(plain["v"]) is not int:
        raise broken("it is not the content of a correction")
    item = ItemId(text_in(plain["item"], "item"))
    both = answers_in({"old": plain["old"], "new": plain["new"]})
    note = text_in(plain["note"], "note", most=NOTE_LIMIT)
    if not note.strip():
        raise broken("it gives no reason in words")
    made = Amendment(
        ses=SessionId(text_in(plain["ses"], "ses")),
        subject=text_in(plain["subject"], "subject"),
        item=item,
        old=both[ItemId("old")],
        new=both[ItemId("new")],
        why=word_in(WhyAmended, plain["why"], "why"),
        note=note,
        source=word_in(Source, plain["source"], "source"),
        on=EventHash(hash_in(plain["on"], "on")),
        answers=answers_in(plain["answers"]),
        scores=tuple(score_in(score) for score in list_in(plain["scores"], "scores")),
    )
    if made.answers.get(item) != made.new or made.old == made.new:
        raise broken("its new value is not the one that stands afterwards, or was the old one")
    return made


def amended(response: Response, one: Amendment) -> Response:
    """Return the response as it stands after a correction."""
    return replace(response, answers=one.answers, scores=one.scores)


def since_entry(original: Response, at: str) -> timedelta:
    """Return how long after a response was finished something was recorded about it (rule E101)."""
    return datetime.fromisoformat(at) - datetime.fromisoformat(original.finished)


def changed_scores(original: Response, now: Response) -> tuple[tuple[Score, Score], ...]:
    """Return each score that is another since corrections: the original one and the one now."""
    standing = {one.code: one for one in now.scores}
    both = ((before, standing.get(before.code)) for before in original.scores)
    return tuple((before, after) for before, after in both if after is not None and after != before)


def changed_answers(original: Response, now: Response) -> Mapping[ItemId, tuple[Answer, Answer]]:
    """Return the items whose state is another since corrections: the original one and the one now.

    An item that a corrected one hides or brings up counts as well.
    """
    before, standing = original.answers, now.answers
    return {item: (before[item], standing[item]) for item in before if standing.get(item, before[item]) != before[item]}
