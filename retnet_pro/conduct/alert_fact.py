"""An alert as it stands in the record: as it was raised, with everything that was done about it since. Pure facts.

An alert is known by its questionnaire and its rule. What is written about it is added, never changed (rule E83).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from retnet_pro.record.alert import read_alerts, write_alerts
from retnet_pro.record.event import SessionId
from retnet_pro.study.alert_act import AlertAction, AlertOutcome
from retnet_pro.study.alerts import Alert


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertAct:
    """One thing somebody wrote about an alert."""

    seq: int
    at: str
    who: str
    role: str
    outcome: AlertOutcome
    action: AlertAction | None
    """What was done; only where the outcome is an action."""
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFact:
    """One alert of one questionnaire."""

    seq: int
    """Of the event that raised it."""
    hash: str
    at: str
    """When the form was finished, or corrected so that it met the rule; ISO 8601 with offset."""
    ses: SessionId
    visit: str
    alert: Alert
    acts: tuple[AlertAct, ...] = ()
    """Oldest first."""

    @property
    def is_open(self) -> bool:
        """Whether somebody must still look: nobody did, or the last who did could not reach the participant."""
        return not self.acts or not self.acts[-1].outcome.settles

    @property
    def deadline(self) -> datetime:
        """By when the rule wants somebody to look."""
        return datetime.fromisoformat(self.at) + timedelta(hours=self.alert.within_hours)

    @property
    def settled_at(self) -> str | None:
        """When it was settled for the first time; None as long as it never was."""
        return next((act.at for act in self.acts if act.outcome.settles), None)

    @property
    def hours_to_action(self) -> float | None:
        """Hours from the finished form to the first settling act (rule E85)."""
        settled = self.settled_at
        if settled is None:
            return None
        return (datetime.fromisoformat(settled) - datetime.fromisoformat(self.at)).total_seconds() / 3600

    def is_overdue(self, now: datetime) -> bool:
        """Whether it is still open after its deadline."""
        return self.is_open and now > self.deadline


def with_raised(known: tuple[AlertFact, ...], raised: tuple[AlertFact, ...]) -> tuple[AlertFact, ...]:
    """Return the alerts with new ones; a form that was finished twice after a disk fault raises each but once."""
    have = {(one.ses, one.alert.rule) for one in known}
    return (*known, *(one for one in raised if (one.ses, one.alert.rule) not in have))


def with_act(known: tuple[AlertFact, ...], content: Mapping[str, object], act: AlertAct) -> tuple[AlertFact, ...]:
    """Return the alerts with one more act on the one it names."""
    named = content["ses"], content["rule"]
    return tuple(replace(one, acts=(*one.acts, act)) if (one.ses, one.alert.rule) == named else one for one in known)


def write_facts(facts: Sequence[AlertFact]) -> list[object]:
    """Return alerts as plain JSON data, for a snapshot."""
    return [
        [
            one.seq,
            one.hash,
            one.at,
            one.ses,
            one.visit,
            write_alerts([one.alert])[0],
            [[act.seq, act.at, act.who, act.role, act.outcome, act.action, act.note] for act in one.acts],
        ]
        for one in facts
    ]


def read_facts(plain: Sequence[Sequence[Any]]) -> tuple[AlertFact, ...]:
    """Read what `write_facts` wrote; trusted, because the snapshot around it is signed by this device."""
    return tuple(_fact(*one) for one in plain)


def _fact(
    seq: int, name: str, at: str, ses: str, visit: str, alert: object, acts: Sequence[Sequence[Any]]
) -> AlertFact:
    (raised,) = read_alerts([alert])
    return AlertFact(
        seq=seq,
        hash=name,
        at=at,
        ses=SessionId(ses),
        visit=visit,
        alert=raised,
        acts=tuple(_act(*act) for act in acts),
    )


def _act(seq: int, at: str, who: str, role: str, outcome: str, action: str | None, note: str) -> AlertAct:
    return AlertAct(
        seq=seq,
        at=at,
        who=who,
        role=role,
        outcome=AlertOutcome(outcome),
        action=None if action is None else AlertAction(action),
        note=note,
    )
