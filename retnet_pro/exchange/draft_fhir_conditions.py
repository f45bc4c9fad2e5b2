"""The condition of an item of a FHIR Questionnaire as a condition of ours, where ours says exactly the same."""

from collections.abc import Mapping, Sequence
from typing import Any

from retnet_pro.exchange.fhir_names import listed
from retnet_pro.instrument.model import All, AnyOf, AtLeast, Condition, Equals, ItemId
from retnet_pro.instrument.vocabulary import CODE_LIMIT
from retnet_pro.instrument.wording_flaws import shown

RULE_LIMIT = 50
"""Rules of one item and of all it stands in."""

Codes = Mapping[str, int]
"""By code of an answer its number here; empty for an item answered with a number."""


def condition_of(items: Sequence[Mapping[str, Any]], known: Mapping[str, Codes]) -> Condition | None:
    """Return when the last of these items is shown, which stands in all the others; None where it always is.

    `known` are the earlier items.

    Raises:
        ValueError: in words, why the condition cannot be said here.
    """
    if sum(len(listed(item, "enableWhen")) for item in items) > RULE_LIMIT:
        raise ValueError(f"it has more than {RULE_LIMIT} parts")
    parts = tuple(one for one in (_own(item, known) for item in items) if one is not None)
    if len(parts) < 2:
        return parts[0] if parts else None
    return All(parts)


def _own(item: Mapping[str, Any], known: Mapping[str, Codes]) -> Condition | None:
    rules = listed(item, "enableWhen")
    stated = item.get("enableWhen")
    if stated is not None and (not isinstance(stated, list) or len(rules) < len(stated)):
        raise ValueError("its conditions are no list of conditions")
    if not rules:
        return None
    if len(rules) > 1 and item.get("enableBehavior") not in ("all", "any"):
        raise ValueError("it does not say whether all of its conditions must hold, or any")
    parts = tuple(_rule(rule, known) for rule in rules)
    if len(parts) == 1:
        return parts[0]
    return All(parts) if item.get("enableBehavior") == "all" else AnyOf(parts)


def _rule(rule: Mapping[str, Any], known: Mapping[str, Codes]) -> Condition:
    asked, sign = str(rule.get("question")), str(rule.get("operator"))
    if asked not in known:
        raise ValueError(f"it depends on {shown(asked)}, which is not an earlier item that was understood")
    if isinstance(coding := rule.get("answerCoding"), dict):
        code = known[asked].get(str(coding.get("code")))
        if code is not None and sign == "=":
            return Equals(ItemId(asked), code)
    number = rule.get("answerInteger")
    if isinstance(number, int) and not isinstance(number, bool) and not known[asked] and 0 <= number < CODE_LIMIT:
        match sign:
            case "=":
                return Equals(ItemId(asked), number)
            case ">=":
                return AtLeast(ItemId(asked), number)
            case ">":
                return AtLeast(ItemId(asked), number + 1)
    # "Not equal", "less" and "exists" also speak of an item without an answer, and ours do not in the same way.
    raise ValueError(f"{shown(sign)} with this answer cannot be said here")
