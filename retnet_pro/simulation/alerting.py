"""A simulated nurse answers the alerts that have waited overnight, in all the ways there are."""

from datetime import datetime, timedelta

from retnet_pro.conduct.alerts import ListedAlert, answer_alert, worklist
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right
from retnet_pro.study.alert_act import AlertAction, AlertOutcome

OVERNIGHT = timedelta(hours=15)
"""How old an alert is when the simulated nurse comes to it; the newest of a trial stay open."""
_NOTES = {AlertOutcome.ACTION: "synthetic action", AlertOutcome.REFERRED: "synthetic referral to the investigator"}
_OUTCOMES = (
    AlertOutcome.REVIEWED,
    AlertOutcome.ACTION,
    AlertOutcome.REVIEWED,
    AlertOutcome.NOT_REACHABLE,
    AlertOutcome.REFERRED,
)
_ACTIONS = tuple(AlertAction)


def answer_waiting(desk: Desk, now: datetime) -> int:
    """Answer what has waited long enough; return how many acts were written.

    The outcome follows from the number of the event that raised the alert, so the same trial is answered alike.
    """
    if not desk.may(Right.ANSWER_ALERTS) or not desk.site.alerted:
        return 0
    waiting = [one for one in worklist(desk) if now - datetime.fromisoformat(one.fact.at) >= OVERNIGHT]
    for one in waiting:
        _answer(desk, one)
    return len(waiting)


def _answer(desk: Desk, one: ListedAlert) -> None:
    fact = one.fact
    outcome = AlertOutcome.REVIEWED if fact.acts else _OUTCOMES[fact.seq % len(_OUTCOMES)]
    action = _ACTIONS[fact.seq // len(_OUTCOMES) % len(_ACTIONS)] if outcome is AlertOutcome.ACTION else None
    note = _NOTES.get(outcome, "")
    answer_alert(desk, one.subject, fact.hash, fact.alert.rule, outcome, action=action, note=note)
