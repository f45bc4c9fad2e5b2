"""The facts of an instrument and of one wording of it.

Structure (items, codes, scales, scoring) is fact and lives in ``forms/*.yaml``; words are licensed or demonstration
text and live apart, one file per language. Nothing here has a default answer and nothing here is a screen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

InstrumentId = NewType("InstrumentId", str)
ItemId = NewType("ItemId", str)
ScaleCode = NewType("ScaleCode", str)
ContentHash = NewType("ContentHash", str)
"""Lower-case hex SHA-256 of the exact bytes of a file."""


class Status(StrEnum):
    """How far a fact can be trusted; shown with the fact, on screen and on paper."""

    CONFIRMED = "CONFIRMED"
    SINGLE = "SINGLE"
    UNSURE = "UNSURE"
    UNVERIFIED = "UNVERIFIED"
    ASSUMPTION = "ASSUMPTION"
    PROJECT = "PROJECT"
    """Defined by this project, claimed for nobody else."""

    @property
    def may_be_shown_as_fact(self) -> bool:
        """Whether a value may be drawn or printed without a warning mark."""
        return self in (Status.CONFIRMED, Status.SINGLE, Status.PROJECT)


class ItemKind(StrEnum):
    """The closed list of ways an item can be answered."""

    CHOICE = "choice"
    """One of a few worded options, shown as full-width rows."""
    BOXES = "boxes"
    """One of a row of equal numbered boxes with words at both ends."""
    COUNT = "count"
    """A whole number, entered with large minus, plus and number buttons."""


class Method(StrEnum):
    """The closed list of named scoring methods."""

    MEAN = "mean"
    LINEAR_0_100 = "linear_0_100"
    SUM = "sum"
    COUNT_TIMES_SEVERITY = "count_times_severity"
    MEAN_OF_SCALES = "mean_of_scales"


class Direction(StrEnum):
    """What a higher score means."""

    HIGHER_BETTER = "higher_better"
    HIGHER_WORSE = "higher_worse"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseScale:
    """The codes an item can be answered with, in printed order."""

    id: str
    kind: ItemKind
    codes: tuple[int, ...]

    @property
    def minimum(self) -> int:
        """Smallest code."""
        return min(self.codes)

    @property
    def maximum(self) -> int:
        """Largest code."""
        return max(self.codes)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """True when the item is answered with this code or a higher one."""

    item: ItemId
    code: int


@dataclass(frozen=True, slots=True)
class Equals:
    """True when the item is answered with exactly this code."""

    item: ItemId
    code: int


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is true."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when at least one part is true."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True when the part is not."""

    part: "Condition"


Condition = AtLeast | Equals | All | AnyOf | Not
"""The closed tree of conditions; there is no free code in a form file (rule T10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question: its permanent id, printed number and how it can be answered; never its words."""

    id: ItemId
    number: int
    topic: str
    """Neutral topic in this project's own words, for staff tables and findings; not questionnaire wording."""
    scale: ResponseScale
    recall: str | None
    """Id of the recall block, or None where the instrument states no time frame."""
    not_applicable: bool
    condition: Condition | None
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """One score: which items, which named method, which direction, from which source."""

    code: ScaleCode
    name: str
    method: Method
    items: tuple[ItemId, ...]
    """For `count_times_severity`: pairs count, severity, count, severity… For `mean_of_scales`: empty."""
    components: tuple[tuple[ScaleCode, bool], ...]
    """Only for `mean_of_scales`: (scale code, whether it enters as 100 minus the score)."""
    reversed: bool
    """Only for `linear_0_100`: the best answer gives 100 instead of 0."""
    direction: Direction
    minimum_answered: int
    variants: tuple[str, ...]
    """Names of the scoring variants this scale belongs to; empty means all."""
    source: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A named way to score the same items."""

    id: str
    title: str
    source: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A cut for one scale. Never shown as fact unless its status allows it (rule E78)."""

    scale: ScaleCode
    below: float | None
    above: float | None
    source: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRule:
    """How many points of change count as change for one scale of one person."""

    scale: ScaleCode | None
    """None: every scale without a rule of its own."""
    points: float
    source: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One version of one instrument, complete and checked."""

    id: InstrumentId
    version: str
    title: str
    owner: str
    needs_licence: bool
    """True: study mode needs a licensed wording pack; demonstration wording is not valid for data collection."""
    minutes: int
    """Estimate of the time it takes, for planning a clinic morning."""
    response_scales: Mapping[str, ResponseScale]
    recalls: tuple[str, ...]
    items: tuple[Item, ...]
    scales: tuple[Scale, ...]
    variants: tuple[Variant, ...]
    """First one is the default; empty when there is only one way to score."""
    thresholds: tuple[Threshold, ...]
    changes: tuple[ChangeRule, ...]
    to_confirm: tuple[str, ...]
    """Statements a coordinator must confirm against the licensed scoring sheet before study mode."""
    hash: ContentHash
    answers_required: bool = False
    """Not answering must be said in words of its own; by default a question may be left out as on paper (rules E40,
    E44)."""
    by_id: Mapping[ItemId, Item] = field(init=False, repr=False, compare=False)
    place_of: Mapping[ItemId, int] = field(init=False, repr=False, compare=False)
    """Place of an item in the form, from 1."""
    has_conditions: bool = field(init=False, repr=False, compare=False)
    """Whether any item can be hidden."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {item.id: item for item in self.items})
        object.__setattr__(self, "place_of", {item.id: place for place, item in enumerate(self.items, 1)})
        object.__setattr__(self, "has_conditions", any(item.condition is not None for item in self.items))

    @property
    def default_variant(self) -> str:
        """Name of the scoring variant used when nobody chooses another; '' where there is only one way."""
        return self.variants[0].id if self.variants else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The owner's approval of every screen of one form in one language (rule E142)."""

    id: str
    """Number or name the owner gave it."""
    book: str
    """Hash of these screens in the approved screens book."""
    pictures: str
    """Hash of the pictures alone, from which and from form and words the other one is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """What the owner of a wording allowed (rule E141)."""

    owner: str
    id: str
    study: str
    expires: date | None
    copyright: str
    approval: Approval | None
    in_exports: bool = False
    """Whether the owner allows that the words stand in exports of data; without a word about it, not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Who stands for the words in this language (rule E132)."""

    certificate: str
    """Number or name of the translation certificate."""
    reviewer: str
    reviewed: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one instrument version in one language."""

    instrument: InstrumentId
    instrument_version: str
    version: str
    language: str
    """BCP 47 tag."""
    right_to_left: bool
    demonstration: bool
    licence: Licence | None
    translation: Translation | None = None
    """None until somebody has reviewed the words; a centre signs no such wording, but for demonstration."""
    notice: str
    """Line shown on every page of the form: copyright, or that this is demonstration wording."""
    title: str
    instruction: str
    recalls: Mapping[str, str]
    labels: Mapping[str, Mapping[int, str]]
    """Per response scale: code -> words. Box scales carry words for the lowest and highest code only; counts none."""
    items: Mapping[ItemId, str]
    not_applicable: Mapping[ItemId, str]
    hash: ContentHash
    read_aloud: bool = False
    """Whether the owner of the wording allows that the tablet reads it aloud."""
    numbers_from_right: frozenset[str] = frozenset()
    """Response scales whose numbers run from right to left, as the owner of the wording decided (rule E134)."""
