"""The rows every export is derived from, participant by participant.

Numbers are not rounded. What is not there says why: an item has a state, a score a reason, a form a status. Nothing
here holds words of a questionnaire; those are licensed text (see `codebook`). Everything comes in a fixed order, so
that two exports of the same data are alike to the byte.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from retnet_pro.answering.sheet import Answer, Answered, NotApplicable, NotPresented, NotReached, Skipped
from retnet_pro.dataset.staff_rows import StaffForm
from retnet_pro.instrument.model import ContentHash, InstrumentId, ItemId, ScaleCode
from retnet_pro.record.circumstance import Medium, WhyHelped
from retnet_pro.record.event import DeviceId, EventHash, SessionId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.scoring.score import Why
from retnet_pro.study.model import Mode
from retnet_pro.study.participant import Participant


class ItemState(StrEnum):
    """What became of an item; only an answered one has a code, and no code ever stands for absence (rule E42)."""

    ANSWERED = "answered"
    NOT_APPLICABLE = "not_applicable"
    """The participant chose the form's own "does not apply to me"."""
    SKIPPED = "skipped"
    """The participant confirmed not wanting to answer."""
    NOT_PRESENTED = "not_presented"
    """A condition of the form hid the item."""
    NOT_REACHED = "not_reached"
    """Seen and left without confirming, or never come to."""


class FormStatus(StrEnum):
    """What became of one form at one visit."""

    DONE = "done"
    PARTLY = "partly"
    """It was closed before its end, with a reason; its first part is no response and gives no item rows."""
    MISSED = "missed"
    """It will not come, with a reason; or its window has closed, and nobody has given a reason yet."""
    AWAITED = "awaited"
    """Its window is open."""
    NOT_DUE = "not_due"
    """Its window has not opened, or forms are no longer expected (see `FormRow.is_expected`)."""


ERASED = "erased-by-order"
"""Reason of a form that came and whose contents were removed by order."""
SET_ASIDE = "set-aside"
"""Reason of a form that came and that the centre cannot use; its reconciliation says why."""

STATE_OF: Mapping[type, ItemState] = {
    Answered: ItemState.ANSWERED,
    NotApplicable: ItemState.NOT_APPLICABLE,
    Skipped: ItemState.SKIPPED,
    NotPresented: ItemState.NOT_PRESENTED,
    NotReached: ItemState.NOT_REACHED,
}


