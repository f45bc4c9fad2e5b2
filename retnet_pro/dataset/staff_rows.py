"""Forms that staff filled in, as rows: one a form in its last revision, one a value, each as it was put down.

A number stays the decimal text it was typed as, with its unit; a day known in part stays so. Nothing is converted.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from retnet_pro.answering.clinic_value import Absent, Dated, Measured, Noted, Place, split_place
from retnet_pro.answering.sheet import Answered
from retnet_pro.instrument.clinic import ClinicForm, ClinicWords, UnitId
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.clinic import ClinicRecord
from retnet_pro.record.event import DeviceId, EventHash, SessionId


class ValueState(StrEnum):
    """What became of an item of a form of staff (rule E42)."""

    ANSWERED = "answered"
    NOT_DONE = "not-done"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffForm:
    """One closed form in its last revision, who closed it, and the event that proves it."""

    record: ClinicRecord
    at: str
    """When it was closed, ISO 8601, local time with offset."""
    by: str
    """Account name."""
    role: str
    device: DeviceId
    event: int
    """Number of the event on the device."""
    event_hash: EventHash

    @property
    def states(self) -> tuple[str, ...]:
        """Which facts of the participant's course it states, e.g. ``embolization=2026-01-20``."""
        return tuple(f"{one.fact.value}={_said(one.value)}" for one in self.record.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffValue:
    """One value of a form of staff; of `code`, `number`, `day` and `text` at most one is there."""

    sheet: SessionId
    """Id of the form it stands in."""
    item: ItemId
    row: int | None
    """From 1, in a part that comes back, such as one adverse event after the other."""
    state: ValueState
    code: int | None = None
    number: str | None = None
    """Decimal text as typed."""
    unit: UnitId | None = None
    day: str | None = None
    """ISO; a month or a year alone where no more is known."""
    text: str | None = None
    """In the words of staff."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffFormMeaning:
    """What the codes of a form of staff mean, for the codebook."""

    form: ClinicForm
    words: ClinicWords


def staff_values(form: StaffForm, known: ClinicForm | None) -> tuple[StaffValue, ...]:
    """Return the values of a form in the order of the form, rows one after the other.

    Args:
        form: the form.
        known: its definition; without it, items stand in the order of their names.
    """
    order = {} if known is None else {item: place for place, item in enumerate(known.by_id)}
    parts = {} if known is None else {item.id: n for n, part in enumerate(known.parts) for item in part.items}

    def key(place: Place) -> tuple[int, int, int, str]:
        item, row = split_place(place)
        return parts.get(item, len(parts)), row or 0, order.get(item, len(order)), item

    return tuple(_value(form, place) for place in sorted(form.record.values, key=key))


def _value(form: StaffForm, place: Place) -> StaffValue:
    item, row = split_place(place)
    make = partial(StaffValue, sheet=form.record.ses, item=item, row=row)
    match form.record.values[place]:
        case Answered(code):
            return make(state=ValueState.ANSWERED, code=code)
        case Measured(number, unit):
            return make(state=ValueState.ANSWERED, number=number, unit=unit)
        case Dated(text):
            return make(state=ValueState.ANSWERED, day=text)
        case Noted(text):
            return make(state=ValueState.ANSWERED, text=text)
        case Absent(why):
            return make(state=ValueState(why.value))


def _said(value: str | bool) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
