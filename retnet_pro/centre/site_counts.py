"""What one site amounts to, as numbers: people, forms, both completion rates, open alerts. No study code, no answer.

Numbers of sites are added up, never averaged, so that every total can be checked against its parts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from retnet_pro.centre.count_ledger import TabletCount
from retnet_pro.conduct.completeness import completion_of, nobody
from retnet_pro.conduct.course import Course
from retnet_pro.study.completion import Completion, pro_population
from retnet_pro.study.model import Study


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCount:
    """One form at one time point. ``of == valid + invalid + excused + unexplained`` (see `study.completion`)."""

    time_point: str
    title: str
    cycle: int | None
    instrument: str
    valid: int
    of: int
    """Expected by now: valid of these is the completion rate (rule E61)."""
    available: int
    population: int
    """Randomised: available of these is the available-data rate (rule E62)."""
    invalid: int
    excused: int
    """Did not come, with a coded reason (rule E66)."""
    unexplained: int
    awaited: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAlert:
    """When one open alert was raised and by when somebody should have looked; nothing of whom or what."""

    raised_at: str
    deadline: str

    def is_overdue(self, now: datetime) -> bool:
        """Whether the deadline has passed (rule E83)."""
        return now > datetime.fromisoformat(self.deadline)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCounts:
    """Everything the web page knows of one site, or of several together."""

    as_of: date
    enrolled: int = 0
    randomised: int = 0
    withdrew: int = 0
    died: int = 0
    finished: int = 0
    """Finished questionnaires that stand at a participant."""
    erased: int = 0
    """Finished questionnaires that were removed by order."""
    settled: int = 0
    """Alerts somebody has settled."""
    unread: int = 0
    """Records that are not readable."""
    unplaced: int = 0
    """Records of participants whose enrolment has not come yet."""
    disputed: int = 0
    """Time points with several responses that wait for a person to decide."""
    decided: int = 0
    """Those about which somebody has decided."""
    valid: int = 0
    of: int = 0
    """Of all forms together; see `FormCount`."""
    available: int = 0
    population: int = 0
    awaited: int = 0
    alerts: tuple[OpenAlert, ...] = ()
    """Oldest first."""
    tablets: tuple[TabletCount, ...] = ()
    """In the order they were enrolled."""


def count_forms(courses: Sequence[Course], study: Study, as_of: date) -> tuple[FormCount, ...]:
    """Return the forms of these participants on a day, in the order of the study."""
    return tuple(map(_form, completion_of(study, courses, as_of, nobody)))


def count_courses(courses: Sequence[Course], forms: Sequence[FormCount], as_of: date) -> SiteCounts:
    """Return what these participants and their forms amount to on a day; of tablets it says nothing."""
    people = [course.participant for course in courses]
    alerts = [one for course in courses for one in course.alerts]
    return SiteCounts(
        as_of=as_of,
        enrolled=len(people),
        randomised=len(pro_population(people)),
        withdrew=sum(one.withdrew is not None for one in people),
        died=sum(one.died is not None for one in people),
        finished=sum(len(course.filed) for course in courses),
        erased=sum(len(course.erased) for course in courses),
        settled=sum(not one.is_open for one in alerts),
        alerts=_by_age(OpenAlert(raised_at=one.at, deadline=one.deadline.isoformat()) for one in alerts if one.is_open),
        **{name: sum(getattr(one, name) for one in forms) for name in _OF_FORMS},
    )


def together(counts: Iterable[SiteCounts], as_of: date) -> SiteCounts:
    """Return the sum of several sites; its day is the one given, the parts may be older."""
    parts = tuple(counts)
    return SiteCounts(
        as_of=as_of,
        **{name: sum(getattr(one, name) for one in parts) for name in (*_NUMBERS, *_OF_FORMS)},
        alerts=_by_age(alert for one in parts for alert in one.alerts),
        tablets=tuple(tablet for one in parts for tablet in one.tablets),
    )


def forms_together(sites: Iterable[Iterable[FormCount]]) -> tuple[FormCount, ...]:
    """Return the sum of the forms of several sites, in the order in which they first come."""
    found: dict[tuple[str, int | None, str], FormCount] = {}
    for forms in sites:
        for form in forms:
            key = (form.time_point, form.cycle, form.instrument)
            found[key] = _sum(found[key], form) if key in found else form
    return tuple(found.values())


def write_counts(counts: SiteCounts) -> dict[str, object]:
    """Return the counts in plain form."""
    return {**asdict(counts), "as_of": counts.as_of.isoformat()}


def read_counts(plain: Mapping[str, Any]) -> SiteCounts:
    """Return the counts that `write_counts` wrote."""
    return SiteCounts(
        **{
            **plain,
            "as_of": date.fromisoformat(plain["as_of"]),
            "alerts": tuple(OpenAlert(**one) for one in plain["alerts"]),
            "tablets": tuple(TabletCount(**one) for one in plain["tablets"]),
        }
    )


def read_forms(plain: Iterable[Mapping[str, Any]]) -> tuple[FormCount, ...]:
    """Return the forms as they were kept."""
    return tuple(FormCount(**one) for one in plain)


_NUMBERS = (
    *("enrolled", "randomised", "withdrew", "died", "finished", "erased", "settled", "unread", "unplaced"),
    *("disputed", "decided"),
)
_OF_FORMS = ("valid", "of", "available", "population", "awaited")
_FORM_NUMBERS = ("valid", "of", "available", "population", "invalid", "excused", "unexplained", "awaited")


def _sum(one: FormCount, other: FormCount) -> FormCount:
    return replace(one, **{name: getattr(one, name) + getattr(other, name) for name in _FORM_NUMBERS})


def _by_age(alerts: Iterable[OpenAlert]) -> tuple[OpenAlert, ...]:
    return tuple(sorted(alerts, key=lambda one: datetime.fromisoformat(one.raised_at)))


def _form(row: Completion) -> FormCount:
    return FormCount(
        time_point=row.time_point,
        title=row.title,
        cycle=row.cycle,
        instrument=row.instrument,
        valid=row.variable.valid,
        of=row.variable.of,
        available=row.fixed.valid,
        population=row.fixed.of,
        invalid=row.invalid,
        excused=sum(row.absent.values()),
        unexplained=row.unexplained,
        awaited=row.awaited,
    )
