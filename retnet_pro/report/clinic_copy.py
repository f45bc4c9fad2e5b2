"""The forms that staff filled in leave as a table that explains itself, with a trace of its own (rules P10, P12, P19).

One line for each value of each closed form, beside it what the code book would say: the question, the kind of answer,
the word of a code, the symbol of a unit. What stood there before a correction stands in the same line.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from retnet_pro.answering.clinic_value import Absent, Dated, Measured, Noted, Put, Value, split_place
from retnet_pro.answering.sheet import Answered
from retnet_pro.conduct.clinic_filed import ClinicFiled
from retnet_pro.conduct.clinic_reading import ClinicAct, acts_of, form_of, library_of, may_read, record_of
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import EventName, event_name
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.trail import Wanted, leave_trace
from retnet_pro.conduct.trail_line import Look
from retnet_pro.instrument.clinic import Choice, ClinicForm, ClinicItem, ClinicWords, Day, Missing, Note, Number
from retnet_pro.record.clinic import ClinicRecord
from retnet_pro.report.spreadsheet import row_line

MISSING_WORDS: Mapping[Missing, str] = {
    Missing.NOT_DONE: "not done",
    Missing.UNKNOWN: "unknown",
}
_KIND_WORDS: Mapping[type, str] = {Choice: "code", Number: "number", Day: "day", Note: "text"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    filed: ClinicFiled
    record: ClinicRecord
    form: ClinicForm
    words: ClinicWords
    item: ClinicItem
    row: int | None
    value: Value
    closed: EventName
    acts: tuple[ClinicAct, ...]
    """Every act on this place that was not refused, oldest first."""


def copy_clinic_forms(desk: Desk, subject: str = "") -> bytes:
    """Write down that this person took the forms of staff of a participant, or of the whole site, away; return them.

    A form that tells the treatment is left out for a role that may not see it; the trace counts those that were taken.
    The same record gives the same bytes.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED` or `FORM_UNKNOWN`; then nothing was written.
        Tamper: when a form cannot be opened.
        WorldFault: the disk refused the trace; then nothing may leave.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    taken = [
        (whose, one)
        for whose in ((subject,) if subject else desk.site.courses.subjects())
        for one in desk.course(whose).clinic.filed
        if may_read(desk, form_of(desk, one.form))
    ]
    lines = [line for whose, one in taken for line in _lines(desk, whose, one)]
    content = "".join(
        (row_line(COLUMNS), *(row_line(read(line) for read in COLUMNS.values()) for line in lines))
    ).encode()
    leave_trace(desk, Look.CLINIC_COPY, Wanted(subject=subject), forms=len(taken))
    return content


def _lines(desk: Desk, subject: str, filed: ClinicFiled) -> Iterator[_Line]:
    record = record_of(desk, subject, filed.ses)
    if record is None:
        return
    form = form_of(desk, record.form)
    words = library_of(desk).words_of(form, "en")
    history = acts_of(desk, subject, filed.ses)
    for place, value in record.values.items():
        item, row = split_place(place)
        if item in form.by_id:
            yield _Line(
                filed=filed,
                record=record,
                form=form,
                words=words,
                item=form.by_id[item],
                row=row,
                value=value,
                closed=event_name(desk, filed.seq),
                acts=_counting(history.get(place, ())),
            )


def _counting(acts: tuple[ClinicAct, ...]) -> tuple[ClinicAct, ...]:
    return tuple(act for act in acts if not act.entry.refused)


def _code(value: Put) -> str:
    match value:
        case Answered(code):
            return str(code)
        case Measured(number, _):
            return number
        case Dated(text) | Noted(text):
            return text
        case _:
            return ""


def _word(line: _Line) -> str:
    if isinstance(line.item.kind, Choice) and isinstance(line.value, Answered):
        return line.words.lists[line.item.kind.list].get(line.value.code, "")
    return ""


def _unit(line: _Line, value: Put) -> str:
    if not isinstance(line.item.kind, Number) or not isinstance(value, Measured):
        return ""
    unit = line.item.kind.kind.unit(value.unit)
    return unit.symbol if unit else value.unit


def _before(line: _Line) -> str:
    """Return the first value that stood here, with its unit, where it is another one than now."""
    if not line.acts or line.acts[0].entry.put == line.value:
        return ""
    first = line.acts[0].entry.put
    said = MISSING_WORDS[first.why] if isinstance(first, Absent) else _code(first)
    return f"{said} {_unit(line, first)}".strip()


def _last(line: _Line, read: Callable[[ClinicAct], str]) -> str:
    """Say something of the act that put the value down, or confirmed it, last."""
    acts = [act for act in line.acts if act.entry.put == line.value]
    return read(acts[-1]) if acts else ""


COLUMNS: Mapping[str, Callable[[_Line], str]] = {
    "participant": lambda line: line.record.subject,
    "mode": lambda line: line.record.mode.value,
    "form": lambda line: line.record.form,
    "form_title": lambda line: line.form.title,
    "form_version": lambda line: line.record.version,
    "form_sha256": lambda line: line.record.form_hash,
    "day": lambda line: line.record.day,
    "revision": lambda line: str(line.record.revision),
    "part": lambda line: line.item.part,
    "row": lambda line: "" if line.row is None else str(line.row),
    "item": lambda line: line.item.id,
    "question": lambda line: line.words.items.get(line.item.id, ""),
    "kind": lambda line: _KIND_WORDS[type(line.item.kind)],
    "value": lambda line: _code(line.value),
    "value_in_words": _word,
    "unit": lambda line: _unit(line, line.value),
    "missing_because": lambda line: MISSING_WORDS[line.value.why] if isinstance(line.value, Absent) else "",
    "first_value": _before,
    "correction_reason": lambda line: _last(line, lambda act: act.why),
    "value_by": lambda line: _last(line, lambda act: act.who),
    "value_role": lambda line: _last(line, lambda act: act.role),
    "value_at": lambda line: _last(line, lambda act: act.at),
    "value_event": lambda line: _last(line, lambda act: str(act.event.seq)),
    "closed_by": lambda line: line.filed.who,
    "closed_at": lambda line: line.filed.at,
    "closed_event": lambda line: str(line.closed.seq),
    "session": lambda line: line.record.ses,
    "value_tablet": lambda line: _last(line, lambda act: act.event.device),
    "closed_tablet": lambda line: line.closed.device,
}
"""Every column by its name, in order. Columns are added at the end, never changed."""