def code_of(answer: Answer) -> int | None:
    """Return the code of an answered item, and None for every way of not being answered."""
    return answer.code if isinstance(answer, Answered) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectRow:
    """One participant as known at the cut-off; where each fact is from stands in the events."""

    site: str
    subject: str
    enrolled: date
    randomised: date | None
    arm: str | None
    """Arm id; None until randomised, and for whoever may not see it (rule P21)."""
    symptomatic: bool | None
    """Tumour symptoms at baseline; None where not determined."""
    histology: str | None
    grade: str | None
    embolizations: tuple[date, ...]
    """In order of date."""
    progressed: date | None
    died: date | None
    withdrew: date | None
    withdrew_why: str | None
    """Coded extent or reason of the withdrawal that stands; see the codebook."""
    language: str

    @property
    def participant(self) -> Participant:
        """The same as the rules of the study know a participant."""
        return Participant(
            subject=self.subject,
            arm=self.arm,
            enrolled=self.enrolled,
            randomised=self.randomised,
            embolizations=self.embolizations,
            symptomatic=self.symptomatic,
            histology=self.histology,
            grade=self.grade,
            language=self.language,
            withdrew=self.withdrew,
            progressed=self.progressed,
            died=self.died,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One form of one participant at one visit, whether or not it came."""

    key: str
    """Subject, visit, instrument and attempt: the same in every export."""
    sequence: int
    """Unique within the participant; see `sequence`. A response that comes later changes none that is there."""
    site: str
    subject: str
    visit: str
    """Time point with the number of the embolization where it recurs, e.g. ``week12`` or ``post2w-1``."""
    time_point: str | None
    """None for a visit the study file does not know."""
    visit_title: str
    cycle: int | None
    """Number of the embolization from 1; None where the visit is counted from randomisation."""
    attempt: int
    """1, unless more than one response came for the same form and visit: then somebody has to decide."""
    target: date | None
    """Day it is due; None, with the window, where the anchor is not known."""
    opens: date | None
    closes: date | None
    is_provisional: bool
    """Planned before randomisation; the dates will move."""
    is_expected: bool
    """Whether the participant is in the variable denominator at the target date (rule E64)."""
    status: FormStatus
    reason: str | None
    """Coded reason of a form that came partly or not at all; see the codebook."""
    is_valid: bool | None
    """Whether enough scales have a value by the rule of the study file (rule E65); None where no form came."""
    instrument: InstrumentId
    instrument_version: str | None
    instrument_hash: ContentHash | None
    mode: Mode | None
    medium: Medium | None
    answered_by: AnsweredBy | None
    """The most help there was in it (rule E58)."""
    help_why: WhyHelped | None
    """Why somebody else answered, coded, as said last; None where the participant answered alone."""
    help_reason: str
    """The same in the words of staff, in whatever script; ''."""
    accommodations: tuple[str, ...]
    language: str | None
    wording_version: str | None
    wording_hash: ContentHash | None
    is_demonstration: bool | None
    """Answered in demonstration wording, which is not valid for data collection."""
    started: str | None
    """ISO 8601, local time with offset."""
    finished: str | None
    device: DeviceId | None
    response: SessionId | None
    event: int | None
    """Number of the event on the device that proves it."""
    event_hash: EventHash | None
    corrections: int
    """How many corrections the response has had."""
    program: str | None
    """Version of the program that recorded it."""
    is_disputed: bool = False
    """Whether, of several responses, it is not the one a person decided for; all of them while nobody has decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What stood before corrections, and why it was changed last."""

    state: ItemState
    code: int | None
    why: str
    """Coded; see the codebook."""
    note: str
    """In the words of whoever corrected it."""
    source: str
    at: str
    by: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One item of one response as it stands."""

    form: str
    """Key of the form."""
    sequence: int
    """Unique within the participant, and stable."""
    item: ItemId
    number: int
    """Printed number."""
    state: ItemState
    code: int | None
    """Only for an answered item."""
    original: Changed | None
    """None where the item was never corrected."""

    @property
    def text(self) -> str:
        """The code as text; '' where there is none."""
        return "" if self.code is None else str(self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One scale of one response. Exactly one of `value` and `why` is None."""

    form: str
    scale: ScaleCode
    value: float | None
    """Not rounded."""
    why: Why | None
    used: int
    """Items, or component scales, that entered."""
    of: int
    variant: str
    """'' where the instrument has only one."""
    scoring_version: str


class EventKind(StrEnum):
    """What an event row tells of."""

    ENROLLED = "enrolled"
    FACT = "fact"
    WITHDREW = "withdrew"
    ABSENT = "absent"
    STOPPED = "stopped"
    CORRECTED = "corrected"
    ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One fact about a participant as it was recorded, with the event that proves it; later ones change no earlier."""

    subject: str
    kind: EventKind
    what: str
    """Which fact; for a correction the item; '' where the kind says it all."""
    value: str
    """Day, code or word; of a correction the new code or state."""
    before: str
    """Of a correction what stood just before; else ''."""
    why: str
    """Coded; see the codebook."""
    note: str
    """In the words of whoever recorded it; of a randomisation the arm."""
    visit: str
    instrument: str
    response: str
    at: str
    """When it was recorded."""
    by: str
    """Account name."""
    role: str
    device: DeviceId
    event: int
    event_hash: EventHash


@dataclass(frozen=True, slots=True)
class FormRows:
    """One form with what was answered and scored; both empty where no form came."""

    form: FormRow
    items: tuple[ItemRow, ...] = ()
    """In the order of the instrument."""
    scores: tuple[ScoreRow, ...] = ()
    """In the order of the instrument."""


@dataclass(frozen=True, slots=True)
class PersonRows:
    """Everything about one participant."""

    subject: SubjectRow
    forms: tuple[FormRows, ...]
    """By sequence."""
    events: tuple[EventRow, ...]
    """In the order they were recorded."""
    staff: tuple[StaffForm, ...] = ()
    """Forms that staff filled in, by the day they are about."""
