"""The facts of a form that staff fill in about a participant, and of its words in one language.

A file of its own kind, so that no such form can ever reach the participant's screen: the participant's process is
handed instruments, and this is none. It shares the rest of the engine: shapes, findings, conditions, the log.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from retnet_pro.instrument.model import Condition, ContentHash, ItemId, Status

ClinicFormId = NewType("ClinicFormId", str)
PartId = NewType("PartId", str)
"""One block of items of a form; it may come back, e.g. once for each adverse event."""
UnitId = NewType("UnitId", str)


class Missing(StrEnum):
    """Why an item has no value; which of these a form accepts, it says itself (rule E42)."""

    NOT_DONE = "not-done"
    UNKNOWN = "unknown"


class Anchor(StrEnum):
    """The days of a participant that a date can be held against."""

    ENROLMENT = "enrolment"
    """The day of consent as it was recorded at enrolment."""
    RANDOMISATION = "randomisation"


class Fact(StrEnum):
    """What a closed form says about the participant's course, so that nobody records it a second time by hand."""

    EMBOLIZATION = "embolization"
    PROGRESSED = "progressed"
    SYMPTOMATIC = "symptomatic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit of a number, with what is impossible and what is asked about once.

    These bounds catch slips of the hand and mixed-up units; they are no clinical thresholds.
    """

    id: UnitId
    symbol: str
    lowest: Decimal
    highest: Decimal
    """What lies outside is refused."""
    unusual_below: Decimal | None
    unusual_above: Decimal | None
    """What lies outside is asked about once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberKind:
    """How numbers of one kind are entered."""

    id: str
    decimals: int
    """Most digits after the decimal mark."""
    units: tuple[Unit, ...]
    source: str
    status: Status

    def unit(self, unit: str) -> Unit | None:
        """Return the unit of this id, or None."""
        return next((one for one in self.units if one.id == unit), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the codes of a list."""

    list: str
    codes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A decimal number with its unit."""

    kind: NumberKind
    unit_of: ItemId | None
    """Takes the unit of this earlier item, e.g. an upper limit that of its value: the two cannot be mixed up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day up to today; a month or a year alone where the form allows it."""

    partial: bool
    earliest: Anchor | None
    """What lies before this day of the participant is refused."""
    unusual_before: Anchor | None
    """What lies before this day of the participant is asked about once."""
    not_before: ItemId | None
    """What lies before the day in this earlier item is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A short text: never a name, never a date of birth."""

    longest: int


Kind = Choice | Number | Day | Note
"""The closed list of ways a clinician's item can be answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """Which fact of the participant's course a closed form states, and when."""

    fact: Fact
    item: ItemId
    """The day of the fact; for `symptomatic` the choice that holds it."""
    when: Condition | None
    """Only when this holds; for `symptomatic` what makes it true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicItem:
    """One item of a clinician's form."""

    id: ItemId
    part: PartId
    kind: Kind
    required: bool
    """The form cannot be closed without a value or one of the `missing` words."""
    missing: tuple[Missing, ...]
    condition: Condition | None
    says: Says | None
    """Which fact of the participant's course its value states."""
    dates_form: bool
    """Its day is the day of the whole form, e.g. of the procedure or the sample."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A block of items."""

    id: PartId
    most: int | None
    """How many rows there can be; None: the block stands there once."""
    items: tuple[ClinicItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicForm:
    """One version of a form that staff fill in."""

    id: ClinicFormId
    version: str
    title: str
    """Short English title for logs and tables; what staff read comes from the words."""
    owner: str
    source: str
    status: Status
    shows_arm: bool
    """Its answers tell the treatment, so only roles that may see the arm fill it in or read it (rule P21)."""
    parts: tuple[Part, ...]
    says: tuple[Says, ...]
    to_confirm: tuple[str, ...]
    """What a coordinator must settle with the protocol before relying on the form."""
    hash: ContentHash
    by_id: Mapping[ItemId, ClinicItem] = field(init=False, repr=False, compare=False)
    part_of: Mapping[PartId, Part] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {item.id: item for part in self.parts for item in part.items})
        object.__setattr__(self, "part_of", {part.id: part for part in self.parts})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicWords:
    """The words of one version of a clinician's form in one language."""

    form: ClinicFormId
    form_version: str
    version: str
    language: str
    title: str
    instruction: str
    parts: Mapping[PartId, str]
    items: Mapping[ItemId, str]
    hints: Mapping[ItemId, str]
    lists: Mapping[str, Mapping[int, str]]
    hash: ContentHash
