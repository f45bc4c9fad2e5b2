"""What an alert says on the staff's glass: what was answered, by when somebody must look, what came of it."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from retnet_pro.conduct.alert_fact import AlertAct
from retnet_pro.conduct.alerts import AlertCount, ListedAlert
from retnet_pro.gui import words
from retnet_pro.gui.staff.alerts_view import AlertRow

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def number(value: float) -> str:
    """Return an answered code as it stands on the form, a score with one decimal."""
    return QLocale().toString(value, "f", 0 if value == round(value) else 1)


def what(listed: ListedAlert) -> str:
    """Say which question or scale of which form."""
    if listed.number is None:
        return f"{listed.form}: {words.scale_name(listed.about)}"
    return QCoreApplication.translate("alerts", "{form}, question {number}: {topic}").format(
        form=listed.form, number=listed.number, topic=listed.about
    )


def value(listed: ListedAlert) -> str:
    """Say what was answered or scored, from where on the rule wants to be told, and what was corrected."""
    alert = listed.fact.alert
    translate = QCoreApplication.translate
    said = translate("alerts", "Answer {value}") if alert.item else translate("alerts", "Score {value}")
    bounds = [
        *(
            [translate("alerts", "at least {cut}").format(cut=number(alert.at_least))]
            if alert.at_least is not None
            else []
        ),
        *(
            [translate("alerts", "at most {cut}").format(cut=number(alert.at_most))]
            if alert.at_most is not None
            else []
        ),
    ]
    rule = translate("alerts", "rule: {bounds}").format(bounds=", ".join(bounds))
    return "; ".join((f"{said.format(value=number(alert.value))} ({rule})", *corrections(listed)))


def corrections(listed: ListedAlert) -> tuple[str, ...]:
    """Say whether a correction raised the alert, and what stands there since a later one; often nothing."""
    translate = QCoreApplication.translate
    found = [translate("alerts", "raised after a correction")] if listed.after_correction else []
    if listed.is_corrected and listed.now is None:
        found.append(translate("alerts", "corrected since, now without a value"))
    elif listed.is_corrected and listed.now is not None:
        found.append(translate("alerts", "corrected since, now {value}").format(value=number(listed.now)))
    return tuple(found)


def lasting(span: timedelta) -> str:
    """Return a length of time as one rounded number: minutes, hours, or days."""
    translate = QCoreApplication.translate
    span = abs(span)
    if span < _HOUR:
        return translate("alerts", "{count} min").format(count=int(span.total_seconds() // 60))
    if span < 2 * _DAY:
        return translate("alerts", "{count} h").format(count=int(span / _HOUR))
    return translate("alerts", "{count} days").format(count=int(span / _DAY))


def deadline(row: AlertRow) -> str:
    """Say how long somebody still has, how long it is overdue, or that it is settled."""
    translate = QCoreApplication.translate
    if not row.listed.fact.is_open:
        return translate("alerts", "Settled")
    if row.is_overdue:
        return translate("alerts", "Overdue by {span}").format(span=lasting(row.left))
    return translate("alerts", "Due in {span}").format(span=lasting(row.left))


def state(row: AlertRow) -> str:
    """Return the last thing that was written about it."""
    acts = row.listed.fact.acts
    if not acts:
        return QCoreApplication.translate("alerts", "Nobody has answered it yet")
    return outcome(acts[-1])


def outcome(act: AlertAct) -> str:
    """Return what came of it, with the action where there was one."""
    said = words.word(act.outcome)
    return said if act.action is None else f"{said}: {words.word(act.action)}"


def counted(count: AlertCount) -> str:
    """Say how many wait, and how many of them for too long."""
    translate = QCoreApplication.translate
    if not count.open:
        return translate("alerts", "No open alerts")
    said = translate("alerts", "1 open alert") if count.open == 1 else translate("alerts", "{count} open alerts")
    late = translate("alerts", "{count} overdue").format(count=count.overdue)
    said = said.format(count=count.open)
    return f"{said}, {late}" if count.overdue else said
