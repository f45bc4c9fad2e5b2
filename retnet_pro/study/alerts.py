"""Which alert rules of the study a finished form meets: pure, offline, the same at every site (rules E80–E82).

The participant never sees an alert (rule E86); who is told, and how fast, is part of the rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from retnet_pro.answering.sheet import Answered, Answers
from retnet_pro.instrument.model import InstrumentId, ItemId, ScaleCode, Status
from retnet_pro.scoring.score import Score
from retnet_pro.study.model import AlertRule

ROUNDING = 1e-9
"""Scores are kept in full precision, so a score that equals a threshold on paper may differ from it in the last bit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One rule that was met, with what met it."""

    rule: str
    instrument: InstrumentId
    item: ItemId | None
    scale: ScaleCode | None
    value: float
    """The answered code, or the score in full precision."""
    at_least: float | None
    at_most: float | None
    who: str
    within_hours: int
    source: str
    status: Status


def raised(
    rules: Iterable[AlertRule], instrument: InstrumentId, answers: Answers, scores: Iterable[Score]
) -> tuple[Alert, ...]:
    """Return the alerts of a finished form, in the order the study file has its rules.

    Only an answered code or a score that exists can meet a rule: what is missing is never taken for a value. When a
    scale was scored in several variants, the first that meets the rule is reported.
    """
    known = tuple(scores)
    alerts = (_met(rule, answers, known) for rule in rules if rule.instrument == instrument)
    return tuple(alert for alert in alerts if alert is not None)


def _met(rule: AlertRule, answers: Answers, scores: tuple[Score, ...]) -> Alert | None:
    value = next((value for value in values(rule, answers, scores) if _is_beyond(rule, value)), None)
    if value is None:
        return None
    return Alert(
        rule=rule.id,
        instrument=rule.instrument,
        item=rule.item,
        scale=rule.scale,
        value=value,
        at_least=rule.at_least,
        at_most=rule.at_most,
        who=rule.who,
        within_hours=rule.within_hours,
        source=rule.source,
        status=rule.status,
    )


def values(rule: AlertRule | Alert, answers: Answers, scores: Iterable[Score]) -> tuple[float, ...]:
    """Return what a rule is held against in a form: the answered code, or the scale in every variant; often nothing."""
    if rule.item is not None:
        answer = answers.get(rule.item)
        return (float(answer.code),) if isinstance(answer, Answered) else ()
    return tuple(score.value for score in scores if score.code == rule.scale and score.value is not None)


def _is_beyond(rule: AlertRule, value: float) -> bool:
    """Both bounds belong to the alert; a rule with both is met between them, a rule with neither never."""
    if rule.at_least is None and rule.at_most is None:
        return False
    high_enough = rule.at_least is None or value >= rule.at_least - ROUNDING
    low_enough = rule.at_most is None or value <= rule.at_most + ROUNDING
    return high_enough and low_enough
