"""What the pages of alerts show, gathered from the desk in the lane: plain facts, no Qt."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from retnet_pro.conduct.alerts import AlertCount, ListedAlert, alert_history, alert_of, count_alerts, worklist
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.trail import EVERYTHING, Wanted, leave_trace
from retnet_pro.conduct.trail_line import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRow:
    """One alert, seen now."""

    listed: ListedAlert
    now: datetime

    @property
    def is_overdue(self) -> bool:
        """Whether somebody should have looked by now."""
        return self.listed.fact.is_overdue(self.now)

    @property
    def age(self) -> timedelta:
        """How long ago the form was finished."""
        return self.now - datetime.fromisoformat(self.listed.fact.at)

    @property
    def left(self) -> timedelta:
        """How long until the deadline; negative after it."""
        return self.listed.fact.deadline - self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertsView:
    """The list: the open ones by deadline, or all, newest first."""

    rows: tuple[AlertRow, ...]
    count: AlertCount
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertView:
    """One alert, and whether this person may answer it."""

    row: AlertRow
    may_answer: bool


def alerts(desk: Desk, *, whole: bool = False) -> AlertsView:
    """Record the look (rule P10) and return the open alerts, or with `whole` every alert there ever was.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    now = desk.pen.clock().wall
    listed = tuple(reversed(alert_history(desk))) if whole else worklist(desk)
    leave_trace(desk, Look.ALERTS, EVERYTHING, alerts=len(listed))
    return AlertsView(
        rows=tuple(AlertRow(listed=one, now=now) for one in listed), count=count_alerts(desk, now), is_whole=whole
    )


def alert(desk: Desk, subject: str, raised: str, rule: str) -> AlertView:
    """Record the look (rule P10) and return one alert as it stands now.

    Raises:
        Refusal: `NOT_ALLOWED`, `ALERT_UNKNOWN`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    listed = alert_of(desk, subject, raised, rule)
    leave_trace(desk, Look.ALERTS, Wanted(subject=subject), rule=rule)
    now = desk.pen.clock().wall
    return AlertView(row=AlertRow(listed=listed, now=now), may_answer=desk.may(Right.ANSWER_ALERTS))
