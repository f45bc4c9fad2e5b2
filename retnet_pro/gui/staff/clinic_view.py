"""What the page of a form that staff fill in shows, gathered from the desk in the lane: plain facts, no Qt."""

from collections.abc import Callable
from dataclasses import dataclass

from retnet_pro.answering.clinic_doubt import Doubt
from retnet_pro.answering.clinic_filling import asked, doubts, gaps, next_row, questions, rows
from retnet_pro.answering.clinic_value import Measured, Place, Put, Value, place_of
from retnet_pro.conduct import clinic
from retnet_pro.conduct.clinic_filed import ClinicFiled
from retnet_pro.conduct.desk import Desk
from retnet_pro.instrument.clinic import ClinicItem, ClinicWords, Number, PartId, UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One item of a form being filled in."""

    place: Place
    item: ClinicItem
    label: str
    hint: str
    value: Value | None
    refused: tuple[Doubt, ...]
    """Why the last value typed here was not taken; nothing when it was."""
    wrong: tuple[Doubt, ...]
    """What is impossible about the value that stands, since another one changed."""
    asked: tuple[Doubt, ...]
    is_asked: bool
    is_gap: bool
    unit: UnitId | None
    """The unit it must be given in, where that is given by another value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A part of a form, or one row of a part that comes back."""

    part: PartId
    row: int | None
    title: str
    fields: tuple[FieldView, ...]
    is_empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetView:
    """A form being filled in."""

    subject: str
    title: str
    instruction: str
    why_again: str
    words: ClinicWords
    blocks: tuple[BlockView, ...]
    more: tuple[PartId, ...]
    """Parts to which another row can be added."""
    left: int
    """How many places must still be filled, mended or answered."""


class Keeper:
    """Holds the newest sheet; used in the lane alone, so that two quick acts never start from the same state."""

    def __init__(self, desk: Desk, begin: Callable[[Desk], clinic.Sheet]) -> None:
        """Take how the sheet is come by; it is begun with the first `view`."""
        self._desk = desk
        self._begin = begin
        self._sheet: clinic.Sheet | None = None
        self._fresh: set[PartId] = set()

    @property
    def sheet(self) -> clinic.Sheet:
        """The sheet as it stands."""
        if self._sheet is None:
            self._sheet = self._begin(self._desk)
        return self._sheet

    def enter(self, place: Place, value: Put) -> SheetView:
        """Put one value down."""
        self._sheet = clinic.enter(self._desk, self.sheet, place, value)
        return self.view()

    def say_it_is_right(self, place: Place) -> SheetView:
        """Confirm an unusual value."""
        self._sheet = clinic.say_it_is_right(self._desk, self.sheet, place)
        return self.view()

    def add_row(self, part: PartId) -> SheetView:
        """Show an empty row; it is part of the form once something stands in it."""
        self._fresh.add(part)
        return self.view()

    def close(self) -> ClinicFiled:
        """Close the form."""
        return clinic.close(self._desk, self.sheet)

    def set_aside(self, why: clinic.WhyAside) -> str:
        """Set the form aside and return the study code."""
        clinic.set_aside(self._desk, self.sheet.subject, self.sheet.ses, why)
        return self.sheet.subject

    def view(self) -> SheetView:
        """Return what is to be shown."""
        sheet = self.sheet
        filling, said = sheet.filling, sheet.words
        blocks: list[BlockView] = []
        more: list[PartId] = []
        for part in sheet.form.parts:
            title = said.parts[part.id]
            if part.most is None:
                blocks.append(_block(sheet, part.id, None, title, is_empty=False))
                continue
            for row in rows(filling, part):
                blocks.append(_block(sheet, part.id, row, title, is_empty=False))
            fresh = next_row(filling, part)
            if fresh is None or not asked(filling, part, fresh):
                continue
            if part.id in self._fresh and fresh > max(rows(filling, part), default=0):
                if any(place_of(item.id, fresh - 1) in filling.values for item in part.items):
                    self._fresh.discard(part.id)
                else:
                    blocks.append(_block(sheet, part.id, fresh, title, is_empty=True))
                    continue
            more.append(part.id)
        hard = [one for one in doubts(filling, sheet.known) if one.why.is_hard]
        return SheetView(
            subject=sheet.subject,
            title=said.title,
            instruction=said.instruction,
            why_again=sheet.why_again,
            words=said,
            blocks=tuple(blocks),
            more=tuple(more),
            left=len(gaps(filling)) + len(hard) + len(questions(filling, sheet.known)),
        )


def _block(sheet: clinic.Sheet, part: PartId, row: int | None, title: str, *, is_empty: bool) -> BlockView:
    filling = sheet.filling
    missing, open_questions = set(gaps(filling)), questions(filling, sheet.known)
    wrong = [one for one in doubts(filling, sheet.known) if one.why.is_hard]
    fields = []
    shown = asked(filling, filling.form.part_of[part], row)
    for item in filling.form.part_of[part].items:
        place = place_of(item.id, row)
        last = next((entry for entry in reversed(filling.entries) if entry.place == place), None)
        fields.append(
            FieldView(
                place=place,
                item=item,
                label=sheet.words.items[item.id],
                hint=sheet.words.hints.get(item.id, ""),
                value=filling.values.get(place),
                refused=() if last is None else last.refused,
                wrong=tuple(one for one in wrong if one.place == place),
                asked=tuple(one for one in open_questions if one.place == place),
                is_asked=item in shown,
                is_gap=place in missing,
                unit=_given_unit(sheet, item, row),
            )
        )
    return BlockView(part=part, row=row, title=title, fields=tuple(fields), is_empty=is_empty)


def _given_unit(sheet: clinic.Sheet, item: ClinicItem, row: int | None) -> UnitId | None:
    other = item.kind.unit_of if isinstance(item.kind, Number) else None
    if other is None:
        return None
    values = sheet.filling.values
    value = values.get(place_of(other, row), values.get(place_of(other, None)))
    return value.unit if isinstance(value, Measured) else None
