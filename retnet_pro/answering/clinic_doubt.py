"""What is wrong or unusual about one value of a clinician's form, as plain facts; the words are found on the glass.

A hard doubt refuses the value, a soft one is asked about once. The bounds come from the form file and the participant's
own days; none of them is a clinical threshold.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from retnet_pro.answering.clinic_value import Absent, Dated, Measured, Noted, Place, Value, place_of
from retnet_pro.answering.rules import holds
from retnet_pro.answering.sheet import Answered
from retnet_pro.instrument.clinic import Anchor, Choice, ClinicItem, Day, Fact, Note, Number
from retnet_pro.instrument.model import ItemId


class Why(StrEnum):
    """The closed list of doubts."""

    WRONG_KIND = "wrong-kind"
    """A value of another kind, a code that is not in the list, a reason for absence the form does not take."""
    TOO_PRECISE = "too-precise"
    """More decimals than the form takes; a thousands separator looks like this too."""
    UNIT_UNKNOWN = "unit-unknown"
    UNIT_DIFFERS = "unit-differs"
    """In another unit than the value it belongs to."""
    BELOW_POSSIBLE = "below-possible"
    ABOVE_POSSIBLE = "above-possible"
    TOO_LONG = "too-long"
    NOT_A_WHOLE_DAY = "not-a-whole-day"
    IN_FUTURE = "in-future"
    NOT_RANDOMISED = "not-randomised"
    BEFORE_ENROLMENT = "before-enrolment"
    BEFORE_RANDOMISATION = "before-randomisation"
    BEFORE_OTHER_DAY = "before-other-day"
    AFTER_DEATH = "after-death"
    UNUSUALLY_LOW = "unusually-low"
    UNUSUALLY_HIGH = "unusually-high"
    UNUSUALLY_EARLY = "unusually-early"
    FACT_DIFFERS = "fact-differs"
    """The participant's course says otherwise."""
    ANOTHER_NEAR = "another-near"
    """Another embolization is recorded within a few days of this one."""
    FORM_EXISTS = "form-exists"
    """There is a closed form of this kind for the same day."""

    @property
    def is_hard(self) -> bool:
        """Whether the value is refused instead of asked about."""
        return self not in _SOFT


_SOFT = frozenset(
    {
        Why.UNUSUALLY_LOW,
        Why.UNUSUALLY_HIGH,
        Why.UNUSUALLY_EARLY,
        Why.FACT_DIFFERS,
        Why.ANOTHER_NEAR,
        Why.FORM_EXISTS,
    }
)
NEAR = timedelta(days=7)
"""Two embolizations closer than this are more often one of which a day was mistyped. Choice of this project, not the
trial's; it only leads to a question."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that is wrong or unusual about the value at one place."""

    place: Place
    why: Why
    bound: str = ""
    """What the value was held against: a bound with its unit symbol, a day, or ''."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known about the participant and the day, to hold values against."""

    today: date
    enrolled: date
    randomised: date | None = None
    died: date | None = None
    embolizations: tuple[date, ...] = ()
    progressed: date | None = None
    symptomatic: bool | None = None
    filed: frozenset[date] = frozenset()
    """Days of the other closed forms of this kind."""

    def day(self, anchor: Anchor) -> date | None:
        """Return the day of an anchor, or None where it has not come."""
        return self.enrolled if anchor is Anchor.ENROLMENT else self.randomised


def doubts_of(
    item: ClinicItem, row: int | None, value: Value, values: Mapping[Place, Value], known: Known
) -> tuple[Doubt, ...]:
    """Return everything that is wrong or unusual about a value; nothing when it is fine."""
    place = place_of(item.id, row)
    return tuple(Doubt(place, why, bound) for why, bound in _doubts(item, row, value, values, known))


