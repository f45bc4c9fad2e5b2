"""The history of alerts leaves as a table or on paper, with a trace of its own (rules E85, P10).

Actions taken after an alert may change the answers that follow, so the history goes with the response data: every line
names the session and the SHA-256 of the event that raised the alert.
"""

from collections.abc import Callable, Iterator, Mapping

from retnet_pro.conduct.alert_fact import AlertAct
from retnet_pro.conduct.alerts import ListedAlert, alert_history
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import EventName, event_name
from retnet_pro.conduct.trail import EVERYTHING, leave_trace
from retnet_pro.conduct.trail_line import Look
from retnet_pro.moment import Moment
from retnet_pro.report.event_words import event_words
from retnet_pro.report.list_paper import desk_list, list_pdf
from retnet_pro.report.page import Align
from retnet_pro.report.spreadsheet import row_line
from retnet_pro.report.style import VERA, WIDTH, Typeface
from retnet_pro.report.tables import Cell, Column, Row
from retnet_pro.report.trail_words import moment_words
from retnet_pro.study.alert_act import AlertAction, AlertOutcome

Told = tuple[ListedAlert, AlertAct | None, EventName | None, EventName]
"""One line: an alert with one act on it, or with none."""


def _number(value: float | None) -> str:
    """Return a number at full precision; '' for none."""
    return "" if value is None else repr(value)


COLUMNS: Mapping[str, Callable[[Told], str]] = {
    "participant": lambda told: told[0].subject,
    "visit": lambda told: told[0].fact.visit,
    "form": lambda told: told[0].fact.alert.instrument,
    "session": lambda told: told[0].fact.ses,
    "rule": lambda told: told[0].fact.alert.rule,
    "rule_status": lambda told: told[0].fact.alert.status.value,
    "item": lambda told: told[0].fact.alert.item or "",
    "scale": lambda told: told[0].fact.alert.scale or "",
    "value": lambda told: _number(told[0].fact.alert.value),
    "at_least": lambda told: _number(told[0].fact.alert.at_least),
    "at_most": lambda told: _number(told[0].fact.alert.at_most),
    "raised": lambda told: told[0].fact.at,
    "for": lambda told: told[0].fact.alert.who,
    "within_hours": lambda told: str(told[0].fact.alert.within_hours),
    "deadline": lambda told: told[0].fact.deadline.isoformat(timespec="milliseconds"),
    "open": lambda told: "yes" if told[0].fact.is_open else "no",
    "hours_to_action": lambda told: _number(told[0].fact.hours_to_action),
    "outcome": lambda told: told[1].outcome.value if told[1] else "",
    "action": lambda told: told[1].action.value if told[1] and told[1].action else "",
    "note": lambda told: told[1].note if told[1] else "",
    "by": lambda told: told[1].who if told[1] else "",
    "role": lambda told: told[1].role if told[1] else "",
    "at": lambda told: told[1].at if told[1] else "",
    "event": lambda told: str(told[2].seq) if told[2] else "",
    "raised_event": lambda told: str(told[3].seq),
    "raised_sha256": lambda told: told[0].fact.hash,
    "event_tablet": lambda told: told[2].device if told[2] else "",
    "raised_tablet": lambda told: told[3].device,
}
"""Every column by its name, in order. Columns are added at the end, never changed."""

