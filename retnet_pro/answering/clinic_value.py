"""What staff can put down for an item of a clinician's form, its one written form, and how typed text becomes it.

A number stays the decimal text that was typed, with its unit beside it: nothing is rounded and nothing converted.
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NewType

from retnet_pro.answering.sheet import Answered
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.clinic import Missing, PartId, UnitId
from retnet_pro.instrument.model import ItemId

Place = NewType("Place", str)
"""Where a value stands: ``item``, or ``item.row`` in a part that comes back."""

_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,6})?")
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class Measured:
    """A number in a unit of the form."""

    number: str
    """Plain decimal text with a point, e.g. ``12.5``."""
    unit: UnitId

    @property
    def exact(self) -> Decimal:
        """The number."""
        return Decimal(self.number)


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, or the month or year alone where no more is known: ``2026-11-23``, ``2026-11``, ``2026``."""

    text: str

    @property
    def first(self) -> date:
        """The first day it can mean."""
        year, month, day = (*map(int, self.text.split("-")), 1, 1)[:3]
        return date(year, month, day)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        parts = [int(part) for part in self.text.split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else 12
        return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])

    @property
    def is_whole(self) -> bool:
        """Whether it names one day."""
        return len(self.text) == 10


@dataclass(frozen=True, slots=True)
class Noted:
    """A short text."""

    text: str


@dataclass(frozen=True, slots=True)
class Absent:
    """There is no value, and this is why."""

    why: Missing


@dataclass(frozen=True, slots=True)
class Emptied:
    """What stood here was taken back; only ever an entry on the way."""


@dataclass(frozen=True, slots=True)
class RowDropped:
    """A whole row was taken back; stands at the place ``part.row``."""


Value = Answered | Measured | Dated | Noted | Absent
"""What an item can hold when the form is closed."""
Put = Value | Emptied | RowDropped
"""What one act can put down."""


def place_of(item: ItemId | PartId, row: int | None) -> Place:
    """Return the place of an item, or of a whole row of a part."""
    return Place(item if row is None else f"{item}.{row}")


def split_place(place: Place) -> tuple[ItemId, int | None]:
    """Return the item and the row of a place."""
    item, dot, row = place.partition(".")
    return ItemId(item), int(row) if dot else None


def read_number(typed: str) -> Decimal | None:
    """Return the number somebody typed, with a point or a comma before its decimals; None when it is none."""
    text = typed.strip().replace("\u2212", "-").replace(",", ".")
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def read_day(typed: str) -> Dated | None:
    """Return the day somebody typed: ISO, ``23.11.2026``, or month and year ``11.2026`` or ``2026``; else None.

    Ways to write a day that two people read differently (``3/4/2026``) are not accepted.
    """
    text = typed.strip()
    if "." in text:
        text = "-".join(part.zfill(2) for part in reversed(text.split(".")))
    found = Dated(text) if _DAY.fullmatch(text) else None
    try:
        return found if found is not None and found.first <= found.last else None
    except ValueError:
        return None


def write_value(value: Put) -> dict[str, object]:
    """Return the value as plain JSON data, e.g. ``{"is": "answered", "number": "12.5", "unit": "ug_l"}``."""
    match value:
        case Answered(code):
            return {"is": "answered", "code": code}
        case Measured(number, unit):
            return {"is": "answered", "number": number, "unit": unit}
        case Dated(text):
            return {"is": "answered", "date": text}
        case Noted(text):
            return {"is": "answered", "text": text}
        case Absent(why):
            return {"is": why.value}
        case Emptied():
            return {"is": "cleared"}
        case RowDropped():
            return {"is": "row-dropped"}


def read_value(untrusted: object) -> Put:
    """Read what `write_value` wrote.

    Raises:
        Refusal: `PAYLOAD_BROKEN`, when it is anything else.
    """
    match untrusted:
        case {"is": "answered", "code": int(code), **rest} if not rest and type(code) is int:
            return Answered(code)
        case {"is": "answered", "number": str(number), "unit": str(unit), **rest} if not rest:
            if _NUMBER.fullmatch(number) and 1 <= len(unit) <= 64 and unit.isprintable():
                return Measured(number, UnitId(unit))
        case {"is": "answered", "date": str(text), **rest} if not rest:
            day = read_day(text) if _DAY.fullmatch(text) else None
            if day is not None:
                return day
        case {"is": "answered", "text": str(text), **rest} if not rest:
            if 1 <= len(text) <= NOTE_LIMIT and text.isprintable():
                return Noted(text)
        case {"is": str(word), **rest} if not rest and word in _WORDS:
            return _WORDS[word]
        case _:
            pass
    raise Refusal(Code.PAYLOAD_BROKEN, what="a value", why="unknown kind or extra fields")


NOTE_LIMIT = 500
"""Most characters of a note in a record, whatever a form says."""
_WORDS: Mapping[str, Put] = {
    "cleared": Emptied(),
    "row-dropped": RowDropped(),
    **{one.value: Absent(one) for one in Missing},
}
