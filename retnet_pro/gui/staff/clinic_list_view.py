"""What the pages about begun and closed forms of staff show, gathered from the desk in the lane: plain facts, no Qt."""

from dataclasses import dataclass

from retnet_pro.conduct import clinic
from retnet_pro.conduct.clinic_filed import ClinicFiled, ClinicOpen
from retnet_pro.conduct.clinic_reading import (
    History,
    acts_of,
    disagrees,
    form_of,
    library_of,
    may_fill,
    may_read,
    record_of,
)
from retnet_pro.conduct.desk import Desk
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.clinic import ClinicForm, ClinicFormId, ClinicWords
from retnet_pro.record.clinic import ClinicRecord
from retnet_pro.record.event import SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A form that the study knows, and whether it can be begun now."""

    form: ClinicFormId
    title: str
    may_begin: bool
    is_begun: bool
    """One of it is open; it is gone on with instead."""
    hidden: bool
    """The role may not see what it tells."""
    too_early: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A form that was begun and is not closed."""

    one: ClinicOpen
    title: str
    may_go_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A closed form."""

    one: ClinicFiled
    title: str
    may_read: bool
    disagrees: bool
    """The participant's course now says something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormsView:
    """Everything about the forms of one participant."""

    subject: str
    label: str
    """The study's own label of its schedule."""
    offers: tuple[Offer, ...]
    waiting: tuple[Waiting, ...]
    closed: tuple[Closed, ...]
    """Newest first."""


def forms_view(desk: Desk, subject: str, language: str) -> FormsView:
    """Return the forms of a participant for the person who is logged in.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    forms = desk.course(subject).clinic
    offers = []
    for use in desk.study.clinic_forms:
        form = form_of(desk, use.form)
        done = use.once and any(one.form == use.form for one in forms.filed)
        early = clinic.is_too_early(desk, subject, use)
        offers.append(
            Offer(
                form=use.form,
                title=_title(desk, form, language),
                may_begin=may_fill(desk, form) and not done and not early,
                is_begun=any(one.form == use.form and not one.why for one in forms.open),
                hidden=not may_read(desk, form),
                too_early=early,
            )
        )
    return FormsView(
        subject=subject,
        label=desk.study.label,
        offers=tuple(offers),
        waiting=tuple(
            Waiting(one=one, title=_title_of(desk, one.form, language), may_go_on=_may_go_on(desk, one))
            for one in forms.open
        ),
        closed=tuple(
            Closed(
                one=one,
                title=_title_of(desk, one.form, language),
                may_read=may_read(desk, form_of(desk, one.form)),
                disagrees=disagrees(desk, subject, one),
            )
            for one in sorted(forms.filed, key=lambda one: (one.day, one.at), reverse=True)
        ),
    )


def _may_go_on(desk: Desk, one: ClinicOpen) -> bool:
    return may_fill(desk, form_of(desk, one.form))


def _title_of(desk: Desk, form: str, language: str) -> str:
    return _title(desk, form_of(desk, form), language)


def _title(desk: Desk, form: ClinicForm, language: str) -> str:
    return library_of(desk).words_of(form, language).title


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedView:
    """A closed form with everything that led to it."""

    subject: str
    one: ClinicFiled
    form: ClinicForm
    words: ClinicWords
    record: ClinicRecord
    history: History
    may_correct: bool
    disagrees: bool


def closed_view(desk: Desk, subject: str, ses: SessionId, language: str) -> ClosedView:
    """Return a closed form.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, or `CLINIC_NOT_OPEN` when it is gone.
    """
    record = record_of(desk, subject, ses)
    one = desk.course(subject).clinic.filed_one(ses)
    if record is None or one is None:
        raise Refusal(Code.CLINIC_NOT_OPEN, subject=subject)
    form = form_of(desk, record.form)
    return ClosedView(
        subject=subject,
        one=one,
        form=form,
        words=library_of(desk).words_of(form, language),
        record=record,
        history=acts_of(desk, subject, ses),
        may_correct=may_fill(desk, form),
        disagrees=disagrees(desk, subject, one),
    )
