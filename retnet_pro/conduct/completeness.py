"""How complete the forms of this site are: who is counted, by which rule, and with the arm only for who may see it.

Nothing is opened for the rates: whether a form is valid was taken in when it was finished. The questions of a form are
counted one response after the other, in stretches, because each of them has to be opened.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from retnet_pro.answering.sheet import Answers
from retnet_pro.conduct.course import Course, Filed
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.trail_line import Look
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import Kind
from retnet_pro.study.absence import Absence
from retnet_pro.study.completion import Completion, FormKey, ReceivedForm, arm_of, completion, pro_population
from retnet_pro.study.item_completion import ItemCompletion, item_completion
from retnet_pro.study.model import Arm, Study
from retnet_pro.study.participant import Participant

STRETCH = 40
"""Responses that are opened at a time, so that the lane is free again within a moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """The completion of one site on one day."""

    as_of: date
    enrolled: int
    population: int
    """Randomised participants: the fixed denominator (rule E62)."""
    arms: tuple[Arm, ...]
    """The arms that rows are given for, in the order of the study file; none for roles that may not see them."""
    rows: tuple[Completion, ...]
    """In the order of the study: for each visit and form first everybody, then each arm."""
    valid_form: str
    """The rule that makes a form count, in words; stands beside every rate (rule E65)."""
    erased_forms: int
    """Finished forms that were removed by order; they count as forms that did not come, without a reason."""
    erased_participants: int
    """Participants about whom everything was removed by order; they are counted nowhere."""

    def of_group(self, group: str | None) -> tuple[Completion, ...]:
        """Return the rows of one arm, or of everybody."""
        return tuple(row for row in self.rows if row.group == group)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCounts:
    """How often each question of one form was answered (rule E67)."""

    instrument: InstrumentId
    version: str
    forms: int
    """Finished responses to this version that were counted."""
    other_versions: int
    """Finished responses to another version of the form; their questions may differ, so they are not counted."""
    items: tuple[ItemCompletion, ...]


def completeness(desk: Desk) -> Completeness:
    """Return both rates of every visit and form as things stand today.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    courses = tuple(desk.site.courses.every())
    people = tuple(course.participant for course in courses)
    as_of = desk.pen.clock().wall.date()
    sees_arm = desk.may(Right.SEE_ARM)
    rows = completion_of(desk.study, courses, as_of, arm_of if sees_arm else nobody)
    used = {row.group for row in rows}
    whole = {one.subject for one in desk.site.erasures if one.is_whole}
    return Completeness(
        as_of=as_of,
        enrolled=len(people),
        population=len(pro_population(people)),
        arms=tuple(arm for arm in desk.study.arms if arm.id in used),
        rows=rows,
        valid_form=desk.study.valid_form,
        erased_forms=sum(len(course.erased) for course in courses),
        erased_participants=len(whole),
    )


def completion_of(
    study: Study, courses: Sequence[Course], as_of: date, group_of: Callable[[Participant], str | None]
) -> tuple[Completion, ...]:
    """Return both rates of every visit and form of these participants, as `study.completion` counts them."""
    return completion(
        study,
        (course.participant for course in courses),
        (form for course in courses for form in _received(course)),
        {key: reason for course in courses for key, reason in _absences(course).items()},
        as_of,
        group_of=group_of,
    )


def nobody(_participant: Participant) -> str | None:
    """Put everybody into no group: the arm is not for everyone (rule P21)."""
    return None


def look_at_completeness(desk: Desk) -> Completeness:
    """Write down that this person looked at the completion (rule P10), and return it.

    Raises:
        Refusal: `NOT_ALLOWED`; then nothing was written.
    """
    found = completeness(desk)
    leave_completion_trace(desk, Look.COMPLETION)
    return found


def leave_completion_trace(desk: Desk, look: Look, **facts: object) -> None:
    """Write down that the completion was looked at or copied; into a damaged record nothing is written.

    Raises:
        WorldFault: the disk refused.
    """
    if desk.damage is None:
        by_arm = {"by_arm": True} if desk.may(Right.SEE_ARM) else {}
        desk.write(Kind.VIEW, {"what": look.value, **by_arm, **facts})


class ItemCounting:
    """Counts the questions of one form. It has state for one reason: it opens one stretch of responses at a time."""

    def __init__(self, desk: Desk, instrument: InstrumentId) -> None:
        """Begin; nothing is opened yet.

        Raises:
            Refusal: `NOT_ALLOWED` or `FORM_UNKNOWN`.
        """
        demand(desk.person.role, Right.READ_RESPONSES)
        self._desk = desk
        self._form = desk.library.instrument(instrument)
        self._left = _finished(desk, instrument)
        self._sheets: list[Answers] = []
        self._other_versions = 0
        self.of = sum(1 for _ in _finished(desk, instrument))
        """How many finished responses there are."""
        self.done = 0
        """How many of them were opened so far."""

    def advance(self) -> bool:
        """Open the next stretch; return whether there is more to do.

        Raises:
            Tamper: when a response is not this device's own, cannot be opened or is not in the agreed form.
        """
        for _ in range(STRETCH):
            filed, amended = next(self._left, (None, ()))
            if filed is None:
                return False
            self.done += 1
            taken = self._desk.reader.response(filed, amended)
            if taken is None:
                continue  # erased since
            if taken.response.form.hash == self._form.hash:
                self._sheets.append(taken.response.answers)
            else:
                self._other_versions += 1
        return self.done < self.of

    def counts(self) -> ItemCounts:
        """Return what was counted so far."""
        return ItemCounts(
            instrument=self._form.id,
            version=self._form.version,
            forms=len(self._sheets),
            other_versions=self._other_versions,
            items=item_completion(self._form, self._sheets),
        )


def _finished(desk: Desk, instrument: InstrumentId) -> Iterator[tuple[Filed, tuple[int, ...]]]:
    """Yield every finished response to a form with the events that corrected it."""
    for course in desk.site.courses.every():
        for filed in course.filed:
            if filed.instrument == instrument:
                yield filed, course.amended.get(filed.ses, ())


def _received(course: Course) -> Iterator[ReceivedForm]:
    for one in course.filed:
        yield ReceivedForm(course.participant.subject, one.visit, one.instrument, one.scales)


def _absences(course: Course) -> Mapping[FormKey, Absence]:
    """Return why forms did not come. A form that was stopped has the reason of the stop; its first part is no form."""
    subject = course.participant.subject
    stopped = {
        (subject, visit, form): Absence(reason) if reason in list(Absence) else Absence.OTHER
        for (visit, form), reason in course.stopped.items()
    }
    return {**stopped, **{(subject, visit, form): reason for (visit, form), reason in course.absent.items()}}
