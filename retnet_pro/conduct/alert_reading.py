"""How alerts and what was done about them are taken from events into the projection of a site."""

from retnet_pro.conduct.alert_fact import AlertAct, AlertFact, with_act, with_raised
from retnet_pro.conduct.course import Course
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.alert import read_alarm
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.study.alert_act import AlertAction, AlertOutcome


def with_alert_event(course: Course, opened: Opened) -> Course:
    """Return the course with what an ``alert`` or an ``acknowledge`` event says.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    if opened.kind is Kind.ALERT:
        return course.with_alerts(
            with_raised(course.alerts, SessionId(str(opened.content["ses"])), read_raised(opened))
        )
    return course.with_alerts(with_act(course.alerts, opened.content, read_act(opened)))


def read_raised(opened: Opened) -> tuple[AlertFact, ...]:
    """Return the alerts an ``alert`` event raised, often none.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    alarm = read_alarm(opened.content)
    facts = (
        AlertFact(seq=opened.seq, hash=opened.hash, at=opened.at, ses=alarm.ses, visit=alarm.visit, alert=alert)
        for alert in alarm.raised
    )
    return tuple(facts)


def read_act(opened: Opened) -> AlertAct:
    """Return what an ``acknowledge`` event says.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    content = opened.content
    try:
        action = content["action"]
        return AlertAct(
            seq=opened.seq,
            at=opened.at,
            who=opened.who,
            role=opened.role,
            outcome=AlertOutcome(str(content["outcome"])),
            action=None if action is None else AlertAction(str(action)),
            note=str(content["note"]),
        )
    except (KeyError, ValueError) as error:
        raise Tamper(Code.PAYLOAD_BROKEN, what=f"event {opened.seq}", why="it answers no alert") from error
