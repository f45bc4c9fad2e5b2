"""Whether an item of a Questionnaire is shown, by its conditions (``enableWhen``) and the answers that are there."""

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from retnet_pro.exchange.fhir_names import listed, value_of

_Part = Mapping[str, Any]
_ORDERED: Mapping[str, Callable[[Any, Any], bool]] = {
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
}


def is_shown(item: _Part, answers: Mapping[str, Sequence[_Part]]) -> bool:
    """Decide the conditions of an item on the answers by link id; several must all hold only where the item says so."""
    rules = listed(item, "enableWhen")
    if not rules:
        return True
    held = [_holds(rule, [value_of(one) for one in answers.get(str(rule.get("question")), ())]) for rule in rules]
    return all(held) if item.get("enableBehavior") == "all" else any(held)


def _holds(rule: _Part, values: Sequence[object]) -> bool:
    wanted = next((value for name, value in rule.items() if name.startswith("answer")), None)
    match rule.get("operator"):
        case "exists":
            return bool(values) == bool(wanted)
        case "=":
            return any(_same(value, wanted) for value in values)
        case "!=":
            return not any(_same(value, wanted) for value in values)
        case str(sign) if sign in _ORDERED:
            return any(_in_order(_ORDERED[sign], value, wanted) for value in values)
        case _:
            return False


def _same(value: object, wanted: object) -> bool:
    if isinstance(value, dict) and isinstance(wanted, dict):
        return (value.get("system"), value.get("code")) == (wanted.get("system"), wanted.get("code"))
    return value == wanted if _are_numbers(value, wanted) else type(value) is type(wanted) and value == wanted


def _in_order(compare: Callable[[Any, Any], bool], value: object, wanted: object) -> bool:
    texts = isinstance(value, str) and isinstance(wanted, str)
    return (texts or _are_numbers(value, wanted)) and compare(value, wanted)


def _are_numbers(*values: object) -> bool:
    return all(isinstance(one, int | float) and not isinstance(one, bool) for one in values)
