"""Where a form stands in time for SDTM and ADaM: number and name of its visit, its day, its epoch, the study day."""

from datetime import date

from retnet_pro.dataset.rows import FormRow, SubjectRow

_FORM, _ATTEMPT = 100, 10
_MINUTE = 16
"""Characters of a local time to the minute."""


def visit_number(form: FormRow) -> int | None:
    """Return 100 times the number of the embolization plus the place of the time point in the study file.

    None for a visit the study file does not plan.
    """
    return None if form.time_point is None else form.sequence // (_FORM * _ATTEMPT)


def visit_name(form: FormRow) -> str:
    """Return the title of a planned visit, and the id of any other."""
    return form.visit if form.time_point is None else form.visit_title


def local_minute(form: FormRow) -> str:
    """Return when the form was finished, local time to the minute; '' where it was not."""
    return (form.finished or "")[:_MINUTE]


def iso(day: date | None) -> str:
    """Return a day as text; '' where it is not known."""
    return "" if day is None else day.isoformat()


def day_of(form: FormRow) -> date | None:
    """Return the local day on which the form was finished."""
    return date.fromisoformat(form.finished[:10]) if form.finished else None


def study_day(day: date | None, reference: date | None) -> int | None:
    """Return the day counted from the reference day, which is day 1; the day before it is day -1, there is no day 0."""
    if day is None or reference is None:
        return None
    days = (day - reference).days
    return days + 1 if days >= 0 else days


def first_exposure(subject: SubjectRow) -> date | None:
    """Return the day of the first embolization."""
    return subject.embolizations[0] if subject.embolizations else None


def is_before_exposure(day: date, subject: SubjectRow) -> bool:
    """Whether a day comes no later than the first embolization, whose forms come before it."""
    first = first_exposure(subject)
    return first is None or day <= first


EPOCHS = ("SCREENING", "TREATMENT", "FOLLOW-UP")
EPOCH_RULE = (
    "Proposal of this project: SCREENING up to and including the day of the first embolization, TREATMENT from then "
    "on, FOLLOW-UP from the day after progression. Of a form that did not come the day it was due counts."
)


def epoch_of(day: date | None, subject: SubjectRow) -> str:
    """Return the epoch of a day, by `EPOCH_RULE`; '' where the day is not known."""
    if day is None:
        return ""
    if subject.progressed is not None and day > subject.progressed:
        return "FOLLOW-UP"
    return "SCREENING" if is_before_exposure(day, subject) else "TREATMENT"
