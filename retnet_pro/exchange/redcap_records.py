"""Our rows as records of REDCap: one entry a form, with the event, and an instance where a visit recurs.

An entry has a value for every field of its form, also the blank one: whoever imports it with ``overwrite`` takes away
an answer that was withdrawn here, and touches no other form.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.rows import FormRow, FormRows, FormStatus, ItemState, PersonRows, SubjectRow
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.redcap_dictionary import (
    PERSON,
    PERSON_EVENT,
    RECORD,
    Field,
    about_field,
    event_name,
    form_name,
    item_field,
    score_field_of,
)
from retnet_pro.study.model import Anchor

EVENT, REPEATS, INSTANCE = "redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance"
SYNTHETIC = "synthetic"
_WHERE = 4
"""Columns that say which record and event it is; the fields of the form follow."""
_COMPLETE, _INCOMPLETE = "2", "0"
_SAID = frozenset({FormStatus.DONE, FormStatus.PARTLY, FormStatus.MISSED})
"""What becomes an entry; a form that may still come has none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of one record at one event."""

    record: str
    event: str
    instance: str
    """'' where the form does not recur at this event."""
    form: str
    values: Mapping[str, str]
    """Every field of the form in the order of `columns_of`, without the record's name."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What names it among the entries of its form."""
        return self.record, self.event, self.instance

    @property
    def row(self) -> dict[str, str]:
        """The entry as a flat record."""
        repeats = self.form if self.instance else ""
        where = {RECORD: self.record, EVENT: self.event, REPEATS: repeats, INSTANCE: self.instance}
        return {**where, **self.values}


def complete_field(form: str) -> str:
    """Return the field in which REDCap says how far a form is."""
    return f"{form}_complete"


def columns_of(form: str, fields: Mapping[str, Field]) -> tuple[str, ...]:
    """Return the columns of the records of a form."""
    own = (one.name for one in fields.values() if one.form == form and one.name != RECORD)
    return (RECORD, EVENT, REPEATS, INSTANCE, *own, complete_field(form))


class RecordMaker:
    """Makes entries of one study's participants. It has state because what is alike in all of them is made once."""

    def __init__(self, codebook: Codebook, fields: Mapping[str, Field], *, is_synthetic: bool) -> None:
        self._mark = SYNTHETIC if is_synthetic else ""
        self._points = {point.id: point for point in codebook.study.time_points}
        forms = dict.fromkeys(one.form for one in fields.values())
        self._blank = {form: dict.fromkeys(columns_of(form, fields)[_WHERE:], "") for form in forms}

    def entries(self, person: PersonRows) -> Iterator[Entry]:
        """Yield the entries of a participant; responses to one form and visit that do not count are `left_out`.

        Raises:
            Refusal: `DATA_UNFIT`: a visit the study file does not plan, a field the dictionary does not have.
        """
        yield self._person(person.subject)
        for one in person.forms:
            if one.form.status in _SAID and not one.form.is_disputed:
                yield self._form(one)

    def _person(self, row: SubjectRow) -> Entry:
        of = {
            "site": row.site,
            "arm": row.arm,
            "enrolled": row.enrolled,
            "randomised": row.randomised,
            "symptomatic": None if row.symptomatic is None else ("yes" if row.symptomatic else "no"),
            "histology": row.histology,
            "grade": row.grade,
            "embolizations": " ".join(map(str, row.embolizations)),
            "progressed": row.progressed,
            "died": row.died,
            "withdrew": row.withdrew,
            "withdrew_why": row.withdrew_why,
            "interface_language": row.language,
            "mark": self._mark,
        }
        values = {**self._blank[PERSON], **_written(of), complete_field(PERSON): _COMPLETE}
        return Entry(row.subject, PERSON_EVENT, "", PERSON, values)

    def _form(self, one: FormRows) -> Entry:
        row = one.form
        name, form = row.instrument, form_name(row.instrument)
        of: dict[str, object] = {
            "status": row.status,
            "reason": row.reason,
            "expected": "yes" if row.is_expected else "no",
            "started": row.started,
            "finished": row.finished,
            "version": row.instrument_version,
            "language": row.language,
            "medium": row.medium,
            "answered_by": row.answered_by,
            "corrections": row.corrections,
            "response": row.response,
            "unanswered": " ".join(
                f"{item.item}={item.state}" for item in one.items if item.state is not ItemState.ANSWERED
            ),
            "no_score": " ".join(
                f"{score_field_of(name, score)}={score.why}" for score in one.scores if score.value is None
            ),
            "form_mark": self._mark,
        }
        values = self._blank.get(form, {})
        found = {
            **_written({about_field(name, key): value for key, value in of.items()}),
            **_written({item_field(name, item.item): item.code for item in one.items}),
            **_written({score_field_of(name, score): score.value for score in one.scores}),
            complete_field(form): _COMPLETE if row.status is FormStatus.DONE else _INCOMPLETE,
        }
        if found.keys() - values.keys():
            column = next(name for name in found if name not in values)
            raise Refusal(Code.DATA_UNFIT, row=row.key, column=column, why="the dictionary has no such field")
        event, instance = self._place(row)
        return Entry(row.subject, event, instance, form, {**values, **found})

    def _place(self, row: FormRow) -> tuple[str, str]:
        point = self._points.get(row.time_point or "")
        if point is None:
            why = "the study file does not plan this visit, so REDCap has no event for it"
            raise Refusal(Code.DATA_UNFIT, row=row.key, column="visit", why=why)
        return event_name(point), str(row.cycle) if point.anchor is Anchor.EMBOLIZATION else ""


def left_out(person: PersonRows) -> int:
    """Return how many responses of a participant are no entries: one of several counts, when a person has decided."""
    return sum(one.form.is_disputed for one in person.forms)


def _written(of: Mapping[str, object]) -> dict[str, str]:
    """Return values as REDCap keeps them; numbers are not rounded."""
    return {name: "" if value is None else str(value) for name, value in of.items()}
