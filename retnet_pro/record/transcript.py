"""What staff read off a form that was filled in on paper: one entry by each of two people, and what was settled.

Each is the content of a sealed ``paper.entry`` event; the scan of the paper is one of its own. Once both agree, the
form is recorded like any other, with the participant's own date (rules E92, E93, E94).
"""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from retnet_pro.answering.sheet import Answered, NotApplicable, read_answer, write_answer
from retnet_pro.errors import Refusal
from retnet_pro.instrument.model import ContentHash, InstrumentId, ItemId
from retnet_pro.record.amendment import NOTE_LIMIT
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.strict import ITEM_LIMIT, broken, hash_in, object_in, text_in, word_in

SCAN_LIMIT = 2 * 1024 * 1024
"""Largest scan in bytes; four of them still fit into one bundle."""
_SIGNS: Mapping[bytes, str] = {b"%PDF-": "application/pdf", b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


class WhyPaper(StrEnum):
    """Why paper and no tablet (rule E92); a closed list of this project."""

    NO_TABLET = "no-tablet"
    """None was at hand, or it did not work, and no second one either."""
    WISH = "wish"
    """The participant wanted paper."""
    HYGIENE = "hygiene"
    """Isolation, or hands that must not touch the tablet."""
    AWAY = "away"
    """Filled in at home or sent by post."""
    OTHER = "other"


class Oddity(StrEnum):
    """What paper allows and a tablet does not (rule E94)."""

    TWO_BOXES = "two-boxes"
    BETWEEN = "between"
    """A mark between two boxes."""
    MARGIN_NOTE = "margin-note"
    ILLEGIBLE = "illegible"

    @property
    def leaves_no_answer(self) -> bool:
        """Whether there is no single answer to read; a note beside an answer takes nothing away."""
        return self is not Oddity.MARGIN_NOTE


class Round(StrEnum):
    """Whose reading it is (rule E93)."""

    FIRST = "first"
    SECOND = "second"
    """By another person, who did not see the first."""
    SETTLED = "settled"
    """After a look at the paper, where the two differed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands on paper for one item: an answer, an oddity, both, or nothing at all."""

    given: Answered | NotApplicable | None = None
    oddity: Oddity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """One reading of one form, in the order its fields are written."""

    ses: SessionId
    subject: str
    visit: str
    instrument: InstrumentId
    form_hash: ContentHash
    language: str
    day: date
    """The participant's own date on the paper."""
    answered_by: AnsweredBy
    why: WhyPaper
    note: str
    """In words, where the list does not do; else ''."""
    round: Round
    marks: Mapping[ItemId, Mark]
    """Items where anything stands; the others were left empty."""


_KEYS = frozenset({"v", "kind", *(field.name for field in fields(Transcript))})
_MARK = frozenset({"given", "oddity"})
_SCAN = frozenset({"v", "kind", "ses", "subject", "type", "sha256", "data"})


def write_transcript(one: Transcript) -> dict[str, object]:
    """Return the content that is sealed in a ``paper.entry`` event."""
    return {
        "ses": one.ses,
        "subject": one.subject,
        "visit": one.visit,
        "instrument": one.instrument,
        "form_hash": one.form_hash,
        "language": one.language,
        "day": one.day.isoformat(),
        "answered_by": one.answered_by.value,
        "why": one.why.value,
        "note": one.note,
        "round": one.round.value,
        "marks": {
            item: {
                "given": None if mark.given is None else write_answer(mark.given),
                "oddity": None if mark.oddity is None else mark.oddity.value,
            }
            for item, mark in one.marks.items()
        },
    }


def read_transcript(untrusted: Mapping[str, object]) -> Transcript:
    """Read the content of a ``paper.entry`` event, and nothing else.

    Raises:
        Tamper: `PAYLOAD_BROKEN`, naming the field and what is wrong with it.
    """
    plain = object_in(untrusted, "paper entry", _KEYS)
    if plain["kind"] != Kind.PAPER_ENTRY.value or plain["v"] != 1 or type(plain["v"]) is not int:
        raise broken("it is not the content of a paper entry")
    marks = plain["marks"]
    if not isinstance(marks, dict) or len(marks) > ITEM_LIMIT:
        raise broken("marks is not an object")
    return Transcript(
        ses=SessionId(text_in(plain["ses"], "ses")),
        subject=text_in(plain["subject"], "subject"),
        visit=text_in(plain["visit"], "visit"),
        instrument=InstrumentId(text_in(plain["instrument"], "instrument")),
        form_hash=hash_in(plain["form_hash"], "form_hash"),
        language=text_in(plain["language"], "language"),
        day=_day(plain["day"]),
        answered_by=word_in(AnsweredBy, plain["answered_by"], "answered_by"),
        why=word_in(WhyPaper, plain["why"], "why"),
        note=text_in(plain["note"], "note", least=0, most=NOTE_LIMIT),
        round=word_in(Round, plain["round"], "round"),
        marks={ItemId(text_in(item, "marks")): _mark(mark) for item, mark in marks.items()},
    )


def write_scan(ses: SessionId, subject: str, data: bytes) -> dict[str, object]:
    """Return the content that is sealed in a ``paper.scan`` event.

    Raises:
        ValueError: when it is no PDF, PNG or JPEG, or larger than `SCAN_LIMIT`.
    """
    kind = scan_type(data)
    if kind is None or len(data) > SCAN_LIMIT:
        raise ValueError("not a scan")
    encoded = base64.b64encode(data).decode()
    return {"ses": ses, "subject": subject, "type": kind, "sha256": scan_hash(data), "data": encoded}


def read_scan(untrusted: Mapping[str, object]) -> bytes:
    """Return the scan in the content of a ``paper.scan`` event.

    Raises:
        Tamper: `PAYLOAD_BROKEN`, also when the scan is not the one whose hash stands beside it.
    """
    plain = object_in(untrusted, "scan", _SCAN)
    try:
        data = base64.b64decode(str(plain["data"]), validate=True)
    except binascii.Error as error:
        raise broken("data is not base64") from error
    if len(data) > SCAN_LIMIT or scan_hash(data) != hash_in(plain["sha256"], "sha256"):
        raise broken("the scan is not the one its hash names")
    return data


def scan_type(data: bytes) -> str | None:
    """Return the media type that the first bytes of a scan tell, or None when it is no PDF, PNG or JPEG."""
    return next((name for sign, name in _SIGNS.items() if data.startswith(sign)), None)


def scan_hash(data: bytes) -> ContentHash:
    """Return the SHA-256 by which a scan is named."""
    return ContentHash(hashlib.sha256(data).hexdigest())


def _day(untrusted: object) -> date:
    try:
        return date.fromisoformat(text_in(untrusted, "day"))
    except ValueError as error:
        raise broken("day is not a day") from error


def _mark(untrusted: object) -> Mark:
    plain = object_in(untrusted, "mark", _MARK)
    oddity = None if plain["oddity"] is None else word_in(Oddity, plain["oddity"], "oddity")
    try:
        given = None if plain["given"] is None else read_answer(plain["given"])
    except Refusal as error:
        raise broken(f"given: {error.facts.get('why')}") from error
    if not isinstance(given, Answered | NotApplicable | None):
        raise broken("given is nothing that can stand on paper")
    if given is not None and oddity is not None and oddity.leaves_no_answer:
        raise broken("an answer and an oddity that leaves none")
    return Mark(given, oddity)
