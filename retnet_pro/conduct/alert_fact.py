"""An alert as it stands in the record: as it was raised, with everything that was done about it since. Pure facts.

An alert is known by the event that raised it and its rule. What is written about it is added, never changed (rule E83).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from retnet_pro.record.alert import read_alerts, write_alerts
from retnet_pro.record.event import SessionId
from retnet_pro.study.alert_act import AlertAction, AlertOutcome
from retnet_pro.study.alerts import ROUNDING, Alert


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
    """One alert of one questionnaire; a corrected one can raise its rule again."""

    seq: int
    """Of the event that raised it."""
    hash: str
    """Of the same event."""
    at: str
    """When the form was finished, or corrected so that it met the rule; ISO 8601 with offset."""
    ses: SessionId
    visit: str
    alert: Alert
    acts: tuple[AlertAct, ...] = ()
    """Oldest first."""
    ceased: bool = False
    """Whether a correction took the value away that met the rule."""

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


def with_raised(known: tuple[AlertFact, ...], ses: SessionId, raised: tuple[AlertFact, ...]) -> tuple[AlertFact, ...]:
    """Return the alerts after a form was held against the rules; the same value of the same form counts but once.

    That happens several times where it was finished twice after a disk fault, or an answer was corrected. While its
    alert is open, that one is enough. Once that is settled, another value that meets the rule, or one that comes back
    after a correction took it away, is something nobody has judged, and raises an alert of its own (rule E83).
    """
    met = {one.alert.rule for one in raised}
    new = tuple(one for one in raised if _is_new(one, known))
    return (
        *(replace(one, ceased=True) if one.ses == ses and one.alert.rule not in met else one for one in known),
        *new,
    )


def _is_new(one: AlertFact, known: tuple[AlertFact, ...]) -> bool:
    before = [old for old in known if (old.ses, old.alert.rule) == (one.ses, one.alert.rule)]
    if not before:
        return True
    last = before[-1]
    return not last.is_open and (last.ceased or abs(last.alert.value - one.alert.value) > ROUNDING)


def with_act(known: tuple[AlertFact, ...], content: Mapping[str, object], act: AlertAct) -> tuple[AlertFact, ...]:
    """Return the alerts with one more act on the one it names."""
    named = content["alert"], content["rule"]
    return tuple(replace(one, acts=(*one.acts, act)) if (one.hash, one.alert.rule) == named else one for one in known)


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
            one.ceased,
        ]
        for one in facts
    ]


def read_facts(plain: Sequence[Sequence[Any]]) -> tuple[AlertFact, ...]:
    """Read what `write_facts` wrote; trusted, because the snapshot around it is signed by this device."""
    return tuple(_fact(*one) for one in plain)


def _fact(
    seq: int, name: str, at: str, ses: str, visit: str, alert: object, acts: Sequence[Sequence[Any]], ceased: bool
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
        ceased=ceased,
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
