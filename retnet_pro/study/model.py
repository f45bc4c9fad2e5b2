"""The facts of a study file: arms, anchors, time points, windows, alert rules. Data: nothing is invented in code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from retnet_pro.instrument.clinic import ClinicFormId
from retnet_pro.instrument.model import ContentHash, InstrumentId, ItemId, ScaleCode, Status


class Mode(StrEnum):
    """What the data of a site are for; never mixed (design part 3)."""

    DEMO = "demo"
    TRAINING = "training"
    STUDY = "study"


class Identification(StrEnum):
    """The participant's own step before the first question (rule E59)."""

    CONFIRM = "confirm"
    """The participant compares the study code and says that it is theirs."""
    PIN = "pin"
    """The participant confirms the code and enters a PIN that only they know."""
    STATED = "stated"
    """A member of staff states who is on the telephone and how that was checked; no study file asks for it."""


class Anchor(StrEnum):
    """The dated facts a window is counted from."""

    RANDOMISATION = "randomisation"
    EMBOLIZATION = "embolization"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """One treatment arm; it can be closed to new randomisation while its participants stay in follow-up."""

    id: str
    title: str
    open_to_randomisation: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePoint:
    """One planned assessment, relative to an anchor. After an embolization it recurs for each embolization."""

    id: str
    title: str
    anchor: Anchor
    offset_days: int
    early_days: int
    """How many days before the target the window opens."""
    late_days: int
    """How many days after the target the window closes."""
    instruments: tuple[InstrumentId, ...]
    """In the order they are asked (rule E57)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRule:
    """What staff want to be told about, evaluated offline at finish; the participant never sees one (rules E80–E86)."""

    id: str
    instrument: InstrumentId
    item: ItemId | None
    scale: ScaleCode | None
    at_least: float | None
    at_most: float | None
    who: str
    within_hours: int
    source: str
    status: Status


class Opens(StrEnum):
    """From when on a form that staff fill in can be filled in for a participant."""

    ENROLMENT = "enrolment"
    RANDOMISATION = "randomisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicUse:
    """A form that staff fill in, and when this study lets them."""

    form: ClinicFormId
    opens: Opens
    once: bool
    """Only one of it for a participant; else as often as something happens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """When an investigator signs off what a participant answered (rule P65)."""

    id: str
    title: str
    """As a signature and every export name it."""
    titles: Mapping[str, str]
    """By language, as screens of staff show it; `title` where theirs is not among them."""
    meaning: str
    """What the signature says, printed word for word (rule P60)."""
    time_points: tuple[str, ...]
    """Whose answers it covers; empty for all."""
    each_visit: bool
    """Whether it comes once for every visit, not once for all together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomFree:
    """How this study file defines a symptom-free interval; exposed in full because no public definition exists."""

    instrument: InstrumentId
    starts: str
    grade_cut: int
    needs_confirmation: bool
    next_embolization: str
    """`censors` or `ends`."""
    source: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """One version of one study configuration."""

    id: str
    version: str
    title: str
    label: str
    """Shown wherever the schedule is shown, e.g. that it is an example and not a protocol."""
    subject_pattern: str
    """Regular expression a study code of a site must match; ``{site}`` stands for the site id."""
    planned_participants: int
    arms: tuple[Arm, ...]
    time_points: tuple[TimePoint, ...]
    stops: tuple[str, ...]
    """Which participant facts end expectations: `withdrew`, `died`, `progressed`."""
    alerts: tuple[AlertRule, ...]
    symptom_free: SymptomFree
    valid_form: str
    """The rule that makes a form count, in words; printed with every rate (rule E65)."""
    valid_form_minimum_scales: int
    """The rule itself: at least this many scales of the instrument could be scored."""
    languages: tuple[str, ...]
    status: Status
    source: str
    hash: ContentHash
    resume_hours: int | None = None
    """How long after its opening an interrupted questionnaire may be continued (rule E52); None: without limit."""
    identification: Identification = Identification.CONFIRM
    milestones: tuple[Milestone, ...] = ()
    whom_to_call: Mapping[str, str] = field(default_factory=dict)
    """By language: told at the end of every sitting, because nobody reads the answers at once (rule E84)."""
    clinic_forms: tuple[ClinicUse, ...] = ()
    """In the order staff are offered them."""

    def time_point(self, time_point_id: str) -> TimePoint | None:
        """Return the time point with this id, or None."""
        return next((point for point in self.time_points if point.id == time_point_id), None)