OUTCOME_WORDS: Mapping[AlertOutcome, str] = {
    AlertOutcome.REVIEWED: "reviewed, no action",
    AlertOutcome.ACTION: "action",
    AlertOutcome.REFERRED: "referred",
    AlertOutcome.NOT_REACHABLE: "participant not reachable",
}
ACTION_WORDS: Mapping[AlertAction, str] = {
    AlertAction.ADVICE: "advice given",
    AlertAction.MEDICINE: "medicine given or changed",
    AlertAction.VISIT: "visit arranged",
    AlertAction.EXAMINATION: "examination or test ordered",
    AlertAction.ADMISSION: "admitted to hospital",
    AlertAction.OTHER: "something else",
}
_CLOSING = (
    "One line for each thing that was written about an alert, oldest alert first; nothing is overwritten. Rules come "
    "from the study file and are held against the answers on the device when the form is finished. Hours count from "
    "the finished form to the first outcome that settles; 'not reachable' leaves an alert open."
)
_COLUMNS = (
    Column(head=("Participant", "visit"), width=78.0),
    Column(head=("What was answered", "rule"), width=112.0),
    Column(head=("Raised", "deadline"), width=100.0),
    Column(head=("Outcome", "note"), width=WIDTH - 78.0 - 112.0 - 100.0 - 100.0 - 40.0),
    Column(head=("By", "at, event"), width=100.0),
    Column(head=("Hours",), width=40.0, align=Align.RIGHT),
)


def copy_alerts(desk: Desk, now: Moment, *, as_table: bool, typeface: Typeface = VERA) -> bytes:
    """Write down that this person took the history of the alerts away, and return it.

    The same record gives the same bytes, on paper but for the time of print.

    Raises:
        Refusal: `NOT_ALLOWED`; then nothing was written.
        WorldFault: the disk refused the trace; then nothing may leave.
    """
    history = alert_history(desk)
    content = _table(desk, history) if as_table else _paper(desk, history, now, typeface)
    leave_trace(desk, Look.ALERT_COPY, EVERYTHING, **{"as": "csv" if as_table else "pdf", "alerts": len(history)})
    return content


def _told(desk: Desk, history: tuple[ListedAlert, ...]) -> Iterator[Told]:
    for one in history:
        for act in one.fact.acts or (None,):
            yield one, act, event_name(desk, act.seq) if act else None, event_name(desk, one.fact.seq)


def _table(desk: Desk, history: tuple[ListedAlert, ...]) -> bytes:
    lines = [row_line([read(told) for read in COLUMNS.values()]) for told in _told(desk, history)]
    return "".join((row_line(list(COLUMNS)), *lines)).encode()


def _paper(desk: Desk, history: tuple[ListedAlert, ...], now: Moment, typeface: Typeface) -> bytes:
    waiting = sum(one.fact.is_open for one in history)
    late = sum(one.fact.is_overdue(now.wall) for one in history)
    paper = desk_list(
        desk,
        now,
        title="Alerts",
        said=f"Alerts: {len(history)}; open: {waiting}, of these overdue: {late}.",
        columns=_COLUMNS,
        rows=map(_row, _told(desk, history)),
        closing=_CLOSING,
    )
    return list_pdf(paper, typeface)


def _row(told: Told) -> Row:
    one, act, event, _ = told
    alert, hours = one.fact.alert, one.fact.hours_to_action
    bounds = ", ".join(
        f"{name} {cut:g}" for name, cut in (("at least", alert.at_least), ("at most", alert.at_most)) if cut is not None
    )
    place = f"question {one.number}, {one.about}" if one.number is not None else one.about
    deadline = moment_words(one.fact.deadline.isoformat(timespec="milliseconds"))
    return (
        Cell(f"{one.subject}, {one.visit_title}"),
        Cell(f"{one.form}, {place}: {alert.value:g} ({alert.rule}: {bounds}; {alert.status.value})"),
        Cell(f"{moment_words(one.fact.at)}; by {deadline}, {alert.who}"),
        Cell("open" if act is None else act_said(act), note=act.note if act is not None else ""),
        Cell(f"{act.who} ({act.role}), {moment_words(act.at)}, event {event_words(event)}" if act and event else ""),
        Cell("" if hours is None else f"{hours:.1f}"),
    )


def act_said(act: AlertAct) -> str:
    """Say what came of an alert, with the action; the note stands on its own."""
    return OUTCOME_WORDS[act.outcome] + (f": {ACTION_WORDS[act.action]}" if act.action else "")
