"""The condition of an item of a FHIR Questionnaire as a condition of ours, where ours says exactly the same."""

from collections.abc import Mapping
from typing import Any

from retnet_pro.exchange.fhir_names import listed
from retnet_pro.instrument.model import All, AnyOf, AtLeast, Condition, Equals, ItemId
from retnet_pro.instrument.vocabulary import CODE_LIMIT
from retnet_pro.instrument.wording_flaws import shown

Codes = Mapping[str, int]
"""By code of an answer its number here; empty for an item answered with a number."""


def condition_of(item: Mapping[str, Any], known: Mapping[str, Codes]) -> Condition | None:
    """Return when an item is shown; None where it always is. `known` are the earlier items.

    Raises:
        ValueError: in words, why the condition cannot be said here.
    """
    rules = listed(item, "enableWhen")
    if not rules:
        return None
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
    raise ValueError(f"'{sign}' with this answer cannot be said here")
