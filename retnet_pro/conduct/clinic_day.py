"""The day a form of staff tells of, and whether it may still be told after a withdrawal of consent (rule P105).

A withdrawal stops collection and keeps what was obtained before it: what happened up to its day, e.g. an adverse event,
may still be written down, nothing that came later. A death is a fact of the course and no form; it can be recorded.
"""

from collections.abc import Mapping

from retnet_pro.answering.clinic_filling import Filling, standing
from retnet_pro.answering.clinic_value import Dated, Place, Value
from retnet_pro.conduct.course import Course
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.clinic import ClinicForm
from retnet_pro.record.event import SessionId


def day_of(form: ClinicForm, values: Mapping[Place, Value]) -> str:
    """Return the day a form tells of, as it was typed; '' when none stands there."""
    dating = (values.get(Place(item.id)) for item in form.by_id.values() if item.dates_form)
    return next((value.text for value in dating if isinstance(value, Dated)), "")


def demand_before_withdrawal(course: Course, ses: SessionId, filling: Filling, *, is_closing: bool = False) -> None:
    """Return unless the form tells of a day after the withdrawal, or is closed without telling any.

    A form that was closed before keeps its day when it is corrected.

    Raises:
        Refusal: `CLINIC_WITHDRAWN`.
    """
    withdrew, filed = course.participant.withdrew, course.clinic.filed_one(ses)
    day = day_of(filling.form, standing(filling))
    if withdrew is None or (filed is not None and filed.day == day):
        return
    if (day and Dated(day).first > withdrew) or (is_closing and not day):
        raise Refusal(Code.CLINIC_WITHDRAWN, subject=course.participant.subject, withdrew=withdrew.isoformat())
