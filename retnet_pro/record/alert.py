"""What the alert rules of the study met in one finished form, as one sealed document beside the response.

One is written for every finished form that has rules, also when nothing was met: so the record shows that the rules
were held against the answers (rule E82), and an outsider cannot tell from its presence that something was.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields

from retnet_pro.errors import Code, Tamper
from retnet_pro.instrument.model import InstrumentId, ItemId, ScaleCode, Status
from retnet_pro.record.event import SessionId
from retnet_pro.study.alerts import Alert

FORMAT = 1
TEXT_LIMIT = 500
"""Longest text of a rule."""
ALERT_LIMIT = 1000
"""Most alerts of one form."""
_FRAME = frozenset({"v", "kind"})
"""What every sealed content carries beside its own fields."""
_KEYS = frozenset({"ses", "subject", "visit", "instrument", "study", "raised"})
_ALERT_KEYS = frozenset(field.name for field in fields(Alert))


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """The outcome for one form."""

    ses: SessionId
    subject: str
    visit: str
    instrument: InstrumentId
    study: str
    """Content hash of the study file whose rules were held against the form."""
    raised: tuple[Alert, ...]


def write_alarm(alarm: Alarm) -> dict[str, object]:
    """Return the outcome as plain JSON data."""
    return {
        "ses": alarm.ses,
        "subject": alarm.subject,
        "visit": alarm.visit,
        "instrument": alarm.instrument,
        "study": alarm.study,
        "raised": write_alerts(alarm.raised),
    }


def read_alarm(untrusted: Mapping[str, object]) -> Alarm:
    """Read the payload of an ``alert`` event, and nothing else.

    Raises:
        Tamper: `PAYLOAD_BROKEN`, naming what is wrong.
    """
    if untrusted.keys() - _FRAME != _KEYS or untrusted.get("v", FORMAT) != FORMAT:
        raise _broken("it has missing or unexpected fields")
    return Alarm(
        ses=SessionId(_text(untrusted["ses"], "ses")),
        subject=_text(untrusted["subject"], "subject"),
        visit=_text(untrusted["visit"], "visit"),
        instrument=InstrumentId(_text(untrusted["instrument"], "instrument")),
        study=_text(untrusted["study"], "study"),
        raised=read_alerts(untrusted["raised"]),
    )


def write_alerts(alerts: Iterable[Alert]) -> list[dict[str, object]]:
    """Return alerts as plain JSON data."""
    return [asdict(alert) for alert in alerts]


def read_alerts(untrusted: object) -> tuple[Alert, ...]:
    """Read what `write_alerts` wrote.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    if not isinstance(untrusted, list) or len(untrusted) > ALERT_LIMIT:
        raise _broken(f"raised is not a list of at most {ALERT_LIMIT}")
    return tuple(map(_alert, untrusted))


def _alert(untrusted: object) -> Alert:
    if not isinstance(untrusted, dict) or untrusted.keys() != _ALERT_KEYS:
        raise _broken("an alert has missing or unexpected fields")
    item, scale, hours = untrusted["item"], untrusted["scale"], untrusted["within_hours"]
    if (item is None) == (scale is None):
        raise _broken("an alert names both or neither of item and scale")
    if type(hours) is not int or hours < 0:
        raise _broken("within_hours is not a count")
    try:
        status = Status(str(untrusted["status"]))
    except ValueError as error:
        raise _broken("status is not one of the known words") from error
    return Alert(
        rule=_text(untrusted["rule"], "rule"),
        instrument=InstrumentId(_text(untrusted["instrument"], "instrument")),
        item=None if item is None else ItemId(_text(item, "item")),
        scale=None if scale is None else ScaleCode(_text(scale, "scale")),
        value=_number(untrusted["value"], "value"),
        at_least=None if untrusted["at_least"] is None else _number(untrusted["at_least"], "at_least"),
        at_most=None if untrusted["at_most"] is None else _number(untrusted["at_most"], "at_most"),
        who=_text(untrusted["who"], "who"),
        within_hours=hours,
        source=_text(untrusted["source"], "source"),
        status=status,
    )


def _text(untrusted: object, name: str) -> str:
    if not isinstance(untrusted, str) or not 1 <= len(untrusted) <= TEXT_LIMIT or not untrusted.isprintable():
        raise _broken(f"{name} is not a line of 1 to {TEXT_LIMIT} printable characters")
    return untrusted


def _number(untrusted: object, name: str) -> float:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int | float) or not math.isfinite(untrusted):
        raise _broken(f"{name} is not a number")
    return float(untrusted)


def _broken(why: str) -> Tamper:
    return Tamper(Code.PAYLOAD_BROKEN, what="an alert", why=why)