def _doubts(
    item: ClinicItem, row: int | None, value: Value, values: Mapping[Place, Value], known: Known
) -> Iterator[tuple[Why, str]]:
    match value, item.kind:
        case Absent(why), _:
            if why not in item.missing:
                yield Why.WRONG_KIND, ""
        case Answered(code), Choice(codes=codes):
            if code not in codes:
                yield Why.WRONG_KIND, ""
            elif _contradicts(item, value, known):
                yield Why.FACT_DIFFERS, ""
        case Measured(), Number() as kind:
            yield from _of_number(kind, value, _other(kind.unit_of, row, values))
        case Dated(), Day() as kind:
            found = tuple(_of_day(kind, value, _other(kind.not_before, row, values), known))
            yield from found
            if value.is_whole and not any(why.is_hard for why, _ in found):
                yield from _beside(item, value.first, known)
        case Noted(text), Note(longest=longest):
            if len(text) > longest:
                yield Why.TOO_LONG, str(longest)
            elif not text.isprintable() or not text.strip():
                yield Why.WRONG_KIND, ""
        case _:
            yield Why.WRONG_KIND, ""


def _other(item: ItemId | None, row: int | None, values: Mapping[Place, Value]) -> Value | None:
    """Return the value of another item: of the same row, else where it stands once."""
    if item is None:
        return None
    return values.get(place_of(item, row), values.get(place_of(item, None)))


def _of_number(kind: Number, value: Measured, other: Value | None) -> Iterator[tuple[Why, str]]:
    unit = kind.kind.unit(value.unit)
    if unit is None:
        yield Why.UNIT_UNKNOWN, ""
        return
    if isinstance(other, Measured) and other.unit != value.unit:
        wanted = kind.kind.unit(other.unit)
        yield Why.UNIT_DIFFERS, wanted.symbol if wanted else other.unit
        return
    number = value.exact
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > kind.kind.decimals:
        yield Why.TOO_PRECISE, str(kind.kind.decimals)
    elif number < unit.lowest:
        yield Why.BELOW_POSSIBLE, f"{unit.lowest:f} {unit.symbol}"
    elif number > unit.highest:
        yield Why.ABOVE_POSSIBLE, f"{unit.highest:f} {unit.symbol}"
    elif unit.unusual_below is not None and number < unit.unusual_below:
        yield Why.UNUSUALLY_LOW, f"{unit.unusual_below:f} {unit.symbol}"
    elif unit.unusual_above is not None and number > unit.unusual_above:
        yield Why.UNUSUALLY_HIGH, f"{unit.unusual_above:f} {unit.symbol}"


def _of_day(kind: Day, value: Dated, other: Value | None, known: Known) -> Iterator[tuple[Why, str]]:
    """A month or a year alone is refused only when no day of it is possible."""
    if not kind.partial and not value.is_whole:
        yield Why.NOT_A_WHOLE_DAY, ""
        return
    if value.first > known.today:
        yield Why.IN_FUTURE, known.today.isoformat()
        return
    if known.died is not None and value.first > known.died:
        yield Why.AFTER_DEATH, known.died.isoformat()
    if kind.earliest is not None:
        earliest = known.day(kind.earliest)
        if earliest is None:
            yield Why.NOT_RANDOMISED, ""
        elif value.last < earliest:
            before = {Anchor.ENROLMENT: Why.BEFORE_ENROLMENT, Anchor.RANDOMISATION: Why.BEFORE_RANDOMISATION}
            yield before[kind.earliest], earliest.isoformat()
    if isinstance(other, Dated) and value.last < other.first:
        yield Why.BEFORE_OTHER_DAY, other.text
    if kind.unusual_before is not None:
        usual = known.day(kind.unusual_before)
        if usual is not None and value.last < usual:
            yield Why.UNUSUALLY_EARLY, usual.isoformat()


def _contradicts(item: ClinicItem, value: Answered, known: Known) -> bool:
    when = None if item.says is None else item.says.when
    if when is None or known.symptomatic is None:
        return False
    return holds(when, {item.id: value}) is not known.symptomatic


def _beside(item: ClinicItem, day: date, known: Known) -> Iterator[tuple[Why, str]]:
    """Two sources that say different things about one participant never stand there unnoticed."""
    if item.dates_form and day in known.filed:
        yield Why.FORM_EXISTS, day.isoformat()
    if item.says is None:
        return
    if item.says.fact is Fact.PROGRESSED and known.progressed not in (None, day):
        yield Why.FACT_DIFFERS, known.progressed.isoformat() if known.progressed else ""
    if item.says.fact is Fact.EMBOLIZATION and day not in known.embolizations:
        near = [one for one in known.embolizations if abs(one - day) <= NEAR]
        if near:
            yield Why.ANOTHER_NEAR, near[0].isoformat()
