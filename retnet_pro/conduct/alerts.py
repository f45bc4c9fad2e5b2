"""Open alerts and what is done about them: a worklist by deadline, acts that are added, the whole history (E83, E85).

Rules are held against the answers in the participant's process at finish (see `take`), with nothing shown there, and
again when an answer is corrected (see `correction`). An alert keeps the values it was raised with and stays open until
somebody settles it, whatever is corrected later: that the cause is gone is for a person to judge, and it is said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from retnet_pro.conduct.alert_fact import AlertFact
from retnet_pro.conduct.course import Course
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import Kind
from retnet_pro.study.alert_act import AlertAction, AlertOutcome
from retnet_pro.study.alerts import ROUNDING, values
from retnet_pro.study.visits import planned_visits

NOTE_LIMIT = 300
"""Characters of a note. Choice of this project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAlert:
    """One alert of one participant, as a list shows it."""

    subject: str
    visit_title: str
    form: str
    """Title of the form."""
    about: str
    """Neutral topic of the item, or name of the scale."""
    number: int | None
    """Of the item on the form; None for a scale."""
    fact: AlertFact
    after_correction: bool
    """Whether the form met the rule only after it was finished, because an answer was corrected."""
    is_corrected: bool
    """Whether another value stands there now than the one that raised it."""
    now: float | None
    """What stands there now: code or score; None for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertCount:
    """How many alerts wait."""

    open: int
    overdue: int


def worklist(desk: Desk) -> tuple[ListedAlert, ...]:
    """Return the open alerts of the site, the most urgent deadline first.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    found = [one for subject in desk.site.alerted for one in alerts_of(desk, subject) if one.fact.is_open]
    return tuple(sorted(found, key=lambda one: (one.fact.deadline, one.subject, one.fact.alert.rule)))


def count_alerts(desk: Desk, now: datetime) -> AlertCount:
    """Return how many alerts wait, and how many of them for too long.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    courses = filter(None, map(desk.site.courses.get, desk.site.alerted))
    facts = [fact for course in courses for fact in course.alerts if fact.is_open]
    return AlertCount(open=len(facts), overdue=sum(fact.is_overdue(now) for fact in facts))


def alerts_of(desk: Desk, subject: str) -> tuple[ListedAlert, ...]:
    """Return every alert of a participant, oldest first.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    course = desk.course(subject)
    titles = {visit.id: visit.title for visit in planned_visits(desk.study, course.participant)}
    return tuple(_listed(desk, course, fact, titles) for fact in course.alerts)


def alert_history(desk: Desk) -> tuple[ListedAlert, ...]:
    """Return every alert of the site, settled or not, oldest first (rule E85).

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    found = [one for subject in desk.site.courses.subjects() for one in alerts_of(desk, subject)]
    return tuple(sorted(found, key=lambda one: (datetime.fromisoformat(one.fact.at), one.fact.seq, one.subject)))


def alert_of(desk: Desk, subject: str, raised: str, rule: str) -> ListedAlert:
    """Return one alert, by the hash of the event that raised it and by its rule.

    Raises:
        Refusal: `ALERT_UNKNOWN`, or as `alerts_of`.
    """
    named = (raised, rule)
    found = next((one for one in alerts_of(desk, subject) if (one.fact.hash, one.fact.alert.rule) == named), None)
    if found is None:
        raise Refusal(Code.ALERT_UNKNOWN, subject=subject, rule=rule)
    return found


def answer_alert(
    desk: Desk,
    subject: str,
    raised: str,
    rule: str,
    outcome: AlertOutcome,
    *,
    action: AlertAction | None = None,
    note: str = "",
) -> AlertFact:
    """Write down what came of an alert and return it as it stands then; what was written before stays.

    An action needs its code and a note, a referral a note that says to whom.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, `ALERT_UNKNOWN` or `REASON_MISSING`.
        WorldFault: the disk refused; call again.
    """
    demand(desk.person.role, Right.ANSWER_ALERTS)
    fact = alert_of(desk, subject, raised, rule).fact
    note = " ".join(note.split())[:NOTE_LIMIT]
    is_action = outcome is AlertOutcome.ACTION
    if (is_action and action is None) or (needs_note(outcome) and not note):
        raise Refusal(Code.REASON_MISSING)
    desk.write(
        Kind.ACKNOWLEDGE,
        {
            "subject": subject,
            "visit": fact.visit,
            "instrument": fact.alert.instrument,
            "ses": fact.ses,
            "rule": rule,
            "alert": fact.hash,
            "outcome": outcome.value,
            "action": action.value if is_action and action is not None else None,
            "note": note,
        },
        ses=fact.ses,
    )
    return alert_of(desk, subject, raised, rule).fact


def _listed(desk: Desk, course: Course, fact: AlertFact, titles: Mapping[str, str]) -> ListedAlert:
    alert, subject = fact.alert, course.participant.subject
    standing = _standing(desk, subject, fact) if fact.ses in course.amended else (alert.value,)
    form = desk.library.instrument(alert.instrument)
    item = None if alert.item is None else form.by_id.get(alert.item)
    names = {scale.code: scale.name for scale in form.scales}
    return ListedAlert(
        subject=subject,
        visit_title=titles.get(fact.visit, fact.visit),
        form=form.title,
        about=item.topic if item is not None else names.get(alert.scale, "") if alert.scale else alert.rule,
        number=None if item is None else item.number,
        fact=fact,
        after_correction=any(one.ses == fact.ses and one.seq < fact.seq for one in course.filed),
        is_corrected=all(abs(value - alert.value) > ROUNDING for value in standing),
        now=standing[0] if standing else None,
    )


def _standing(desk: Desk, subject: str, fact: AlertFact) -> tuple[float, ...]:
    """Return what stands now where an alert was raised."""
    taken = next((one.response for one in desk.responses_of(subject) if one.response.ses == fact.ses), None)
    return () if taken is None else values(fact.alert, taken.answers, taken.scores)


def needs_note(outcome: AlertOutcome) -> bool:
    """Whether an outcome says too little by itself."""
    return outcome in (AlertOutcome.ACTION, AlertOutcome.REFERRED)
